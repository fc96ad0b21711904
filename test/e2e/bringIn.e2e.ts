// Bringing files in, in a browser: chosen, dropped and the sample; the panel at 320 px in three looks; nothing leaves the page.
import { readFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { startBrowser, WorkbenchPage, type OpenOptions } from "./support/workbenchPage";

const SEPARATE = path.join(__dirname, "../../samples/separate");
const COUNCIL = path.join(SEPARATE, "01 Brackenshire CC revenue monitor P6.xlsx");
const FIRE = path.join(SEPARATE, "04 Brackenshire Fire budget book Appendix C.xlsx");

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

async function look(bench: WorkbenchPage, name: string): Promise<void> {
  const pane = await bench.pane();
  await bench.screenshot(name);
  expect([name, await pane.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth && window.innerWidth === 320)]).toEqual([name, true]);
  await pane.evaluate(axe.source);
  const findings = await pane.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
    return (await engine.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  });
  expect([name, findings]).toEqual([name, []]);
}

test.each(LOOKS)("files are chosen, looked at, brought in and brought in again in $name", async (options) => {
  const bench = await WorkbenchPage.open(browser, options);
  await bench.openSample();
  const pane = await bench.pane();
  const bad = { name: "report.xlsx", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 not a workbook") };
  const file = (at: string) => ({ name: path.basename(at), mimeType: "", buffer: readFileSync(at) });
  await pane.getByTestId("files").setInputFiles([file(COUNCIL), file(FIRE), bad]);
  await pane.getByText("2 sheets would be brought in. Nothing has been written yet.").waitFor();
  await pane.getByText("report.xlsx is not a workbook: it is a PDF document.").waitFor();
  await look(bench, `${options.name}-bring-in`);
  await bench.press("Bring in 2 sheets");
  await bench.status(/^2 sheets brought in\. \d+ lines read/);
  expect(String(await bench.gridValue("Purse Sources", "B5"))).toMatch(/^01 Brackenshire CC/);

  const changed = "Service,Budget £\nLibraries,100\nParks,250\n";
  await pane.getByTestId("files").setInputFiles([{ name: "leisure.csv", mimeType: "text/csv", buffer: Buffer.from(changed) }]);
  await bench.press("Bring in 1 sheet");
  await bench.status(/^1 sheet brought in/);
  await pane.getByTestId("files").setInputFiles([{ name: "leisure.csv", mimeType: "text/csv", buffer: Buffer.from(changed.replace("250", "=1+1")) }]);
  await pane.getByText(/It was brought in before, as the sheet "leisure"/).waitFor();
  await bench.press(/^The cells, old → new/);
  await pane.getByText("250 → =1+1").waitFor();
  await look(bench, `${options.name}-bring-in-again`);
  await bench.press("Bring in 1 sheet");
  await bench.until(async () => (await bench.gridValue("leisure", "B3")) === "=1+1");
  expect(bench.leaks).toEqual([]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});

test("by keyboard alone, and by dropping a file", async () => {
  const bench = await WorkbenchPage.open(browser);
  await bench.openSample();
  const pane = await bench.pane();
  await pane.getByRole("button", { name: "Bring in files" }).focus();
  const asked = bench.page.waitForEvent("filechooser");
  // The browser is told to hand the dialogue over before the key is pressed.
  await bench.page.waitForTimeout(250);
  await bench.page.keyboard.press("Enter");
  const chooser = await asked;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles({ name: "parks.csv", mimeType: "text/csv", buffer: Buffer.from("Service,Budget £\nParks,250\n") });
  await pane.getByText("1 sheet would be brought in. Nothing has been written yet.").waitFor();
  await pane.getByRole("button", { name: "Bring in 1 sheet" }).focus();
  await bench.page.keyboard.press("Enter");
  await bench.status(/^1 sheet brought in/);

  await pane.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(["Service,Budget £\nRoads,5\n"], "roads.csv"));
    document.querySelector("main")?.firstElementChild?.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await pane.getByText('It becomes the sheet "roads".', { exact: false }).waitFor();
  await bench.press("Cancel");
  await pane.getByRole("button", { name: "Bring in files" }).waitFor();
  await bench.close();
});

test("the sample comes in from the pane's own files", async () => {
  const bench = await WorkbenchPage.open(browser);
  await bench.openFile({ name: "new.xlsx", bytes: await emptyWorkbook() });
  await bench.press("Try with sample data");
  const pane = await bench.pane();
  await pane.getByText("13 sheets would be brought in. Nothing has been written yet.").waitFor();
  await bench.press("Bring in 13 sheets");
  await bench.status(/^13 sheets brought in\. 44 lines read from 8 agencies\./);
  expect(bench.leaks).toEqual([]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});

async function emptyWorkbook(): Promise<Buffer> {
  const { writeXlsx } = await import("hucre/xlsx");
  return Buffer.from(await writeXlsx({ sheets: [{ name: "Notes", rows: [["Nothing yet"]] }] }));
}
