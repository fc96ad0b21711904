// A row met as a line before the totals right above it were known for such: as large as two or more of them together it is a total too.
import { MOST_PARTS } from "./headedBlocks";
import type { RowSums } from "./rowSums";
import type { Addend } from "./tableSteps";

const MOST_OPEN = 2000;

/** The first such row with the totals that it adds, nearest first; null where there is none. */
export function totalOverTotals(items: readonly Addend[], sums: RowSums, isKeyed: (index: number) => boolean): { readonly index: number; readonly parts: readonly Addend[] } | null {
  if (items.length > MOST_OPEN) return null;
  for (let at = 2; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || item.lines !== null || isKeyed(item.index) || !sums.isHeld(item.index)) continue;
    for (let from = at - 2; from >= Math.max(0, at - MOST_PARTS) && items[from + 1]?.lines !== null && items[from]?.lines !== null; from -= 1) {
      const parts = items.slice(from, at);
      if (sums.agreesPlain(item.index, parts)) return { index: item.index, parts };
    }
  }
  return null;
}
