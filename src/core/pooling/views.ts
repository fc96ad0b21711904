// The cross-tables that treasurers expect: a key down the side, agencies across, both lenses in each cell, and the lines behind it.
import type { AgencyId } from "../budget/agency";
import { ARRANGEMENTS, forecastOrBudgetPence, UNALLOCATED_OUTCOME, type BudgetLine } from "../budget/line";
import { asPence, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import { compareText } from "../text";
import { encodeKey, groupColumns, rowsByGroup } from "./groupBy";
import type { LineFigures } from "./lens";
import type { PooledView, ViewCell, ViewId } from "./types";

/** Key of the row that holds lines whose sheet and coding do not tell: a view never leaves money out. */
export const NOT_TOLD = "not told";

/** A line with its figures in the pool; below-the-line money is not here. */
export interface PooledLine {
  readonly line: BudgetLine;
  readonly figures: LineFigures;
}

/** One line's part of one row of a view. */
interface Part {
  readonly line: BudgetLine;
  readonly row: string;
  readonly fundsPence: Pence;
  readonly spendsPence: Pence;
  readonly forecastPence: Pence;
}

interface ViewDef {
  readonly id: ViewId;
  readonly title: string;
  readonly parts: (pooled: PooledLine) => readonly Part[];
  readonly order: (a: string, b: string) => number;
  /** Keeps the view even when no line tells its key. */
  readonly always: boolean;
}

const VIEWS: readonly ViewDef[] = [
  { id: "P1", title: "Outcome by agency", parts: whole((line) => line.outcome), order: unallocatedLast, always: true },
  { id: "P2", title: "Service by agency", parts: whole((line) => line.sections[0] ?? NOT_TOLD), order: notToldLast, always: false },
  { id: "P3", title: "Fund by agency", parts: byFund, order: notToldLast, always: true },
  { id: "P4", title: "Arrangement by agency", parts: whole((line) => line.arrangement), order: byArrangement, always: true },
  {
    id: "P5", title: "Kind of spending by agency", parts: whole((line) => subjectiveName(line.subjectiveGroup)), order: bySubjective, always: false,
  },
  { id: "P7", title: "Overspends and underspends by agency", parts: whole((_, figures) => directionOf(figures)), order: byDirection, always: true },
];

/** CIPFA standard subjective groups (SeRCOP), by number. */
export const SUBJECTIVE_GROUPS: readonly string[] = [
  "1 Employees", "2 Premises-related", "3 Transport-related", "4 Supplies and services", "5 Third-party payments",
  "6 Transfer payments", "7 Support services", "8 Depreciation and impairment", "9 Income", "10 Capital financing",
];

/** Rows of P7. */
export const DIRECTIONS = ["Forecast over budget", "Forecast under budget", "On budget"] as const;

/** Name of a CIPFA subjective group, e.g. "5 Third-party payments". */
export function subjectiveName(group: number | null): string {
  return group === null ? NOT_TOLD : (SUBJECTIVE_GROUPS[group - 1] ?? NOT_TOLD);
}

/** Which way a line's forecast lies: a row of P7. */
export function directionOf({ fundsPence, forecastPence }: LineFigures): string {
  const variance = forecastPence - fundsPence;
  return variance > 0 ? DIRECTIONS[0] : variance < 0 ? DIRECTIONS[1] : DIRECTIONS[2];
}

/** Every view with something to say. Each adds to the same totals (control R5). */
export function pooledViews(lines: readonly PooledLine[], agencies: readonly AgencyId[]): PooledView[] {
  return VIEWS.flatMap((def) => {
    const parts = lines.flatMap(def.parts);
    if (!def.always && parts.every((part) => part.row === NOT_TOLD)) return [];
    return [viewOf(def, parts, agencies)];
  });
}

function viewOf(def: ViewDef, parts: readonly Part[], agencies: readonly AgencyId[]): PooledView {
  const rowKey = encodeKey(parts.map((part) => part.row));
  const agencyKey = encodeKey(parts.map((part) => part.line.agency));
  const column = (figure: (part: Part) => Pence): Float64Array => Float64Array.from(parts, figure);
  const grouped = groupColumns(
    [rowKey, agencyKey], [column((p) => p.fundsPence), column((p) => p.spendsPence), column((p) => p.forecastPence)], parts.length,
  );
  const { starts, rows } = rowsByGroup(grouped);
  const [funds, spends, forecast] = grouped.sums;
  const cells: ViewCell[] = [];
  for (let g = 0; g < grouped.groupCount; g += 1) {
    const first = parts[grouped.firstRow[g] ?? 0];
    if (first === undefined) continue;
    const lineIds = Array.from(rows.subarray(starts[g], starts[g + 1]), (i) => parts[i]?.line.id ?? "");
    cells.push({
      row: first.row, agency: first.line.agency, lineIds: lineIds.sort(compareText),
      fundsPence: asPence(funds?.[g] ?? 0), spendsPence: asPence(spends?.[g] ?? 0), forecastPence: asPence(forecast?.[g] ?? 0),
    });
  }
  const place = new Map(agencies.map((agency, i) => [agency, i]));
  cells.sort((a, b) => def.order(a.row, b.row) || (place.get(a.agency) ?? 0) - (place.get(b.agency) ?? 0));
  const total = (figure: (cell: ViewCell) => Pence): Pence => cells.reduce((sum, cell) => asPence(sum + figure(cell)), 0);
  return {
    id: def.id, title: def.title, cells, agencies, rows: [...new Set(cells.map((cell) => cell.row))],
    totalFundsPence: total((c) => c.fundsPence), totalSpendsPence: total((c) => c.spendsPence),
  };
}

function whole(key: (line: BudgetLine, figures: LineFigures) => string): ViewDef["parts"] {
  return ({ line, figures }) => [{
    line, row: key(line, figures),
    fundsPence: figures.fundsPence, spendsPence: figures.spendsPence, forecastPence: figures.forecastPence,
  }];
}

/** A line's funds: its splits as agreed, what they leave unexplained as not told; the forecast falls on them in the same shares. */
function byFund({ line, figures }: PooledLine): readonly Part[] {
  const explained = line.funding.reduce((sum, split) => asPence(sum + split.pence), 0);
  const rest = figures.fundsPence - explained;
  const splits = [...line.funding.map((split) => ({ row: split.fund, pence: split.pence }))];
  if (rest !== 0 || splits.length === 0) splits.push({ row: NOT_TOLD, pence: rest });
  const weights = splits.map((split) => Math.abs(split.pence));
  const change = forecastOrBudgetPence(line) - figures.fundsPence;
  const changes = weights.some((w) => w > 0) ? shareByWeights(change, weights) : splits.map((_, i) => (i === 0 ? change : 0));
  return splits.map((split, i) => ({
    line, row: split.row, fundsPence: split.pence,
    spendsPence: figures.spendsPence === 0 ? 0 : split.pence,
    forecastPence: split.pence + (changes[i] ?? 0),
  }));
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
