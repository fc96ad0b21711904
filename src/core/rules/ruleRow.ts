// Reads one row of a rule table field by field: every field that can't be understood becomes a fault with its cell, never a guess.
import type { CellRef } from "../budget/cells";
import { isJurisdiction, JURISDICTIONS, jurisdictionNamed } from "../budget/jurisdictions";
import type { Pence } from "../money/pence";
import { toPence } from "../money/unit";
import type { CellValue, SheetGrid } from "../reading/grid";
import type { TableRecord } from "../tables/table";
import { isIsoDate } from "./inForce";
import type { IsoDate } from "./types";

export interface RowFault {
  readonly column: string;
  readonly cell: CellRef;
  readonly found: string;
  readonly why: string;
}

export class RuleRowReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly grid: SheetGrid,
    private readonly record: TableRecord,
  ) {}

  cell(column: string): CellRef {
    return { file: this.grid.file, sheet: this.grid.sheet, address: this.record.address(column) };
  }

  text(column: string): string {
    return this.record.text(column);
  }

  required(column: string): string {
    const text = this.record.text(column);
    if (text === "") this.fault(column, "it is empty");
    return text;
  }

  oneOf<T extends string>(column: string, choices: readonly T[], blank?: T): T {
    const text = this.record.text(column);
    if (text === "" && blank !== undefined) return blank;
    const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    if (found === undefined) this.fault(column, `it is not one of ${choices.join(", ")}`);
    return found ?? (choices[0] as T);
  }

  /** The place whose law the row follows; "*" when empty. */
  jurisdiction(column: string): string {
    const text = this.record.text(column);
    if (text === "" || text === "*") return "*";
    const place = jurisdictionNamed(text);
    if (!isJurisdiction(place)) this.fault(column, `it is not one of ${JURISDICTIONS.join(", ")}, or * for any`);
    return place;
  }

  /** Choices parted by commas, or "*" (also when empty) for any. */
  manyOf<T extends string>(column: string, choices: readonly T[]): readonly T[] | "*" {
    const text = this.record.text(column);
    if (text === "" || text === "*") return "*";
    return text.split(",").map((part) => part.trim()).filter((part) => part !== "").flatMap((part) => {
      const found = choices.find((choice) => choice.toLowerCase() === part.toLowerCase());
      if (found === undefined) this.fault(column, `"${part}" is not one of ${choices.join(", ")}`);
      return found === undefined ? [] : [found];
    });
  }

  /** Pounds, zero or more; null when empty. */
  amount(column: string): Pence | null {
    const value = this.record.value(column);
    if (value === null || value === "") return null;
    const pounds = typeof value === "number" ? value : poundsOfText(value);
    if (pounds === null || !Number.isFinite(pounds) || pounds < 0) return this.fault(column, "it is not an amount of pounds");
    const { pence, exact } = toPence(pounds, "pounds");
    return exact ? pence : this.fault(column, "it is not a whole number of pence");
  }

  /** A date cell or text YYYY-MM-DD or DD/MM/YYYY; null when empty. */
  date(column: string): IsoDate | null {
    const value = this.record.value(column);
    if (value === null || value === "") return null;
    const iso = typeof value === "number" ? isoOfSerial(value) : isoOfText(String(value).trim());
    return iso ?? this.fault(column, "it is not a date");
  }

  /** Both ends of the time a row holds, in the right order. */
  dates(from: string, to: string): { from: IsoDate | null; to: IsoDate | null } {
    const [start, end] = [this.date(from), this.date(to)];
    if (start !== null && end !== null && end < start) this.fault(to, `it is before ${start}`);
    return { from: start, to: end };
  }

  /** A percentage from 0 to 100 as a number, such as 0.25 for a quarter of one per cent; null when empty. */
  percent(column: string): number | null {
    const value = this.record.value(column);
    if (value === null || value === "") return null;
    const percent = typeof value === "number" ? value : Number(String(value).trim().replace(/\s*%$/, ""));
    if (!(percent >= 0 && percent <= 100)) return this.fault(column, "it is not a percentage from 0 to 100");
    return percent;
  }

  /** Words parted by commas; undefined when empty or "*". */
  list(column: string): readonly string[] | undefined {
    const words = this.record.text(column).split(",").map((part) => part.trim()).filter((part) => part !== "" && part !== "*");
    return words.length === 0 ? undefined : words;
  }

  /** A span of days of every year, "03-01 to 03-31"; undefined when empty. */
  yearly(column: string): { fromDay: string; toDay: string } | undefined {
    const text = this.record.text(column);
    if (text === "") return undefined;
    const match = /^(\d{2}-\d{2}) to (\d{2}-\d{2})$/.exec(text);
    const [fromDay = "", toDay = ""] = match === null ? [] : [match[1], match[2]];
    if (!isIsoDate(`2000-${fromDay}`) || !isIsoDate(`2000-${toDay}`)) this.fault(column, "it is not a span of days of the year such as 03-01 to 03-31");
    return { fromDay, toDay };
  }

  wholeNumber(column: string, least: number, most: number): number {
    const value = this.record.value(column);
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fault(column, `it is not a whole number from ${least} to ${most}`);
    return least;
  }

  yes(column: string, blank: boolean): boolean {
    const value = this.record.value(column);
    if (typeof value === "boolean") return value;
    return this.oneOf(column, ["yes", "no"], blank ? "yes" : "no") === "yes";
  }

  fault(column: string, why: string): null {
    this.faults.push({ column, cell: this.cell(column), found: this.record.text(column), why });
    return null;
  }
}

function poundsOfText(value: CellValue): number | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?$/.exec(String(value).trim());
  return match === null ? null : Number(`${(match[1] ?? "").replace(/,/g, "")}${match[2] ?? ""}`);
}

function isoOfText(text: string): IsoDate | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = british === null ? text : `${british[3]}-${(british[2] ?? "").padStart(2, "0")}-${(british[1] ?? "").padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : null;
}

/** Excel's serial day of the 1900 system as a date (days after 30 December 1899; exact from March 1900 on). */
function isoOfSerial(serial: number): IsoDate | null {
  if (!Number.isInteger(serial) || serial < 61 || serial > 2_958_465) return null;
  // Days are counted from 1 March of year 0, so that the leap day ends the year.
  const days = serial + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
