// The one evaluator: may this amount move from this line to that one, by which rule, who approves, and if not, why not.
import type { Agency } from "../budget/agency";
import { budgetPence, UNALLOCATED_OUTCOME, type BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import type { ApprovalQuestion } from "./approvalQuestion";
import { approvalFor, byMembers, partnersApprovals } from "./approvals";
import { answerForPart, type PartAnswer } from "./evaluatePart";
import { capLeft, isCapped, type CappedGateway } from "./gatewayCaps";
import { nextSteps } from "./nextSteps";
import { recentPence } from "./priorMoves";
import { isFromContingency, needsMore, prohibited, type Prohibited } from "./prohibited";
import { isCapital } from "./purposes";
import { prohibition, type Ground, type MoveAnswer, type MoveFacts, type MoveQuestion, type RuleContext } from "./ruleContext";
import type { Approval, VirementKind, VirementScope } from "./types";

/** Rule id of the partners' own agreement that money agreed for an outcome stays on it. */
export const OUTCOME_RULE = "OUTCOME";
/** Rule id for a source that has nothing to give. */
export const NOTHING_FREE = "NOTHING-FREE";

/** Evaluates one move at the context's decision date. Throws RangeError when a line's agency is not in the context. */
export function mayMove(question: MoveQuestion, context: RuleContext): MoveAnswer {
  const giver = agencyOf(question.from, context);
  const taker = agencyOf(question.to, context);
  const parts = question.flexibility.parts.map((part) => answerForPart(part, question, giver, taker, context));
  const usableParts = parts.flatMap((part, i) => (part.refusal === null ? [i] : []));
  const barred = prohibited(question, giver, taker, kindsOf(question), context);
  const standing = [...lawRefusals(question, parts, usableParts), ...barred.refusals, ...outcomeRefusal(question, context)];
  const capped = cappedGateways(parts);
  const reachable = sumPenceBy(usableParts, (i) => question.flexibility.parts[i]?.pence ?? 0);
  const limitPence = standing.length > 0 ? 0 : Math.min(reachable, ...capped.map((row) => capLeft(row, giver.id, context)));
  const refusals = [...standing, ...amountRefusals(question, standing.length > 0 ? null : limitPence, capped, giver, context)];
  const partner = question.from.agency !== question.to.agency;
  const scopes = scopesOf(question.from, question.to, question.facts);
  const conditions = distinct([...parts.flatMap((part) => (part.refusal === null ? part.conditions : [])), ...barred.conditions, ...splittingCondition(question, giver, context)]);
  const instrument = partner ? (parts.find((part) => part.refusal === null)?.gateway?.instrument ?? "") : internalInstrument(question, giver);
  const approvals = refusals.length > 0 ? [] : partner ? partnerApprovals(question, [giver, taker], parts, context) : [ownApproval(question, giver, barred, context)];
  return {
    verdict: refusals.length > 0 ? "no" : partner ? "partner" : "yes", members: barred.policy,
    refusals: distinct(refusals), conditions, limitPence, usableParts, capped, scopes, instrument, approvals,
    ruleIds: [...new Set([...conditions.map((ground) => ground.ruleId), ...approvals.map((approval) => approval.ruleId)])],
    rank: approvals.reduce((rank, approval) => Math.max(rank, approval.rank), 0),
    ...nextSteps({ refusals, approvals, instrument, partner, taker, context }),
  };
}

/**
 * Who approves the move as one part of a virement of the whole amount: the whole decides, so that no virement is split below a limit. Asked
 * whether or not the rules allow the move.
 */
export function approvalsOfWhole(question: MoveQuestion, wholePence: Pence, context: RuleContext): readonly Approval[] {
  const giver = agencyOf(question.from, context);
  const taker = agencyOf(question.to, context);
  const whole = { ...question, amountPence: wholePence };
  const parts = question.flexibility.parts.map((part) => answerForPart(part, question, giver, taker, context));
  if (giver !== taker) return partnerApprovals(whole, [giver, taker], parts, context);
  return [ownApproval(whole, giver, prohibited(question, giver, taker, kindsOf(question), context), context)];
}

/** True where the lines serve different outcomes and money agreed for one stays on it. */
export function outcomesApart(from: BudgetLine, to: BudgetLine, context: RuleContext): boolean {
  return !context.acrossOutcomes && from.outcome !== to.outcome && from.outcome !== UNALLOCATED_OUTCOME && to.outcome !== UNALLOCATED_OUTCOME;
}

function outcomeRefusal({ from, to }: MoveQuestion, context: RuleContext): Ground[] {
  if (!outcomesApart(from, to, context)) return [];
  return [{ ruleId: OUTCOME_RULE, sentence: `Money agreed for outcome ${from.outcome} stays on it unless moves across outcomes are switched on.`, short: "agreed for another outcome" }];
}

/**
 * Scopes a move falls under, the most telling first. "Same service" is the same agency, outcome and client group. Between services it counts
 * as between directorates too, unless both lines stand under one top heading: where the sheets don't tell, the stricter row holds.
 */
export function scopesOf(from: BudgetLine, to: BudgetLine, facts?: MoveFacts): readonly VirementScope[] {
  if (from.agency !== to.agency) return ["inter-agency"];
  const service: readonly VirementScope[] = facts?.scope !== undefined ? [facts.scope] : sameCostCentre(from, to) ? ["same cost centre", "same service"] : sameService(from, to) ? ["same service"] : isOneDirectorate(from, to) ? ["between services"] : ["between services", "between directorates"];
  const capital: readonly VirementScope[] = isCapital(from) === isCapital(to) ? [] : ["capital-revenue"];
  return from.pool !== null && from.pool === to.pool ? ["pool", ...service, ...capital] : [...service, ...capital];
}

/** Told by the sheet's own codes: one body's lines with one cost centre that serve one outcome and client group. */
export function sameCostCentre(from: BudgetLine, to: BudgetLine): boolean {
  return from.costCentre !== undefined && from.costCentre === to.costCentre && sameService(from, to);
}

function isOneDirectorate(from: BudgetLine, to: BudgetLine): boolean {
  const [one, other] = [from.sections[0], to.sections[0]];
  return one !== undefined && one === other;
}

export function sameService(from: BudgetLine, to: BudgetLine): boolean {
  return from.agency === to.agency && from.outcome === to.outcome && from.clientGroup === to.clientGroup;
}

/** Kinds of a move once what people know of it is taken in: a new head, a changed decision of members or a call on contingency is policy. */
function kindsOf(question: MoveQuestion): readonly VirementKind[] {
  const { facts, kinds } = question;
  const policy = facts?.newHead === true || facts?.reversesMemberDecision === true || isFromContingency(question);
  return policy && !kinds.includes("policy") ? [...kinds, "policy"] : kinds;
}

function agencyOf(line: BudgetLine, context: RuleContext): Agency {
  const agency = context.agencies.get(line.agency);
  if (agency === undefined) throw new RangeError(`The agency ${line.agency} of line ${line.id} is not in the partnership.`);
  return agency;
}

function lawRefusals(question: MoveQuestion, parts: readonly PartAnswer[], usable: readonly number[]): Ground[] {
  if (parts.length === 0) return [{ ruleId: NOTHING_FREE, sentence: question.flexibility.reason, short: "nothing free" }];
  return usable.length > 0 ? [] : parts.flatMap((part) => (part.refusal === null ? [] : [part.refusal]));
}

/** Deciding gateways of the usable parts that set a cap, each once. */
function cappedGateways(parts: readonly PartAnswer[]): CappedGateway[] {
  const rows = parts.flatMap((part) => (part.refusal === null && isCapped(part.gateway) ? [part.gateway] : []));
  return [...new Set(rows)];
}

function amountRefusals(question: MoveQuestion, limitPence: Pence | null, capped: readonly CappedGateway[], giver: Agency, context: RuleContext): Ground[] {
  const { from, flexibility, amountPence } = question;
  const grounds: Ground[] = [];
  if (from.floorPence !== null && budgetPence(from) - amountPence < from.floorPence) {
    const row = prohibition("below-statutory-minimum", giver, context.books);
    if (row !== undefined) grounds.push({ ruleId: row.id, sentence: `Not allowed: ${row.words} of ${formatPounds(from.floorPence)}.`, short: "below the statutory minimum" });
  }
  if (amountPence > flexibility.headroomPence) {
    const row = prohibition("source-into-overspend", giver, context.books);
    if (row !== undefined) grounds.push({ ruleId: row.id, sentence: `Not allowed: ${row.words}; ${formatPounds(flexibility.headroomPence)} is free.`, short: "more than is free" });
  }
  for (const row of capped) {
    const left = capLeft(row, giver.id, context);
    const used = left === row.capPence ? "" : `, of which ${formatPounds(left)} is left this year`;
    if (amountPence > left) grounds.push({ ruleId: row.id, sentence: `Not allowed: ${row.instrument} is capped at ${formatPounds(row.capPence)}${used}.`, short: "over the cap" });
  }
  if (grounds.length === 0 && limitPence !== null && amountPence > limitPence) {
    grounds.push({ ruleId: NOTHING_FREE, sentence: `Only ${formatPounds(limitPence)} of ${from.id} may go there: ${flexibility.reason}`, short: "more than may go there" });
  }
  return grounds;
}

/** The giver's scheme, on the amount together with earlier parts of the same move; members decide what is policy, by the row that says so. */
function ownApproval(question: MoveQuestion, giver: Agency, { policy, conditions }: Prohibited, context: RuleContext): Approval {
  const asked = approvalQuestion(question, giver, context);
  const approval = approvalFor(asked, question.amountPence, context.books);
  return policy ? byMembers(approval, asked, context.books, conditions[0]?.ruleId ?? approval.ruleId) : approval;
}

/** What the scheme of a body is asked about a move: its limits that add up count what was moved before. */
export function approvalQuestion(question: MoveQuestion, agency: Agency, context: RuleContext): ApprovalQuestion {
  const { from, to, facts } = question;
  return {
    agency, scopes: scopesOf(from, to, facts), kinds: kindsOf(question), from, to, prior: context.counted,
    earlierPence: prohibition("splitting", agency, context.books) === undefined ? 0 : earlierPence(question, context),
    alsoGivenPence: facts?.alsoGivenPence ?? 0, newHead: facts?.newHead === true,
  };
}

function earlierPence({ from, to, facts }: MoveQuestion, context: RuleContext): Pence {
  return (facts?.earlierPence ?? 0) + recentPence(context.prior, { ...facts, from, to }, context.decisionDate);
}

/** Said only where the parts together need a higher rank than this part alone. */
function splittingCondition(question: MoveQuestion, giver: Agency, context: RuleContext): Ground[] {
  const row = prohibition("splitting", giver, context.books);
  const asked = approvalQuestion(question, giver, context);
  if (row === undefined || (asked.earlierPence ?? 0) === 0) return [];
  const rank = (earlier: Pence): number => approvalFor({ ...asked, earlierPence: earlier }, question.amountPence, context.books).rank;
  return rank(asked.earlierPence ?? 0) > rank(0) ? [needsMore(row)] : [];
}

function partnerApprovals(question: MoveQuestion, partners: readonly Agency[], parts: readonly PartAnswer[], context: RuleContext): Approval[] {
  const gatewayId = parts.find((part) => part.refusal === null)?.conditions[0]?.ruleId ?? "";
  return partnersApprovals(partners.map((agency) => approvalQuestion(question, agency, context)), question.amountPence, gatewayId, context.books);
}

function internalInstrument({ from, to }: MoveQuestion, giver: Agency): string {
  if (from.pool !== null && from.pool === to.pool) return `virement inside the pool ${from.pool}`;
  return `virement within ${giver.name}`;
}

function distinct(grounds: readonly Ground[]): Ground[] {
  return grounds.filter((ground, i) => grounds.findIndex((g) => g.ruleId === ground.ruleId && g.sentence === ground.sentence) === i);
}
