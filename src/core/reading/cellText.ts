// Small questions about a cell's value, asked everywhere in reading.
import { foldLabel } from "../text";
import { valueAt, type CellValue, type SheetGrid } from "./grid";

export function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** Text on one line with single blanks, or "" for an empty cell. Numbers come as they are stored. */
export function oneLine(value: CellValue): string {
  return value === null ? "" : String(value).replace(/\s+/g, " ").trim();
}

export function textAt(grid: SheetGrid, row: number, column: number): string {
  return oneLine(valueAt(grid, row, column));
}

/** A calendar or financial year as a heading writes it ("2026/27", "2026-27", 2026), as its first year; null when it is not one. */
export function yearOf(value: CellValue): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 1990 && value <= 2100 ? value : null;
  if (typeof value !== "string") return null;
  // A year that ends in March is named by the year it began in.
  const ending = /\b31(?:st)? mar(?:ch)?,? ((?:19|20)\d{2})\b/i.exec(value);
  if (ending !== null) return Number(ending[1]) - 1;
  const match = /(?:^|[^\d.,])((?:19|20)\d{2})(?:\s*[/\-–—]\s*(?:(?:19|20)?\d{2}))?(?=$|[^\d,])/.exec(value);
  return match === null ? null : Number(match[1]);
}

/** A cell that holds nothing but a year. */
export function isYearCell(value: CellValue): boolean {
  if (typeof value === "number") return yearOf(value) !== null;
  return typeof value === "string" && /^\s*(fy\s*)?(19|20)\d{2}(\s*[/\-–—]\s*((19|20)?\d{2}))?\s*$/i.test(value);
}

const folded = new Map<string, string>();

/** foldLabel with a memory: the same words come again on every row of a long sheet. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const value = foldLabel(text);
  if (folded.size > 50_000) folded.clear();
  folded.set(text, value);
  return value;
}
