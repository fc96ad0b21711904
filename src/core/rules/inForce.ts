// Which rows of a rule book hold on a date and in a place. Dates are compared as ISO text; there is no clock here.
import { isOfUnitedKingdom } from "../budget/jurisdictions";
import type { IsoDate, RuleBooks } from "./types";

interface Dated {
  readonly jurisdiction: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** True when the row holds on the date: both ends are included, an empty end is open. */
export function holdsOn(row: Dated, date: IsoDate): boolean {
  return (row.from === null || row.from <= date) && (row.to === null || date <= row.to);
}

/** True when the row holds in the jurisdiction; "*" holds everywhere, and "United Kingdom" in each of its nations. */
export function holdsIn(row: Pick<Dated, "jurisdiction">, jurisdiction: string): boolean {
  return row.jurisdiction === "*" || row.jurisdiction === jurisdiction || (row.jurisdiction === "United Kingdom" && isOfUnitedKingdom(jurisdiction));
}

/** The rule books as they stand on the decision date. */
export function booksOn(books: RuleBooks, date: IsoDate): RuleBooks {
  return {
    gateways: books.gateways.filter((row) => holdsOn(row, date)),
    bands: books.bands.filter((row) => holdsOn(row, date)),
    prohibitions: books.prohibitions.filter((row) => holdsOn(row, date)),
    funds: books.funds.filter((row) => holdsOn(row, date)),
    ...(books.arrangements === undefined ? {} : { arrangements: books.arrangements.filter((row) => holdsOn(row, date)) }),
  };
}

/** True for a real calendar date written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** Last day of the English local financial year (1 April to 31 March) that the date lies in. */
export function financialYearEnd(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  return `${String(date.slice(5) >= "04-01" ? year + 1 : year).padStart(4, "0")}-03-31`;
}

/** True when both dates lie in one financial year: limits that add up start again on 1 April. */
export function sameFinancialYear(a: IsoDate, b: IsoDate): boolean {
  return financialYearEnd(a) === financialYearEnd(b);
}

/** True when the day of the year lies in the span MM-DD to MM-DD, both included; a span may run over the new year. */
export function inYearly(span: { readonly fromDay: string; readonly toDay: string }, date: IsoDate): boolean {
  const day = date.slice(5);
  return span.fromDay <= span.toDay ? span.fromDay <= day && day <= span.toDay : day >= span.fromDay || day <= span.toDay;
}

/**
 * True where a row for closed periods closes the date: by its days of each year, or by its own two dates. A row with neither closes
 * nothing until people say that a period is closed.
 */
export function isClosedOn(row: Pick<Dated, "from" | "to"> & { readonly yearly?: { readonly fromDay: string; readonly toDay: string } }, date: IsoDate): boolean {
  if (row.yearly !== undefined) return inYearly(row.yearly, date);
  return row.from !== null && row.to !== null && row.from <= date && date <= row.to;
}

/** Days since 1 March of year 0, counted so that the leap day ends the year. */
export function dayNumber(date: IsoDate): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const shifted = month > 2 ? month - 3 : month + 9;
  const y = month > 2 ? year : year - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * shifted + 2) / 5) + day - 1;
}
