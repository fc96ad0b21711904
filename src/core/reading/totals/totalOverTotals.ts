// A row met as a line before the totals right above it were known for such: their sum, one less the other, or one with its sign turned.
import { MOST_PARTS } from "./headedBlocks";
import type { RowSums } from "./rowSums";
import type { Addend, BodyRow, Component, FoundTotal } from "../tableSteps";

const MOST_OPEN = 2000;

interface Over {
  readonly index: number;
  readonly parts: readonly Component[];
}

/** The first open row that is as large as two or more totals right above it together; null where there is none. */
export function totalOverTotals(items: readonly Addend[], sums: RowSums, isKeyed: (index: number) => boolean): Over | null {
  if (items.length > MOST_OPEN) return null;
  for (let at = 2; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || item.lines !== null || isKeyed(item.index) || !sums.isHeld(item.index)) continue;
    for (let from = at - 2; from >= Math.max(0, at - MOST_PARTS) && items[from + 1]?.lines !== null && items[from]?.lines !== null; from -= 1) {
      const parts = items.slice(from, at).map((part): Component => ({ index: part.index, coefficient: 1 }));
      if (sums.agrees(item.index, parts)) return { index: item.index, parts };
    }
  }
  return null;
}

/** Lines that are one total above them less the other, each with its parts. */
export function linesLessTotals(lines: readonly number[], totalAt: ReadonlyMap<number, FoundTotal>, sums: RowSums, rows: readonly BodyRow[]): readonly Over[] {
  return lines.flatMap((index) => {
    const parts = lessTotalAbove(index, totalAt, sums, rows);
    return parts === null ? [] : [{ index, parts }];
  });
}

/**
 * What a line right under a total is made of where it is that total taken from the one before it, or the other way, or the only one with its sign
 * turned ("Net income" where nothing comes in); whether or not other totals took those in already. Null for any other line.
 */
function lessTotalAbove(index: number, totalAt: ReadonlyMap<number, FoundTotal>, sums: RowSums, rows: readonly BodyRow[]): readonly Component[] | null {
  const last = totalAt.get(index - 1);
  // Figures in one column alone might agree by chance.
  const held = (rows[index]?.amounts ?? []).filter((amount) => amount !== null && amount.pence !== 0).length;
  if (last === undefined || last.lines.length === 0 || held < 2) return null;
  const before = totalAt.get(last.lines.reduce((first, line) => Math.min(first, line.index), last.index) - 1);
  const tries: Component[][] = [[{ index: last.index, coefficient: -1 }]];
  if (before !== undefined) tries.push([{ index: before.index, coefficient: 1 }, { index: last.index, coefficient: -1 }], [{ index: before.index, coefficient: -1 }, { index: last.index, coefficient: 1 }]);
  return tries.find((parts) => sums.agrees(index, parts) && sums.isTelling(index, parts)) ?? null;
}
