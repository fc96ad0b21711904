// Measures how long the page is held up while a ledger of 200,000 postings is read: npm run build:workbench, then npx tsx scripts/largeLedger.ts.
import { heldUp, openLedger } from "../test/e2e/support/ledger";
import { startBrowser, WorkbenchPage } from "../test/e2e/support/workbenchPage";

const POSTINGS = Number(process.argv[2] ?? 200_000);

async function measure(): Promise<void> {
  const browser = await startBrowser();
  const bench = await WorkbenchPage.open(browser, { width: 900, height: 700 });
  const pane = await openLedger(bench, POSTINGS);
  for (let reading = 1; reading <= 3; reading += 1) {
    await heldUp(pane);
    const start = performance.now();
    await bench.press(reading === 1 ? "Read the sheets" : "Read again");
    await pane.getByRole("button", { name: "Stop" }).waitFor();
    await pane.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden", timeout: 120_000 });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const tasks = await heldUp(pane);
    process.stdout.write(`Reading ${reading}: ${POSTINGS} postings in ${seconds} s; longest task ${tasks[0] ?? 0} ms, ${tasks.filter((ms) => ms > 200).length} over 200 ms, ${tasks.length} over 50 ms\n`);
  }
  await browser.close();
}

void measure();
