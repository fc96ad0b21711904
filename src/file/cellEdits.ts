// Copies of a grid or of a sheet of ours with one cell or one table's area changed; the original stays as it was.
import type { CellValue, SheetGrid } from "../core/reading/grid";
import type { SheetSpec, TableResize } from "../core/writing/types";

/** Rows that are missing on the way are empty. */
export function gridWithCell(grid: SheetGrid, row: number, column: number, value: CellValue): SheetGrid {
  return { ...grid, values: replaced(grid.values, row, column, value, null) };
}

/** The cell keeps its look; a formula never stands there (it would have been an obstacle). */
export function specWithCell(spec: SheetSpec, row: number, column: number, value: CellValue): SheetSpec {
  const before = spec.rows[row]?.[column] ?? null;
  return { ...spec, rows: replaced(spec.rows, row, column, { ...before, value }, null) };
}

export function specWithTable(spec: SheetSpec, { table, area }: TableResize): SheetSpec {
  return { ...spec, tables: spec.tables.map((found) => (found.name === table ? { ...found, area } : found)) };
}

function replaced<T>(rows: readonly (readonly T[])[], row: number, column: number, cell: T, empty: T): (readonly T[])[] {
  const next: (readonly T[])[] = [...rows];
  while (next.length <= row) next.push([]);
  const cells = [...(next[row] ?? [])];
  while (cells.length < column) cells.push(empty);
  cells[column] = cell;
  next[row] = cells;
  return next;
}
