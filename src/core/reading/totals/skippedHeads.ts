// Sub-totals above their lines that the total below steps over: its formula, or its sum, takes the lines alone, as a pivot's grand total does.
import type { Addend, BodyRow, Component, Head } from "../tableSteps";

const MOST_OPEN = 2000;

/**
 * Rows still open though the rows after them, which a total has taken already, add up to each of them: `partsOf` gives those rows, or none.
 * A head with a code of its own stands over codes that begin with it ("1" over "1.01").
 * Empty unless two at least were found and every open row before the total that took the lines is one.
 */
export function skippedHeads(open: readonly Addend[], taken: ReadonlySet<number>, rows: readonly BodyRow[], partsOf: (index: number, following: readonly number[]) => readonly Component[], isKeyed: (index: number) => boolean): readonly Head[] {
  if (open.length > MOST_OPEN) return [];
  const loose = open.filter((o) => o.lines === null);
  const last = Math.max(-1, ...taken);
  const heads = loose.filter((o) => o.index < last).map((o): Head => {
    const next = loose.find((other) => other.index > o.index)?.index ?? rows.length;
    const following = Array.from({ length: Math.min(60, next - o.index - 1) }, (_, i) => o.index + 1 + i);
    const parts = following.every((index) => index > last || taken.has(index)) ? partsOf(o.index, following.filter((index) => taken.has(index))) : [];
    const code = rows[o.index]?.code ?? "";
    return { index: o.index, parts: !isKeyed(o.index) || parts.every(({ index }) => (rows[index]?.code ?? "").startsWith(code)) ? parts : [] };
  });
  return heads.length >= 2 && heads.every((head) => head.parts.length > 0) ? heads : [];
}
