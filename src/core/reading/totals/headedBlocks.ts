// Sub-totals without a word, above their lines or below them: believed only when the total over all of them bears every one out.
import { lessIncomeAmong } from "./lessIncome";
import type { RowSums } from "./rowSums";
import { plus } from "./runsAbove";
import type { BodyRow, Addend, Component, Head } from "../tableSteps";

export interface Blocks {
  readonly heads: readonly Head[];
  /** The heads and the rows under none, with the signs by which the total adds them. */
  readonly components: readonly Component[];
}

/** Lines that one head may stand over, and rows among which heads are looked for. */
export const MOST_PARTS = 60;
const MOST_ROWS = 2000;

/** The blocks among the items of which the row at `index` is the total; `isKeyed` rows are believed as heads only where no others add up. */
export function headedBlocks(rows: readonly BodyRow[], sums: RowSums, items: readonly Addend[], index: number, isKeyed: (index: number) => boolean): Blocks | null {
  if (items.length < 3 || items.length > MOST_ROWS) return null;
  const reversed = [...items].reverse();
  const unkeyed = blocksAmong(rows, sums, items, index, isKeyed) ?? blocksAmong(rows, sums, reversed, index, isKeyed)
    ?? nestedAmong(rows, sums, items, index, isKeyed) ?? nestedAmong(rows, sums, reversed, index, isKeyed);
  if (unkeyed !== null || !items.some((o) => isKeyed(o.index))) return unkeyed;
  return blocksAmong(rows, sums, items, index, () => false) ?? blocksAmong(rows, sums, reversed, index, () => false);
}

/** Reads the rows in the order given as heads, each followed by the rows that add to it, and rows of their own. */
function blocksAmong(rows: readonly BodyRow[], sums: RowSums, items: readonly Addend[], index: number, isKeyed: (index: number) => boolean): Blocks | null {
  const heads: Head[] = [];
  const tops: Addend[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (item === undefined) break;
    const parts = item.lines !== null || !sums.isHeld(item.index) || isKeyed(item.index) ? [] : partsAfter(rows, sums, item.index, items.slice(i + 1, i + 1 + MOST_PARTS));
    if (parts.length > 0) heads.push({ index: item.index, parts });
    tops.push(parts.length > 0 ? { index: item.index, lines: parts } : item);
    i += parts.length;
  }
  if (heads.length === 0) return null;
  const components = sums.agreesPlain(index, tops) ? plus(tops) : lessIncomeAmong(rows, sums, index, tops) ?? lessOneHead(sums, index, tops);
  return components === null ? null : { heads, components };
}

/**
 * Heads over heads: from the last row to the first each row that is the sum of the rows or heads next to it stands over them. A row alike
 * in every figure to the one after it stands over it only where the total bears that out.
 */
function nestedAmong(rows: readonly BodyRow[], sums: RowSums, items: readonly Addend[], index: number, isKeyed: (index: number) => boolean): Blocks | null {
  for (const fewest of [1, 2]) {
    const { heads, tops } = nestedHeads(rows, sums, items, isKeyed, fewest);
    if (heads.length === 0) continue;
    const components = sums.agreesPlain(index, tops) ? plus(tops) : lessIncomeAmong(rows, sums, index, tops);
    if (components !== null) return { heads, components };
  }
  return null;
}

/** The heads of such a reading, inner ones first, and what stands under none. */
export function nestedHeads(rows: readonly BodyRow[], sums: RowSums, items: readonly Addend[], isKeyed: (index: number) => boolean, fewest: number): { readonly heads: readonly Head[]; readonly tops: readonly Addend[] } {
  const heads: Head[] = [];
  let tops: Addend[] = [];
  for (const item of [...items].reverse()) {
    const parts = item.lines !== null || !sums.isHeld(item.index) || isKeyed(item.index) ? [] : partsAfter(rows, sums, item.index, tops.slice(-MOST_PARTS).reverse(), fewest);
    if (parts.length > 0) {
      heads.push({ index: item.index, parts });
      tops = tops.slice(0, tops.length - parts.length);
    }
    tops.push(parts.length > 0 ? { index: item.index, lines: parts } : item);
  }
  return { heads, tops: tops.reverse() };
}

/** Blocks of which one is taken away: income under a name that does not say so. */
function lessOneHead(sums: RowSums, index: number, tops: readonly Addend[]): readonly Component[] | null {
  const heads = tops.filter((o) => o.lines !== null);
  if (heads.length < 2 || heads.length > 12) return null;
  const ways = heads.map((head) => tops.map((o): Component => ({ index: o.index, coefficient: o === head ? -1 : 1 })));
  return ways.find((way) => sums.isTelling(index, way) && sums.agrees(index, way)) ?? null;
}

/** The fewest of the rows that follow a head and add to it; none when no number of them does. */
export function partsAfter(rows: readonly BodyRow[], sums: RowSums, head: number, items: readonly { readonly index: number }[], fewest = 1): readonly Component[] {
  const named = new Set(rows[head]?.sections);
  const running = sums.running();
  for (let i = 0; i < items.length; i += 1) {
    const row = rows[items[i]?.index ?? -1];
    // A row named like the section of this one is what adds it up, not a part of it.
    if (named.has(row?.label ?? "")) return [];
    running.add(row);
    if (i + 1 >= fewest && sums.equals(head, running.sums, running.places, running.missing)) return items.slice(0, i + 1).map((o) => ({ index: o.index, coefficient: 1 }));
  }
  return [];
}
