// The cross-tables that treasurers expect: a key down the side, agencies across, both lenses in each cell, and the lines behind it.
import type { AgencyId } from "../budget/agency";
import { ARRANGEMENTS, UNALLOCATED_OUTCOME, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy } from "../money/pence";
import { compareText } from "../text";
import { fundParts } from "./fundParts";
import { encodeKey, encodeKeyOf, groupColumns, rowsByGroup, type KeyColumn } from "./groupBy";
import type { LineFigures } from "./lens";
import { NOT_TOLD, type PooledLine } from "./pooledLine";
import type { PooledView, ViewCell, ViewId } from "./types";

/** A view's parts as columns: one entry a line, or one a fund of a line. Amounts in pence. */
interface PartColumns {
  readonly agency: KeyColumn;
  /** Index of each part's line; parts of a line stand together. */
  readonly lineOf: Int32Array;
  readonly funds: Float64Array;
  readonly spends: Float64Array;
  readonly forecast: Float64Array;
}

interface ViewDef {
  readonly id: ViewId;
  readonly title: string;
  /** Row of a line; a view by fund spreads a line over several rows instead. */
  readonly key: ((line: BudgetLine, figures: LineFigures) => string) | "fund";
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
export function pooledViews(lines: readonly PooledLine[], agencies: readonly AgencyId[]): PooledView[] {
  const byLine = lineColumns(lines);
  const ids = lines.map(({ line }) => line.id);
  return VIEWS.flatMap((def) => {
    const { key } = def;
    const { rowKey, parts } = key === "fund" ? fundColumns(lines, byLine.agency) : { rowKey: keyOfLines(lines, key), parts: byLine };
    const told = rowKey.labels.some((label) => label !== NOT_TOLD);
    return told || def.always ? [viewOf(def, rowKey, parts, ids, agencies)] : [];
  });
}

function viewOf(def: ViewDef, rowKey: KeyColumn, parts: PartColumns, ids: readonly string[], agencies: readonly AgencyId[]): PooledView {
  const grouped = groupColumns([rowKey, parts.agency], [parts.funds, parts.spends, parts.forecast], parts.lineOf.length);
  const { starts, rows } = rowsByGroup(grouped);
  const [funds, spends, forecast] = grouped.sums;
  const cells = Array.from({ length: grouped.groupCount }, (_, g): ViewCell => {
    const first = grouped.firstRow[g] ?? 0;
    let lineIds: readonly string[] | null = null;
    return {
      row: rowKey.labels[rowKey.codes[first] ?? 0] ?? "", agency: parts.agency.labels[parts.agency.codes[first] ?? 0] ?? "",
      fundsPence: asPence(funds?.[g] ?? 0), spendsPence: asPence(spends?.[g] ?? 0), forecastPence: asPence(forecast?.[g] ?? 0),
      // Listed when asked for: of a million lines in six views, people follow a few figures.
      get lineIds() {
        return (lineIds ??= lineIdsOf(rows.subarray(starts[g], starts[g + 1]), parts.lineOf, ids));
      },
    };
  });
  const place = new Map(agencies.map((agency, i) => [agency, i]));
  cells.sort((a, b) => def.order(a.row, b.row) || (place.get(a.agency) ?? 0) - (place.get(b.agency) ?? 0));
  return {
    id: def.id, title: def.title, cells, agencies, rows: [...new Set(cells.map((cell) => cell.row))],
    totalFundsPence: sumPenceBy(cells, (cell) => cell.fundsPence), totalSpendsPence: sumPenceBy(cells, (cell) => cell.spendsPence),
  };
}

/** Each line once, although it may have two parts in one cell. */
function lineIdsOf(parts: Int32Array, lineOf: Int32Array, ids: readonly string[]): string[] {
  const found: string[] = [];
  let last = -1;
  for (const part of parts) {
    const index = lineOf[part] ?? 0;
    if (index !== last) found.push(ids[index] ?? "");
    last = index;
  }
  return found;
}

function keyOfLines(lines: readonly PooledLine[], key: (line: BudgetLine, figures: LineFigures) => string): KeyColumn {
  return encodeKeyOf(lines.length, (i) => {
    const pooled = lines[i];
    return pooled === undefined ? "" : key(pooled.line, pooled.figures);
  });
}

function lineColumns(lines: readonly PooledLine[]): PartColumns {
  const columns = emptyColumns(keyOfLines(lines, (line) => line.agency), lines.length);
  lines.forEach(({ figures }, i) => {
    columns.lineOf[i] = i;
    columns.funds[i] = figures.fundsPence;
    columns.spends[i] = figures.spendsPence;
    columns.forecast[i] = figures.forecastPence;
  });
  return columns;
}

/** Amounts go into typed columns at once: records or growing lists of them would cost more to collect than the grouping itself. */
function fundColumns(lines: readonly PooledLine[], agencyOfLine: KeyColumn): { rowKey: KeyColumn; parts: PartColumns } {
  const fundOf: string[] = [];
  let room = emptyColumns({ codes: new Int32Array(lines.length), labels: agencyOfLine.labels }, lines.length);
  lines.forEach((pooled, i) => {
    for (const part of fundParts(pooled)) {
      const p = fundOf.push(part.fund) - 1;
      if (p === room.lineOf.length) room = withRoom(room, p * 2);
      room.lineOf[p] = i;
      room.agency.codes[p] = agencyOfLine.codes[i] ?? 0;
      room.funds[p] = part.funds;
      room.spends[p] = part.spends;
      room.forecast[p] = part.forecast;
    }
  });
  return { rowKey: encodeKey(fundOf), parts: withRoom(room, fundOf.length) };
}

/** The first `count` parts, or all with room for as many. */
function withRoom(parts: PartColumns, count: number): PartColumns {
  if (count === parts.lineOf.length) return parts;
  const resized = emptyColumns({ codes: new Int32Array(count), labels: parts.agency.labels }, count);
  const kept = Math.min(count, parts.lineOf.length);
  resized.agency.codes.set(parts.agency.codes.subarray(0, kept));
  resized.lineOf.set(parts.lineOf.subarray(0, kept));
  resized.funds.set(parts.funds.subarray(0, kept));
  resized.spends.set(parts.spends.subarray(0, kept));
  resized.forecast.set(parts.forecast.subarray(0, kept));
  return resized;
}

function emptyColumns(agency: KeyColumn, count: number): PartColumns {
  return {
    agency, lineOf: new Int32Array(count), funds: new Float64Array(count), spends: new Float64Array(count), forecast: new Float64Array(count),
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
