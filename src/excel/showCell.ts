// From a figure to its cell: opens the sheet and selects the cell, found again where rows or columns were inserted since it was read.
import { parseAddress, type CellRef } from "../core/budget/cells";
import { findAgain, standsStill } from "../core/reading/memory/findAgain";
import type { CellValue, SheetGrid } from "../core/reading/grid";
import { WorkbookError } from "../workbook/ports";
import { inExcel } from "./run";

/** Above this many cells a sheet is not read again to find one cell: only that the row still has its words is made sure. */
const MOST_CELLS = 50_000;

/** Once more if another workbook took the focus in between. */
export function showInExcel(cell: CellRef, seen?: SheetGrid): Promise<void> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(cell.sheet);
    sheet.load("name");
    const size = (seen?.values ?? []).reduce((sum, row) => sum + row.length, 0);
    const row = (parseAddress(cell.address)?.row ?? 0) + 1;
    const looked = seen === undefined ? null : size <= MOST_CELLS ? sheet.getUsedRangeOrNullObject(true) : sheet.getRange(`${row}:${row}`).getUsedRangeOrNullObject(true);
    looked?.load("values,rowIndex,columnIndex");
    await context.sync();
    if (sheet.isNullObject) throw new WorkbookError("not-found", `The sheet "${cell.sheet}" is no longer there.`, "Read the sheets again.");
    const address = seen === undefined || looked === null ? cell.address : addressNow(cell, seen, looked, size <= MOST_CELLS);
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
  }, { retry: true, written: "" });
}

function addressNow(cell: CellRef, seen: SheetGrid, looked: Excel.Range, whole: boolean): string {
  const values: CellValue[][] = looked.isNullObject ? [] : [
    ...Array.from({ length: looked.rowIndex }, (): CellValue[] => []),
    ...(looked.values as CellValue[][]).map((row) => [...Array.from({ length: looked.columnIndex }, (): CellValue => null), ...row]),
  ];
  const found = whole ? findAgain(cell.address, seen.values, values) : standsStill(cell.address, seen.values, values.at(-1) ?? []) ? cell.address : null;
  // A cell without words in its row has nothing to be known by: it is shown where it was.
  if (found !== null || !(seen.values[parseAddress(cell.address)?.row ?? -1] ?? []).some((value) => typeof value === "string" && value.trim() !== "")) return found ?? cell.address;
  throw new WorkbookError("conflict", `The row of ${cell.sheet}!${cell.address} was changed since the sheets were read, and can't be found again.`, "Read the sheets again, then show the cell.");
}
