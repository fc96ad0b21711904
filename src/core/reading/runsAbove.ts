// Rows above a total that add up to it: its own block, everything open, a run just above it, or one side less the other.
import type { BodyRow } from "./bodyRows";
import { lessIncomeAmong, type Addend } from "./lessIncome";
import type { Component, RowSums } from "./rowSums";

/** Further back than this no run and no side is looked for, so that a long sheet takes time in proportion to its rows. */
const REACH = 2000;

/** The open rows that add up to the row at `index`, surest first, or null. `oneLineIsEnough` lets a total stand for a single line. */
export function addedAbove(rows: readonly BodyRow[], sums: RowSums, open: readonly Addend[], index: number, oneLineIsEnough: boolean): readonly Component[] | null {
  let lastTotal = open.length - 1;
  while (lastTotal >= 0 && open[lastTotal]?.lines === null) lastTotal -= 1;
  const sinceTotal = open.slice(lastTotal + 1);
  const block = rows[index]?.block;
  const inBlock = sinceTotal.filter((o) => rows[o.index]?.block === block);
  const enough = (items: readonly Addend[]): boolean => items.length >= 2 || (items.length === 1 && oneLineIsEnough);
  for (const items of [inBlock, sinceTotal, open]) if (enough(items) && sums.agreesPlain(index, items)) return plus(items);
  const recent = open.slice(-REACH);
  const run = longestRun(rows, sums, recent, index);
  if (run !== null && enough(run)) return plus(run);
  const signed = signedComponents(sums, recent, index);
  if (signed !== null) return signed;
  // Spending less income of its own block, or since the last total, before that of the whole table.
  for (const items of [inBlock, sinceTotal.slice(-REACH), recent]) {
    const less = items.length < 2 ? null : lessIncomeAmong(rows, sums, index, items);
    if (less !== null) return less;
  }
  return null;
}

export function plus(items: readonly Addend[]): readonly Component[] {
  return items.map((o) => ({ index: o.index, coefficient: 1 }));
}

/** The longest run of open rows ending just above whose sum agrees. */
function longestRun(rows: readonly BodyRow[], sums: RowSums, open: readonly Addend[], index: number): readonly Addend[] | null {
  const running = sums.running();
  let best: readonly Addend[] | null = null;
  for (let start = open.length - 1; start >= 0; start -= 1) {
    running.add(rows[open[start]?.index ?? -1]);
    if (open.length - start >= 2 && sums.equals(index, running.sums, running.places)) best = open.slice(start);
  }
  return best;
}

/** Income less expenditure, or the other way: the last few open rows with any signs, one of them a total. */
function signedComponents(sums: RowSums, open: readonly Addend[], index: number): Component[] | null {
  for (let count = 2; count <= Math.min(6, open.length); count += 1) {
    const items = open.slice(-count);
    if (!items.some((o) => o.lines !== null)) continue;
    for (let mask = 1; mask < 2 ** count - 1; mask += 1) {
      const signed = items.map((o, i): Component => ({ index: o.index, coefficient: (mask >> i) % 2 === 1 ? -1 : 1 }));
      if (sums.agrees(index, signed) && sums.isTelling(index, signed)) return signed;
    }
  }
  return null;
}
