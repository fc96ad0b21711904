// Rows among the lines that are no budget of their own: for information only, parts of the row above, counts and shares.
import { cellAddress, type CellRef } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { fold } from "../words/cellText";
import type { GridArea, SheetGrid } from "../grid";
import { withNilBalances } from "./nilBalance";
import { withSideSummaries } from "./sideSummaries";
import { findTotals } from "./totals";
import type { BodyRow, RowClasses } from "../tableSteps";

export interface AsideRow {
  readonly row: BodyRow;
  readonly kind: "memorandum" | "part" | "count" | "balance";
  /** Some printed total bears out that it is none of the lines. */
  readonly proven: boolean;
}

export interface RowsApart {
  /** The rows among which lines and totals are told. */
  readonly rows: readonly BodyRow[];
  readonly classes: RowClasses;
  readonly aside: readonly AsideRow[];
}

const MEMORANDUM = /^(memorandum|memo\b|of which|for information|note:)/i;
/** A heading under which nothing counts. */
const ONLY_FOR_INFORMATION = /^(memorandum|memo|for information|(key )?statistics|performance indicators)\b/i;
/** A part of what is printed already: "including agency staff", "Overtime included above". */
const PART = /^[\s–—•*-]*(including|includes|incl\.?|comprising)[:\s]|\b(included|shown|counted) (above|in the above|in total)\b/i;
const COUNT = /\((number|nos?\.?|count|fte|wte|%|tonnes?|days?|hours?|units?|headcount)\)\s*$|[^\d.\s]\s*\(?%\)?\s*$|^%|\b(fte|wte)s?\s*$|^(number|nos?\.?|count) of\b|^(average )?(fte|wte|headcount)\b|^(tonnes|tonnage)\b|\bper (head|capita|week|night|bed|unit|case|resident|dwelling|household|tonne|pupil|fte|officer)( of population)?\s*(\(£\))?\s*$|^(percentage|population)\b|\bheadcount\s*$|^(average|mean|median|minimum|maximum|highest|lowest)s?\s*$|\btax ?base\b|\bband d (council )?(tax|charge|amount|equivalent)/i;

/** What a fund holds at a date, under the movement of the year. */
const BALANCE = /\b(opening|closing|cumulative) (\w+ )?balances?\b|\bbalances? (as )?at (1|31|the|start|end|beginning)\b|\bbalances?( \w+)? ((brought|carried) (forward|down)|[bc] (f|fwd|forward|d))\b|\b(brought|carried) forward balances?$/;

/** Parts and counts are set aside by their words, save where a total that agrees takes them in: then they are lines, whatever they are called. */
export function rowsApart(grid: SheetGrid, all: readonly BodyRow[], columns: readonly number[]): RowsApart {
  const kinds = new Map<BodyRow, AsideRow["kind"]>();
  for (const row of all) {
    const kind = kindOf(row);
    if (kind !== null) kinds.set(row, kind);
  }
  const rows = all.filter((row) => kinds.get(row) !== "memorandum");
  const classes = withSideSummaries(rows, withNilBalances(rows, findTotals(grid, rows, columns)));
  if (rows.every((row) => !kinds.has(row))) return { rows, classes, aside: asideOf(all, kinds, true) };
  // The balance at the end takes in the one at the start and all movements: that makes neither a line.
  const isBalance = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && kinds.get(row) === "balance";
  };
  const taken = new Set(classes.totals.flatMap((total) => (total.agrees && !isBalance(total.index) ? total.lines.map((line) => rows[line.index]) : [])));
  for (const row of rows) if (taken.has(row)) kinds.delete(row);
  const left = rows.filter((row) => !kinds.has(row));
  if (left.length === 0) return { rows, classes, aside: [] };
  const told = withSideSummaries(left, withNilBalances(left, findTotals(grid, left, columns)));
  return { rows: left, classes: told, aside: asideOf(all, kinds, told.totals.some((total) => total.agrees)) };
}

function asideOf(all: readonly BodyRow[], kinds: ReadonlyMap<BodyRow, AsideRow["kind"]>, proven: boolean): readonly AsideRow[] {
  return all.flatMap((row) => {
    const kind = kinds.get(row);
    return kind === undefined ? [] : [{ row, kind, proven }];
  });
}

function kindOf(row: BodyRow): AsideRow["kind"] | null {
  const name = row.description === "" ? row.label : row.description;
  if (MEMORANDUM.test(row.label) || MEMORANDUM.test(name) || row.sections.some((section) => ONLY_FOR_INFORMATION.test(section))) return "memorandum";
  if (PART.test(name)) return "part";
  if (BALANCE.test(fold(name))) return "balance";
  const onlyShares = row.odd.length > 0 && row.odd.every(({ reading }) => reading.kind === "percent") && row.amounts.every((amount) => amount === null);
  return COUNT.test(name) || onlyShares ? "count" : null;
}

/** Why a row is set aside, in words for the list of rows that are. */
export function whyAside({ kind }: AsideRow): string {
  if (kind === "memorandum") return "its label says it is for information only";
  if (kind === "balance") return "its label says it is a balance at a date, not money of the year";
  return kind === "part" ? "its label says it is a part of another row" : "its label says it is a count or a share, no money";
}

const WHY = { part: "seems to be a part of what another row prints", count: "seems to be a count or a share and no money", balance: "seems to be a balance at a date and no money of the year" } as const;

/** Said once a kind: a part that nothing proves is asked about, since its money would be lost if it were a line. */
export function asideIssues(grid: SheetGrid, area: GridArea, aside: readonly AsideRow[]): Issue[] {
  return (["part", "count", "balance"] as const).flatMap((kind): Issue[] => {
    const [first, ...others] = aside.filter((row) => row.kind === kind);
    if (first === undefined) return [];
    const where: CellRef = { file: grid.file, sheet: grid.sheet, address: cellAddress(first.row.row, area.left) };
    const severity = first.proven ? "info" : kind === "part" ? "question" : "warning";
    const done = `set aside${others.length === 0 ? "" : `, like ${others.length} more`}${first.proven ? ", and the printed totals agree without it" : ""}`;
    return [{ code: "row-not-understood", severity, where, pence: null, facts: { text: first.row.label, why: WHY[kind], done } }];
  });
}
