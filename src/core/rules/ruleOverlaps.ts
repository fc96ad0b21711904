// Rows of a rule book that speak of the same thing at the same time: contradictions, double limits and gaps between limits.
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import type { Gateway, RuleBooks, SchemeBand } from "./types";

interface Keyed {
  readonly id: string;
  readonly jurisdiction: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly cell: CellRef | null;
}

/** One issue for every row that overlaps an earlier one, and for every gap between the limits of one scheme. */
export function overlapIssues(books: RuleBooks): Issue[] {
  return [
    ...pairs(books.gateways, gatewayKey, (a, b) => a.allow !== b.allow, "Purse Gateways", "they answer the same question differently"),
    ...pairs(books.bands.filter((band) => band.approver !== ""), bandKey, amountsMeet, "Purse Schemes", "both cover some of the same amounts"),
    ...pairs(books.funds, (fund) => fund.fund, () => true, "Purse Funds", "they describe the same fund"),
    ...gapIssues(books.bands),
    ...startIssues(books.bands),
  ];
}

function pairs<Row extends Keyed>(rows: readonly Row[], key: (row: Row) => string, clash: (a: Row, b: Row) => boolean, table: string, why: string): Issue[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()].flatMap((group) => group.flatMap((row, i): Issue[] => {
    const other = group.slice(0, i).find((earlier) => datesMeet(earlier, row) && placesMeet(earlier, row) && clash(earlier, row));
    if (other === undefined) return [];
    return [{ code: "rule-overlap", severity: "error", where: row.cell, pence: null, facts: { table, rule: row.id, other: other.id, why } }];
  }));
}

function datesMeet(a: Keyed, b: Keyed): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);
}

function placesMeet(a: Keyed, b: Keyed): boolean {
  return a.jurisdiction === "*" || b.jurisdiction === "*" || a.jurisdiction === b.jurisdiction;
}

function gatewayKey(row: Gateway): string {
  return JSON.stringify([row.fromBody, row.toBody, row.fromFund, row.toPurpose, row.instrument]);
}

/** Rows with the same key speak about the same moves, for different amounts. */
export function bandKey(row: SchemeBand): string {
  return JSON.stringify([row.agency, row.scopes, row.kinds, row.cumulative, row.heads ?? "*", row.percent?.of === "head", row.costFrom ?? "", row.costTo ?? ""]);
}

function amountsMeet(a: SchemeBand, b: SchemeBand): boolean {
  if (a.percent?.of === "head" && b.percent?.of === "head") {
    return (a.percent.upToPercent === null || b.percent.overPercent < a.percent.upToPercent) && (b.percent.upToPercent === null || a.percent.overPercent < b.percent.upToPercent);
  }
  return (a.upToPence === null || b.overPence < a.upToPence) && (b.upToPence === null || a.overPence < b.upToPence);
}

function gapIssues(bands: readonly SchemeBand[]): Issue[] {
  return bands.flatMap((band): Issue[] => {
    const upTo = band.upToPence;
    if (upTo === null || band.approver === "") return [];
    const alike = bands.filter((other) => other !== band && other.approver !== "" && bandKey(other) === bandKey(band) && datesMeet(other, band) && placesMeet(other, band));
    const higher = alike.filter((other) => other.overPence > upTo);
    const covered = alike.some((other) => other.overPence <= upTo && (other.upToPence === null || other.upToPence > upTo));
    if (higher.length === 0 || covered) return [];
    const next = Math.min(...higher.map((other) => other.overPence));
    return [{
      code: "rule-invalid", severity: "error", where: band.cell, pence: null,
      facts: { table: "Purse Schemes", rule: band.id, column: "Up to £", found: formatPounds(upTo), why: `no row says who approves from ${formatPounds(upTo + 1)} to ${formatPounds(next)}` },
    }];
  });
}

/** Limits that begin above nothing though no other row of the body speaks of any smaller amount of such a move: small moves would need more than large ones. */
function startIssues(bands: readonly SchemeBand[]): Issue[] {
  const filled = bands.filter((band) => band.approver !== "");
  return filled.flatMap((band): Issue[] => {
    const over = band.percent?.of === "head" ? band.percent.overPercent : band.overPence;
    const below = filled.some((other) => other !== band && other.agency === band.agency && datesMeet(other, band) && placesMeet(other, band) && speaksAlso(other, band) && startOf(other) < over);
    if (over === 0 || below) return [];
    const what = band.percent?.of === "head" ? `${over}% of the head` : formatPounds(band.overPence);
    return [{
      code: "rule-invalid", severity: "error", where: band.cell, pence: null,
      facts: { table: "Purse Schemes", rule: band.id, column: band.percent === undefined ? "Over £" : "Over %", found: what, why: `no row says who approves up to ${what}` },
    }];
  });
}

function startOf(band: SchemeBand): number {
  return band.percent?.of === "head" ? band.percent.overPercent : band.overPence;
}

/** True when some move falls under both rows, whatever its amount. */
function speaksAlso(a: SchemeBand, b: SchemeBand): boolean {
  return meet(a.scopes, b.scopes) && meet(a.kinds, b.kinds) && (a.heads === undefined || b.heads === undefined || a.heads.some((head) => b.heads?.includes(head)));
}

function meet(a: readonly string[] | "*", b: readonly string[] | "*"): boolean {
  return a === "*" || b === "*" || a.some((one) => b.includes(one));
}

/** Rows that are one and the same but for their cell (the same rule book in several workbooks) count once. */
export function withoutCopies<Row extends { readonly cell: CellRef | null }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = JSON.stringify({ ...row, cell: null });
    return seen.has(text) ? false : seen.add(text) !== undefined;
  });
}
