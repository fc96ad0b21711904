// Office.js errors by code, turned into a sentence and a next step. The library's own message is never shown to people.
import { WorkbookError, type WorkbookErrorCode } from "../workbook/ports";

interface Words {
  readonly code: WorkbookErrorCode;
  readonly message: string;
  readonly nextStep: string;
}

const EDITING: Words = {
  code: "edit-mode", message: "A cell is being edited, so Excel can't take part just now.",
  nextStep: "Press Enter or Esc to finish the cell, then try again.",
};
const LOCKED: Words = {
  code: "protected", message: "A sheet or cell is protected, so Excel refused the change.",
  nextStep: "Ask whoever protects the sheet to unlock it. Common Purse never asks for a password.",
};
const GONE: Words = {
  code: "not-found", message: "A sheet or table that was there before is gone or has another name.",
  nextStep: "Read the sheets again.",
};
const TOO_LARGE: Words = {
  code: "too-large", message: "A sheet holds more than Excel will pass on at once.",
  nextStep: "Close other workbooks or split the sheet, then try again.",
};
const IN_THE_WAY: Words = {
  code: "conflict", message: "Something on the sheet is in the way: a merged, filtered or pivot range, or cells pushed off the end.",
  nextStep: "Clear the filter or move what stands there, then try again.",
};
const TOO_OLD: Words = {
  code: "unsupported", message: "This version of Excel lacks something that Common Purse needs.",
  nextStep: "Update Excel, or use Excel on the web.",
};
const BUSY: Words = { code: "busy", message: "Excel is busy and did not take the request.", nextStep: "Wait a moment and try again." };
const LOST: Words = {
  code: "connection-lost", message: "The connection to the workbook was lost.", nextStep: "Reload the workbook, then read the sheets again.",
};
const OTHER: Words = { code: "host", message: "Excel reported a fault.", nextStep: "Read the sheets again to see how things stand." };

/** The codes of Microsoft's "Excel JavaScript API error messages" that we can meet. */
const BY_CODE: Readonly<Record<string, Words>> = {
  InvalidOperationInCellEditMode: EDITING, InvalidOperation: EDITING,
  AccessDenied: LOCKED,
  ItemNotFound: GONE, InvalidReference: GONE, InvalidBinding: GONE,
  RequestPayloadSizeLimitExceeded: TOO_LARGE, ResponsePayloadSizeLimitExceeded: TOO_LARGE, RangeExceedsLimit: TOO_LARGE,
  MemoryLimitReached: TOO_LARGE, OperationCellsExceedLimit: TOO_LARGE,
  InsertDeleteConflict: IN_THE_WAY, MergedRangeConflict: IN_THE_WAY, FilteredRangeConflict: IN_THE_WAY, PivotTableRangeConflict: IN_THE_WAY,
  NonBlankCellOffSheet: IN_THE_WAY,
  ApiNotFound: TOO_OLD, NotImplemented: TOO_OLD, ApiNotAvailable: TOO_OLD, UnsupportedFeature: TOO_OLD, UnsupportedSheet: TOO_OLD,
  RequestAborted: BUSY, ServiceNotAvailable: BUSY, ActivityLimitReached: BUSY, Conflict: BUSY,
  InvalidOrTimedOutSession: LOST, ConnectionFailure: LOST,
};

/** Codes after which trying the same request again may help. */
const RETRY: ReadonlySet<string> = new Set(["RequestAborted", "ServiceNotAvailable", "ActivityLimitReached", "Conflict"]);

/** `written` says in words what may have been written before the fault. */
export function excelFault(error: unknown, written: string): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = codeOf(error);
  const words = BY_CODE[code] ?? OTHER;
  return new WorkbookError(words.code, `${words.message} ${written}`.trim(), words.nextStep, code);
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}

export function worthRetrying(error: unknown): boolean {
  return RETRY.has(codeOf(error));
}

/** True while somebody edits a cell: Excel did not do the request at all. */
export function isEditing(error: unknown): boolean {
  return BY_CODE[codeOf(error)] === EDITING;
}

export function isTooLarge(error: unknown): boolean {
  return (BY_CODE[codeOf(error)] ?? OTHER).code === "too-large";
}
