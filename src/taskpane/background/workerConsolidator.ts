// Consolidates small workbooks here and large ones in a worker, with progress and stop; the result is the same.
import type { Consolidation } from "../../app/consolidate";
import { consolidateHere, type Consolidator } from "../../app/consolidator";
import type { BudgetLine } from "../../core/budget/line";
import type { SheetGrid } from "../../core/reading/grid";
import { WorkbookError, type WorkOptions } from "../../workbook/ports";
import { partsOf } from "./gridParts";
import type { FromWorker, ToWorker } from "./messages";

/** The part of a Worker that is used; tests stand in for it. */
export interface ConsolidatingWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
}

/** Up to this many cells reading takes less time than a person notices, and no worker need start. */
const CELLS_HERE = 20_000;
/** The page is given a turn after so long at most. */
const SLICE_MS = 20;

function startConsolidateWorker(): ConsolidatingWorker {
  return new Worker(/* webpackChunkName: "consolidate" */ new URL("./consolidateWorker.ts", import.meta.url));
}

export class WorkerConsolidator implements Consolidator {
  constructor(private readonly start: () => ConsolidatingWorker = startConsolidateWorker, private readonly cellsHere = CELLS_HERE) {}

  async consolidate(grids: readonly SheetGrid[], work: WorkOptions): Promise<Consolidation> {
    if (cellsOf(grids) <= this.cellsHere) return consolidateHere.consolidate(grids, work);
    const worker = this.start();
    let end: () => void = () => undefined;
    try {
      const answered = new Promise<Consolidation>((resolve, reject) => {
        const lines: BudgetLine[] = [];
        end = () => reject(stopped());
        work.signal?.addEventListener("abort", end, { once: true });
        worker.addEventListener("error", ({ message }) => reject(broken(message ?? "")));
        worker.addEventListener("message", ({ data }) => {
          if (data.kind === "step") work.onProgress?.({ step: `Understanding ${data.sheet}`, done: data.done, total: data.total });
          else if (data.kind === "lines") for (const line of data.lines) lines.push(line);
          else if (data.kind === "failed") reject(broken(data.name));
          else resolve({ ...data.rest, grids, reading: { ...data.rest.reading, lines } });
        });
      });
      // A stop while the sheets are handed over is heard there; this only keeps it from counting as unheard.
      answered.catch(() => undefined);
      await handOver(worker, grids, work);
      return await answered;
    } finally {
      work.signal?.removeEventListener("abort", end);
      worker.terminate();
    }
  }
}

async function handOver(worker: ConsolidatingWorker, grids: readonly SheetGrid[], { signal, onProgress }: WorkOptions): Promise<void> {
  let since = performance.now();
  for (const part of partsOf(grids)) {
    worker.postMessage(part);
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted === true) throw stopped();
    since = performance.now();
  }
  onProgress?.({ step: "Understanding the sheets", done: 0, total: grids.length });
  worker.postMessage({ kind: "go" });
}

function cellsOf(grids: readonly SheetGrid[]): number {
  let cells = 0;
  for (const grid of grids) for (const row of grid.values) cells += row.length;
  return cells;
}

function stopped(): WorkbookError {
  return new WorkbookError("stopped", "Stopped as asked.", "Nothing was written.");
}

function broken(detail: string): WorkbookError {
  return new WorkbookError("too-large", "The sheets could not be understood: the reading stopped before its end. Nothing was written.", "They may be too large for this machine. Read fewer sheets, or use the command line.", detail);
}
