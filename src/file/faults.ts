// What can be wrong with a file before it is read, each as one error with a sentence and a next step.
import { WorkbookError } from "../workbook/ports";

const READABLE = "Excel workbooks (.xlsx, .xlsm, .xls) and comma-separated files (.csv)";

/** The file holds nothing at all. */
export function emptyFile(name: string): WorkbookError {
  return new WorkbookError("empty-file", `${name} is empty: it has no content at all.`, "Export or save the workbook again and check its size.");
}

/** The file is something else. `what` says what it looks like, e.g. "a PDF document". */
export function notAWorkbook(name: string, what: string, nextStep = `Choose one of the files that can be read: ${READABLE}.`): WorkbookError {
  return new WorkbookError("not-a-workbook", `${name} is not a workbook: it is ${what}.`, nextStep);
}

/** The workbook needs a password before anything in it can be seen. */
export function encrypted(name: string): WorkbookError {
  return new WorkbookError(
    "encrypted",
    `${name} is protected by a password, so nothing in it can be read.`,
    "Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password, leave blank) and save a copy to read.",
  );
}

/** The file would unpack to far more than a workbook holds. `why` is a clause with sizes. */
export function inflates(name: string, why: string): WorkbookError {
  return new WorkbookError(
    "inflates",
    `${name} was not opened: ${why}.`,
    "If it is a genuine workbook, save a copy with only the budget sheets in it and read that; if you do not know where it came from, delete it.",
  );
}

/** The file begins as a workbook and then breaks off or contradicts itself. */
export function unreadable(name: string, why: string, detail = ""): WorkbookError {
  return new WorkbookError(
    "unreadable",
    `${name} is damaged and can't be read: ${why}.`,
    "Open it in Excel, let Excel repair it, save it as .xlsx and try again; or ask its owner for a fresh copy.",
    detail,
  );
}

/** Bytes as people say them: "12 MB". */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${Math.round(megabytes / 1000)} GB`;
  return megabytes >= 1 ? `${Math.round(megabytes)} MB` : "less than 1 MB";
}
