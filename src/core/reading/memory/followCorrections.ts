// Corrections of columns and range, moved with what they were made of after rows and columns were put in, taken out or swapped.
import { oneLine } from "../words/cellText";
import type { GridArea, SheetGrid } from "../grid";
import type { ColumnCorrection, Corrections, RangeRows } from "../types";
import type { RememberedColumn } from "../lineSteps";

/**
 * The corrected columns where they stand now: the same one of those with its heading, counted from the left, while there are as many as
 * when the mapping was written. A heading that is gone keeps its old place (the layout's comparison names it).
 */
export function followColumns(corrected: readonly ColumnCorrection[], remembered: readonly RememberedColumn[] | null, now: readonly { readonly column: number; readonly heading: string }[]): ColumnCorrection[] {
  return corrected.map((correction) => {
    const having = (columns: readonly { readonly column: number; readonly heading: string }[]): number[] =>
      columns.filter(({ heading }) => heading === correction.heading).map(({ column }) => column).sort((a, b) => a - b);
    const [before, after] = [having(remembered ?? []), having(now)];
    const at = before.indexOf(correction.column);
    if (at >= 0 && before.length === after.length) return { ...correction, column: after[at] ?? correction.column };
    return after.includes(correction.column) ? correction : { ...correction, column: after[0] ?? correction.column };
  });
}

/** The words of a range's first and last rows, by which it is found again. */
export function rowsOfRange(grid: SheetGrid, { top, left, bottom, right }: GridArea): RangeRows {
  const words = (row: number): string[] => Array.from({ length: right - left + 1 }, (_, i) => wordAt(grid, row, left + i));
  return { first: words(top), last: words(bottom) };
}

/**
 * The range where its first and last rows stand now, columns between them included. `missing` is the row that can't be found, or can't
 * be told from others; the range is then left where it was.
 */
export function followRange(corrections: Corrections, grid: SheetGrid): { readonly corrections: Corrections; readonly missing: string | null } {
  const { range, rangeRows } = corrections;
  if (range === null || rangeRows === undefined) return { corrections, missing: null };
  const head = rowNow(grid, rangeRows.first, range.top, 0, 0, Infinity);
  if (head === null) return { corrections, missing: describe(rangeRows.first) };
  const sides = sidesNow(grid, head, rangeRows.first, range);
  if (sides === null) return { corrections, missing: describe(rangeRows.first) };
  const [left, right] = sides;
  const end = rangeRows.last.every((word) => word === "") ? head + range.bottom - range.top
    : rowNow(grid, rangeRows.last, head + range.bottom - range.top, head, left, right);
  if (end === null) return { corrections, missing: describe(rangeRows.last) };
  const moved: GridArea = { top: head, left, bottom: end, right };
  return { corrections: { ...corrections, range: moved, rangeRows: rowsOfRange(grid, moved) }, missing: null };
}

/** The one row from `from` on that holds all the words between the columns; at its old place first, else only when no other has them. */
function rowNow(grid: SheetGrid, words: readonly string[], old: number, from: number, left: number, right: number): number | null {
  const wanted = words.filter((word) => word !== "");
  if (wanted.length === 0) return old;
  const holds = (row: number): boolean => {
    const held = (grid.values[row] ?? []).flatMap((_, column) => (column >= left && column <= right ? [wordAt(grid, row, column)] : []));
    return wanted.every((word) => wanted.filter((w) => w === word).length <= held.filter((h) => h === word).length);
  };
  if (holds(old)) return old;
  const found = grid.values.flatMap((_, row) => (row >= from && holds(row) ? [row] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Columns that hold figures under no word keep their distance from the outermost words. Null where a word stands over more columns than before. */
function sidesNow(grid: SheetGrid, row: number, words: readonly string[], range: GridArea): [number, number] | null {
  const held = words.flatMap((word, i) => (word === "" ? [] : [i]));
  if (words.every((word, i) => word === "" || wordAt(grid, row, range.left + i) === word)) return [range.left, range.right];
  const columns = (grid.values[row] ?? []).flatMap((_, column) => (words.includes(wordAt(grid, row, column)) && wordAt(grid, row, column) !== "" ? [column] : []));
  const [firstHeld, lastHeld, firstNow, lastNow] = [held[0], held[held.length - 1], columns[0], columns[columns.length - 1]];
  if (columns.length !== held.length || firstHeld === undefined || lastHeld === undefined || firstNow === undefined || lastNow === undefined) return null;
  return [Math.max(0, firstNow - firstHeld), lastNow + (words.length - 1 - lastHeld)];
}

function wordAt(grid: SheetGrid, row: number, column: number): string {
  const value = grid.values[row]?.[column] ?? null;
  return typeof value === "string" ? oneLine(value) : "";
}

function describe(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" | ");
}
