// Rows of titles right above a table's headings: whose budget it is, its year and its unit, which no column is about.
import { isBlank, oneLine, yearOf } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { isAmount, meaningOf, unitNamed } from "../words/headingWords";
import type { RowLook } from "../tableSteps";

const BODY = /\p{L}{3,} (?:council|authority|board|trust|icb)\b(?! tax)/iu;

/** The text names a body by two words at least: "Thornshire Council", not "Council". */
export function isBody(text: string): boolean {
  return BODY.test(text);
}

/** "Thornshire Council" over the names of lines, its year and unit on the same row: all of them titles, no headings. */
export function namesBody(grid: SheetGrid, look: RowLook, dataColumns: ReadonlySet<number>): boolean {
  const [first, ...others] = look.texts;
  if (first === undefined || first !== firstColumn(grid) || dataColumns.has(first) || !isBody(oneLine(valueAt(grid, look.row, first)))) return false;
  return others.every((column) => {
    const text = oneLine(valueAt(grid, look.row, column));
    return yearOf(text) !== null ? /^[^a-z]*$|^year\b/i.test(text) : unitNamed(text) !== null && !OF_BUDGET.test(text);
  });
}

const OF_BUDGET = /\b(budget|plan|estimate|forecast|actual|outturn)s?\b/i;

/** "Budget report 2026/27" over the names of lines and one more text at its right (whose it is, who wrote it): two titles on one row. */
export function isTitleBeside(grid: SheetGrid, look: RowLook, dataColumns: ReadonlySet<number>): boolean {
  const [first, second] = look.texts;
  if (first === undefined || second === undefined || look.texts.length !== 2 || first !== firstColumn(grid) || dataColumns.has(first)) return false;
  const [title, beside] = [first, second].map((column) => oneLine(valueAt(grid, look.row, column)));
  const meaning = meaningOf(beside ?? "");
  return (yearOf(title ?? "") !== null || (title ?? "").length > 30) && (meaning === null || !isAmount(meaning)) && unitNamed(beside ?? "") === null;
}

/** The leftmost column of the sheet that holds anything. */
export function firstColumn(grid: SheetGrid): number {
  let first = Number.MAX_SAFE_INTEGER;
  for (const row of grid.values) {
    const at = row.findIndex((value) => !isBlank(value));
    if (at >= 0 && at < first) first = at;
  }
  return first;
}
