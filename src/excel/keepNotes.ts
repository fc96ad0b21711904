// Users' notes beside our sheets in Excel: read with the look before writing, and set down again where their rows now stand.
import { carriedNotes, type Notes, type StandingSheet } from "../core/writing/notes";
import type { SheetSpec } from "../core/writing/types";
import { cellInput, formulaIn, numberFormatOf } from "./cellWriting";
import { paint } from "./styles";

const NOTES_WIDTH_POINTS = 210;

/** The sheet's used cells from A1. `used` was loaded with values, formulas, numberFormat and its corner. */
function standingSheet(used: Excel.Range): StandingSheet {
  const from = <T,>(rows: readonly (readonly T[])[], empty: T): T[][] => [
    ...Array.from({ length: used.rowIndex }, () => []),
    ...rows.map((row) => [...Array.from({ length: used.columnIndex }, () => empty), ...row]),
  ];
  const values = from<string | number | boolean | null>(used.values as (string | number | boolean | null)[][], null);
  const raw = from<unknown>(used.formulas as unknown[][], null);
  return {
    values: values.map((row) => row.map((value) => (value === "" ? null : value))),
    formulas: raw.map((row, r) => row.map((formula, c) => formulaIn(formula, values[r]?.[c] ?? null))),
    numberFormats: from<string | null>(used.numberFormat as string[][], null),
  };
}

/** The notes of a sheet that keeps them, placed for its refresh; null for a sheet that does not. */
export function notesFor(spec: SheetSpec, fresh: boolean, used: Excel.Range): Notes | null {
  if (spec.keepsNotes !== true) return null;
  return carriedNotes(fresh || used.isNullObject ? null : standingSheet(used), spec);
}

/** Empties what stood on the sheet before it is written anew: our own columns, and the users' where their notes move. */
export function clearBefore(sheet: Excel.Worksheet, used: Excel.Range, width: number, notes: Notes | null): void {
  const moves = notes !== null && !notes.unmoved;
  const old = sheet.getRangeByIndexes(0, 0, used.rowIndex + used.rowCount, moves ? Math.max(width, used.columnIndex + used.columnCount) : width);
  old.clear(Excel.ClearApplyTo.contents);
  old.clear(Excel.ClearApplyTo.formats);
}

/** Sets the users' cells down. Nothing to do where each stayed in its cell. */
export function writeNotes(sheet: Excel.Worksheet, notes: Notes | null): void {
  if (notes === null || notes.unmoved) return;
  for (const { row, column, cell, numberFormat } of notes.cells) {
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    range.numberFormat = [[numberFormat ?? numberFormatOf(cell)]];
    range.formulas = [[cellInput(cell.value, { formula: cell.formula, numberFormat: numberFormat ?? undefined })]];
    if (cell.style !== undefined && cell.style !== "body") paint(range, cell.style);
  }
  sheet.getRangeByIndexes(0, notes.width + 1, 1, 1).format.columnWidth = NOTES_WIDTH_POINTS;
}

/** How far the users' cells reach, for putting a sheet back. */
export function reachOf(spec: SheetSpec, notes: Notes | null): { readonly rows: number; readonly columns: number } {
  const cells = notes?.cells ?? [];
  return {
    rows: Math.max(spec.rows.length, ...cells.map(({ row }) => row + 1)),
    columns: Math.max(1, ...spec.rows.map((row) => row.length), ...cells.map(({ column }) => column + 1)),
  };
}
