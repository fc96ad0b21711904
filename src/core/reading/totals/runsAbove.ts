// Rows above a total that add up to it: its own block, everything open, a run just above it, or one side less the other.
import type { OpenRows } from "./openRows";
import type { RowSums } from "./rowSums";
import { sideOfHeading } from "../words/sideWords";
import type { BodyRow, Addend, Component } from "../tableSteps";

/** Further back than this no run and no side is looked for, so that a long sheet takes time in proportion to its rows. */
const REACH = 2000;

/** The open rows that add up to the row at `index`, surest first, or null. `oneLineIsEnough` lets a total stand for a single line. */
export function addedAbove(rows: readonly BodyRow[], sums: RowSums, open: OpenRows, index: number, oneLineIsEnough: boolean): readonly Component[] | null {
  const sinceTotal = open.afterLastTotal();
  const inBlock = Math.max(sinceTotal, open.blockFrom(rows[index]?.block));
  const recent = Math.max(0, open.length - REACH);
  const enough = (from: number): boolean => open.length - from >= 2 || (open.length - from === 1 && oneLineIsEnough);
  for (const from of [inBlock, sinceTotal, 0]) if (enough(from) && open.agrees(index, from)) return plus(open.items.slice(from));
  const run = longestRun(open, recent, index);
  if (run !== null) return plus(open.items.slice(run));
  const signed = signedComponents(sums, open, recent, index);
  if (signed !== null) return signed;
  // Spending less income of its own block, or since the last total, before that of the whole table.
  for (const from of [inBlock, Math.max(sinceTotal, recent), recent]) {
    const less = open.length - from < 2 ? null : open.lessIncome(index, from);
    if (less !== null) return less;
  }
  return ofMarkedSide(rows, sums, open.items.slice(recent), index);
}

/** "Total income" of rows that a mark tells to be credits, "Total expenditure" of the others, wherever they stand among each other. */
function ofMarkedSide(rows: readonly BodyRow[], sums: RowSums, items: readonly Addend[], index: number): readonly Component[] | null {
  const side = sideOfHeading(rows[index]?.label ?? "");
  const isCredit = (item: Addend): boolean => rows[item.index]?.amounts.some((amount) => amount?.credit === true) === true;
  if (side === null || !items.some(isCredit)) return null;
  const own = items.filter((item) => item.lines === null && isCredit(item) === (side === "income"));
  return own.length > 0 && sums.isHeld(index) && sums.agreesPlain(index, own) ? plus(own) : null;
}

export function plus(items: readonly Addend[]): readonly Component[] {
  return items.map((o) => ({ index: o.index, coefficient: 1 }));
}

/** Where the longest run of at least two open rows ending just above begins whose sum agrees; null when none does. */
function longestRun(open: OpenRows, recent: number, index: number): number | null {
  for (let from = recent; from + 2 <= open.length; from += 1) if (open.agreesStrictly(index, from)) return from;
  return null;
}

/** Income less expenditure, or the other way: the last few open rows with any signs, one of them a total. */
function signedComponents(sums: RowSums, open: OpenRows, recent: number, index: number): Component[] | null {
  for (let count = 2; count <= Math.min(6, open.length - recent); count += 1) {
    const items = open.items.slice(-count);
    if (!items.some((o) => o.lines !== null)) continue;
    for (let mask = 1; mask < 2 ** count - 1; mask += 1) {
      const signed = items.map((o, i): Component => ({ index: o.index, coefficient: (mask >> i) % 2 === 1 ? -1 : 1 }));
      if (sums.agrees(index, signed) && sums.isTelling(index, signed)) return signed;
    }
  }
  return null;
}
