// What a scheme of virement is asked: whose scheme, what kind of move between which heads, and what was moved already.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import type { PriorMove } from "./priorMoves";
import type { VirementKind, VirementScope } from "./types";

export interface ApprovalQuestion {
  readonly agency: Agency;
  /** Every scope the move falls under; the highest rank any of them asks for is taken. */
  readonly scopes: readonly VirementScope[];
  readonly kinds: readonly VirementKind[];
  /** The two heads: without them limits of a head can't be tested. */
  readonly from?: BudgetLine;
  readonly to?: BudgetLine;
  /** Moves of the year that count. */
  readonly prior?: readonly PriorMove[];
  /** Other parts of one move in the last thirty days: approved as one. */
  readonly earlierPence?: Pence;
  /** What the same giver gives to others by the same virement: the giver's head is tested on the total. */
  readonly alsoGivenPence?: Pence;
  readonly newHead?: boolean;
}
