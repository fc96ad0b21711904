// A long ledger extract in a browser: the page stays awake while it is read, progress is shown, and a stop leaves things as they were.
import type { Browser } from "playwright-core";
import { heldUp, openLedger } from "../support/ledger";
import { startBrowser, WorkbenchPage } from "../support/workbenchPage";

/** 200,000 take a minute to draw in the workbench's own grid: scripts/largeLedger.ts does that, with the same measure. */
const POSTINGS = 20_000;
const LIMIT_MS = 200;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("no task holds the page up for longer than 200 ms; progress and stop work", async () => {
  const bench = await WorkbenchPage.open(browser, { width: 900, height: 700 });
  const pane = await openLedger(bench, POSTINGS);
  await bench.press("Read the sheets");
  await pane.getByText(/^(Reading the sheets|Understanding .+): \d+ of \d+$/).first().waitFor();
  await bench.press("Stop");
  await bench.status(/^Stopped reading the sheets\. Things are as they were\./);
  await pane.getByText("No sheets have been read yet.").waitFor();
  // Other work on the machine can hold anything up: what counts is that the page itself need not be.
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && best > LIMIT_MS; attempt += 1) {
    await heldUp(pane);
    await bench.press(attempt === 0 ? "Read the sheets" : "Read again");
    await pane.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden" });
    await bench.status(/^400 lines read from 1 agency\./);
    best = Math.min(best, (await heldUp(pane))[0] ?? 0);
  }
  expect(best).toBeLessThanOrEqual(LIMIT_MS);
  expect(bench.leaks).toEqual([]);
  expect(bench.errors).toEqual([]);
  await bench.close();
});
