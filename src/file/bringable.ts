// A chosen file's bytes as sheets to bring in: read with every guard, then values only, within what a sheet of Excel holds.
import { BRING_IN_LIMITS, valuesOnly, whyTooLarge, type BroughtSheet } from "../core/bringing/broughtSheet";
import { WorkbookError } from "../workbook/ports";
import { inMegabytes } from "./faults";
import { readWorkbook } from "./readWorkbook";

/** Throws WorkbookError before the file is opened when it is longer than is brought in. */
export function checkSize(name: string, bytes: number): void {
  if (bytes <= BRING_IN_LIMITS.bytes) return;
  throw tooLarge(name, `it is ${inMegabytes(bytes)} long, and at most ${inMegabytes(BRING_IN_LIMITS.bytes)} is brought in`);
}

/** Throws WorkbookError: too-large, empty-file, not-a-workbook, encrypted, inflates, unreadable. */
export function bringable(bytes: Uint8Array, name: string): BroughtSheet[] {
  return readWorkbook(bytes, name).map((grid) => {
    const brought = valuesOnly(grid);
    const why = whyTooLarge(brought);
    if (why !== null) throw tooLarge(name, why);
    return brought;
  });
}

function tooLarge(name: string, why: string): WorkbookError {
  return new WorkbookError("too-large", `${name} can't be brought in: ${why}.`, "Save a copy with only the sheets and rows that are needed, and bring that in.");
}
