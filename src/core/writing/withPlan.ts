// The sheets as they are once a plan is written, without reading them: what was written is known, what formulas then give is not.
import { parseAddress } from "../budget/cells";
import type { CellValue, SheetGrid } from "../reading/grid";
import { isOwnSheet } from "./sheetNames";
import type { CellChange, WritePlan } from "./types";

/** `stale` are agencies' sheets that calculate, to be read again; formulas of our own sheets are for people and are read by nobody. */
export function withPlan(grids: readonly SheetGrid[], { changes }: Pick<WritePlan, "changes">): { readonly grids: readonly SheetGrid[]; readonly stale: readonly string[] } {
  const bySheet = new Map<string, CellChange[]>();
  for (const change of changes) {
    const known = bySheet.get(change.sheet);
    if (known === undefined) bySheet.set(change.sheet, [change]);
    else known.push(change);
  }
  const touched = grids.filter(({ sheet }) => bySheet.has(sheet));
  return {
    grids: grids.map((grid) => (touched.includes(grid) ? changed(grid, bySheet.get(grid.sheet) ?? []) : grid)),
    stale: touched.filter((grid) => !isOwnSheet(grid) && calculates(grid)).map(({ sheet }) => sheet),
  };
}

function changed(grid: SheetGrid, changes: readonly CellChange[]): SheetGrid {
  const values: (readonly CellValue[])[] = [...grid.values];
  const copied = new Map<number, CellValue[]>();
  for (const { address, after } of changes) {
    const at = parseAddress(address);
    if (at === null) continue;
    const row = copied.get(at.row) ?? [...(values[at.row] ?? [])];
    copied.set(at.row, row);
    while (row.length < at.column) row.push(null);
    row[at.column] = after;
    while (values.length < at.row) values.push([]);
    values[at.row] = row;
  }
  return { ...grid, values };
}

function calculates({ formulas = [] }: SheetGrid): boolean {
  return formulas.some((row) => row.some((formula) => formula !== null));
}
