// The worker that reads chosen files beside the pane: nothing in a file runs here, and stopping ends it at once.
import { WorkbookError } from "../workbook/ports";
import { bringable } from "./bringable";
import type { FileReply, FileRequest } from "./fileMessages";

const CELLS_PER_PART = 12_000;

function say(reply: FileReply): void {
  self.postMessage(reply);
}

async function read({ name, file }: FileRequest): Promise<void> {
  say({ kind: "step", done: 1, total: 4 });
  const bytes = new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : file);
  say({ kind: "step", done: 2, total: 4 });
  const sheets = bringable(bytes, name);
  say({ kind: "step", done: 3, total: 4 });
  for (const { grid: { values, numberFormats, ...head }, facts } of sheets) {
    say({ kind: "sheet", head, facts, formatted: numberFormats !== undefined });
    const rows = Math.max(1, Math.floor(CELLS_PER_PART / Math.max(1, facts.columns)));
    for (let row = 0; row < values.length; row += rows) {
      say({ kind: "rows", values: values.slice(row, row + rows), formats: numberFormats?.slice(row, row + rows) ?? [] });
    }
  }
  say({ kind: "done" });
}

self.addEventListener("message", (event: MessageEvent<FileRequest>) => {
  read(event.data).catch((error: unknown) => {
    const fault = error instanceof WorkbookError ? error
      : new WorkbookError("unreadable", `${event.data.name} can't be read.`, "Open it in Excel, save it as .xlsx and try again.", error instanceof Error ? error.name : "");
    say({ kind: "failed", code: fault.code, message: fault.message, nextStep: fault.nextStep, detail: fault.detail });
  });
});
