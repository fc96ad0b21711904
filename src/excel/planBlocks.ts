// A plan's cells and guards as few rectangles as may be: each rectangle is one range, one part of a request.
import { cellAddress, parseAddress } from "../core/budget/cells";
import type { CellChange, CellGuard } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";

/** Cells side by side and below one another. In a rectangle of changes every place is one; in one of guards some may be null. */
export interface Block<T> {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: (T | null)[][];
}

/** A rectangle takes at most so many cells, so that a message can be filled by whole rectangles. */
const CELLS_A_BLOCK = 4_000;

/** Rectangles whose every place is a change. */
export function blocksOf(changes: readonly CellChange[]): Block<CellChange>[] {
  return stacked([...byRow(changes)].flatMap(([, row]) => runsOf(row)));
}

/** Rectangles from the first to the last guard of each row. */
export function watchesOf(guards: readonly CellGuard[]): Block<CellGuard>[] {
  return stacked([...byRow(guards)].map(([, row]): Block<CellGuard> => {
    const left = Math.min(...row.map(({ column }) => column));
    const cells: (CellGuard | null)[] = [];
    for (const { column, cell } of row) cells[column - left] = cell;
    return { sheet: row[0]?.cell.sheet ?? "", top: row[0]?.row ?? 0, left, rows: [Array.from(cells, (cell) => cell ?? null)] };
  }));
}

export function addressOf({ top, left, rows }: Block<unknown>): string {
  return `${cellAddress(top, left)}:${cellAddress(top + rows.length - 1, left + (rows[0]?.length ?? 1) - 1)}`;
}

interface Placed<T> {
  readonly row: number;
  readonly column: number;
  readonly cell: T;
}

/** In order of sheet as first met, row and column. */
function byRow<T extends { readonly sheet: string; readonly address: string }>(cells: readonly T[]): Map<string, Placed<T>[]> {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  const order = new Map(sheets.map((sheet, i) => [sheet, i]));
  const placed = cells.map((cell): Placed<T> & { readonly nth: number } => {
    const place = parseAddress(cell.address);
    if (place === null) throw new WorkbookError("host", `"${cell.address}" is not a cell. Nothing was written.`, "Read the sheets again.");
    return { ...place, cell, nth: order.get(cell.sheet) ?? 0 };
  });
  placed.sort((a, b) => a.nth - b.nth || a.row - b.row || a.column - b.column);
  const rows = new Map<string, Placed<T>[]>();
  for (const item of placed) {
    const key = `${item.nth}!${item.row}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [item]);
    else row.push(item);
  }
  return rows;
}

function runsOf(row: readonly Placed<CellChange>[]): Block<CellChange>[] {
  const runs: Block<CellChange>[] = [];
  for (const { row: top, column, cell } of row) {
    const cells = runs.at(-1)?.rows[0];
    const left = runs.at(-1)?.left ?? 0;
    if (cells !== undefined && left + cells.length === column) cells.push(cell);
    else runs.push({ sheet: cell.sheet, top, left: column, rows: [[cell]] });
  }
  return runs;
}

/** Runs of the same columns below one another become one rectangle. */
function stacked<T>(runs: readonly Block<T>[]): Block<T>[] {
  const open = new Map<string, Block<T>>();
  const blocks: Block<T>[] = [];
  for (const run of runs) {
    const width = run.rows[0]?.length ?? 1;
    const key = `${run.sheet}!${run.left}:${width}`;
    const above = open.get(key);
    if (above !== undefined && above.top + above.rows.length === run.top && (above.rows.length + 1) * width <= CELLS_A_BLOCK) above.rows.push(...run.rows);
    else {
      const block = { ...run, rows: [...run.rows] };
      open.set(key, block);
      blocks.push(block);
    }
  }
  return blocks;
}
