// The Pool page with a place of many agencies of very long names: nothing runs out at the side of 320 px, in its own column neither.
import type { Browser } from "playwright-core";
import type { SheetCell, SheetSpec } from "../../src/core/writing/types";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { startBrowser, WorkbenchPage } from "./support/workbenchPage";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const AGENCIES = 14;
const nameOf = (i: number): string => `Metropolitan Borough Council of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch ${i}`;
const sheet = (name: string, rows: readonly (readonly (string | number)[])[]): SheetSpec => ({
  name, rows: rows.map((row) => row.map((value): SheetCell => ({ value }))), columnWidths: [20, 60, 14, 14], tables: [], validations: [], conditionalFormats: [],
  freezeRows: 0, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: null,
});

test("every name folds, in the slices, the differences and the table of partners", async () => {
  const agencies = Array.from({ length: AGENCIES }, (_, i) => sheet(`LLAN${i}`, [
    [nameOf(i)], ["Budget 2026/27, £"], [], ["Code", "Description", "Revised budget", "Forecast"],
    [`L${i}A`, "Care", 100_000 * (i + 1), 100_000 * (i + 1) + 500], [`L${i}B`, `Contribution to LLAN${(i + 1) % AGENCIES} for joint works`, 5_000, 5_000],
  ]));
  const coding = sheet("Coding", [
    ["Coding"], [], ["Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Fund", "Counterparty", "Scheme", "Arrangement", "Pool"],
    ...Array.from({ length: AGENCIES }, (_, i) => [`LLAN${i}`, `L${i}A`, "", "O1", "", "", "", "pooled", "Integrated commissioning"]),
    ...Array.from({ length: AGENCIES }, (_, i) => [`LLAN${i}`, `L${i}B`, "", "O1", "", `LLAN${(i + 1) % AGENCIES}`, "", "", ""]),
    [], ["Partners"], ["Partner", "Short name", "Ref", "Body type", "Jurisdiction", "Also called"],
    ...Array.from({ length: AGENCIES }, (_, i) => [nameOf(i), `LLAN${i}`, `LLAN${i}`, "Council", "Wales", ""]),
    [], ["Outcomes"], ["Outcome", "Name"], ["O1", "People are safer, healthier and better connected to their communities"],
  ]);
  const bench = await WorkbenchPage.open(browser, { width: 900, height: 700 });
  await bench.openFile({ name: "long-names.xlsx", bytes: Buffer.from(await writeWorkbook([...agencies, coding])) });
  await bench.goTo("Sources");
  await bench.press("Read the sheets");
  await bench.status(/28 lines read/);
  await bench.goTo("Pool");
  const pane = await bench.pane();
  await pane.getByText(/14 differences between partners waiting/).waitFor({ timeout: 60_000 });
  await pane.getByText("Pools: contributions and exposure").waitFor();
  await bench.screenshot("light-pool-long-names");
  const wider = await pane.evaluate(() => {
    const main = document.querySelector("main");
    return main === null ? null : [window.innerWidth, main.scrollWidth - main.clientWidth];
  });
  expect(wider).toEqual([320, 0]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});
