// The worker that reads and pools large workbooks beside the pane, so that the pane stays awake; stopping ends it at once.
import { consolidate } from "../../app/consolidate";
import { GridParts } from "./gridParts";
import type { FromWorker, ToWorker } from "./messages";

const LINES_PER_PART = 1_000;
const parts = new GridParts();

function say(message: FromWorker): void {
  self.postMessage(message);
}

function go(): void {
  const { grids: _, ...rest } = consolidate(parts.grids(), ({ sheet, done, total }) => say({ kind: "step", sheet, done, total }));
  const { lines } = rest.reading;
  for (let at = 0; at < lines.length; at += LINES_PER_PART) say({ kind: "lines", lines: lines.slice(at, at + LINES_PER_PART) });
  say({ kind: "done", rest: { ...rest, reading: { ...rest.reading, lines: [] } } });
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.kind === "go") go();
    else parts.take(data);
  } catch (error) {
    say({ kind: "failed", name: error instanceof Error ? error.name : typeof error });
  }
});
