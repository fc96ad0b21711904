// The cross-tables that treasurers expect: a key down the side, agencies across, both lenses in each cell, and the lines behind it.
import type { AgencyId } from "../budget/agency";
import { ARRANGEMENTS, UNALLOCATED_OUTCOME, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import { compareText } from "../text";
import { encodeKey, groupColumns, rowsByGroup, type KeyColumn } from "./groupBy";
import { isExternal, type LineFigures } from "./lens";
import type { PooledView, ViewCell, ViewId } from "./types";

/** Key of the row that holds lines whose sheet and coding do not tell: a view never leaves money out. */
export const NOT_TOLD = "not told";

/** A line with its figures in the pool; below-the-line money is not here. */
export interface PooledLine {
  readonly line: BudgetLine;
  readonly figures: LineFigures;
}

/** A view's parts as columns: one entry a line, or one a fund of a line. */
interface PartColumns {
  readonly rows: readonly string[];
  /** Index into the ordered lines. */
  readonly lineOf: Int32Array;
  readonly funds: Float64Array;
  readonly spends: Float64Array;
  readonly forecast: Float64Array;
}

interface ViewDef {
  readonly id: ViewId;
  readonly title: string;
  readonly parts: (lines: readonly PooledLine[]) => PartColumns;
  readonly order: (a: string, b: string) => number;
  /** Keeps the view even when no line tells its key. */
  readonly always: boolean;
}

const VIEWS: readonly ViewDef[] = [
  { id: "P1", title: "Outcome by agency", parts: whole((line) => line.outcome), order: unallocatedLast, always: true },
  { id: "P2", title: "Service by agency", parts: whole(serviceOf), order: notToldLast, always: false },
  { id: "P3", title: "Fund by agency", parts: byFund, order: notToldLast, always: true },
  { id: "P4", title: "Arrangement by agency", parts: whole((line) => line.arrangement), order: byArrangement, always: true },
  {
    id: "P5", title: "Kind of spending by agency", parts: whole((line) => subjectiveName(line.subjectiveGroup)), order: bySubjective, always: false,
  },
  { id: "P7", title: "Overspends and underspends by agency", parts: whole((_, figures) => directionOf(figures)), order: byDirection, always: true },
];

/** CIPFA standard subjective groups (SeRCOP), in their order, 1 to 10. */
export const SUBJECTIVE_GROUPS: readonly string[] = [
  "Employees", "Premises-related", "Transport-related", "Supplies and services", "Third-party payments",
  "Transfer payments", "Support services", "Depreciation and impairment", "Income", "Capital financing",
];

/** Rows of P7. */
export const DIRECTIONS = ["Forecast over budget", "Forecast under budget", "On budget"] as const;

/** Name of a CIPFA subjective group, e.g. "Third-party payments" for 5. */
export function subjectiveName(group: number | null): string {
  return group === null ? NOT_TOLD : (SUBJECTIVE_GROUPS[group - 1] ?? NOT_TOLD);
}

/** The service a line stands under: the outermost heading of its sheet. */
export function serviceOf(line: BudgetLine): string {
  return line.sections[0] ?? NOT_TOLD;
}

/** Which way a line's forecast lies: a row of P7. */
export function directionOf({ fundsPence, forecastPence }: LineFigures): string {
  const variance = forecastPence - fundsPence;
  return variance > 0 ? DIRECTIONS[0] : variance < 0 ? DIRECTIONS[1] : DIRECTIONS[2];
}

/** Every view with something to say. Each adds to the same totals (control R5). */
export function pooledViews(lines: readonly PooledLine[], agencies: readonly AgencyId[]): PooledView[] {
  // Ordered once, so that each cell lists its lines by id however the sheets were ordered.
  const ordered = [...lines].sort((a, b) => compareText(a.line.id, b.line.id));
  const agencyKey = encodeKey(ordered.map(({ line }) => line.agency));
  return VIEWS.flatMap((def) => {
    const parts = def.parts(ordered);
    const rowKey = encodeKey(parts.rows);
    const told = rowKey.labels.some((label) => label !== NOT_TOLD);
    return told || def.always ? [viewOf(def, parts, rowKey, agencyKey, ordered, agencies)] : [];
  });
}

function viewOf(
  def: ViewDef, parts: PartColumns, rowKey: KeyColumn, agencyOfLine: KeyColumn, lines: readonly PooledLine[], agencies: readonly AgencyId[],
): PooledView {
  const agencyKey: KeyColumn = { codes: parts.lineOf.map((i) => agencyOfLine.codes[i] ?? 0), labels: agencyOfLine.labels };
  const grouped = groupColumns([rowKey, agencyKey], [parts.funds, parts.spends, parts.forecast], parts.rows.length);
  const { starts, rows } = rowsByGroup(grouped);
  const [funds, spends, forecast] = grouped.sums;
  const cells = Array.from({ length: grouped.groupCount }, (_, g): ViewCell => {
    const first = grouped.firstRow[g] ?? 0;
    const own = rows.subarray(starts[g], starts[g + 1]);
    const lineIds: string[] = [];
    for (const part of own) lineIds.push(lines[parts.lineOf[part] ?? 0]?.line.id ?? "");
    return {
      row: rowKey.labels[rowKey.codes[first] ?? 0] ?? "", agency: agencyKey.labels[agencyKey.codes[first] ?? 0] ?? "", lineIds,
      fundsPence: asPence(funds?.[g] ?? 0), spendsPence: asPence(spends?.[g] ?? 0), forecastPence: asPence(forecast?.[g] ?? 0),
    };
  });
  const place = new Map(agencies.map((agency, i) => [agency, i]));
  cells.sort((a, b) => def.order(a.row, b.row) || (place.get(a.agency) ?? 0) - (place.get(b.agency) ?? 0));
  return {
    id: def.id, title: def.title, cells, agencies, rows: [...new Set(cells.map((cell) => cell.row))],
    totalFundsPence: sumPenceBy(cells, (cell) => cell.fundsPence), totalSpendsPence: sumPenceBy(cells, (cell) => cell.spendsPence),
  };
}

/** A view that puts each line in one row. */
function whole(key: (line: BudgetLine, figures: LineFigures) => string): ViewDef["parts"] {
  return (lines) => ({
    rows: lines.map(({ line, figures }) => key(line, figures)),
    lineOf: Int32Array.from(lines, (_, i) => i),
    funds: Float64Array.from(lines, ({ figures }) => figures.fundsPence),
    spends: Float64Array.from(lines, ({ figures }) => figures.spendsPence),
    forecast: Float64Array.from(lines, ({ figures }) => figures.forecastPence),
  });
}

function byFund(lines: readonly PooledLine[]): PartColumns {
  const parts = lines.flatMap((pooled, index) => fundParts(pooled).map((part) => ({ ...part, index })));
  return {
    rows: parts.map((part) => part.fund), lineOf: Int32Array.from(parts, (part) => part.index),
    funds: Float64Array.from(parts, (part) => part.funds), spends: Float64Array.from(parts, (part) => part.spends),
    forecast: Float64Array.from(parts, (part) => part.forecast),
  };
}

/** One fund's part of a line. */
export interface FundPart {
  readonly fund: string;
  readonly ringFence: string | null;
  readonly funds: Pence;
  readonly spends: Pence;
  readonly forecast: Pence;
}

/** A line's funds: its splits as agreed, what they leave unexplained as not told; the forecast falls on them in the same shares. */
export function fundParts({ line, figures }: PooledLine): FundPart[] {
  const splits = [...line.funding];
  const rest = figures.fundsPence - sumPenceBy(line.funding, (split) => split.pence);
  if (rest !== 0 || splits.length === 0) splits.push({ fund: NOT_TOLD, ringFence: null, pence: rest });
  const changes = sharedChange(figures.forecastPence - figures.fundsPence, splits.map((split) => Math.abs(split.pence)));
  return splits.map((split, i) => ({
    fund: split.fund, ringFence: split.ringFence, funds: split.pence, spends: isExternal(figures) ? split.pence : 0, forecast: split.pence + (changes[i] ?? 0),
  }));
}

function sharedChange(change: Pence, weights: readonly number[]): readonly Pence[] {
  if (weights.length === 1) return [change];
  return weights.some((w) => w > 0) ? shareByWeights(change, weights) : weights.map((_, i) => (i === 0 ? change : 0));
}

function notToldLast(a: string, b: string): number {
  return lastIs(NOT_TOLD, a, b) || compareText(a, b);
}

function unallocatedLast(a: string, b: string): number {
  return lastIs(UNALLOCATED_OUTCOME, a, b) || compareText(a, b);
}

function bySubjective(a: string, b: string): number {
  return rank(SUBJECTIVE_GROUPS, a) - rank(SUBJECTIVE_GROUPS, b);
}

function byArrangement(a: string, b: string): number {
  return rank(ARRANGEMENTS, a) - rank(ARRANGEMENTS, b);
}

function byDirection(a: string, b: string): number {
  return rank(DIRECTIONS, a) - rank(DIRECTIONS, b);
}

function lastIs(last: string, a: string, b: string): number {
  return Number(a === last) - Number(b === last);
}

/** Place in a fixed order; what is not in it comes last. */
function rank(order: readonly string[], value: string): number {
  const place = order.indexOf(value);
  return place < 0 ? order.length : place;
}
