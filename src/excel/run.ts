// One way into Excel: waits for a cell being edited, retries what is worth retrying, translates faults, honours stop.
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { excelFault, isEditing, worthRetrying } from "./errors";

const RETRIES = 2;
const FIRST_WAIT_MS = 250;

/** How long to wait for people: for a cell being edited, and for somebody else's change that is being written. */
export interface Patience {
  readonly editingMs: number;
  readonly lookAgainMs: number;
  readonly unfinishedMs: number;
}
export const ORDINARY_PATIENCE: Patience = { editingMs: 30_000, lookAgainMs: 300, unfinishedMs: 1500 };

/**
 * Runs one batch of work, which `waits` for a cell being edited by itself or leaves that to us. Only work that writes nothing is retried (`retry`), because a lost answer to a write leaves open what was done.
 */
export async function inExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: { readonly retry: boolean; readonly written: string; readonly heed?: WorkOptions; readonly patience?: Patience; readonly waits?: boolean },
): Promise<T> {
  // What is retried waits here, with progress and an end; what writes sheets of ours leaves the waiting to Excel.
  const once = (): Promise<T> => Excel.run({ delayForCellEdit: !options.retry && options.waits !== true }, work);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await (options.retry ? patiently(once, options.heed ?? {}, options.patience) : once());
    } catch (error) {
      if (!options.retry || attempt >= RETRIES || !worthRetrying(error)) throw excelFault(error, options.written);
      await pause(FIRST_WAIT_MS * 2 ** attempt);
    }
  }
}

/** Tries again while a cell is being edited, says so as progress, and in the end gives up with that fault: such a request was not done at all. */
export async function patiently<T>(attempt: () => Promise<T>, work: WorkOptions, patience: Patience = ORDINARY_PATIENCE): Promise<T> {
  for (let waited = 0; ; waited += patience.lookAgainMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!isEditing(error) || waited >= patience.editingMs) throw error;
      heedStop(work);
      work.onProgress?.({ step: "Waiting for the cell that is being edited: press Enter or Esc in it", done: Math.min(waited, patience.editingMs), total: patience.editingMs });
      await pause(patience.lookAgainMs);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Throws the "stopped" fault when the user asked to stop. */
export function heedStop(work: WorkOptions): void {
  if (work.signal?.aborted === true) throw new WorkbookError("stopped", "Stopped as asked.", "Nothing more was written.");
}
