// The rows of a table that a cell's formula adds: sums and plain additions of its own column, nothing else.
import { parseAddress } from "../../budget/cells";
import type { SheetGrid } from "../grid";

export interface FormulaPart {
  readonly index: number;
  readonly coefficient: 1 | -1;
}

const TERM = /([+-]?)(?:(SUM|SUBTOTAL)\(((?:9,|109,)?[^()]*)\)|(\$?[A-Z]{1,3}\$?\d+))/gy;

/**
 * Indexes of the rows that the formula of the row's first calculated amount adds up, or null when it has no formula or one of another
 * kind. `byRow` gives the index of each amount row; other rows in a range are empty and count for nothing.
 */
export function partsOfFormula(grid: SheetGrid, row: number, columns: readonly number[], byRow: ReadonlyMap<number, number>): readonly FormulaPart[] | null {
  for (const column of columns) {
    const formula = grid.formulas?.[row]?.[column];
    if (formula === null || formula === undefined || formula === "") continue;
    return partsOf(formula, row, column, byRow);
  }
  return null;
}

function partsOf(formula: string, row: number, column: number, byRow: ReadonlyMap<number, number>): readonly FormulaPart[] | null {
  const text = formula.replace(/^=/, "").replace(/\s/g, "").toUpperCase();
  const parts: FormulaPart[] = [];
  let at = 0;
  TERM.lastIndex = 0;
  for (let match = TERM.exec(text); match !== null; match = TERM.exec(text)) {
    at = TERM.lastIndex;
    const coefficient = match[1] === "-" ? -1 : 1;
    const refs = match[4] === undefined ? (match[3] ?? "").split(",").filter((part) => !/^\d+$/.test(part)) : [match[4]];
    for (const ref of refs) {
      const rows = rowsOf(ref, column);
      if (rows === null || rows.includes(row)) return null;
      for (const r of rows) {
        const index = byRow.get(r);
        if (index !== undefined) parts.push({ index, coefficient });
      }
    }
    if (at >= text.length) break;
  }
  return at === text.length && parts.length > 0 ? parts : null;
}

function rowsOf(ref: string, column: number): number[] | null {
  const [first = "", last = first] = ref.split(":");
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === null || to === null || from.column !== column || to.column !== column || to.row < from.row || to.row - from.row > 100_000) return null;
  return Array.from({ length: to.row - from.row + 1 }, (_, i) => from.row + i);
}
