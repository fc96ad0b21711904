// What bringing a file in again would change on its sheet: cells old -> new, counted all and listed some.
import { cellAddress } from "../budget/cells";
import { valueAt, type CellValue, type SheetGrid } from "../reading/grid";

interface ChangedCell {
  readonly address: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface SheetChanges {
  readonly cells: number;
  /** The first of them, in reading order. */
  readonly first: readonly ChangedCell[];
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

const LISTED = 30;

/** Compares values place by place; the work is in proportion to the cells of the larger sheet. */
export function sheetChanges(before: SheetGrid, after: SheetGrid): SheetChanges {
  const first: ChangedCell[] = [];
  let cells = 0;
  for (let row = 0; row < Math.max(before.values.length, after.values.length); row += 1) {
    const width = Math.max(before.values[row]?.length ?? 0, after.values[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [old, fresh] = [valueAt(before, row, column), valueAt(after, row, column)];
      if (old === fresh) continue;
      cells += 1;
      if (first.length < LISTED) first.push({ address: cellAddress(row, column), before: old, after: fresh });
    }
  }
  return { cells, first, rowsBefore: usedRows(before), rowsAfter: usedRows(after) };
}

function usedRows(grid: SheetGrid): number {
  let rows = grid.values.length;
  while (rows > 0 && (grid.values[rows - 1] ?? []).every((value) => value === null)) rows -= 1;
  return rows;
}
