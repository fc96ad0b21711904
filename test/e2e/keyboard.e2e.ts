// A budget holder's first review and a treasurer's applying and reverting, by keyboard alone in the pane.
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { startBrowser, WorkbenchPage } from "./support/workbenchPage";

const MOST_TABS = 200;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Presses Tab until the control of that name has the focus. */
async function tabTo(bench: WorkbenchPage, name: RegExp): Promise<void> {
  const pane = await bench.pane();
  const met = new Set<string>();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await pane.evaluate(() => {
      const element = document.hasFocus() && document.activeElement !== document.body ? document.activeElement : null;
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((label) => label.textContent ?? "") : [];
      return element?.getAttribute("aria-label") ?? [...labels, element?.textContent ?? ""].join(" ").trim();
    });
    if (name.test(focused)) return;
    met.add(focused);
    // Past the last control: back into the pane, as F6 does in Excel.
    if (focused === "" || tabs === 0) await backToPane(bench);
    // Down the page first, then back up: the pages' own buttons stand at its head.
    await bench.page.keyboard.press(tabs < MOST_TABS / 4 ? "Tab" : "Shift+Tab");
  }
  throw new Error(`No control called ${String(name)} is reached by Tab, only ${[...met].join(" | ")}.`);
}

async function backToPane(bench: WorkbenchPage): Promise<void> {
  const pane = await bench.pane();
  if (await pane.evaluate(() => document.hasFocus() && document.activeElement !== document.body)) return;
  await pane.locator("button:visible").first().focus();
}

async function enter(bench: WorkbenchPage, name: RegExp): Promise<void> {
  await tabTo(bench, name);
  await bench.page.keyboard.press("Enter");
}

/** The first row gives, every other takes. */
async function draft(bench: WorkbenchPage, rows: readonly (readonly [line: string, pounds: string])[], why: string): Promise<void> {
  await enter(bench, /^Draft a virement$/);
  for (const [i, [line, pounds]] of rows.entries()) {
    if (i > 1) await enter(bench, /^Give to another line$/);
    await tabTo(bench, /^Line/);
    await bench.page.keyboard.type(line);
    await bench.page.keyboard.press("Tab");
    await bench.page.keyboard.type(pounds);
  }
  const form = (await bench.pane()).getByRole("form", { name: "Draft a virement" });
  await bench.screenshot("keyboard-draft");
  await form.getByText("As much is given as is taken.").waitFor();
  await tabTo(bench, /^Why/);
  await bench.page.keyboard.type(why);
  await enter(bench, /^Put it to those who must agree$/);
}

async function violations(bench: WorkbenchPage): Promise<string[]> {
  const pane = await bench.pane();
  await pane.evaluate(axe.source);
  return pane.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
    return (await engine.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  });
}

test("a first review, two drafts, applying five and taking one back, without a pointer", async () => {
  const bench = await WorkbenchPage.open(browser, { width: 1100, height: 800 });
  await bench.openSample();
  const pane = await bench.pane();
  await enter(bench, /^Read the sheets$/);
  await bench.status(/44 lines read from 8 agencies/);
  await enter(bench, /^Suggestions$/);
  await enter(bench, /^Look for suggestions$/);
  await pane.getByText(/3 virements would close £720,000/).waitFor({ timeout: 60_000 });
  await enter(bench, /^Put into the workbook$/);
  await bench.status(/3 virements on the sheet/);

  const start = Date.now();
  await tabTo(bench, /^Your name/);
  await bench.page.keyboard.type("Head of commissioning finance");
  await enter(bench, /^Use this name$/);
  await enter(bench, /^Accept C04-C06-1$/);
  await bench.status(/C04-C06-1 is accepted/);
  // The first review, with everything that the pane asks a new person.
  expect(Date.now() - start).toBeLessThan(60_000);
  expect(await violations(bench)).toEqual([]);
  await bench.screenshot("keyboard-review");

  // Two more of the person's own: one line gives to two, and one to one.
  await draft(bench, [["N01", "50,000"], ["N04", "30,000"], ["N02", "20,000"]], "winter pressures");
  await bench.status(/D-1 is on the sheet Virements, 4 in all\. It waits on/);
  await draft(bench, [["C15", "10,000"], ["C01", "10,000"]], "one more placement");
  await bench.status(/D-2 is on the sheet Virements, 5 in all\. It waits on/);
  for (const id of ["N01-N04-1", "C04-C01-1", "D-1", "D-2"]) {
    await enter(bench, new RegExp(`^Accept ${id}$`));
    await bench.status(new RegExp(`${id} is accepted`));
  }
  expect(await violations(bench)).toEqual([]);
  await bench.screenshot("keyboard-accepted");
  await enter(bench, /^Preview 5 accepted virements$/);
  await enter(bench, /^Apply these changes$/);
  await bench.status(/D-1, D-2 applied\. The register has it/);
  expect(await bench.gridValue("Council", "F15")).toBe(1_905_000);

  await enter(bench, /^Register$/);
  await enter(bench, /^Preview the reversal of C04-C06-1$/);
  await tabTo(bench, /^Why it is taken back/);
  await bench.page.keyboard.type("the store was filled");
  await enter(bench, /^Preview with this reason$/);
  await enter(bench, /^Reverse these changes$/);
  await bench.status(/C04-C06-1 reverted/);
  expect(await bench.gridValue("Council", "F15")).toBe(1_800_000);
  expect(await violations(bench)).toEqual([]);
  await bench.screenshot("keyboard-register");
  expect(bench.leaks).toEqual([]);
  await bench.close();
}, 240_000);
