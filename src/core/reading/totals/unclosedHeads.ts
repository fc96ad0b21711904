// Sub-totals without a word in a table that no total closes: rows that the rows beside them add up to, from end to end.
import type { Component, Head } from "../tableSteps";

/**
 * Heads among rows in the order given, each followed by its own parts; `partsOf` gives the parts among the indexes that follow, or none.
 * Empty unless every row is a head or a part, or at least two heads were found: one sum alone among other rows may be chance.
 */
export function unclosedHeads(items: readonly { readonly index: number; readonly isTotal: boolean }[], partsOf: (index: number, following: readonly number[]) => readonly Component[]): readonly Head[] {
  const heads: Head[] = [];
  let left = 0;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (item === undefined || item.isTotal) continue;
    const reach = items.slice(i + 1, i + 61);
    const end = reach.findIndex((o) => o.isTotal);
    const parts = partsOf(item.index, (end < 0 ? reach : reach.slice(0, end)).map((o) => o.index));
    if (parts.length > 0) heads.push({ index: item.index, parts });
    else left += 1;
    i += parts.length;
  }
  return left > 0 && heads.length < 2 ? [] : heads;
}
