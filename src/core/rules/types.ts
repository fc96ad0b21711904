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

/** One band of a body's scheme of virement: amounts over `overPence` up to and including `upToPence` need this approver. */
export interface SchemeBand extends RuleRow {
  readonly agency: AgencyId;
  readonly scopes: readonly VirementScope[] | "*";
  readonly kinds: readonly VirementKind[] | "*";
  readonly overPence: Pence;
  readonly upToPence: Pence | null;
  readonly cumulative: "none" | "per head" | "per pair" | "per year";
  readonly approver: string;
  /** 0 budget holder, 1 head of service, 2 director/CFO, 3 cabinet or executive, 4 council or board, 5 partner agreement, 6 government. */
  readonly rank: number;
  readonly form: boolean;
}

export interface Prohibition extends RuleRow {
  /** Which built-in test the row switches on, e.g. "out-of-hard-ring-fence". */
  readonly test: string;
  readonly agency: AgencyId | "*";
  readonly effect: "refuse" | "needs-approval";
  readonly words: string;
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
}

export interface Approval {
  readonly agency: AgencyId;
  readonly approver: string;
  readonly rank: number;
  readonly ruleId: string;
}
