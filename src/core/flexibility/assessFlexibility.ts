// How much of each line can move in the year: headroom, the part of it in each fund, where that part may go, and why.
import type { Agency, AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { sumPenceBy } from "../money/pence";
import { fundingDisputes, type FundingDispute } from "../checks/fundingSplits";
import { booksOn, financialYearEnd } from "../rules/inForce";
import type { IsoDate, RuleBooks } from "../rules/types";
import { attributesOf } from "./attributes";
import { headroomParts } from "./parts";
import { flexReason } from "./reason";
import type { Flexibility, FlexClass, FlexPart } from "./types";

export interface FlexibilityInput {
  readonly lines: readonly BudgetLine[];
  readonly agencies: readonly Agency[];
  readonly books: RuleBooks;
  readonly decisionDate: IsoDate;
}

/**
 * One entry a line, in the order of the lines. In-year rule: headroom = max(0, min(revised − max(committed, actual, forecast),
 * revised − statutory floor)); only lines that spend and can be managed have any. A forecast underspend is one-off money until its
 * owner confirms otherwise.
 */
export function assessFlexibility(input: FlexibilityInput): Flexibility[] {
  const books = booksOn(input.books, input.decisionDate);
  const agencies = new Map<AgencyId, Agency>(input.agencies.map((agency) => [agency.id, agency]));
  const disputeOf = fundingDisputes(input.lines);
  return input.lines.map((line) => assessLine(line, agencies.get(line.agency), input, books, disputeOf(line)));
}

function assessLine(line: BudgetLine, agency: Agency | undefined, input: FlexibilityInput, books: RuleBooks, dispute: FundingDispute): Flexibility {
  const headroomPence = headroom(line);
  const parts = headroomParts({ line, agency, headroomPence, books, lines: input.lines, dispute });
  const flexiblePence = sumPenceBy(parts.filter((part) => part.reach !== "nowhere" && part.reach !== "align only"), (part) => part.pence);
  const alignOnlyPence = sumPenceBy(parts.filter((part) => part.reach === "align only"), (part) => part.pence);
  const flexClass = classOf(line, parts, books);
  const recurs = line.underspendRecurs === true;
  return {
    lineId: line.id,
    class: flexClass,
    attributes: attributesOf(line, agency, books),
    headroomPence,
    flexiblePence,
    alignOnlyPence,
    parts,
    recurrence: recurs ? "recurrent" : "one-off",
    until: flexiblePence + alignOnlyPence > 0 && !recurs ? financialYearEnd(input.decisionDate) : null,
    reason: flexReason({ line, agency, headroomPence, flexiblePence, alignOnlyPence, parts, lines: input.lines, books }),
  };
}

function headroom(line: BudgetLine): Pence {
  if (line.nature !== "GROSS_EXP" && line.nature !== "IA_PAYMENT") return 0;
  const budget = budgetPence(line);
  const used = Math.max(line.committedPence ?? 0, line.actualPence ?? 0, forecastOrBudgetPence(line));
  return Math.max(0, Math.min(budget - used, budget - (line.floorPence ?? 0)));
}

function classOf(line: BudgetLine, parts: readonly FlexPart[], books: RuleBooks): FlexClass {
  const rows = line.funding.flatMap((split) => books.funds.filter((row) => row.fund === split.fund));
  const hard = rows.filter((row) => row.hardness === "hard");
  if (hard.length > 0 && hard.length === rows.length && hard.every((row) => !row.movable)) return "F0";
  if (line.control === "CENTRAL" || parts.some((part) => part.reach === "align only")) return "F1";
  if (hard.length > 0) return "F2";
  if ((line.committedPence ?? 0) > 0 || (line.floorPence ?? 0) > 0) return "F3";
  // Discretionary only where people said so: nothing is committed and no statutory minimum holds; an empty cell says neither.
  return line.committedPence === 0 && line.floorPence === 0 ? "F5" : "F4";
}
