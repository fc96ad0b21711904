// Tables side by side whose headings stand on different rows: cut apart at a blank column before tables are looked for.
import { readAmount } from "./amounts";
import { isBlank, oneLine } from "./cellText";
import type { CellValue, SheetGrid } from "./grid";

/** Columns of a part of the sheet, first and last included. */
interface Strip {
  readonly left: number;
  readonly right: number;
  /** Where its lines begin. */
  readonly start: Start | null;
}

interface Start {
  /** The first row on which words stand left of an amount. */
  readonly row: number;
  /** The nearest row above it with two words or more: its headings; -1 when it has none. */
  readonly headings: number;
}

/**
 * The sheet as one grid for each strip, in reading order and with the cells of the other strips blank; the sheet itself when it is one
 * table wide. A strip has words of its own left of its amounts, and its headings or its amounts begin on another row than those of the
 * strip beside it: where they begin together the tables share their heading rows and are cut apart later.
 */
export function stripsOf(grid: SheetGrid): readonly SheetGrid[] {
  const strips: Strip[] = [];
  for (const { left, right } of columnGroups(grid)) {
    const before = strips[strips.length - 1];
    const start = startOf(grid, left, right);
    if (before === undefined) strips.push({ left, right, start });
    else if (start === null || before.start === null || together(start, before.start) || !sharesRows(grid, before, left, right)) {
      strips[strips.length - 1] = { left: before.left, right, start: before.start ?? startOf(grid, before.left, right) };
    } else strips.push({ left, right, start });
  }
  return strips.length < 2 ? [grid] : strips.map((strip) => ({ ...grid, values: grid.values.map((row) => row.map((value, column): CellValue => (column >= strip.left && column <= strip.right ? value : null))) }));
}

function together(a: Start, b: Start): boolean {
  return a.row === b.row && a.headings === b.headings;
}

/** Runs of columns that hold anything, parted by columns that hold nothing on any row. */
function columnGroups(grid: SheetGrid): { left: number; right: number }[] {
  const used = new Set<number>();
  for (const row of grid.values) row.forEach((value, column) => void (isBlank(value) || used.add(column)));
  const groups: { left: number; right: number }[] = [];
  for (const column of [...used].sort((a, b) => a - b)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.right === column - 1) last.right = column;
    else groups.push({ left: column, right: column });
  }
  return groups;
}

/** Null unless at least two rows of the strip have different words left of an amount. */
function startOf(grid: SheetGrid, left: number, right: number): Start | null {
  let first: number | null = null;
  const labels = new Set<string>();
  let rows = 0;
  grid.values.forEach((row, at) => {
    const label = labelOf(row, left, right);
    if (label === null) return;
    first ??= at;
    rows += 1;
    labels.add(label);
  });
  if (first === null || labels.size < 2 || labels.size * 2 <= rows) return null;
  let headings = first - 1;
  while (headings >= 0 && wordsIn(grid.values[headings] ?? [], left, right) < 2) headings -= 1;
  return { row: first, headings };
}

function wordsIn(row: readonly CellValue[], left: number, right: number): number {
  return row.slice(left, right + 1).filter((value) => readAmount(value).kind === "text").length;
}

/** The words of a row within the strip that stand left of its last amount; codes of digits may stand before or between them. */
function labelOf(row: readonly CellValue[], left: number, right: number): string | null {
  let words = "";
  let label: string | null = null;
  for (let column = left; column <= right; column += 1) {
    const value = row[column] ?? null;
    if (isBlank(value)) continue;
    const kind = readAmount(value).kind;
    if (kind === "number" && words !== "") label = words;
    if (kind === "text") words += `${oneLine(value)}\u0001`;
  }
  return label;
}

/** Tables stand side by side only where some row holds amounts of both. */
function sharesRows(grid: SheetGrid, strip: Strip, left: number, right: number): boolean {
  return grid.values.some((row) => labelOf(row, strip.left, strip.right) !== null && labelOf(row, left, right) !== null);
}
