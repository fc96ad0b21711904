// The host's cells as the grid draws them: value, formula, number format and look, with a stamp that tells whether they changed.
import type { ICellData, IStyleData } from "@univerjs/core";
import { CellError, type Cell } from "../host/model/cell";
import type { SheetModel } from "../host/model/sheet";

const PIXELS_PER_POINT = 4 / 3;
const HORIZONTAL: Readonly<Record<string, number>> = { Left: 1, Center: 2, Right: 3 };
const TEXT = 1;

/** Changes whenever the cell must be drawn anew. A formula's value is the grid's own business, so it is left out. */
export function cellStamp(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const value = cell.formula === undefined ? plain(cell) : null;
  return JSON.stringify([cell.formula ?? null, value, cell.numberFormat ?? null, cell.style ?? null]);
}

/** What the grid holds for the cell; an emptied cell is written as nothing at all. */
export function gridCell(cell: Cell | undefined): ICellData {
  if (cell === undefined) return { v: null, f: null, p: null, s: null };
  const style = gridStyle(cell);
  const value = plain(cell);
  return {
    ...(cell.formula === undefined ? { v: value, f: null, ...(typeof value === "string" ? { t: TEXT } : {}) } : { f: cell.formula, v: null }),
    p: null,
    s: style,
  };
}

/** Column widths in pixels by zero-based column. */
export function columnWidths(sheet: SheetModel): Record<number, { w: number; hd?: 0 | 1 }> {
  const widths: Record<number, { w: number; hd?: 0 | 1 }> = {};
  for (const [index, { size, hidden }] of sheet.columnSettings) {
    widths[index] = { w: Math.round((size ?? 48) * PIXELS_PER_POINT), ...(hidden === true ? { hd: 1 } : {}) };
  }
  return widths;
}

/** Row heights in pixels by zero-based row. */
export function rowHeights(sheet: SheetModel): Record<number, { h?: number; hd?: 0 | 1 }> {
  const heights: Record<number, { h?: number; hd?: 0 | 1 }> = {};
  for (const [index, { size, hidden }] of sheet.rowSettings) {
    heights[index] = { ...(size === undefined ? {} : { h: Math.round(size * PIXELS_PER_POINT) }), ...(hidden === true ? { hd: 1 } : {}) };
  }
  return heights;
}

function plain(cell: Cell): string | number | boolean | null {
  if (cell.value instanceof CellError) return cell.value.code;
  return cell.value === "" ? null : cell.value;
}

function gridStyle({ style = {}, numberFormat, hyperlink }: Cell): IStyleData {
  return {
    ...(style.bold === true ? { bl: 1 } : {}),
    ...(style.italic === true ? { it: 1 } : {}),
    ...(style.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(hyperlink === undefined ? {} : { ul: { s: 1 }, cl: { rgb: "#0563C1" } }),
    ...(style.fontColor === undefined ? {} : { cl: { rgb: style.fontColor } }),
    ...(style.fill === undefined ? {} : { bg: { rgb: style.fill } }),
    ...(style.wrapText === true ? { tb: 3 } : {}),
    ...(HORIZONTAL[style.horizontalAlignment ?? ""] === undefined ? {} : { ht: HORIZONTAL[style.horizontalAlignment ?? ""] }),
    ...(numberFormat === undefined || numberFormat === "General" ? {} : { n: { pattern: numberFormat } }),
  };
}
