// Which agreements and arrangements hold in the financial year that a pool's lines are of, and what is said of those that don't or that change in it.
import type { BudgetLine } from "../budget/line";
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import type { IsoDate } from "../rules/types";
import { compareText } from "../text";
import { financialYearWords } from "./realTerms/financialYear";

/** A row that holds from one date to another, both included; an empty end is open. */
interface Dated {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly cell: CellRef | null;
}

/** Year of each pool and scheme by its name in small letters, by the year it begins in: the latest of its lines, else the latest of all lines. */
export type YearOfName = (name: string) => number | null;

export function yearsOfNames(lines: readonly BudgetLine[], yearOf: ReadonlyMap<string, number>): YearOfName {
  const years = new Map<string, number>();
  let latest: number | null = null;
  for (const line of lines) {
    const year = yearOf.get(line.id);
    if (year === undefined) continue;
    latest = Math.max(latest ?? year, year);
    for (const name of [line.pool, line.scheme]) {
      if (name !== null) years.set(name.toLowerCase(), Math.max(years.get(name.toLowerCase()) ?? year, year));
    }
  }
  return (name) => years.get(name.toLowerCase()) ?? latest;
}

/** True where the row holds on some day of the financial year (1 April to 31 March), or the year is not known. */
export function holdsInYear({ from, to }: Dated, year: number | null): boolean {
  return year === null || ((from === null || from <= `${year + 1}-03-31`) && (to === null || to >= `${year}-04-01`));
}

/** Rows of one pool, any of which may be out of date. */
export interface NamedRow extends Dated {
  readonly name: string;
}

/** One remark a pool whose rows all lie outside its year, and one where rows take turns within it. */
export function termsIssues(rows: readonly NamedRow[], yearOf: YearOfName): Issue[] {
  const names = new Map(rows.map(({ name }) => [name.toLowerCase(), name]));
  return [...names.values()].sort(compareText).flatMap((name): Issue[] => {
    const year = yearOf(name);
    const own = rows.filter((row) => row.name.toLowerCase() === name.toLowerCase());
    const held = own.filter((row) => holdsInYear(row, year)).sort((a, b) => compareText(a.from ?? "", b.from ?? ""));
    const last = held.at(-1);
    if (year === null || (held.length === 1 && last !== undefined) || own.length === 0) return [];
    const words = (row: NamedRow): string => `${row.from === null ? "" : `from ${row.from}`}${row.to === null ? "" : ` to ${row.to}`}`.trim();
    return [{
      code: "terms-in-year", severity: "warning", where: (last ?? own[0])?.cell ?? null, pence: null,
      facts: { pool: name, year: financialYearWords(year), rows: (last === undefined ? own : held).map(words).join(" and "), used: last === undefined ? "" : words(last) },
    }];
  });
}
