// The rule books as data: gateways, virement schemes, prohibitions and funds, each row effective-dated and with its source.
import type { AgencyId, BodyType } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import type { Pence } from "../money/pence";

/** ISO date "2026-10-15". Rules are evaluated at a decision date passed in, never at today. */
export type IsoDate = string;

interface RuleRow {
  readonly id: string;
  /** Jurisdiction the row holds in, or "*". */
  readonly jurisdiction: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
  /** Who checked the row, or "check with your lawyer" for a default that rests on professional knowledge. */
  readonly verifiedBy: string;
  /** The day it was checked against its source; absent until somebody enters it. */
  readonly verifiedOn?: IsoDate;
  readonly cell: CellRef | null;
}

export type Allow = "YES" | "COND" | "NO" | "ALIGN_ONLY";

export interface Gateway extends RuleRow {
  readonly fromBody: BodyType | "*";
  readonly toBody: BodyType | "*";
  /** Fund code the row is about, or "*". */
  readonly fromFund: string;
  /** Outcome, client group or purpose the row is about, or "*". */
  readonly toPurpose: string;
  readonly instrument: string;
  readonly allow: Allow;
  readonly conditions: string;
  readonly capPence: Pence | null;
}

export type VirementScope =
  | "same cost centre" | "same service" | "between services" | "between directorates" | "capital-revenue" | "inter-agency" | "pool";
export type VirementKind = "technical" | "policy" | "permanent" | "one-off";

/**
 * What a limit adds up over the financial year: nothing (each virement on its own), one budget head (giver and receiver apart), one
 * pair of heads, one service (agency, outcome and client group), or all that the body moves.
 */
export type CumulativeDesign = "none" | "per head" | "per pair" | "per service" | "per year";

/** A limit stated as a share: of the body's net or gross spending (then the pence are worked out as the row is read), or of the head's own budget. */
export interface PercentLimit {
  readonly of: "net" | "gross" | "head";
  readonly overPercent: number;
  readonly upToPercent: number | null;
}

/** Staffing is told from the line; income is external income or a partner's payment. */
export type CostKind = "staffing" | "non-staffing" | "income";

/** The body's spending as its budget book states it, for limits that are a share of it. */
export interface BodySpending {
  readonly netPence: Pence | null;
  readonly grossPence: Pence | null;
}

/** One band of a body's scheme of virement: amounts over `overPence` up to and including `upToPence` need this approver. */
export interface SchemeBand extends RuleRow {
  readonly agency: AgencyId;
  readonly scopes: readonly VirementScope[] | "*";
  readonly kinds: readonly VirementKind[] | "*";
  readonly overPence: Pence;
  readonly upToPence: Pence | null;
  readonly cumulative: CumulativeDesign;
  /** Present where the limits are a share; for a share of the head, `overPence` and `upToPence` say nothing. */
  readonly percent?: PercentLimit;
  readonly spending?: BodySpending;
  /** Kinds of cost the row is about on either side; absent for any. */
  readonly costFrom?: CostKind;
  readonly costTo?: CostKind;
  /** Heads the row is about: line ids, outcomes, client groups or headings, or "new" for a new head; absent for every head not named by another row. */
  readonly heads?: readonly string[];
  readonly approver: string;
  /** 0 budget holder, 1 head of service, 2 director/CFO, 3 cabinet or executive, 4 council or board, 5 partner agreement, 6 government. */
  readonly rank: number;
  readonly form: boolean;
  /** Who is told of what this approver decides, without deciding; absent for no one. */
  readonly notify?: string;
}

export interface Prohibition extends RuleRow {
  /** Which built-in test the row switches on, e.g. "out-of-hard-ring-fence". */
  readonly test: string;
  readonly agency: AgencyId | "*";
  readonly effect: "refuse" | "needs-approval";
  readonly words: string;
  /** Kinds of move the row is about; absent for all. */
  readonly kinds?: readonly VirementKind[];
  /** Days of every year on which the row holds, both included, as MM-DD; absent where it holds all year. */
  readonly yearly?: { readonly fromDay: string; readonly toDay: string };
}

export interface Fund extends RuleRow {
  readonly fund: string;
  readonly name: string;
  readonly ringFence: string | null;
  readonly hardness: "none" | "soft" | "hard";
  /** The ring this ring lies in, or null. */
  readonly insideRing: string | null;
  /** Outcomes, client groups or line ids the money may be spent on; "*" for any. */
  readonly purposes: readonly string[] | "*";
  readonly movable: boolean;
}

export interface RuleBooks {
  readonly gateways: readonly Gateway[];
  readonly bands: readonly SchemeBand[];
  readonly prohibitions: readonly Prohibition[];
  readonly funds: readonly Fund[];
  /** The partners' arrangements that govern a pool or scheme; absent where none does. */
  readonly arrangements?: readonly ArrangedMoves[];
}

/** What an arrangement says of money between bodies, for the pools and schemes that it governs. */
export interface ArrangedMoves {
  readonly name: string;
  readonly governs: readonly string[];
  readonly moves: "none" | "in the fund" | "by the lead" | "by direction";
  /** What is checked of it; "health and council only" also keeps other bodies' money out. */
  readonly tests?: readonly string[];
  readonly jurisdiction: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
}

export interface Approval {
  readonly agency: AgencyId;
  readonly approver: string;
  readonly rank: number;
  /** The row of the body's own scheme that names the approver. */
  readonly ruleId: string;
  /** Between bodies: the gateway under whose agreement each of them decides as a partner. */
  readonly agreementRuleId?: string;
}
