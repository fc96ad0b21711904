// What every question to the rules needs: the books in force on the decision date, and who the bodies are.
import type { Agency, AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import type { Pence } from "../money/pence";
import { booksOn, holdsIn } from "./inForce";
import type { ProhibitionTest } from "./defaultProhibitions";
import type { Approval, Gateway, IsoDate, Prohibition, RuleBooks, VirementKind, VirementScope } from "./types";

export interface RuleContext {
  /** Only the rows in force on the decision date. */
  readonly books: RuleBooks;
  readonly agencies: ReadonlyMap<AgencyId, Agency>;
  readonly decisionDate: IsoDate;
  /** Money agreed for an outcome stays on it unless this is on. */
  readonly acrossOutcomes: boolean;
}

export function ruleContext(books: RuleBooks, agencies: readonly Agency[], decisionDate: IsoDate, acrossOutcomes: boolean): RuleContext {
  return { books: booksOn(books, decisionDate), agencies: new Map(agencies.map((agency) => [agency.id, agency])), decisionDate, acrossOutcomes };
}

/** What only people know about a proposed move; each is no until said. */
export interface MoveFacts {
  readonly newHead?: boolean;
  readonly reversesMemberDecision?: boolean;
  readonly periodClosed?: boolean;
  /** Sum of other moves between the same two lines within 30 days: approved as one. */
  readonly earlierPence?: Pence;
}

export interface MoveQuestion {
  readonly from: BudgetLine;
  readonly to: BudgetLine;
  /** Flexibility of the source. */
  readonly flexibility: Flexibility;
  /** Amount asked for, positive pence. */
  readonly amountPence: Pence;
  readonly kinds: readonly VirementKind[];
  readonly facts?: MoveFacts;
}

/** One reason, by the rule that gives it. */
export interface Ground {
  readonly ruleId: string;
  /** A sentence with its full stop. */
  readonly sentence: string;
  /** The same in a few words, for lists. */
  readonly short: string;
}

/** Answer to "may I?", and to "why not?" when refusals are not empty. Both come from one evaluation. */
export interface MoveAnswer {
  /** "partner": lawful, but only by agreement of another body; never a virement that one body decides. */
  readonly verdict: "yes" | "partner" | "no";
  readonly refusals: readonly Ground[];
  readonly conditions: readonly Ground[];
  /** The most that may move from this source to this target. */
  readonly limitPence: Pence;
  /** Positions in the source's parts that may be used. */
  readonly usableParts: readonly number[];
  /** Rows with a cap that the move would count towards. */
  readonly capped: readonly Gateway[];
  readonly scopes: readonly VirementScope[];
  readonly instrument: string;
  readonly ruleIds: readonly string[];
  /** Approvers of every body concerned, lowest rank first. */
  readonly approvals: readonly Approval[];
  readonly rank: number;
}

/** The row that switches a built-in test on for an agency, or undefined when the books do not hold it. */
export function prohibition(test: ProhibitionTest, agency: Agency, books: RuleBooks): Prohibition | undefined {
  return books.prohibitions.find((row) => row.test === test && (row.agency === "*" || row.agency === agency.id) && holdsIn(row, agency.jurisdiction));
}
