// Suggestions: the model that is solved, the moves found, and why not more. All amounts in pence.
import type { AgencyId } from "../budget/agency";
import type { Flexibility } from "../flexibility/types";
import type { Pence } from "../money/pence";
import type { PoolTerms } from "../pooling/poolTerms";
import type { OutturnPart, RiskAgreement, ShareResult } from "../pooling/riskShare/types";
import type { Approval, VirementScope } from "../rules/types";
import type { JournalEntry } from "./fourEntries";

export interface Pressure {
  readonly lineId: string;
  readonly agency: AgencyId;
  readonly outcome: string;
  readonly pence: Pence;
  readonly weight: number;
  /** False when no rule lets other money meet it (e.g. a ring-fenced account); `reason` says so. */
  readonly addressable: boolean;
  readonly reason: string;
}

/** Approval tiers of an arc: amounts over `overPence` need `rank`. Ascending; the first is over 0. */
export interface ArcTier {
  readonly overPence: Pence;
  readonly rank: number;
}

export interface ModelLine {
  readonly id: string;
  readonly agency: AgencyId;
  readonly needPence: Pence;
  readonly weight: number;
  readonly capPence: Pence;
}

export interface ModelArc {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly maxPence: Pence;
  readonly interAgency: boolean;
  readonly sameService: boolean;
  readonly tiers: readonly ArcTier[];
}

/** A joint upper limit on some arcs (or on the outflow of some lines). */
export interface ModelLimit {
  readonly id: string;
  readonly kind: "fund" | "ring" | "cumulative" | "cap" | "contingency" | "liability" | "break-even";
  readonly arcs: readonly string[];
  readonly lines: readonly string[];
  readonly maxPence: Pence;
}

/** An agency's fair share of what all agencies together give to others: so many of the parts of all rows. Whole numbers. */
export interface FairShare {
  readonly agency: AgencyId;
  readonly parts: number;
}

export const OBJECTIVES = [
  "pressure-closed", "highest-rank", "sum-of-ranks", "number-of-moves", "inter-agency-cash", "unfairness", "same-service", "headroom-left",
] as const;
export type Objective = (typeof OBJECTIVES)[number];

export interface ModelStage {
  readonly objective: Objective;
  readonly sense: "max" | "min";
}

/** The whole optimisation problem: anyone can re-solve it. Documented in docs/suggestion-model.md. */
export interface SuggestionModel {
  readonly lines: readonly ModelLine[];
  readonly arcs: readonly ModelArc[];
  readonly limits: readonly ModelLimit[];
  /** Empty where nothing may go between agencies. */
  readonly fairShares: readonly FairShare[];
  readonly minimumMovePence: Pence;
  readonly stages: readonly ModelStage[];
}

export interface StageProof {
  readonly objective: Objective;
  readonly value: number;
  readonly bound: number;
  readonly optimal: boolean;
}

export interface Move {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  readonly recurrence: "one-off" | "recurrent";
  readonly scope: VirementScope;
  readonly instrument: string;
  readonly ruleIds: readonly string[];
  readonly approvals: readonly Approval[];
  readonly rank: number;
  /** The move in the books: two entries in one body, four between two. */
  readonly entries: readonly JournalEntry[];
  /** Change of each agency's net burden, pence; empty when none changes. Between bodies: against what each would bear at the year's end anyway. */
  readonly burden: readonly { readonly agency: AgencyId; readonly pence: Pence }[];
  readonly explanation: string;
}

/**
 * Whose it is to change, from the nearest to the farthest: what was asked for, the partners' own rule on outcomes, a partner paying what
 * it will owe, a partner giving more, a limit of a scheme or gateway, any other rule (often the law, which is not theirs to change).
 */
export const RELAXATION_KINDS = ["asked", "outcome", "share", "offer", "limit", "rule"] as const;
export type RelaxationKind = (typeof RELAXATION_KINDS)[number];

/** One change that would let more of a pressure close, found by solving again with it. */
export interface Relaxation {
  readonly kind: RelaxationKind;
  /** The rule or limit; empty for what was asked for. */
  readonly ruleId: string;
  /** The least by which a limit or an offer must rise to close that much; null where it is not an amount. */
  readonly changePence: Pence | null;
  readonly closesPence: Pence;
  readonly sentence: string;
}

export interface Unclosed {
  readonly line: string;
  readonly amountPence: Pence;
  readonly reason: string;
  /** Every single change that would help, the nearest first; null where none was looked for. */
  readonly relaxations: readonly Relaxation[] | null;
}

export interface Blocked {
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  readonly ruleId: string;
  readonly reason: string;
}

/** Something only a partner can agree to, offered apart from the virements (e.g. paying its risk share now). */
export interface PartnerCall {
  readonly pool: string;
  readonly agency: AgencyId;
  readonly amountPence: Pence;
  readonly liabilityPence: Pence;
  readonly instrument: string;
  readonly approvals: readonly Approval[];
  readonly explanation: string;
}

/** The pool's overspend after the suggestions, and how the agreement shares it: shares, met, kept and open add to the overspend. */
export interface PoolPosition {
  readonly pool: string;
  readonly host: AgencyId;
  /** Null when the partners entered none, so that contributions share what is over or under. */
  readonly terms: PoolTerms | null;
  readonly broughtForwardPence: Pence;
  readonly agreement: RiskAgreement;
  /** What each line of the pool ends over or under. */
  readonly parts: readonly OutturnPart[];
  readonly met: ShareResult["met"];
  readonly keptPence: Pence;
  readonly openPence: Pence;
  /** Each step of the sharing in words. */
  readonly working: readonly string[];
  readonly budgetPence: Pence;
  readonly forecastPence: Pence;
  readonly overspendPence: Pence;
  readonly shares: readonly { readonly agency: AgencyId; readonly contributionPence: Pence; readonly sharePence: Pence }[];
}

export interface Suggestions {
  /** What was asked for. */
  readonly asked: SuggestionOptions;
  readonly decisionDate: string;
  readonly acrossOutcomes: boolean;
  readonly pressures: readonly Pressure[];
  readonly flexibility: readonly Flexibility[];
  readonly moves: readonly Move[];
  readonly closedPence: Pence;
  readonly unclosed: readonly Unclosed[];
  readonly blocked: readonly Blocked[];
  readonly calls: readonly PartnerCall[];
  readonly pools: readonly PoolPosition[];
  readonly proof: { readonly stages: readonly StageProof[] };
  readonly model: SuggestionModel;
}

/** What one agency offers to give to others in all, of its own accord; it may be more than it will owe. */
export interface PartnerOffer {
  readonly agency: AgencyId;
  readonly upToPence: Pence;
}

export interface SuggestionOptions {
  readonly decisionDate: string;
  /** Money agreed for an outcome stays on it unless this is on. */
  readonly acrossOutcomes: boolean;
  readonly minimumMovePence: Pence;
  /** Share of each line's flexible amount held back, 0 to 1. */
  readonly contingencyShare: number;
  /** Partners pay now what they will owe a pool at the year's end: moves between bodies, each within that. Off unless asked for. */
  readonly partnersPay?: boolean;
  /** Agencies that offer to give more, or elsewhere; never assumed. */
  readonly offers?: readonly PartnerOffer[];
  /** No move that needs a higher rank than this; absent for none barred. */
  readonly highestRank?: number;
  readonly stages: readonly ModelStage[];
}
