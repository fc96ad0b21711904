// Which items of a cross table are income printed as positive figures: told by a result that takes one side from the other, else by words.
import { fold } from "../words/cellText";
import { sideOfHeading, sideOfWords, type Side } from "../words/sideWords";
import type { SignHabit } from "../types";
import type { AxisItem, AxisTotal } from "./axisTotals";

export interface CrossSigns {
  /** By item: what to multiply a printed figure by, so that spending is positive. */
  readonly signs: readonly (1 | -1)[];
  readonly sides: readonly (Side | null)[];
  readonly habit: SignHabit;
  readonly reason: string;
}

export function crossSigns(items: readonly AxisItem[], sections: readonly (readonly string[])[], totals: readonly AxisTotal[]): CrossSigns {
  const result = totals.filter((t) => t.parts.some((p) => p.coefficient === -1)).sort((a, b) => b.leaves.length - a.leaves.length)[0];
  const sides = items.map((_, i) => sideToldTo(i, items, sections, totals));
  if (result !== undefined) {
    const words = items[result.index]?.words ?? "";
    const surplus = isSurplus(words);
    for (const leaf of result.leaves) sides[leaf.index] = (leaf.coefficient === 1) === surplus ? "income" : "expenditure";
    return { sides, signs: sides.map((side) => (side === "income" ? -1 : 1)), habit: "both-positive", reason: `"${words}" is one side less the other, so both sides are written as positive figures` };
  }
  if (companyStyle(items, sides, totals)) {
    return { sides, signs: items.map(() => -1), habit: "income-positive", reason: "income is positive and costs are negative" };
  }
  const mixed = new Set(totals.flatMap((t) => (isMixed(t, sides) ? t.leaves.map((leaf) => leaf.index) : [])));
  const signs = items.map((item, i): 1 | -1 => (sides[i] === "income" && !mixed.has(i) && mostlyPositive(item) ? -1 : 1));
  return signs.includes(-1)
    ? { sides, signs, habit: "both-positive", reason: "what is named as income is printed positive, and so is spending" }
    : { sides, signs, habit: "expenditure-positive", reason: mixed.size > 0 ? "the totals add spending and income as printed" : "spending is positive and nothing is named as income" };
}

/** Income printed positive and costs negative: a surplus adds both as printed, or what words call income and costs is signed so throughout. */
function companyStyle(items: readonly AxisItem[], sides: readonly (Side | null)[], totals: readonly AxisTotal[]): boolean {
  const told = items.map((item, i) => ({ side: sides[i] ?? null, positive: mostlyPositive(item), held: item.pence.some((p) => p !== null && p !== 0) })).filter((one) => one.held && one.side !== null);
  const [income, costs] = [told.filter((one) => one.side === "income"), told.filter((one) => one.side === "expenditure")];
  const bySides = income.length > 0 && costs.length > 0 && income.every((one) => one.positive) && costs.every((one) => !one.positive);
  const surplus = totals.some((t) => isSurplus(items[t.index]?.words ?? "") && t.leaves.every((leaf) => leaf.coefficient === 1) && [true, false].every((sign) => t.leaves.some((leaf) => mostlyPositive(items[leaf.index]) === sign)));
  return bySides || surplus;
}

function isSurplus(text: string): boolean {
  if (/^\W*\(\s*(surplus|profit|net income)\s*\)/i.test(text)) return false;
  return /\bsurplus\b|\bprofit\b|\bnet income\b/.test(fold(text)) && !/^deficit/.test(fold(text));
}

/** A total that adds income to spending as printed: its figures carry their own signs. */
function isMixed(total: AxisTotal, sides: readonly (Side | null)[]): boolean {
  return total.leaves.every((leaf) => leaf.coefficient === 1) && total.leaves.some((leaf) => sides[leaf.index] !== "income");
}

function sideToldTo(index: number, items: readonly AxisItem[], sections: readonly (readonly string[])[], totals: readonly AxisTotal[]): Side | null {
  for (const section of [...(sections[index] ?? [])].reverse()) {
    const side = sideOfHeading(section);
    if (side !== null) return side;
  }
  for (const total of totals) {
    if (!total.leaves.some((leaf) => leaf.index === index)) continue;
    const side = sideOfHeading(items[total.index]?.words ?? "");
    if (side !== null) return side;
  }
  const own = sideOfWords(items[index]?.words ?? "");
  return own?.sure === true ? own.side : null;
}

function mostlyPositive(item: AxisItem | undefined): boolean {
  const held = (item?.pence ?? []).filter((p): p is number => p !== null && p !== 0);
  return held.filter((p) => p > 0).length * 2 > held.length;
}
