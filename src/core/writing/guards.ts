// The cells by which a change's row and column are known: applying looks at them again, so that nothing lands in a row that moved.
import { cellAddress, parseAddress } from "../budget/cells";
import type { CellValue, SheetGrid } from "../reading/grid";
import { valueAt } from "../reading/grid";
import { isOwnSheet } from "./sheetNames";
import type { CellGuard, WritePlan } from "./types";

/**
 * The plan with its guards, from the sheets as they were read when it was made. In an agency's row its words are held, and the words above
 * the changed cell; amounts beside it may change meanwhile. In a row of ours everything is held (the id, the amount, what was decided), and
 * for new rows the row that they follow.
 */
export function guarded(plan: WritePlan, grids: readonly SheetGrid[]): WritePlan {
  const changed = new Set(plan.changes.map(({ sheet, address }) => `${sheet}!${address}`));
  const guards = new Map<string, CellGuard>((plan.guards ?? []).map((guard) => [`${guard.sheet}!${guard.address}`, guard]));
  const rowsDone = new Set<string>();
  const hold = (grid: SheetGrid, row: number, column: number): void => {
    const address = cellAddress(row, column);
    const key = `${grid.sheet}!${address}`;
    if (!changed.has(key)) guards.set(key, { sheet: grid.sheet, address, value: valueAt(grid, row, column) });
  };
  const holdRow = (grid: SheetGrid, row: number, own: boolean): void => {
    if (rowsDone.has(`${grid.sheet}!${row}`)) return;
    rowsDone.add(`${grid.sheet}!${row}`);
    wordsIn(grid, row, own).forEach((column) => hold(grid, row, column));
  };
  for (const { file, sheet, address } of plan.changes) {
    const place = parseAddress(address);
    const grid = grids.find((each) => each.sheet === sheet && (each.file ?? undefined) === file);
    if (place === null || grid === undefined) continue;
    const own = isOwnSheet(grid);
    const row = own && isEmpty(grid.values[place.row]) ? lastRowAbove(grid, place.row) : place.row;
    if (row !== null) holdRow(grid, row, own);
    const heading = own ? null : headingRow(grid, place.row, place.column);
    if (heading !== null) hold(grid, heading, place.column);
  }
  return { ...plan, guards: [...guards.values()] };
}

/** Columns of a row that hold words, in our own sheets anything; what a formula gives may change by itself. */
function wordsIn(grid: SheetGrid, row: number, own: boolean): number[] {
  return (grid.values[row] ?? []).flatMap((value, column) => {
    const formula = grid.formulas?.[row]?.[column] ?? null;
    return formula === null && (own ? !blank(value) : isWord(value)) ? [column] : [];
  });
}

function headingRow(grid: SheetGrid, below: number, column: number): number | null {
  for (let row = below - 1; row >= 0; row -= 1) {
    if (isWord(valueAt(grid, row, column)) && (grid.formulas?.[row]?.[column] ?? null) === null) return row;
  }
  return null;
}

function lastRowAbove(grid: SheetGrid, below: number): number | null {
  for (let row = Math.min(below, grid.values.length) - 1; row >= 0; row -= 1) if (!isEmpty(grid.values[row])) return row;
  return null;
}

function isEmpty(row: readonly CellValue[] | undefined): boolean {
  return (row ?? []).every(blank);
}

function blank(value: CellValue): boolean {
  return value === null || value === "";
}

function isWord(value: CellValue): boolean {
  return typeof value === "string" && value.trim() !== "";
}
