// Columns that another column of the same table adds up: quarters or months beside their year, partners' shares beside their total.
import { decimalsOf, readAmount, type NumberStyle } from "../words/amounts";
import { valueAt, type SheetGrid } from "../grid";
import { totalWording } from "../words/totalWords";

export interface AddedColumn {
  readonly column: number;
  readonly heading: string;
  /** What the column is (stage and year), so that only columns of one kind are shares of a total; null where its heading says nothing. */
  readonly kind: string | null;
}

const FEWEST_ROWS = 3;
const MOST_ROWS = 500;
const PERIOD = /\b(?:q|qtr|quarter|p|period|m|month) ?(\d{1,2})\b|\b(apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb|mar)[a-z]*\b/i;

/** The columns that are parts, each with the column that adds them: that one is read and its parts are not. */
export function addedColumns(grid: SheetGrid, rows: readonly number[], columns: readonly AddedColumn[], style: NumberStyle): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const whole = (parts: readonly AddedColumn[], among: readonly AddedColumn[]): void => {
    const total = parts.length < 2 ? undefined : among.find((c) => adds(grid, rows, c.column, parts.map((p) => p.column), style));
    if (total !== undefined) for (const part of parts) found.set(part.column, total.column);
  };
  const periods = columns.filter((c) => PERIOD.test(c.heading));
  const distinct = new Set(periods.map((c) => PERIOD.exec(c.heading)?.[0].toLowerCase())).size;
  const halves = distinct === 2 && periods.every((c) => /\b[a-z]{3,9} (to|-|–) [a-z]{3,9}\b/i.test(c.heading));
  if ((distinct >= 3 || halves) && distinct === periods.length) whole(periods, columns.filter((c) => !periods.includes(c)));
  for (const kind of new Set(columns.flatMap((c) => c.kind ?? []))) {
    // Columns that nothing names are parts where the others alone do not add up.
    for (const unnamed of [false, true]) {
      const alike = columns.filter((c) => (c.kind === kind || (unnamed && c.kind === null)) && !found.has(c.column));
      const totals = alike.filter((c) => c.kind === kind && isTotal(c.heading));
      const [total] = totals;
      if (total !== undefined && totals.length === 1) whole(alike.filter((c) => c !== total), totals);
    }
  }
  return found;
}

/** "Total" beside columns of several years that it adds: the money of no one year. */
export function totalsOfYears(grid: SheetGrid, rows: readonly number[], columns: readonly { readonly column: number; readonly heading: string; readonly year: number | null }[], style: NumberStyle): ReadonlySet<number> {
  const dated = columns.filter((c) => c.year !== null);
  if (dated.length < 2 || new Set(dated.map((c) => c.year)).size !== dated.length) return new Set();
  return new Set(columns.filter((c) => c.year === null && isTotal(c.heading) && adds(grid, rows, c.column, dated.map((d) => d.column), style)).map((c) => c.column));
}

function isTotal(heading: string): boolean {
  return totalWording(heading) !== null || /\b(full|whole) year\b/i.test(heading);
}

/** On nearly every row the column is the sum of the others; at least on one row two of them hold money. */
function adds(grid: SheetGrid, rows: readonly number[], total: number, parts: readonly number[], style: NumberStyle): boolean {
  let [asked, agreed, telling] = [0, 0, 0];
  for (const row of rows.slice(0, MOST_ROWS)) {
    const sum = figureAt(grid, row, total, style);
    const figures = parts.flatMap((column) => figureAt(grid, row, column, style) ?? []);
    if (sum === null || figures.length === 0) continue;
    asked += 1;
    const place = 10 ** -Math.min(6, Math.max(0, ...[sum, ...figures].map(decimalsOf)));
    if (Math.abs(figures.reduce((s, f) => s + f, 0) - sum) > place * Math.max(1.01, figures.length / 2)) continue;
    agreed += 1;
    if (figures.filter((f) => Math.abs(f) > place).length >= 2) telling += 1;
  }
  return asked >= FEWEST_ROWS && agreed >= asked * 0.9 && telling > 0;
}

function figureAt(grid: SheetGrid, row: number, column: number, style: NumberStyle): number | null {
  const reading = readAmount(valueAt(grid, row, column), style);
  return reading.kind === "number" ? reading.value : reading.kind === "nil" ? 0 : null;
}
