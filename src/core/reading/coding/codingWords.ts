// What the coding sheet's short words mean: control, recurrence, yes or no, and dates as people write them.
import type { Control, Recurrence } from "../../budget/line";
import type { CellValue } from "../grid";

export function controlOf(text: string): Control | null {
  return text === "central" ? "CENTRAL" : text === "delegated" ? "DELEGATED" : text === "local" ? "LOCAL" : null;
}

export function recurrenceOf(text: string): Recurrence | null {
  if (/^(non ?-? ?rec(urrent|urring)?|nonrec|one ?-? ?off)$/.test(text)) return "NONREC";
  return /^rec(urrent|urring)?$/.test(text) ? "REC" : null;
}

export function yesNo(text: string): boolean | null {
  return /^(yes|y|true)$/.test(text) ? true : /^(no|n|false)$/.test(text) ? false : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** An ISO date from "2027-03-31", "31/03/2027", "31 March 2027" or a date serial (days since 30 December 1899); null for anything else. */
export function dateOf(value: CellValue): string | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 1 && value <= 2_958_465 ? ofSerial(value) : null;
  if (typeof value !== "string") return null;
  const text = value.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t00:00(?::00)?(?:\.0+)?z?)?$/.exec(text);
  if (iso !== null) return ofParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (british !== null) return ofParts(Number(british[3]), Number(british[2]), Number(british[1]));
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})$/.exec(text);
  return worded === null ? null : ofParts(Number(worded[3]), MONTHS.indexOf(worded[2] ?? "") + 1, Number(worded[1]));
}

function ofParts(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function ofSerial(value: number): string {
  // Days to a civil date, by the Gregorian calendar's 400-year cycle counted from 1 March of year 0.
  const z = value - 25_569 + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
