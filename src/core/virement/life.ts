// The life of a suggested virement in the workbook: what was decided, by whom, and what was applied or reversed.
import type { Pence } from "../money/pence";
import type { IsoDate } from "../rules/types";

export const DECISIONS = ["waiting", "accepted", "refused"] as const;
/** What the budget holder chose in the drop-down. */
export type Decision = (typeof DECISIONS)[number];

export const VIREMENT_STATES = ["suggested", "applied", "reversed"] as const;
export type VirementState = (typeof VIREMENT_STATES)[number];

/** One row of tblVirements: a move as put into the workbook, with its decision. */
export interface Virement {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  readonly recurrence: "one-off" | "recurrent";
  readonly instrument: string;
  readonly ruleIds: readonly string[];
  /** Approval path in words, lowest rank first. */
  readonly approvals: string;
  readonly rank: number;
  readonly why: string;
  readonly suggestedOn: IsoDate;
  readonly decision: Decision;
  readonly decidedBy: string;
  readonly reason: string;
  readonly state: VirementState;
}

/** One changed cell of one applied or reversed virement: a row of tblRegister. Never edited; a correction is a further row. */
export interface RegisterRow {
  readonly number: number;
  readonly virementId: string;
  readonly action: "applied" | "reversed";
  /** As stated by the person, not proven. */
  readonly by: string;
  readonly on: string;
  readonly lineId: string;
  /** Effect on the line's revised budget, canonical sign. */
  readonly amountPence: Pence;
  readonly ruleIds: readonly string[];
  readonly reason: string;
  readonly sheet: string;
  readonly address: string;
  readonly before: string;
  readonly after: string;
  /** Check value chained to the row before. */
  readonly check: string;
}
