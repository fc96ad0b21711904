// What every question to the rules needs: the books in force on the decision date, and who the bodies are.
import type { Agency, AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import type { Pence } from "../money/pence";
import { booksOn, holdsIn } from "./inForce";
import { countedMoves, type PriorMove } from "./priorMoves";
import type { ProhibitionTest } from "./defaultProhibitions";
import type { CappedGateway } from "./gatewayCaps";
import type { Approval, IsoDate, Prohibition, RuleBooks, VirementKind, VirementScope } from "./types";

export interface RuleContext {
  /** Only the rows in force on the decision date. */
  readonly books: RuleBooks;
  readonly agencies: ReadonlyMap<AgencyId, Agency>;
  readonly decisionDate: IsoDate;
  /** Money agreed for an outcome stays on it unless this is on. */
  readonly acrossOutcomes: boolean;
  /** Every move made or accepted before, of any year. */
  readonly prior: readonly PriorMove[];
  /** Those of them that count towards limits that add up. */
  readonly counted: readonly PriorMove[];
}

export function ruleContext(
  books: RuleBooks, agencies: readonly Agency[], decisionDate: IsoDate, acrossOutcomes: boolean, prior: readonly PriorMove[] = [],
): RuleContext {
  return {
    books: booksOn(books, decisionDate), agencies: new Map(agencies.map((agency) => [agency.id, agency])), decisionDate, acrossOutcomes,
    prior, counted: countedMoves(prior, decisionDate),
  };
}

/** The same context once further moves are made: they count like those before. */
export function withMoves(context: RuleContext, moves: readonly PriorMove[]): RuleContext {
  return { ...context, prior: [...context.prior, ...moves], counted: [...context.counted, ...countedMoves(moves, context.decisionDate)] };
}

/** What only people know about a proposed move; each is no until said. */
export interface MoveFacts {
  readonly newHead?: boolean;
  readonly reversesMemberDecision?: boolean;
  readonly periodClosed?: boolean;
  readonly fromContingency?: boolean;
  /** A scope the sheets can't tell, e.g. that the two lines belong to different directorates. */
  readonly scope?: VirementScope;
  /** Why people want it, in their own words: earlier moves for the same reason are parts of the same one. */
  readonly reason?: string;
  /** The day on which it was proposed, where that was before the decision date. */
  readonly proposedOn?: IsoDate;
  /** Other parts of the same move within 30 days that are not in the workbook: approved as one. */
  readonly earlierPence?: Pence;
  /** What the same line gives to other lines by the same virement. */
  readonly alsoGivenPence?: Pence;
  /** The giver is income that is forecast above its budget by at least what is taken: no hoped-for rise. */
  readonly incomeInHand?: boolean;
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
  /** True when members must decide, whatever the amount. */
  readonly members: boolean;
  /** The most that may move from this source to this target. */
  readonly limitPence: Pence;
  /** Positions in the source's parts that may be used. */
  readonly usableParts: readonly number[];
  /** Rows with a cap that the move would count towards. */
  readonly capped: readonly CappedGateway[];
  readonly scopes: readonly VirementScope[];
  readonly instrument: string;
  readonly ruleIds: readonly string[];
  /** Approvers of every body concerned, lowest rank first. */
  readonly approvals: readonly Approval[];
  readonly rank: number;
  /** Whether an approver asks for the virement form. */
  readonly form: boolean;
  /** What to do next, as a sentence. */
  readonly nextStep: string;
}

/** The row that switches a built-in test on for an agency, or undefined when the books do not hold it. */
export function prohibition(test: ProhibitionTest, agency: Agency, books: RuleBooks): Prohibition | undefined {
  return prohibitionsOf(test, agency, books)[0];
}

/** Every row for the test: one may hold for some kinds or days only. */
export function prohibitionsOf(test: ProhibitionTest, agency: Agency, books: RuleBooks): Prohibition[] {
  return books.prohibitions.filter((row) => row.test === test && (row.agency === "*" || row.agency === agency.id) && holdsIn(row, agency.jurisdiction));
}
