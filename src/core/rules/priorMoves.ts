// What was already moved this year, for limits that add up: applied and accepted virements, with the heads and services they touched.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { foldLabel } from "../text";
import { dayNumber, sameFinancialYear } from "./inForce";
import type { IsoDate, SchemeBand, VirementKind } from "./types";

/** Moves within this many days of each other are looked at together, so that no one splits a move below a limit. */
const SPLITTING_DAYS = 30;

export interface Head {
  readonly line: string;
  readonly agency: AgencyId;
  /** Agency, outcome and client group as one key. */
  readonly service: string;
}

export interface PriorMove {
  readonly id: string;
  readonly from: Head;
  readonly to: Head;
  readonly amountPence: Pence;
  readonly on: IsoDate;
  readonly kinds: readonly VirementKind[];
  /** Day on which it was reversed, or null. */
  readonly reversedOn: IsoDate | null;
  readonly state: "approved" | "pending";
  /** Rules under which it was made, as far as the workbook tells. */
  readonly ruleIds?: readonly string[];
  /** Why it was made, in the words of who proposed it. */
  readonly reason?: string;
}

export function headOf(line: BudgetLine): Head {
  return { line: line.id, agency: line.agency, service: JSON.stringify([line.agency, line.outcome, line.clientGroup]) };
}

/**
 * Moves of the decision date's financial year up to that date. A reversed move still counts, unless it was reversed in the month in
 * which it was made.
 */
export function countedMoves(moves: readonly PriorMove[], decisionDate: IsoDate): PriorMove[] {
  return moves.filter((move) =>
    move.on <= decisionDate && sameFinancialYear(move.on, decisionDate) &&
    (move.reversedOn === null || move.reversedOn.slice(0, 7) !== move.on.slice(0, 7)));
}

/** True when the row's limit counts such a move: technical ones only where the row names them. */
export function countsTowards(band: SchemeBand, move: PriorMove): boolean {
  if (move.kinds.includes("technical") && (band.kinds === "*" || !band.kinds.includes("technical"))) return false;
  return band.kinds === "*" || band.kinds.some((kind) => move.kinds.includes(kind));
}

/** What tells whether an earlier move is a part of the same one. */
export interface SameMove {
  readonly from: BudgetLine;
  readonly to: BudgetLine;
  /** Why people want it, in their own words. */
  readonly reason?: string;
  /** The day on which it was proposed; the decision date where it is asked for only now. */
  readonly proposedOn?: IsoDate;
}

/**
 * Sum of standing moves in the thirty days up to the decision date that are parts of one move of the same bodies: between the same two lines,
 * for the same stated reason, or into the same line through whatever others on an earlier day. What was proposed for a line on one day from
 * several others lies before its approvers together, and hides nothing.
 */
export function recentPence(moves: readonly PriorMove[], { from, to, reason = "", proposedOn }: SameMove, decisionDate: IsoDate): Pence {
  const today = dayNumber(decisionDate);
  const why = foldLabel(reason);
  return moves.reduce((sum, move) => {
    const near = move.reversedOn === null && move.on <= decisionDate && today - dayNumber(move.on) <= SPLITTING_DAYS;
    if (!near || move.from.agency !== from.agency || move.to.agency !== to.agency) return sum;
    const sameTaker = move.to.line === to.id && (move.from.line === from.id || move.on < (proposedOn ?? decisionDate));
    return sameTaker || (why !== "" && foldLabel(move.reason ?? "") === why) ? sum + move.amountPence : sum;
  }, 0);
}

/** True when money still stands that came the other way between the two lines this year. */
export function cameTheOtherWay(moves: readonly PriorMove[], from: string, to: string, decisionDate: IsoDate): boolean {
  return moves.some((move) =>
    move.reversedOn === null && move.from.line === to && move.to.line === from && move.on <= decisionDate && sameFinancialYear(move.on, decisionDate));
}
