// Reads chosen files in a worker of the pane, one at a time, so that the pane stays awake and a stop is heard at once.
import type { BroughtSheet } from "../core/bringing/broughtSheet";
import type { CellValue } from "../core/reading/grid";
import { WorkbookError, type ChosenFile, type FilesPort, type WorkOptions } from "../workbook/ports";
import { bringable, checkSize } from "./bringable";
import type { FileReply, FileRequest } from "./fileMessages";

/** The part of a Worker that is used; tests stand in for it. */
export interface FileWorker {
  postMessage(message: FileRequest): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: FileReply }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
}

function startFileWorker(): FileWorker {
  return new Worker(/* webpackChunkName: "files" */ new URL("./fileWorker.ts", import.meta.url));
}

export class WorkerFiles implements FilesPort {
  constructor(private readonly start: () => FileWorker = startFileWorker) {}

  async read(file: ChosenFile, work: WorkOptions = {}): Promise<readonly BroughtSheet[]> {
    heedStop(work.signal);
    checkSize(file.name, file.size);
    const source = file instanceof Blob ? file : await file.arrayBuffer();
    heedStop(work.signal);
    const worker = this.start();
    const gathered = new Gathered();
    let end: () => void = () => undefined;
    try {
      return await new Promise<readonly BroughtSheet[]>((resolve, reject) => {
        end = () => reject(stopped());
        work.signal?.addEventListener("abort", end, { once: true });
        worker.addEventListener("error", ({ message }) => reject(unwilling(file.name, message ?? "")));
        worker.addEventListener("message", ({ data }) => {
          if (data.kind === "step") work.onProgress?.({ step: `Reading ${file.name}`, done: data.done, total: data.total });
          else if (data.kind === "failed") reject(new WorkbookError(data.code, data.message, data.nextStep, data.detail));
          else if (data.kind === "done") resolve(gathered.sheets());
          else gathered.take(data);
        });
        worker.postMessage({ name: file.name, file: source });
      });
    } finally {
      work.signal?.removeEventListener("abort", end);
      worker.terminate();
    }
  }
}

/** The same reading without a worker, for where there is none. */
export class DirectFiles implements FilesPort {
  async read(file: ChosenFile, work: WorkOptions = {}): Promise<readonly BroughtSheet[]> {
    heedStop(work.signal);
    checkSize(file.name, file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    heedStop(work.signal);
    return bringable(bytes, file.name);
  }
}

/** Sheets as they come in, part by part. */
class Gathered {
  private readonly parts: { head: Extract<FileReply, { kind: "sheet" }>; values: (readonly CellValue[])[]; formats: (readonly (string | null)[])[] }[] = [];

  take(reply: Extract<FileReply, { kind: "sheet" | "rows" }>): void {
    if (reply.kind === "sheet") {
      this.parts.push({ head: reply, values: [], formats: [] });
      return;
    }
    const last = this.parts[this.parts.length - 1];
    for (const row of reply.values) last?.values.push(row);
    for (const row of reply.formats) last?.formats.push(row);
  }

  sheets(): BroughtSheet[] {
    return this.parts.map(({ head, values, formats }) => ({
      grid: { ...head.head, values, ...(head.formatted ? { numberFormats: formats } : {}) }, facts: head.facts,
    }));
  }
}

function heedStop(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw stopped();
}

function stopped(): WorkbookError {
  return new WorkbookError("stopped", "Stopped as asked.", "Nothing was written.");
}

function unwilling(name: string, detail: string): WorkbookError {
  return new WorkbookError("unreadable", `${name} could not be read: the reader stopped before its end.`, "The file may be too large for this machine. Save a copy with fewer sheets and try again.", detail);
}
