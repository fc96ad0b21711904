// A line with its figures in both lenses: what pooling, its views, checks and sheets share.
import type { BudgetLine } from "../budget/line";
import type { LineFigures } from "./lens";

/** Key of the row that holds lines whose sheet and coding do not tell: a view never leaves money out. */
export const NOT_TOLD = "not told";

/** A line with its figures in the pool; below-the-line money has none. */
export interface PooledLine {
  readonly line: BudgetLine;
  readonly figures: LineFigures;
}
