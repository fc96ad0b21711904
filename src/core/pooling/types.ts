// The shapes of a pooled view: totals, agencies, eliminations and views, all in pence.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import type { Control } from "../checks/control";
import type { Issue } from "../issues/issue";
import type { Pence } from "../money/pence";
import type { PoolPosition } from "../virement/types";
import type { AgentFlows } from "./arrangements/agentFlows";
import type { CostViewRow } from "./costViews";
import type { PassThroughTest } from "./passThrough";
import type { YearEndPack } from "./yearEnd/yearEndPack";
import type { YearOnYear } from "./realTerms/yearOnYear";

/** who funds: net including inter-agency flows. who spends: external gross less external income. Always labelled. */
export type Lens = "funds" | "spends";

export interface PoolTotals {
  readonly sheetGrossPence: Pence;
  readonly sheetIncomePence: Pence;
  readonly grossPence: Pence;
  readonly incomePence: Pence;
  readonly netPence: Pence;
  readonly deliveryPence: Pence;
  readonly eliminatedPence: Pence;
  /** Sum of the register's differences (payment less income; a flow that only one partner records counts whole). */
  readonly unmatchedPence: Pence;
  readonly forecastNetPence: Pence;
  readonly variancePence: Pence;
  /** Variance of lines whose money is not in a hard ring-fence: what others' money could meet. */
  readonly varianceOutsideRingsPence: Pence;
}

export interface AgencyTotals {
  readonly agency: AgencyId;
  readonly grossPence: Pence;
  readonly incomePence: Pence;
  readonly netPence: Pence;
  readonly deliveryPence: Pence;
  readonly netPaidPence: Pence;
  readonly forecastPence: Pence;
  readonly variancePence: Pence;
  readonly lineIds: readonly string[];
}

export type DifferenceType = "TIMING" | "PRICE" | "SCOPE" | "MISSING" | "ERROR" | "NONE";

/** A payer's and a payee's records of one flow, paired by payer, payee and scheme. */
export interface Elimination {
  readonly payer: AgencyId;
  readonly payee: AgencyId;
  readonly scheme: string | null;
  /** The financial year that both records are of, by the year it begins in; null where the sheets do not tell. */
  readonly year: number | null;
  /** Payer's record, expenditure +. */
  readonly paymentPence: Pence;
  /** Payee's record, income −. */
  readonly incomePence: Pence;
  /** The lesser of payment and −income. */
  readonly eliminatedPence: Pence;
  /** payment + income: + when the payer records more. */
  readonly differencePence: Pence;
  readonly kind: "inter-agency" | "internal-recharge";
  /** Suggested type of a difference, for the partners to confirm. */
  readonly differenceType: DifferenceType;
  readonly payerLineIds: readonly string[];
  readonly payeeLineIds: readonly string[];
  readonly payerCells: readonly CellRef[];
  readonly payeeCells: readonly CellRef[];
}

export type ViewId = "P1" | "P2" | "P3" | "P4" | "P5" | "P7";

/** One cell of a view and the lines that make it up. */
export interface ViewCell {
  readonly row: string;
  readonly agency: AgencyId;
  readonly fundsPence: Pence;
  readonly spendsPence: Pence;
  readonly forecastPence: Pence;
  readonly lineIds: readonly string[];
}

/** A cross-table key × agency, with both lenses. Cells without lines are left out. */
export interface PooledView {
  readonly id: ViewId;
  readonly title: string;
  readonly rows: readonly string[];
  readonly agencies: readonly AgencyId[];
  readonly cells: readonly ViewCell[];
  readonly totalFundsPence: Pence;
  readonly totalSpendsPence: Pence;
}

export interface Pool {
  readonly totals: PoolTotals;
  readonly agencies: readonly AgencyTotals[];
  readonly eliminations: readonly Elimination[];
  readonly views: readonly PooledView[];
  /** Each pool's contributions, outturn and shares, under the newest terms. */
  readonly positions: readonly PoolPosition[];
  /** P8: this year beside earlier years on the same sheets, in cash and real terms. */
  readonly years: YearOnYear;
  /** Full cost beside controllable cost, by outcome and agency. */
  readonly costViews: readonly CostViewRow[];
  /** Levies and precepts between bodies: matched with a partner's record, or listed. */
  readonly levies: readonly Levy[];
  /** Money held as agent, and the lines that stand apart for it. */
  readonly agents: AgentFlows;
  /** One a pool: does every partner draw what it put in? */
  readonly passThrough: readonly PassThroughTest[];
  /** One a pool: account, balances, each partner's accounts and the note on it, at the forecast. */
  readonly yearEnd: readonly YearEndPack[];
  readonly controls: readonly Control[];
  readonly issues: readonly Issue[];
}

/** A levy or precept that one agency records. */
export interface Levy {
  readonly lineId: string;
  readonly agency: AgencyId;
  readonly description: string;
  readonly pence: Pence;
  /** The partner on the other side, or null where the line names none: the body that raises it is outside, or not told. */
  readonly counterparty: AgencyId | null;
  /** True when both sides recorded it, so that it was eliminated. */
  readonly matched: boolean;
  readonly cell: CellRef;
}
