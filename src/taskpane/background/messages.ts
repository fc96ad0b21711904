// What the pane and its consolidating worker say to each other: grids and lines go in parts, so that neither side is held up by one of them.
import type { Consolidation } from "../../app/consolidate";
import type { BudgetLine } from "../../core/budget/line";
import type { SheetGrid } from "../../core/reading/grid";

type Matrix<T> = readonly (readonly T[])[];

export type ToWorker =
  | { readonly kind: "sheet"; readonly head: Omit<SheetGrid, "values" | "formulas" | "numberFormats">; readonly formulas: boolean; readonly formats: boolean }
  /** Further rows of the sheet named last; null where none of the rows has a formula or a format. */
  | { readonly kind: "rows"; readonly values: SheetGrid["values"]; readonly formulas: Matrix<string | null> | null; readonly formats: Matrix<string | null> | null }
  | { readonly kind: "go" };

export type FromWorker =
  | { readonly kind: "step"; readonly sheet: string; readonly done: number; readonly total: number }
  | { readonly kind: "lines"; readonly lines: readonly BudgetLine[] }
  /** Everything but the grids and the lines, which were sent before. */
  | { readonly kind: "done"; readonly rest: Omit<Consolidation, "grids"> }
  | { readonly kind: "failed"; readonly name: string };
