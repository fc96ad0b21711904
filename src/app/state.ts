// What the pane shows, as one immutable state; every page is drawn from it and nothing else.
import type { BudgetLine } from "../core/budget/line";
import type { Issue } from "../core/issues/issue";
import type { Snapshot } from "../core/pooling/changes/snapshot";
import type { Pool } from "../core/pooling/types";
import type { PartnershipReading } from "../core/reading/types";
import type { RuleBooks } from "../core/rules/types";
import type { BesideBudget } from "../core/virement/besideBudgets";
import type { RegisterRow, Virement } from "../core/virement/life";
import type { SuggestionOptions, Suggestions } from "../core/virement/types";
import type { WritePlan } from "../core/writing/types";
import type { PlannedSide } from "../core/writing/virementPlan";
import type { PlanObstacle, Progress } from "../workbook/ports";
import type { AskedBeside } from "./askedBeside";
import type { BringInPreview } from "./bringIn";
import type { WholeSet } from "./wholeSets";
import type { Failure } from "./failure";

export const PAGES = ["sources", "pool", "suggestions", "review", "register"] as const;
export type PageId = (typeof PAGES)[number];

/** Long work under way; it can be stopped. */
export interface Job {
  readonly title: string;
  readonly progress: Progress | null;
  /** True while stopping keeps the best found so far, instead of leaving things as they were. */
  readonly keepsBest?: boolean;
}

/** A plan shown before anything is written. `kind` says what confirming does. */
export interface Preview {
  readonly kind: "apply" | "revert";
  readonly virementIds: readonly string[];
  readonly plan: WritePlan;
  /** Each line that changes, with where its amount goes. */
  readonly sides: readonly PlannedSide[];
  /** Known already to stand in the way; found again at applying. */
  readonly obstacles: readonly PlanObstacle[];
}

export interface RegisterCheck {
  readonly intact: boolean;
  /** The first row whose check value does not follow from the row before, or null. */
  readonly brokenAtRow: number | null;
  /** The first virement whose state the register does not bear out, or null: rows at its end may be gone. */
  readonly unregistered: string | null;
}

export interface SessionState {
  readonly page: PageId;
  readonly workbookName: string;
  readonly decisionDate: string;
  /** Who reviews, as stated by the person; empty until said. */
  readonly person: string;
  readonly job: Job | null;
  readonly failure: Failure | null;
  /** Last thing done, for the status line and live region. */
  readonly notice: string;
  readonly reading: PartnershipReading | null;
  /** Lines of the reading before, for saying what reading again changed; null when nothing was read before, or on any reading since. */
  readonly previousLines: readonly BudgetLine[] | null;
  /** Lines as last pooled and written into the workbook; null before the first time. */
  readonly snapshot: Snapshot | null;
  readonly pool: Pool | null;
  readonly books: RuleBooks | null;
  /** Issues of reading, pooling and rules together. */
  readonly issues: readonly Issue[];
  readonly options: SuggestionOptions;
  readonly suggestions: Suggestions | null;
  /** Substitutions that were proposed and what central money would add, judged with the suggestions. */
  readonly beside: AskedBeside | null;
  /** Other whole sets beside the suggestions, the first of them the suggestions themselves; shown only while these are still the same. */
  readonly wholeSets: readonly WholeSet[] | null;
  /** What was applied beside the sheets' budgets and is not, or by now is, in them. */
  readonly notFollowed: readonly BesideBudget[];
  /** Rows of tblVirements as last read or written. */
  readonly virements: readonly Virement[];
  readonly register: readonly RegisterRow[];
  readonly registerCheck: RegisterCheck;
  readonly preview: Preview | null;
  /** Files looked at and not yet brought in. */
  readonly bringIn: BringInPreview | null;
  /** True when the sheets of ours in the workbook hold these figures. */
  readonly viewsWritten: boolean;
}
