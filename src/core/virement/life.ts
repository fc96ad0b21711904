// The life of a suggested virement in the workbook: what was decided, by whom, and what was applied or reversed.
import type { Pence } from "../money/pence";
import type { IsoDate } from "../rules/types";

export const DECISIONS = ["waiting", "accepted", "refused", "withdrawn"] as const;
/** What an approver chose in the drop-down; whoever proposed a virement may withdraw it. */
export type Decision = (typeof DECISIONS)[number];

/** A draft is a row that a person typed: nobody is asked about it until the rules have said who must agree. */
export const VIREMENT_STATES = ["draft", "suggested", "applied", "reversed"] as const;
export type VirementState = (typeof VIREMENT_STATES)[number];

export const POSTED = ["yes", "no"] as const;
/** What a person chose in the drop-down: are the sheets' budgets those with the virement in them? */
export type Posted = (typeof POSTED)[number];

/** One approver whom the rules demand, and what that approver decided. */
export interface Agreement {
  /** Office and body in words, e.g. "director with head of finance (COUNCIL)". */
  readonly approver: string;
  readonly decision: Decision;
  /** As stated by the person, not proven. */
  readonly by: string;
  /** When, as text; empty where nobody said. */
  readonly on: string;
}

/** One row of a virement that has several: what one line gives to another, or one side of it, the other being "". */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  /** As first suggested. */
  readonly suggestedPence: Pence;
}

/** A move as put into tblVirements, with what its approvers decided: one row of it, or several that bear the same id. */
export interface Virement {
  readonly id: string;
  /** Its rows, where it has several: decided, applied and reversed as one. `from` and `to` then name all its lines, and the amount is the whole. */
  readonly legs?: readonly Leg[];
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
  /** Starts at 1; each amendment makes the next. */
  readonly version: number;
  /** As first suggested: no version asks for more. */
  readonly suggestedPence: Pence;
  /** Last day on which it may be decided and applied; null where none was set. */
  readonly expiresOn: IsoDate | null;
  /** Everyone whose agreement the rules demand, in the order in which they are asked; never empty. */
  readonly agreements: readonly Agreement[];
  /** What all of them together come to: accepted only when every one accepted. */
  readonly decision: Decision;
  /** Everyone who decided, as stated. */
  readonly decidedBy: string;
  readonly reason: string;
  readonly state: VirementState;
  /** Between two bodies: how value added tax falls on the payment; absent where nobody stated it. */
  readonly vatNote?: string;
  /** Between two bodies: the day on which the money is to be paid; absent where nobody stated it. */
  readonly cashOn?: IsoDate;
  /** Of one applied beside the budgets (by the journal alone, say): whether they show it by now, as a person says; absent while nobody did. */
  readonly posted?: Posted;
}

/** Several decisions as one: any refusal refuses, any withdrawal withdraws, and only all agreements accept. */
export function overallDecision(agreements: readonly Pick<Agreement, "decision">[]): Decision {
  for (const stopping of ["refused", "withdrawn"] as const) if (agreements.some(({ decision }) => decision === stopping)) return stopping;
  return agreements.length > 0 && agreements.every(({ decision }) => decision === "accepted") ? "accepted" : "waiting";
}

/** Who agreed to what as which office, in words: "director (COUNCIL): A. Name, 2026-10-15". */
export function agreementText({ approver, decision, by, on }: Agreement): string {
  const who = [by, on].filter((text) => text !== "").join(", ");
  const office = approver === "" ? "approver" : approver;
  return `${office}: ${who === "" ? decision : decision === "accepted" ? who : `${decision} by ${who}`}`;
}

/** The same virement with these agreements, and what they come to. */
export function withAgreements(virement: Virement, agreements: readonly Agreement[]): Virement {
  const names = [...new Set(agreements.filter(({ decision, by }) => decision !== "waiting" && by !== "").map(({ by }) => by))];
  return { ...virement, agreements, decision: overallDecision(agreements), decidedBy: names.join(", ") };
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
  /** The sheet of the changed cell; the journal's where no agency's cell was changed, and then there is no address. */
  readonly sheet: string;
  readonly address: string;
  readonly before: string;
  readonly after: string;
  /** What the row says beside the cell; absent in registers kept before it was. */
  readonly detail?: RegisterDetail;
  /** Check value chained to the row before. */
  readonly check: string;
}

/** The virement of a register row, so that the register is read without any other sheet. */
export interface RegisterDetail {
  readonly version: number;
  readonly state: "applied" | "reversed";
  readonly from: string;
  readonly to: string;
  /** The date whose rules were asked. */
  readonly rulesOn: IsoDate;
  /** Each approver with who agreed as stated and when, in words. */
  readonly approvals: string;
  /** Where the amount went, in words: the revised budget, a column of virements, or the journal alone; absent in registers kept before that could be chosen. */
  readonly into?: string;
  /** Of money between bodies its cash date and VAT note, in words; "" for any other, absent in registers kept before there was such a column. */
  readonly payment?: string;
  /** The line's budget just before, as read; absent in registers kept before there was such a column. */
  readonly budgetPence?: Pence;
}
