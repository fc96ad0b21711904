// How partners to a pool agreed to share what it ends over or under: methods A to J, and the shapes that sharing takes and gives.
import type { AgencyId } from "../../budget/agency";
import type { Pence } from "../../money/pence";

/** The methods found in published agreements, with the words by which the table of pools names them. */
export const RISK_METHODS = {
  A: "A each own",
  B: "B contribution %",
  C: "C by line",
  D: "D by scheme",
  E: "E capped",
  F: "F tiers",
  G: "G lead bears and keeps",
  H: "H waterfall",
  I: "I integration joint board",
  J: "J other weights",
} as const;
export type RiskMethod = keyof typeof RISK_METHODS;

export const UNDERSPEND_RULES = ["return", "stay", "carry forward", "windfall split"] as const;
/** What becomes of an underspend. A windfall split returns the agreed percentage and keeps what management earned in the pool. */
export type UnderspendRule = (typeof UNDERSPEND_RULES)[number];

export interface Weight {
  readonly agency: AgencyId;
  /** Whole number of zero or more. */
  readonly weight: number;
}

export interface AgreedAmount {
  readonly agency: AgencyId;
  readonly pence: Pence;
}

export const TIER_WAYS = ["host", "equal", "contributions"] as const;
/** A slice of an overspend: how it is borne, and its depth in hundredths of a percent of the pool's budget (null: all the rest). */
export interface Tier {
  readonly way: (typeof TIER_WAYS)[number];
  readonly hundredthsOfPercent: number | null;
}

/** What was agreed for one line (method C) or scheme (method D). No weights: it stays with the host. */
export interface PartRule {
  readonly key: string;
  /** Method C: weights. Method D: the partners' contributions to the scheme in pence, which are also their limits. */
  readonly weights: readonly Weight[];
}

/** The agreed terms of sharing, apart from who contributes what. */
export interface SharingTerms {
  readonly method: RiskMethod;
  /** Empty: contributions are the weights (method J: equal parts). */
  readonly weights: readonly Weight[];
  readonly caps: readonly AgreedAmount[];
  readonly tiers: readonly Tier[];
  readonly partRules: readonly PartRule[];
  /** What meets an overspend before the partners do, in order: a risk pool, a recovery plan, reserves, uncommitted schemes. */
  readonly meetFirst: readonly { readonly name: string; readonly pence: Pence }[];
  readonly underspend: UnderspendRule;
  /** Whole percentage of an underspend that was a windfall. */
  readonly windfallPercent: number;
}

export interface RiskAgreement extends SharingTerms {
  readonly host: AgencyId;
  /** In the fixed order of the agreement, which takes any odd penny. */
  readonly partners: readonly { readonly agency: AgencyId; readonly contributionPence: Pence }[];
}

/** One line's part of what a pool ends over (+) or under (−). */
export interface OutturnPart {
  readonly lineId: string;
  readonly scheme: string | null;
  readonly holder: AgencyId;
  readonly ringFenced: boolean;
  readonly pence: Pence;
}

export interface Outturn {
  readonly budgetPence: Pence;
  /** + overspend, − underspend; the sum of the parts. */
  readonly overspendPence: Pence;
  readonly parts: readonly OutturnPart[];
}

/** Shares, what was met first, what stays in the pool and what is still open add up to the overspend, to the penny. */
export interface ShareResult {
  readonly shares: readonly { readonly agency: AgencyId; readonly pence: Pence }[];
  readonly met: readonly { readonly name: string; readonly pence: Pence }[];
  /** Underspend that stays in the pool or is carried forward, −. */
  readonly keptPence: Pence;
  /** What the agreement does not place: the partners' finance officers have to agree it. */
  readonly openPence: Pence;
  /** Each step in words. */
  readonly working: readonly string[];
}
