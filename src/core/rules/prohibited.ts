// The built-in prohibitions on one move: which of the rows that the partners keep refuse it, and which ask for more approval.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { arrangedMoves } from "./arrangedMoves";
import type { ProhibitionTest } from "./defaultProhibitions";
import { inYearly, isClosedOn } from "./inForce";
import { cameTheOtherWay } from "./priorMoves";
import { isCapital, isContingency } from "./purposes";
import { prohibitionsOf, type Ground, type MoveQuestion, type RuleContext } from "./ruleContext";
import type { Prohibition, VirementKind } from "./types";

const MANAGED: ReadonlySet<string> = new Set(["GROSS_EXP", "IA_PAYMENT", "EXT_INCOME", "IA_INCOME"]);
/** More approval here is not members': the establishment is. */
const OFFICERS_OWN: ReadonlySet<ProhibitionTest> = new Set(["staffing-to-non-staffing"]);

export interface Prohibited {
  readonly refusals: readonly Ground[];
  readonly conditions: readonly Ground[];
  /** True when members must decide. */
  readonly policy: boolean;
}

/** Tests that need no amount; those that do (floor, overspend) and splitting are asked with the amount. */
export function prohibited(question: MoveQuestion, giver: Agency, taker: Agency, kinds: readonly VirementKind[], context: RuleContext): Prohibited {
  const { from, to, facts } = question;
  const refusals: Ground[] = [];
  const conditions: Ground[] = [];
  let policy = facts?.newHead === true || facts?.reversesMemberDecision === true || isFromContingency(question);
  const ask = (test: ProhibitionTest, when: (row: Prohibition) => boolean): void => {
    for (const row of rowsOf(test, giver, taker, context)) {
      if ((row.kinds !== undefined && !row.kinds.some((kind) => kinds.includes(kind))) || !when(row)) continue;
      if (row.effect === "refuse") refusals.push({ ruleId: row.id, sentence: `Not allowed: ${row.words}.`, short: `barred by ${row.id}` });
      else conditions.push(needsMore(row));
      if (row.effect === "needs-approval" && !OFFICERS_OWN.has(test)) policy = true;
    }
  };
  const always = (held: boolean) => (row: Prohibition): boolean => held && heldToday(row, context);
  ask("aligned-partner-money", always(giver.id !== taker.id && (from.arrangement === "aligned" || to.arrangement === "aligned")));
  ask("out-of-pool", always(isPoolMoney(from) && from.pool !== to.pool));
  ask("non-controllable", always(!MANAGED.has(from.nature) || !MANAGED.has(to.nature)));
  ask("capital-to-revenue", always(isCapital(from) && !isCapital(to)));
  ask("income-for-spending", always(facts?.incomeInHand !== true && (from.nature === "EXT_INCOME" || from.nature === "IA_INCOME")));
  ask("one-off-for-recurrent", always(question.kinds.includes("permanent") && question.flexibility.recurrence === "one-off"));
  // A row with days closes itself; one without is closed when people say so.
  ask("closed-period", (row) => isClosedOn(row, context.decisionDate) || (row.yearly === undefined && facts?.periodClosed === true));
  ask("ping-pong", always(cameTheOtherWay(context.prior, from.id, to.id, context.decisionDate)));
  ask("staffing-to-non-staffing", always(to.staffing && !from.staffing && question.kinds.includes("permanent")));
  ask("new-head", always(facts?.newHead === true));
  ask("from-contingency", always(isFromContingency(question)));
  ask("reverses-member-decision", always(facts?.reversesMemberDecision === true));
  const arranged = arrangedMoves(question, giver, taker, context.books);
  return { refusals: [...refusals, ...arranged.refusals], conditions: [...conditions, ...arranged.conditions], policy };
}

/** A payment between bodies is kept from by what either of them forbids. */
function rowsOf(test: ProhibitionTest, giver: Agency, taker: Agency, { books }: RuleContext): Prohibition[] {
  return [...new Set([giver, taker].flatMap((body) => prohibitionsOf(test, body, books)))];
}

/** Where people have not said so, the source's own words tell. */
export function isFromContingency({ from, facts }: Pick<MoveQuestion, "from" | "facts">): boolean {
  return facts?.fromContingency ?? isContingency(from);
}

export function needsMore(row: Prohibition): Ground {
  return { ruleId: row.id, sentence: `Needs more approval: ${row.words}.`, short: `more approval by ${row.id}` };
}

function heldToday(row: Prohibition, context: RuleContext): boolean {
  return row.yearly === undefined || inYearly(row.yearly, context.decisionDate);
}

/** True when a line's money belongs to a pool: partners' money under alignment stays each partner's own. */
function isPoolMoney(line: BudgetLine): boolean {
  return line.pool !== null && line.arrangement !== "aligned";
}
