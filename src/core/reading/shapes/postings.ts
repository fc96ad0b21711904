// A long ledger extract, a row per posting with its date or period: postings are added up to one line per code, in one pass.
import { readAmount, type NumberStyle } from "../words/amounts";
import { fold, isBlank, oneLine, textAt } from "../words/cellText";
import { valueAt, type CellValue, type SheetGrid } from "../grid";
import { isAmount, meaningOf } from "../words/headingWords";
import type { Stage } from "../../budget/line";

const HEADINGS_WITHIN = 30;
const SAMPLE = 400;
const FEWEST_POSTINGS = 12;
const DATE_HEADING = /^((posting|posted|transaction|trans|tran|gl|journal|effective|invoice|document|entry|accounting) )?(date|period)( no| number| posted)?$|^(financial |fiscal |accounting |acc )?(period|month)( no| number)?$|^date posted$/;
const DEBIT = /^(debits?|dr)( (amount|value))?( £.*)?$/;
const CREDIT = /^(credits?|cr)( (amount|value))?( £.*)?$/;
/** A running balance is no posting, nor are a document's parts beside its amount. */
const NOT_POSTED = /\bbalance\b|\bvat\b|\btax\b|\bquantity\b|\bcumulative\b/;
const PLAIN = /^(net |posted |transaction |journal |base |line )*(amount|value|actuals?|net|gbp|£)( (in )?(gbp|£))?( £)?$/;

export interface PostingColumns {
  readonly headerRow: number;
  readonly date: number;
  /** Columns that together name a line: agency, cost centre, subjective. */
  readonly agency: number | null;
  readonly code: number;
  readonly subjective: number | null;
  /** Columns of words, the likeliest name of the code first. */
  readonly words: readonly number[];
  /** Each with the stage it adds to and the sign its figures take. */
  readonly amounts: readonly { readonly column: number; readonly stage: Stage | null; readonly sign: 1 | -1; readonly heading: string }[];
  readonly headings: readonly string[];
}

/** The columns of an extract, or null unless a date or period stands on nearly every row, a code beside it, and codes come again. */
export function findPostings(grid: SheetGrid, style: NumberStyle): PostingColumns | null {
  for (let row = 0; row < Math.min(grid.values.length, HEADINGS_WITHIN); row += 1) {
    const headings = (grid.values[row] ?? []).map((_, column) => textAt(grid, row, column));
    const date = headings.findIndex((heading) => DATE_HEADING.test(fold(heading)));
    if (date < 0) continue;
    const columns = columnsAt(grid, row, headings, date, style);
    if (columns !== null) return columns;
  }
  return null;
}

function columnsAt(grid: SheetGrid, headerRow: number, headings: readonly string[], date: number, style: NumberStyle): PostingColumns | null {
  const first = headerRow + 1;
  const sample = Array.from({ length: Math.min(SAMPLE, grid.values.length - first) }, (_, i) => first + i).filter((row) => (grid.values[row] ?? []).some((v) => !isBlank(v)));
  if (sample.length < FEWEST_POSTINGS || sample.filter((row) => isDateOrPeriod(valueAt(grid, row, date))).length < sample.length * 0.9) return null;
  const meanings = headings.map((heading, column) => (column === date || heading === "" ? null : meaningOf(heading)));
  const of = (field: string): number[] => meanings.flatMap((m, column) => (m?.field === field ? [column] : []));
  const codes = [...of("code"), ...of("subjective")].filter((column) => !/\b(document|journal|transaction|trans|invoice|batch|line|entry|doc|voucher)\b/.test(fold(headings[column] ?? "")));
  const repeating = codes.filter((column) => isRepeating(grid, first, column));
  const [code, subjective] = repeating;
  const amounts = amountColumns(headings, meanings, grid, sample, style);
  if (code === undefined || amounts.length === 0 || repeating.length > 2) return null;
  return {
    headerRow, date, code, subjective: subjective ?? null, agency: of("agency")[0] ?? null, amounts, headings,
    words: [...of("description"), ...of("section")].filter((column) => column !== code && column !== subjective),
  };
}

function amountColumns(headings: readonly string[], meanings: readonly ReturnType<typeof meaningOf>[], grid: SheetGrid, sample: readonly number[], style: NumberStyle): PostingColumns["amounts"] {
  const holds = (column: number): boolean => sample.some((row) => readAmount(valueAt(grid, row, column), style).kind === "number");
  const at = (pattern: RegExp): number => headings.findIndex((heading, column) => pattern.test(fold(heading)) && holds(column));
  const [debit, credit] = [at(DEBIT), at(CREDIT)];
  if (debit >= 0 && credit >= 0) return [{ column: debit, stage: null, sign: 1, heading: headings[debit] ?? "" }, { column: credit, stage: null, sign: -1, heading: headings[credit] ?? "" }];
  const found = meanings.flatMap((meaning, column): PostingColumns["amounts"][number][] => {
    const heading = headings[column] ?? "";
    if (NOT_POSTED.test(fold(heading)) || !holds(column)) return [];
    if (PLAIN.test(fold(heading))) return [{ column, stage: null, sign: 1, heading }];
    return meaning !== null && isAmount(meaning) && meaning.stage !== null && meaning.field !== "ignored" ? [{ column, stage: meaning.stage, sign: 1, heading }] : [];
  });
  // Two columns for one stage: which of them is posted is not told.
  return new Set(found.map((c) => c.stage)).size === found.length ? found : [];
}

/** A date (serial or text), or a period: 1 to 14, P6, 2026/06, Apr-26. */
export function isDateOrPeriod(value: CellValue): boolean {
  if (typeof value === "number") return (Number.isInteger(value) && ((value >= 1 && value <= 14) || (value >= 199_001 && value <= 210_014))) || (value >= 32_874 && value <= 73_415);
  const text = oneLine(value);
  return /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}([ T].*)?|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}|(p|period|m|month)? ?\d{1,2}|\d{4}[/-]?\d{2}|[A-Za-z]{3,9}[ '-]?\d{0,4})$/i.test(text) && text !== "";
}

/** Codes on nearly every row, few beside the rows: each stands on two postings or more on average. */
function isRepeating(grid: SheetGrid, first: number, column: number): boolean {
  const codes = new Set<CellValue>();
  let rows = 0;
  let filled = 0;
  for (let row = first; row < grid.values.length; row += 1) {
    const values = grid.values[row] ?? [];
    if (values.every(isBlank)) continue;
    rows += 1;
    const value = values[column] ?? null;
    if (isBlank(value)) continue;
    filled += 1;
    codes.add(value);
  }
  return filled >= rows * 0.9 && codes.size * 2 <= filled;
}
