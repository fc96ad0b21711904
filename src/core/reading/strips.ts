// Tables side by side whose headings stand on different rows: cut apart at a blank column before tables are looked for.
import { readAmount } from "./amounts";
import { isBlank, oneLine } from "./cellText";
import type { CellValue, SheetGrid } from "./grid";

/** Columns of a part of the sheet, first and last included. */
interface Strip {
  readonly left: number;
  readonly right: number;
  /** The first row on which words stand left of an amount within the strip. */
  readonly firstRow: number;
}

/**
 * The sheet as one grid for each strip, in reading order and with the cells of the other strips blank; the sheet itself when it is one
 * table wide. A strip has words of its own left of its amounts, and its amounts begin on another row than those of the strip beside it:
 * where they begin together the tables share their heading rows and are cut apart later.
 */
export function stripsOf(grid: SheetGrid): readonly SheetGrid[] {
  const strips: Strip[] = [];
  for (const { left, right } of columnGroups(grid)) {
    const before = strips[strips.length - 1];
    const firstRow = firstLabelledRow(grid, left, right);
    if (before === undefined) strips.push({ left, right, firstRow: firstRow ?? -1 });
    else if (firstRow === null || before.firstRow < 0 || firstRow === before.firstRow || !sharesRows(grid, before, left, right)) {
      strips[strips.length - 1] = { left: before.left, right, firstRow: before.firstRow < 0 ? firstLabelledRow(grid, before.left, right) ?? -1 : before.firstRow };
    } else strips.push({ left, right, firstRow });
  }
  return strips.length < 2 ? [grid] : strips.map((strip) => ({ ...grid, values: grid.values.map((row) => row.map((value, column): CellValue => (column >= strip.left && column <= strip.right ? value : null))) }));
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
function firstLabelledRow(grid: SheetGrid, left: number, right: number): number | null {
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
  return labels.size >= 2 && labels.size * 2 > rows ? first : null;
}

/** The first words of a row within the strip that have an amount at their right; codes of digits may stand before them. */
function labelOf(row: readonly CellValue[], left: number, right: number): string | null {
  let label: string | null = null;
  for (let column = left; column <= right; column += 1) {
    const value = row[column] ?? null;
    if (isBlank(value)) continue;
    const kind = readAmount(value).kind;
    if (kind === "number" && label !== null) return label;
    if (kind === "text") label ??= oneLine(value);
  }
  return null;
}

/** Tables stand side by side only where some row holds amounts of both. */
function sharesRows(grid: SheetGrid, strip: Strip, left: number, right: number): boolean {
  return grid.values.some((row) => labelOf(row, strip.left, strip.right) !== null && labelOf(row, left, right) !== null);
}
