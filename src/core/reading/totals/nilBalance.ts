// "Balance 0" below two sides that come to the same: spending less what pays for it, though nothing adds up to any figure but nought.
import { sideOfHeading, sideOfWords, type Side } from "../words/sideWords";
import type { BodyRow, Component, RowClasses } from "../tableSteps";

/** What stands above such a row and in no total: a total with its lines, or a line. */
interface Top {
  readonly index: number;
  readonly lines: readonly Component[];
}

/** Rows of noughts that words call a total and no sum explains become the totals of the two sides above, where words tell which of them is spending. */
export function withNilBalances(rows: readonly BodyRow[], classes: RowClasses): RowClasses {
  let found = classes;
  for (const index of classes.doubtful) {
    const row = rows[index];
    if (row === undefined || !row.amounts.some((amount) => amount !== null) || row.amounts.some((amount) => amount !== null && amount.pence !== 0)) continue;
    const sides = sidesAbove(rows, found, index);
    if (sides === null) continue;
    const [spending, income] = sides;
    const taken = income.lines.map((l): Component => ({ index: l.index, coefficient: l.coefficient === 1 ? -1 : 1 }));
    const total = { index, components: [{ index: spending.index, coefficient: 1 as const }, { index: income.index, coefficient: -1 as const }], lines: [...spending.lines, ...taken], agrees: true, how: "it is nought, as one side above less the other is" };
    found = { totals: [...found.totals, total], lines: found.lines.filter((line) => line !== index), doubtful: found.doubtful.filter((line) => line !== index) };
  }
  return found;
}

/** The two sides, spending first; null where there are more, where they differ, or where no words tell which is which. */
function sidesAbove(rows: readonly BodyRow[], { totals, lines }: RowClasses, index: number): readonly [Top, Top] | null {
  const inner = new Set(totals.flatMap((total) => total.components.map((c) => c.index)));
  const covered = new Set(totals.flatMap((total) => total.lines.map((l) => l.index)));
  const tops: Top[] = [...totals.filter((total) => total.index < index && !inner.has(total.index)), ...lines.filter((line) => line < index && !covered.has(line)).map((line): Top => ({ index: line, lines: [{ index: line, coefficient: 1 }] }))];
  const [a, b] = tops;
  if (a === undefined || b === undefined || tops.length > 2) return null;
  const figures = [a, b].map((top) => (rows[top.index]?.amounts ?? []).map((amount) => amount?.pence ?? 0));
  if (figures[0]?.every((pence) => pence === 0) !== false || figures[0].some((pence, c) => pence !== figures[1]?.[c])) return null;
  const [first, second] = [sideOf(rows, a), sideOf(rows, b)];
  if (first === second) return null;
  return first === "expenditure" || second === "income" ? [a, b] : [b, a];
}

function sideOf(rows: readonly BodyRow[], { index, lines }: Top): Side | null {
  const row = rows[index];
  if (row === undefined) return null;
  const told = sideOfHeading(row.label) ?? row.sections.map(sideOfHeading).find((side) => side !== null) ?? null;
  return told ?? (lines.length === 1 && lines[0]?.index === index ? sideOfWords(row.description)?.side ?? null : null);
}
