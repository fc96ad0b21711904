// How surely a row is income, by its section and its words: what "spending less income" may take away.
import { sideOfHeading, sideOfWords } from "../words/sideWords";
import type { BodyRow, Addend } from "../tableSteps";

/** Above the levels 0 (its section, or a total's name, says so), 1 (words that can mean nothing else), 2 (likely words) and 3 (any grant). */
export const NO_INCOME = 4;

interface Told {
  readonly inIncomeSection: boolean;
  readonly level: number;
}

/** Words are looked at once a row, however often sums are tried over it. */
const known = new WeakMap<BodyRow, Told>();
const knownTotals = new WeakMap<Addend, number>();

export function incomeLevels(rows: readonly BodyRow[]): (addend: Addend) => number {
  return (addend) => {
    const row = rows[addend.index];
    if (row === undefined) return NO_INCOME;
    if (addend.lines === null) return told(row).level;
    const level = knownTotals.get(addend) ?? levelOfTotal(rows, row, addend.lines);
    knownTotals.set(addend, level);
    return level;
  };
}

function levelOfTotal(rows: readonly BodyRow[], row: BodyRow, lines: NonNullable<Addend["lines"]>): number {
  const isIncome = sideOfHeading(row.label) === "income" || (lines.length > 0 && lines.every((line) => told(rows[line.index] ?? row).inIncomeSection));
  return isIncome ? 0 : NO_INCOME;
}

function told(row: BodyRow): Told {
  const before = known.get(row);
  if (before !== undefined) return before;
  const inIncomeSection = row.sections.some((section) => sideOfHeading(section) === "income");
  const now: Told = { inIncomeSection, level: inIncomeSection || sideOfHeading(row.label) === "income" ? 0 : levelOfWords(row.description) };
  known.set(row, now);
  return now;
}

function levelOfWords(description: string): number {
  const named = sideOfWords(description);
  if (named?.side === "income") return named.sure ? 1 : 2;
  return /\bgrants?$/i.test(description.trim()) ? 3 : NO_INCOME;
}
