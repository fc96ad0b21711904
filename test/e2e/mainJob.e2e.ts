// The main job in a browser: the genuine pane beside the grid, from opening the sample to an applied and reverted virement.
import type { Browser } from "playwright-core";
import { startBrowser, WorkbenchPage } from "./support/workbenchPage";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("open, read, pool, write, suggest, accept, preview, apply, revert", async () => {
  const bench = await WorkbenchPage.open(browser);
  await bench.openSample();
  const pane = await bench.pane();

  await bench.press("Read the sheets");
  await bench.status(/44 lines read from 8 agencies/);
  await pane.getByText("8 sheets read, 44 lines, 1 question.").waitFor();
  await bench.screenshot("sources");

  await bench.press("See the pool");
  await pane.getByText(/£126,310,000 pooled from 8 agencies/).waitFor();
  await bench.press("Write the pooled view");
  await bench.status(/The pooled view is on the sheet/);
  // The grid's own engine calculated our formulas to the figures that we show.
  expect(await bench.gridValue("Pooled View", "C6")).toBe(13_390_000);
  expect(await bench.gridValue("Pooled View", "C7")).toBe(172_460_000);
  expect(await bench.gridValue("Pooled View", "C8")).toBe(-46_150_000);
  expect(await bench.gridValue("Pooled View", "C9")).toBe(126_310_000);
  await bench.screenshot("pool");

  await bench.press("Look for suggestions");
  await pane.getByText(/3 virements would close £720,000/).waitFor({ timeout: 60_000 });
  await bench.screenshot("suggestions");
  await bench.press("Put into the workbook");
  await bench.status(/3 virements on the sheet/);

  await pane.getByLabel("Your name").fill("Head of commissioning finance");
  await bench.press("Use this name");
  await bench.press("Accept C04-C06-1");
  await bench.status(/C04-C06-1 is accepted/);
  await bench.screenshot("review");
  await bench.press("Preview 1 accepted virement");
  await pane.getByText("5,095,000").first().waitFor();
  await bench.screenshot("preview");
  expect(await bench.gridValue("Council", "F13")).toBe(5_200_000);
  await bench.press("Apply these changes");
  await bench.status(/C04-C06-1 applied/);
  expect(await bench.gridValue("Council", "F13")).toBe(5_095_000);
  expect(await bench.gridValue("Council", "F15")).toBe(1_905_000);

  await bench.goTo("Register");
  await bench.screenshot("register");
  await bench.press("Preview the reversal of C04-C06-1");
  await pane.getByLabel("Why it is taken back").fill("The vacancies were filled");
  await bench.press("Preview with this reason");
  await pane.getByText("5,200,000").first().waitFor();
  await bench.press("Reverse these changes");
  await bench.status(/C04-C06-1 reverted/);
  expect(await bench.gridValue("Council", "F13")).toBe(5_200_000);
  expect(await bench.gridValue("Council", "F15")).toBe(1_800_000);

  expect(bench.leaks).toEqual([]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});
