/**
 * What becomes of something entered into a cell.
 *
 * Range.values (reference page): a text that starts with a plus, a minus or an equal sign is taken as a formula; dates are read in
 * the form YYYY-MM-DD and in that of the United States, other shapes stay text.
 * support.microsoft.com "Format numbers as text" and "Stop automatically changing numbers to dates": a typed number or date is
 * converted unless the cell has the Text format (`@`) or the text begins with an apostrophe.
 */
import type { CellValue } from "./cell";
import { CellError, ERROR_CODES } from "./cell";

export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  /** A format that typing brings with it, as for dates and percentages; only used on a General cell. */
  readonly numberFormat?: string;
}

const NUMBER = /^\(?\s*([+-]?)\s*([£$€]?)\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?\s*(%?)\s*\)?$/i;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTH_FIRST_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Days since 1899-12-30, which is Excel's serial number for every date from March 1900 on. */
const dateSerial = (year: number, month: number, day: number): number | null => {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? time / 86_400_000 + 25_569 : null;
};

const parseDate = (text: string): Entry | null => {
  const iso = ISO_DATE.exec(text);
  const serial = iso ? dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
  if (serial !== null) {
    return { value: serial, numberFormat: "yyyy-mm-dd" };
  }
  const monthFirst = MONTH_FIRST_DATE.exec(text);
  const american = monthFirst ? dateSerial(Number(monthFirst[3]), Number(monthFirst[1]), Number(monthFirst[2])) : null;
  return american === null ? null : { value: american, numberFormat: "m/d/yyyy" };
};

const parseNumber = (text: string): Entry | null => {
  const match = NUMBER.exec(text);
  if (!match) {
    return null;
  }
  const [, sign = "", currency = "", whole, fraction, exponent = "", percent = ""] = match;
  const opens = text.startsWith("(");
  if ((whole === undefined && (fraction === undefined || fraction === ".")) || opens !== text.endsWith(")") || (opens && sign)) {
    return null;
  }
  const size = Number(`${(whole ?? "0").replace(/,/g, "")}${fraction ?? ""}${exponent}`);
  const value = (sign === "-" || opens ? -size : size) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) {
    return null;
  }
  const decimals = fraction !== undefined && fraction.length > 1 ? "0.00" : "0";
  if (percent) {
    return { value, numberFormat: `${decimals}%` };
  }
  if (currency) {
    return { value, numberFormat: `${currency}#,##${decimals}` };
  }
  return whole?.includes(",") ? { value, numberFormat: `#,##${decimals}` } : { value };
};

/** Reads an entry as Excel would for a cell that has `numberFormat` already. */
export const readEntry = (input: string | number | boolean, numberFormat: string): Entry => {
  if (typeof input !== "string") {
    return { value: input };
  }
  if (input.startsWith("'")) {
    return { value: input.slice(1) };
  }
  if (numberFormat === "@") {
    return { value: input };
  }
  if (input.length > 1 && input.startsWith("=")) {
    return { value: 0, formula: input };
  }
  const trimmed = input.trim();
  if (ERROR_CODES.includes(trimmed.toUpperCase())) {
    return { value: new CellError(trimmed.toUpperCase()) };
  }
  if (/^(true|false)$/i.test(trimmed)) {
    return { value: trimmed.toLowerCase() === "true" };
  }
  const read = parseNumber(trimmed) ?? parseDate(trimmed);
  if (!read && /^[+-]./.test(input)) {
    return { value: 0, formula: `=${input}` };
  }
  return read ?? { value: input };
};
