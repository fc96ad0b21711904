// Rows of a table with those taken away that their words or their section call income: what "spending less income" adds up.
import type { BodyRow } from "./bodyRows";
import { OpenRows, type Addend } from "./openRows";
import type { Component, RowSums } from "./rowSums";

/** The surest way to tell income among the rows that adds up to the row at `index` and takes something away, or null. */
export function lessIncomeAmong(rows: readonly BodyRow[], sums: RowSums, index: number, items: readonly Addend[]): readonly Component[] | null {
  return new OpenRows(rows, sums, sums.columnCount, items).lessIncome(index, 0);
}
