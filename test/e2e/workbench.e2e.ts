// The workbench itself: what a person types into the grid, a second person's edit, a failing request, dropping and saving a workbook.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { readWorkbook } from "../../src/file/readWorkbook";
import { startBrowser, WorkbenchPage } from "./support/workbenchPage";

let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await WorkbenchPage.open(browser);
  await bench.openSample();
});
afterEach(() => bench.close());

test("what is typed into the grid is read, and the grid's own sums follow", async () => {
  // Cell F10 as it is drawn at this size: the name box says that it was met.
  await bench.page.mouse.click(711, 418);
  expect(await bench.selectedCell()).toBe("F10");
  await bench.page.keyboard.type("42000100");
  await bench.page.keyboard.press("Enter");
  await bench.until(async () => (await bench.gridValue("Council", "F19")) === 30_450_100);
  expect(await bench.gridValue("Council", "F10")).toBe(42_000_100);
  await bench.press("Read the sheets");
  await bench.status(/44 lines read/);
  await bench.goTo("Pool");
  await (await bench.pane()).getByText(/£126,310,100 pooled/).waitFor();
});

test("someone else's edit between preview and applying is named, and nothing is written", async () => {
  const pane = await bench.pane();
  await bench.press("Read the sheets");
  await bench.status(/44 lines read/);
  await bench.goTo("Suggestions");
  await bench.press("Look for suggestions");
  await pane.getByText(/3 virements would close/).waitFor({ timeout: 60_000 });
  await bench.press("Put into the workbook");
  await bench.status(/3 virements on the sheet/);
  await pane.getByLabel("Your name").fill("Treasurer");
  await bench.press("Use this name");
  await bench.press("Accept C04-C06-1");
  await bench.status(/C04-C06-1 is accepted/);
  await bench.press("Preview 1 accepted virement");
  await pane.getByText("Preview of applying").waitFor();
  await bench.page.getByText("Try what can go wrong").click();
  await bench.page.getByRole("textbox", { name: "Sheet" }).fill("Council");
  await bench.page.getByRole("textbox", { name: "Cell" }).fill("F13");
  await bench.page.getByRole("textbox", { name: "Value" }).fill("5000000");
  await bench.page.getByRole("button", { name: "Edit", exact: true }).click();
  await bench.page.getByText("Someone else wrote to Council!F13.").waitFor();
  await bench.press("Apply these changes");
  await pane.getByText(/Council!F13 was changed since the preview/).first().waitFor();
  expect(await bench.gridValue("Council", "F13")).toBe(5_000_000);
  expect(await bench.gridValue("Council", "F15")).toBe(1_800_000);
});

test("a request that fails ends in a sentence and a next step", async () => {
  await bench.page.getByText("Try what can go wrong").click();
  await bench.page.getByLabel("The next but").fill("2");
  await bench.page.getByLabel("with").selectOption("error: ItemNotFound");
  await bench.page.getByRole("button", { name: "Set" }).click();
  await bench.press("Read the sheets");
  const pane = await bench.pane();
  await pane.getByText(/is gone or has another name/).first().waitFor();
  await pane.getByText(/Read the sheets again/).first().waitFor();
  await bench.press("Read the sheets");
  await bench.status(/44 lines read/);
});

test("another workbook can be opened, and what stands is saved as .xlsx with formulas and their values", async () => {
  const file = path.join(__dirname, "../../samples/separate/01 Brackenshire CC revenue monitor P6.xlsx");
  await bench.page.setInputFiles("#open-file", file);
  await bench.page.getByText("01 Brackenshire CC revenue monitor P6.xlsx is open.").waitFor();
  await (await bench.pane()).getByRole("button", { name: "Read the sheets" }).first().waitFor();
  await bench.press("Read the sheets");
  await bench.status(/21 lines read from 1 agency/);
  await bench.goTo("Pool");
  await bench.press("Write the pooled view");
  await bench.status(/The pooled view is on the sheet/);
  const [download] = await Promise.all([bench.page.waitForEvent("download"), bench.page.getByRole("button", { name: "Save as .xlsx" }).click()]);
  const grids = readWorkbook(readFileSync(await download.path()), download.suggestedFilename());
  const council = grids[0];
  expect(council?.formulas?.flat().filter((formula) => formula !== null).length).toBeGreaterThan(20);
  const view = grids.find((grid) => grid.sheet === "Pooled View");
  expect([view?.values[8]?.[2], view?.formulas?.[8]?.[2]]).toEqual([32_650_000, "=ROUND(C7+C8,2)"]);
});
