// Sheets on which every line is printed twice: once as a line and once as its own sub-total.
import type { BodyRow } from "../tableSteps";

/** Rows that repeat the row above in every word and figure, where the sheet does so throughout: sub-totals of one line each. */
export function systematicRepeats(rows: readonly BodyRow[]): ReadonlySet<number> {
  const repeats = new Set<number>();
  for (let i = 1; i < rows.length; i += 1) {
    const [row, before] = [rows[i], rows[i - 1]];
    if (row === undefined || before === undefined || repeats.has(i - 1) || row.label !== before.label || row.label === "") continue;
    if (row.amounts.every((amount, c) => (amount?.pence ?? null) === (before.amounts[c]?.pence ?? null))) repeats.add(i);
  }
  return rows.length >= 8 && repeats.size * 2 >= rows.length * 0.9 ? repeats : new Set();
}
