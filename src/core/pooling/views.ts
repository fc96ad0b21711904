// The cross-tables that treasurers expect: a key down the side, agencies across, both lenses in each cell, and the lines behind it.
import type { AgencyId } from "../budget/agency";
import { ARRANGEMENTS, UNALLOCATED_OUTCOME, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy } from "../money/pence";
import { compareText } from "../text";
import type { LineFigures } from "./lens";
import { NOT_TOLD, type PooledLine } from "./pooledLine";
import type { PooledView, ViewCell, ViewId } from "./types";
import { linesBehind, viewSums, type CellSums, type LinesBehind, type RowKey } from "./viewSums";

interface ViewDef {
  readonly id: ViewId;
  readonly title: string;
  readonly key: RowKey;
  readonly order: (a: string, b: string) => number;
  /** Keeps the view even when no line tells its key. */
  readonly always: boolean;
}

const VIEWS: readonly ViewDef[] = [
  { id: "P1", title: "Outcome by agency", key: (line) => line.outcome, order: unallocatedLast, always: true },
  { id: "P2", title: "Service by agency", key: serviceOf, order: notToldLast, always: false },
  { id: "P3", title: "Fund by agency", key: "fund", order: notToldLast, always: true },
  { id: "P4", title: "Arrangement by agency", key: (line) => line.arrangement, order: byArrangement, always: true },
  {
    id: "P5", title: "Kind of spending by agency", key: (line) => subjectiveName(line.subjectiveGroup), order: bySubjective, always: false,
  },
  { id: "P7", title: "Overspends and underspends by agency", key: (_, figures) => directionOf(figures), order: byDirection, always: true },
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

/** Every view with something to say. Each adds to the same totals (control R5). Lines of a cell are listed in the order given. */
export function pooledViews(lines: Iterable<PooledLine>, agencies: readonly AgencyId[]): PooledView[] {
  const sums = viewSums(lines, VIEWS.map(({ key }) => key));
  return VIEWS.flatMap((def, i) => {
    const cells = sums[i] ?? [];
    return def.always || cells.some((cell) => cell.row !== NOT_TOLD) ? [viewOf(def, cells, linesBehind(lines, def.key), agencies)] : [];
  });
}

function viewOf(def: ViewDef, sums: readonly CellSums[], behind: LinesBehind, agencies: readonly AgencyId[]): PooledView {
  const cells = sums.map(({ row, agency, fundsPence, spendsPence, forecastPence }): ViewCell => ({
    row, agency, fundsPence: asPence(fundsPence), spendsPence: asPence(spendsPence), forecastPence: asPence(forecastPence),
    // Listed when asked for: of a million lines in six views, people follow a few figures.
    get lineIds() {
      return behind(row, agency);
    },
  }));
  const place = new Map(agencies.map((agency, i) => [agency, i]));
  cells.sort((a, b) => def.order(a.row, b.row) || (place.get(a.agency) ?? 0) - (place.get(b.agency) ?? 0));
  return {
    id: def.id, title: def.title, cells, agencies, rows: [...new Set(cells.map((cell) => cell.row))],
    totalFundsPence: sumPenceBy(cells, (cell) => cell.fundsPence), totalSpendsPence: sumPenceBy(cells, (cell) => cell.spendsPence),
  };
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
