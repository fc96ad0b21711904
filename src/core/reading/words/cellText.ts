// Small questions about a cell's value, asked everywhere in reading.
import { foldLabel } from "../../text";
import { valueAt, type CellValue, type SheetGrid } from "../grid";

export function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** Text on one line with single blanks, or "" for an empty cell. Numbers come as they are stored. */
export function oneLine(value: CellValue): string {
  return value === null ? "" : String(value).replace(/\s+/g, " ").trim();
}

export function textAt(grid: SheetGrid, row: number, column: number): string {
  return oneLine(valueAt(grid, row, column));
}

/** A calendar or financial year as a heading writes it ("2026/27", "2026-27", 2026), as its first year; null when it is not one. */
export function yearOf(value: CellValue): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 1990 && value <= 2100 ? value : null;
  if (typeof value !== "string") return null;
  // A year that ends in March is named by the year it began in.
  const ending = /\b31(?:st)? mar(?:ch)?,? ((?:19|20)\d{2})\b/i.exec(value);
  if (ending !== null) return Number(ending[1]) - 1;
  // So is one that a period ends in: "Actual to 31 January 2027". A budget approved in February names the year to come.
  const until = /\b(?:to|until|as at|at|end(?:ed|ing)?|end of)\b/i.test(value) ? datedYears(value)[0] : undefined;
  if (until !== undefined) return until;
  const match = /(?:^|[^\d.,])((?:19|20)\d{2})(?:\s*[/\-–—]\s*(?:(?:19|20)?\d{2}))?(?=$|[^\d,])/.exec(value);
  return match === null ? shortYearOf(value) : Number(match[1]);
}

/** "25/26" and "FY25/26": two years that follow on one another, too late to be a day and a month. */
function shortYearOf(text: string): number | null {
  for (const match of text.matchAll(/(?:^|[^\d/.,-])(\d{2})\/(\d{2})(?![\d/.,-])/g)) {
    const [from, to] = [Number(match[1]), Number(match[2])];
    if (from >= 15 && from < 60 && to === from + 1) return 2000 + from;
  }
  return null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** First years of the financial years (April to March) in which the dates of a text fall: "30 September 2026", "31/01/2027". */
export function datedYears(text: string): number[] {
  const worded = [...text.matchAll(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d{2})\b(?!\s?[/–-]\s?\d)/gi)].map((m) => [MONTHS.indexOf((m[1] ?? "").toLowerCase()) + 1, Number(m[2])]);
  const figures = [...text.matchAll(/\b\d{1,2}[/.](\d{1,2})[/.]((?:19|20)\d{2})\b/g)].map((m) => [Number(m[1]), Number(m[2])]);
  return [...worded, ...figures].flatMap(([month = 0, year = 0]) => (month < 1 || month > 12 ? [] : [month < 4 ? year - 1 : year]));
}

/** A cell that holds nothing but a year. */
export function isYearCell(value: CellValue): boolean {
  if (typeof value === "number") return yearOf(value) !== null;
  if (typeof value === "string" && /^\s*(fy\s*)?\d{2}\/\d{2}\s*$/i.test(value)) return shortYearOf(value) !== null;
  return typeof value === "string" && /^\s*(fy\s*)?(19|20)\d{2}(\s*[/\-–—]\s*((19|20)?\d{2}))?\s*$/i.test(value);
}

const MEMORY = 100_000;
let folded = new Map<string, string>();
let foldedBefore = new Map<string, string>();

/** foldLabel with a memory: the same words come again on every row of a long sheet. What is asked again outlives what is not. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const value = foldedBefore.get(text) ?? foldLabel(text);
  if (folded.size >= MEMORY) [foldedBefore, folded] = [folded, new Map<string, string>()];
  folded.set(text, value);
  return value;
}
