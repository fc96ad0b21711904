// Issues: everything about the data that a person should know, as records; the words live in issueText.ts.
import type { CellRef } from "../budget/cells";

export type Severity = "error" | "question" | "warning" | "info";

/** The closed list of issue codes. A new code needs its sentence in issueText.ts (the compiler insists). */
export const ISSUE_CODES = [
  // reading
  "no-table", "several-tables", "no-amount-column", "unit-unknown", "unit-mixed", "unit-contradicted", "unit-scale", "text-in-amount", "amount-missing", "amount-error",
  "amount-not-whole-pence", "duplicate-code", "agency-unknown", "agency-ambiguous", "hidden-sheet", "hidden-rows", "sheet-empty", "sheet-ignored",
  "nature-unsure", "counterparty-unknown", "not-coded", "coding-unmatched", "coding-invalid", "row-not-understood", "printed-total-differs",
  "layout-changed", "layout-followed", "stage-missing", "several-years", "column-unsure", "figures-unread", "decimals-unsure", "years-differ", "sheet-stale",
  "services-set-aside", "sheet-repeats", "line-adds-sheet", "stages-apart", "stages-joined", "years-as-changes", "virements-unsure",
  // pooling
  "funding-split", "unmatched-flow", "one-sided-flow", "unallocated", "flow-matched", "flow-may-match", "pass-through-pool", "levy-listed", "recharge-uneven", "arrangement-broken", "agent-flow-open", "terms-in-year", "spelt-otherwise",
  // rules
  "rule-invalid", "rule-overlap", "rule-missing",
  // suggestions
  "not-proven", "shunt-not-quantified",
  // virements
  "budget-not-followed", "budget-followed", "budget-unclear",
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly where: CellRef | null;
  /** Plain facts for the sentence: names and figures already worded (amounts by formatPounds). */
  readonly facts: Readonly<Record<string, string>>;
  /** Money at stake, for ordering questions; null when not an amount. */
  readonly pence: number | null;
  /** Cells of more issues of the same kind on the same sheet that this one stands for (gatherAlike); absent where it stands alone. */
  readonly alike?: readonly CellRef[];
}
