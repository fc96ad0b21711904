// Which services of a cross table are lines: those that its main total takes in; balances and memoranda are set aside.
import { fold } from "../words/cellText";
import type { AxisTotal } from "./axisTotals";
import type { CrossItem, CrossTable } from "./crossTable";

export interface KeptItems {
  /** The total that takes in most items; null where the table has none. */
  readonly main: AxisTotal | null;
  /** Items that are lines. */
  readonly lines: readonly number[];
  /** Items that hold a level of reserves or another balance at a date. */
  readonly balances: ReadonlySet<number>;
  /** Items that no kept total takes in. */
  readonly outside: readonly number[];
  /** Headings over an item: its own and the nearest total that takes it in. */
  readonly sectionsOf: (item: number) => readonly string[];
}

const BALANCE = /\breserves? (levels?|balances?)\b|\b(levels?|balances?|reserves)( \p{L}+){0,3} (as )?at (the )?(\d|end|start)/u;

export function keepItems(table: CrossTable, totals: readonly AxisTotal[]): KeptItems {
  const titled = BALANCE.test(fold(table.above.find((text) => text.length <= 90) ?? ""));
  const balances = new Set(table.items.flatMap((item, i) => (titled || [item.name, ...item.sections].some((text) => BALANCE.test(fold(text))) ? [i] : [])));
  const live = totals.filter((t) => !balances.has(t.index) && t.leaves.every((leaf) => !balances.has(leaf.index)));
  const inner = new Set(live.flatMap((t) => t.parts.map((part) => part.index)));
  const tops = live.filter((t) => !inner.has(t.index)).sort((a, b) => b.leaves.length - a.leaves.length);
  const main = tops[0] ?? null;
  // A second total counts when it takes in a fair part of the table (spending beside income); a small one closes a memorandum.
  const kept = tops.filter((t) => main !== null && t.leaves.length * 3 >= main.leaves.length);
  const under = new Set(kept.flatMap((t) => t.leaves.map((leaf) => leaf.index)));
  const isTotal = new Set(totals.map((t) => t.index));
  const plain = table.items.flatMap((_, i) => (isTotal.has(i) || balances.has(i) ? [] : [i]));
  return {
    main, balances, lines: main === null ? plain : plain.filter((i) => under.has(i)), outside: main === null ? [] : plain.filter((i) => !under.has(i)),
    sectionsOf: sectionsBy(table, live),
  };
}

function sectionsBy(table: CrossTable, totals: readonly AxisTotal[]): (item: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  return (item) => {
    const held = known.get(item);
    if (held !== undefined) return held;
    const nearest = totals.filter((t) => t.parts.some((part) => part.index === item))[0];
    const over = nearest === undefined ? [] : [table.items[nearest.index]?.name ?? ""];
    const sections = [...new Set([...over, ...(table.items[item]?.sections ?? [])])].filter((text) => text !== "");
    known.set(item, sections);
    return sections;
  };
}

/** An item's name as words: a code in front is left out, and "TotalRevenue" is taken apart. */
export function itemWords(item: CrossItem): string {
  return item.name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}
