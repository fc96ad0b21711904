// A long ledger extract in the workbench, and the longest time that the page was held up while the pane read it.
import type { Frame } from "playwright-core";
import type { WorkbenchPage } from "./workbenchPage";

interface Host {
  load(data: { readonly name: string; readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[] }): Promise<void>;
}

/** Loads so many postings straight into the workbook (400 cost centres, six columns) and opens the pane anew. */
export async function openLedger(bench: WorkbenchPage, postings: number): Promise<Frame> {
  await bench.openSample();
  await bench.page.evaluate(async (n) => {
    const rows: unknown[][] = [["Fictown Borough Council: ledger extract 2026/27, £"], [], ["Date", "Period", "Cost centre", "Account", "Supplier", "Amount"]];
    for (let i = 0; i < n; i += 1) rows.push([45_748 + (i % 180), 1 + (i % 6), `CC${1000 + (i % 400)}`, String(40_000 + (i % 50)), `Supplier ${i % 977}`, ((i * 7919) % 1_000_000) / 100]);
    await (window as unknown as { workbench: { host(): Host } }).workbench.host().load({ name: "ledger.xlsx", sheets: [{ name: "Ledger", rows }] });
  }, postings);
  const old = await bench.pane();
  await Promise.all([bench.page.waitForEvent("framenavigated", { predicate: (frame) => frame === old, timeout: 60_000 }), old.evaluate(() => window.location.reload()).catch(() => undefined)]);
  const pane = await bench.pane();
  await pane.getByRole("button", { name: "Read the sheets" }).first().waitFor({ timeout: 60_000 });
  await pane.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { heldUp: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
  });
  return pane;
}

/** Milliseconds of every task over 50 ms of this page (pane, host and grid share one thread) since last asked, longest first. */
export async function heldUp(pane: Frame): Promise<number[]> {
  // What the browser has seen is told a moment later.
  await pane.waitForTimeout(300);
  return pane.evaluate(() => (window as unknown as { heldUp: number[] }).heldUp.splice(0).map(Math.round).sort((a, b) => b - a));
}
