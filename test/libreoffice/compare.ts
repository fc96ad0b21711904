// Every formula cell of our sheets against what another program calculated for it.
import { cellAddress } from "../../src/core/budget/cells";
import { valueAt, type CellValue, type SheetGrid } from "../../src/core/reading/grid";
import type { SheetSpec } from "../../src/core/writing/types";

export interface Comparison {
  readonly formulas: number;
  /** One sentence a cell that differs. */
  readonly differences: readonly string[];
}

/** Figures agree when they are the same to a tenth of a penny; text and logical values when they are equal. */
export function compareFormulas(specs: readonly SheetSpec[], grids: readonly SheetGrid[]): Comparison {
  const differences: string[] = [];
  let formulas = 0;
  for (const spec of specs) {
    const grid = grids.find((g) => g.sheet === spec.name);
    spec.rows.forEach((row, r) => row.forEach((cell, c) => {
      if (cell?.formula === undefined) return;
      formulas += 1;
      const place = `${spec.name}!${cellAddress(r, c)}`;
      const kept = grid?.formulas?.[r]?.[c] ?? null;
      const found = grid === undefined ? null : valueAt(grid, r, c);
      if (kept === null) differences.push(`${place}: no formula is left.`);
      else if (!same(cell.value, found)) differences.push(`${place}: ${String(cell.value)} is ours, ${String(found)} was calculated. ${cell.formula}`);
    }));
  }
  return { formulas, differences };
}

function same(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === "number" && typeof theirs === "number") return Math.abs(ours - theirs) < 0.001;
  return (ours ?? "") === (theirs ?? "");
}
