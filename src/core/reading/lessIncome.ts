// Open rows of a table with those taken away that their words or their section call income: what "spending less income" adds up.
import type { BodyRow } from "./bodyRows";
import type { Component, RowSums } from "./rowSums";
import { sideOfHeading, sideOfWords } from "./sideWords";

/** A row not yet part of a total; `lines` are the lines under it when it is a total itself. */
export interface Addend {
  readonly index: number;
  readonly lines: readonly Component[] | null;
}

type Test = (row: BodyRow) => boolean;

const inIncomeSection: Test = (row) => row.sections.some((section) => sideOfHeading(section) === "income");
const named = (row: BodyRow): ReturnType<typeof sideOfWords> => sideOfWords(row.description);

/** The surest signs first: the section, then words that can mean nothing else, then likely words, then any grant. */
const TESTS: readonly Test[] = [
  (row) => inIncomeSection(row),
  (row) => inIncomeSection(row) || (named(row)?.side === "income" && named(row)?.sure === true),
  (row) => inIncomeSection(row) || named(row)?.side === "income",
  (row) => inIncomeSection(row) || named(row)?.side === "income" || /\bgrants?$/i.test(row.description.trim()),
];

/** Every way to tell income among the rows, spending less income first and then income less spending; none where nothing is income. */
function lessIncome(rows: readonly BodyRow[], addends: readonly Addend[]): readonly (readonly Component[])[] {
  const ways: Component[][] = [];
  const seen = new Set<string>();
  for (const test of TESTS) {
    const income = addends.map((a) => isIncome(rows, a, test));
    const key = income.map(Number).join("");
    if (!income.includes(true) || seen.has(key)) continue;
    seen.add(key);
    for (const sign of [1, -1] as const) ways.push(addends.map((a, i): Component => ({ index: a.index, coefficient: income[i] === true ? (sign === 1 ? -1 : 1) : sign })));
  }
  return ways;
}

/** The first such way that adds up to the row at `index` and takes away something, or null. */
export function lessIncomeAmong(rows: readonly BodyRow[], sums: RowSums, index: number, items: readonly Addend[]): readonly Component[] | null {
  return lessIncome(rows, items).find((signed) => sums.isTelling(index, signed) && sums.agrees(index, signed)) ?? null;
}

function isIncome(rows: readonly BodyRow[], addend: Addend, test: Test): boolean {
  const row = rows[addend.index];
  if (row === undefined) return false;
  if (addend.lines === null) return test(row) || sideOfHeading(row.label) === "income";
  return sideOfHeading(row.label) === "income" || (addend.lines.length > 0 && addend.lines.every((line) => inIncomeSection(rows[line.index] ?? row)));
}
