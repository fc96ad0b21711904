// One way into Excel: waits for a cell being edited, retries what is worth retrying, translates faults, honours stop.
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { excelFault, worthRetrying } from "./errors";

const RETRIES = 2;
const FIRST_WAIT_MS = 250;

/**
 * Runs one batch of work. Only work that writes nothing is retried (`retry`), because a lost answer to a write leaves open what was done.
 */
export async function inExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: { readonly retry: boolean; readonly written: string },
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await Excel.run({ delayForCellEdit: true }, work);
    } catch (error) {
      if (!options.retry || attempt >= RETRIES || !worthRetrying(error)) throw excelFault(error, options.written);
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** attempt));
    }
  }
}

/** Throws the "stopped" fault when the user asked to stop. */
export function heedStop(work: WorkOptions): void {
  if (work.signal?.aborted === true) throw new WorkbookError("stopped", "Stopped as asked.", "Nothing more was written.");
}
