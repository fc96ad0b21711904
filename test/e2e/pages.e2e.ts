// Every page at 320 px, in light, dark and forced colours: no sideways scroll, nothing serious for axe, and a picture to look at.
import axe from "axe-core";
import type { Browser, Frame } from "playwright-core";
import { startBrowser, WorkbenchPage, type OpenOptions } from "./support/workbenchPage";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const LOOKS: readonly (OpenOptions & { readonly name: string })[] = [
  { name: "light", width: 900, height: 700 },
  { name: "dark", width: 900, height: 700, dark: true },
  { name: "forced-colours", width: 900, height: 700, forcedColours: true },
];

async function check(bench: WorkbenchPage, name: string): Promise<void> {
  const pane = await bench.pane();
  const { scroll, inner } = await pane.evaluate(() => ({ scroll: document.documentElement.scrollWidth, inner: window.innerWidth }));
  expect([name, inner]).toEqual([name, 320]);
  expect([name, scroll <= inner]).toEqual([name, true]);
  await bench.screenshot(name);
  expect([name, await seriousFindings(pane)]).toEqual([name, []]);
}

async function seriousFindings(pane: Frame): Promise<string[]> {
  await pane.evaluate(axe.source);
  return pane.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await engine.run(document);
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  });
}

test.each(LOOKS)("all pages in $name", async (look) => {
  const bench = await WorkbenchPage.open(browser, look);
  await bench.openSample();
  const pane = await bench.pane();
  for (const page of ["Sources", "Pool", "Suggestions", "Review", "Register"]) {
    await bench.goTo(page);
    await check(bench, `${look.name}-empty-${page.toLowerCase()}`);
  }
  await bench.goTo("Sources");
  await bench.press("Read the sheets");
  await bench.status(/44 lines read/);
  await check(bench, `${look.name}-sources`);
  await bench.goTo("Pool");
  await pane.getByText("Who spends").click();
  await pane.getByText(/£126,300,000/).first().waitFor();
  await check(bench, `${look.name}-pool`);
  await bench.goTo("Suggestions");
  await bench.press("Look for suggestions");
  await pane.getByText(/3 virements would close/).waitFor({ timeout: 60_000 });
  await check(bench, `${look.name}-suggestions`);
  await bench.press("Put into the workbook");
  await bench.status(/3 virements on the sheet/);
  await pane.getByLabel("Your name").fill("Treasurer");
  await bench.press("Use this name");
  await bench.press("Accept N01-N04-1");
  await bench.status(/N01-N04-1 is accepted/);
  await bench.press("Refuse C04-C06-1");
  await check(bench, `${look.name}-review`);
  await bench.press("Preview 1 accepted virement");
  await pane.getByText("Preview of applying").waitFor();
  await check(bench, `${look.name}-preview`);
  await bench.press("Apply these changes");
  await bench.status(/N01-N04-1 applied/);
  await bench.goTo("Register");
  await check(bench, `${look.name}-register`);
  expect(bench.leaks).toEqual([]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});

test("Office.js that is blocked ends in a message, not a blank pane", async () => {
  const bench = await WorkbenchPage.open(browser, { block: /office-js/ });
  await bench.page.goto("https://localhost/taskpane.html");
  await bench.page.getByRole("alert").getByText(/could not start, because Office\.js did not load/).waitFor({ timeout: 30_000 });
  await bench.close();
});

test("outside Excel the page says where it works", async () => {
  const bench = await WorkbenchPage.open(browser);
  await bench.page.goto("https://localhost/taskpane.html");
  await bench.page.getByText(/Common Purse works inside Excel/).waitFor({ timeout: 30_000 });
  expect(bench.leaks.filter((url) => !url.includes("microsoft") && !url.includes("office"))).toEqual([]);
  await bench.close();
});
