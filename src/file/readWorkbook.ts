// Reads a workbook's bytes into grids, after making sure that they are a workbook and a safe one to open. Works in a page and in Node.
import { read, type WorkBook } from "@e965/xlsx";
import type { SheetGrid } from "../core/reading/grid";
import { csvGrid } from "./csvGrid";
import { encrypted, inflates, inMegabytes, unreadable } from "./faults";
import { fileKind } from "./fileKind";
import { LAST_COLUMN, LAST_ROW } from "./sheetScan";
import { worksheetGrid, type LibrarySheet } from "./worksheetGrid";
import { checkZip, ZIP_LIMITS } from "./zipGuard";

/**
 * Every sheet of an .xlsx, .xlsm, .xls or .csv, in the workbook's order, hidden sheets included, chart sheets left out.
 * Dates stay serial numbers, errors become their text ("#REF!"). `name` is how sentences call the file; `file` is what the grids carry
 * (null inside a single open workbook). Throws WorkbookError: empty-file, not-a-workbook, encrypted, inflates, unreadable.
 */
export function readWorkbook(bytes: Uint8Array, name: string, file: string | null = name): SheetGrid[] {
  const kind = fileKind(bytes, name);
  if (bytes.length > ZIP_LIMITS.partBytes) throw inflates(name, `it is ${inMegabytes(bytes.length)} long, and at most ${inMegabytes(ZIP_LIMITS.partBytes)} is read`);
  if (kind === "text") return [csvGrid(bytes, name, file)];
  if (kind === "zip") checkZip(bytes, name);
  const workbook = parse(bytes, name);
  const grids: SheetGrid[] = [];
  workbook.SheetNames.forEach((sheetName, i) => {
    const sheet = workbook.Sheets[sheetName] as LibrarySheet | undefined;
    // The library passes over a sheet that it can't parse; figures must not vanish that way.
    if (sheet === undefined) throw unreadable(name, `its sheet "${sheetName}" is broken`);
    if (sheet["!type"] === "chart") return;
    const beyond = (sheet["!data"]?.length ?? 0) > LAST_ROW || sheet["!data"]?.some((row) => (row?.length ?? 0) > LAST_COLUMN);
    if (beyond === true) throw unreadable(name, `its sheet "${sheetName}" has cells beyond the last row or column that a sheet has`);
    grids.push(worksheetGrid(sheet, sheetName, workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0, file));
  });
  if (grids.length === 0) throw unreadable(name, "no sheet was found in it");
  return grids;
}

function parse(bytes: Uint8Array, name: string): WorkBook {
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellText: false,
      cellDates: false,
      // The sheet's own statement of its used area is often stale; rows beyond it would be lost.
      nodim: true,
    });
  } catch (cause) {
    const detail = String(cause);
    if (/password|encrypt/i.test(detail)) throw encrypted(name);
    throw unreadable(name, "its parts don't fit together as a workbook's do", detail);
  }
}
