// Rows of a table with those taken away that their words or their section call income: what "spending less income" adds up.
import { OpenRows } from "./openRows";
import type { RowSums } from "./rowSums";
import type { BodyRow, Addend, Component } from "../tableSteps";

/** The surest way to tell income among the rows that adds up to the row at `index` and takes something away, or null. */
export function lessIncomeAmong(rows: readonly BodyRow[], sums: RowSums, index: number, items: readonly Addend[]): readonly Component[] | null {
  return new OpenRows(rows, sums, sums.columnCount, items).lessIncome(index, 0);
}
