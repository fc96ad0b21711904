// Amounts of one kind written in two or three columns, details in the first and totals further right, as accounts set them out.
import { readAmount, type NumberStyle } from "../words/amounts";
import { fold } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { isAmount } from "../words/headingWords";
import type { MappedColumn } from "../tableSteps";

const OUTER = /^(sub )?totals?( £.*)?$|^(£( ?000s?|m)?|000s?)?$/;
const FEWEST_ROWS = 4;
const MOST_ROWS = 2000;

/** By the first column of such a group the others, left to right: no row holds figures in two of them, and their headings are alike or say total. */
export function staggeredColumns(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], style: NumberStyle): ReadonlyMap<number, readonly number[]> {
  const amounts = mapped.filter(({ draft, field }) => draft.content.amounts > 0 && draft.content.amounts >= draft.content.texts && field !== "code" && field !== "subjective" && (isAmount(draft.meaning) || draft.heading === ""));
  const groups = new Map<number, readonly number[]>();
  const taken = new Set<MappedColumn>();
  for (const [i, first] of amounts.entries()) {
    if (taken.has(first) || !isAmount(first.draft.meaning)) continue;
    const held = heldRows(grid, rows, first.draft.column, style);
    const others: number[] = [];
    for (const next of amounts.slice(i + 1)) {
      const own = heldRows(grid, rows, next.draft.column, style);
      const alike = fold(next.draft.heading) === fold(first.draft.heading) || (OUTER.test(fold(next.draft.heading)) && next.draft.unit === first.draft.unit);
      if (!alike || own.size === 0 || [...own].some((row) => held.has(row))) break;
      for (const row of own) held.add(row);
      others.push(next.draft.column);
      taken.add(next);
    }
    if (others.length > 0 && held.size >= FEWEST_ROWS && heldRows(grid, rows, first.draft.column, style).size >= 2) groups.set(first.draft.column, others);
  }
  return groups;
}

function heldRows(grid: SheetGrid, rows: readonly number[], column: number, style: NumberStyle): Set<number> {
  return new Set(rows.slice(0, MOST_ROWS).filter((row) => ["number", "nil"].includes(readAmount(valueAt(grid, row, column), style).kind)));
}

/** The columns without those that only go on with another: they hold nothing of their own. */
export function withoutStaggered(mapped: readonly MappedColumn[], groups: ReadonlyMap<number, readonly number[]>): readonly MappedColumn[] {
  const outer = new Map([...groups].flatMap(([first, others]) => others.map((column) => [column, first] as const)));
  if (outer.size === 0) return mapped;
  return mapped.map((m) => (outer.has(m.draft.column) ? { ...m, field: "ignored" as const, reason: "its figures belong to the column of amounts left of it, on the rows where that is blank", draft: { ...m.draft, meaning: null, content: { ...m.draft.content, amounts: 0 } } } : m));
}
