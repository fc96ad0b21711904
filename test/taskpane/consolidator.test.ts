// The consolidating worker's side and the pane's side together: the same result as consolidating here, in parts; stop and failure are heard.
import { readFileSync } from "node:fs";
import path from "node:path";
import { consolidate } from "../../src/app/consolidate";
import { readWorkbook } from "../../src/file/readWorkbook";
import { GridParts } from "../../src/taskpane/background/gridParts";
import type { FromWorker, ToWorker } from "../../src/taskpane/background/messages";
import { WorkerConsolidator, type ConsolidatingWorker } from "../../src/taskpane/background/workerConsolidator";

const grids = readWorkbook(new Uint8Array(readFileSync(path.join(__dirname, "../../samples/brackenshire.xlsx"))), "b.xlsx", null);

/** What a browser does between page and worker: every message is a copy and comes later. */
class FakeWorker implements ConsolidatingWorker {
  ended = false;
  private readonly parts = new GridParts();
  private readonly listeners: ((event: { readonly data: FromWorker }) => void)[] = [];
  constructor(private readonly broken = false) {}
  addEventListener(type: "message" | "error", listener: unknown): void {
    if (type === "message") this.listeners.push(listener as (event: { readonly data: FromWorker }) => void);
  }
  terminate(): void {
    this.ended = true;
  }
  postMessage(message: ToWorker): void {
    const copy = structuredClone(message);
    if (copy.kind !== "go") {
      this.parts.take(copy);
      return;
    }
    if (this.broken) {
      this.say({ kind: "failed", name: "RangeError" });
      return;
    }
    const { grids: _, ...rest } = consolidate(this.parts.grids(), ({ sheet, done, total }) => this.say({ kind: "step", sheet, done, total }));
    this.say({ kind: "lines", lines: rest.reading.lines.slice(0, 10) });
    this.say({ kind: "lines", lines: rest.reading.lines.slice(10) });
    this.say({ kind: "done", rest: { ...rest, reading: { ...rest.reading, lines: [] } } });
  }
  private say(message: FromWorker): void {
    const copy = structuredClone(message);
    setTimeout(() => {
      if (!this.ended) for (const listener of this.listeners) listener({ data: copy });
    }, 0);
  }
}

test("what comes back is what consolidating here gives, with progress", async () => {
  const worker = new FakeWorker();
  const steps: string[] = [];
  const found = await new WorkerConsolidator(() => worker, 0).consolidate(grids, { onProgress: ({ step }) => steps.push(step) });
  expect(found).toStrictEqual(consolidate(grids));
  expect(steps).toContain("Understanding Council");
  expect(worker.ended).toBe(true);
});

test("a small workbook starts no worker", async () => {
  const found = await new WorkerConsolidator(() => { throw new Error("A worker was started."); }).consolidate(grids, {});
  expect(found.reading.lines).toHaveLength(44);
});

test("a stop ends the worker at once, a worker that fails is said so", async () => {
  const worker = new FakeWorker();
  const abort = new AbortController();
  const work = new WorkerConsolidator(() => worker, 0).consolidate(grids, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(work).rejects.toMatchObject({ code: "stopped" });
  expect(worker.ended).toBe(true);
  await expect(new WorkerConsolidator(() => new FakeWorker(true), 0).consolidate(grids, {})).rejects.toMatchObject({ code: "too-large", detail: "RangeError" });
});
