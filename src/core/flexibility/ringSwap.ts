// Ring-fence substitution: restricted money takes the place of general money on a line it may be spent on, and the freed general money moves.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { CellRef } from "../budget/cells";
import { formatPounds } from "../money/format";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { approvalFor, byMembers } from "../rules/approvals";
import { mayMove, scopesOf } from "../rules/evaluate";
import { decidingGateway, gatewayWords } from "../rules/gateways";
import { fundRow, purposesOf, ringBarring } from "../rules/purposes";
import type { RuleContext } from "../rules/ruleContext";
import type { Approval } from "../rules/types";
import { isRestricted } from "./parts";
import type { Flexibility } from "./types";

/** What people propose; the balance and the level of service are theirs to state, as no sheet tells them. */
export interface SwapProposal {
  /** Line on which the money is changed. */
  readonly line: string;
  readonly fund: string;
  /** Line that receives the freed general money. */
  readonly to: string;
  readonly amountPence: Pence;
  /** Restricted money that stands free: this year's, or a reserve of it. */
  readonly balancePence: Pence;
  readonly fromReserve: boolean;
  readonly serviceUnchanged: boolean;
  /** How the line is paid for next year; empty when not said. */
  readonly nextYearPlan: string;
  readonly cell: CellRef | null;
}

export interface SwapLeg {
  /** A line id, or the reserve of the fund. */
  readonly at: string;
  readonly fund: string;
  readonly pence: Pence;
}

export interface SwapAnswer {
  readonly proposal: SwapProposal;
  readonly allowed: boolean;
  readonly conditions: readonly { readonly words: string; readonly met: boolean }[];
  /** Four legs: they add to nothing on the line, in general money, and in the restricted fund with its balance. */
  readonly legs: readonly SwapLeg[];
  /** At the level of a policy virement. */
  readonly approval: Approval;
  readonly warnings: readonly string[];
}

/** Proposals in their order: what an earlier one that may be done takes of a fund's balance is not there for a later one. */
export function checkSwaps(proposals: readonly SwapProposal[], lines: readonly BudgetLine[], context: RuleContext): SwapAnswer[] {
  const taken = new Map<string, Pence>();
  return proposals.flatMap((proposal): SwapAnswer[] => {
    const balance = JSON.stringify([lines.find((line) => line.id === proposal.line)?.agency ?? "", proposal.fund, proposal.fromReserve]);
    const before = taken.get(balance) ?? 0;
    const answer = checkSwap({ ...proposal, balancePence: Math.max(0, proposal.balancePence - before) }, lines, context);
    if (answer?.allowed === true) taken.set(balance, before + proposal.amountPence);
    return answer === null ? [] : [{ ...answer, proposal }];
  });
}

/** Null when a line is not known. Throws RangeError when the line's agency is not in the context. */
export function checkSwap(proposal: SwapProposal, lines: readonly BudgetLine[], context: RuleContext): SwapAnswer | null {
  const [from, to] = [lines.find((line) => line.id === proposal.line), lines.find((line) => line.id === proposal.to)];
  if (from === undefined || to === undefined) return null;
  const agency = context.agencies.get(from.agency);
  if (agency === undefined) throw new RangeError(`The agency ${from.agency} of line ${from.id} is not in the partnership.`);
  const conditions = conditionsOf(proposal, from, to, agency, context);
  return {
    proposal, conditions, allowed: conditions.every((condition) => condition.met), legs: legsOf(proposal, from, agency, context),
    approval: policyApproval(proposal, from, to, agency, context),
    warnings: proposal.fromReserve && from.recurrence === "REC" && proposal.nextYearPlan === "" ? ["One-off funding of a recurrent cost: say how the line is paid for next year."] : [],
  };
}

function conditionsOf(proposal: SwapProposal, from: BudgetLine, to: BudgetLine, agency: Agency, context: RuleContext): SwapAnswer["conditions"] {
  const { books } = context;
  const { amountPence, balancePence } = proposal;
  const fund = fundRow(proposal.fund, books, agency.jurisdiction);
  const general = generalPence(from, agency, context);
  const purposes = purposesOf(to, agency, books);
  const gateway = decidingGateway({ fromBody: agency.bodyType, toBody: agency.bodyType, jurisdiction: agency.jurisdiction, purposes }, generalFund(from, agency, context), books);
  const barred = gateway !== undefined && (gateway.allow === "NO" || gateway.allow === "ALIGN_ONLY");
  const refusal = barred || amountPence <= 0 ? null : refusalOfMove(proposal, from, to, generalFund(from, agency, context), context);
  return [
    { words: `${proposal.fund} is a restricted fund that the table of funds describes`, met: fund !== undefined && fund.hardness === "hard" },
    { words: `${from.id} is something that ${fund?.name ?? proposal.fund} may be spent on`, met: fund !== undefined && ringBarring(fund, purposesOf(from, agency, books), books, agency.jurisdiction) === undefined },
    { words: `${formatPounds(balancePence)} of it is free, and ${formatPounds(amountPence)} is needed`, met: amountPence > 0 && balancePence >= amountPence },
    { words: `${from.id} holds ${formatPounds(general)} of general money`, met: general >= amountPence },
    { words: `the level of service on ${from.id} stays as it is`, met: proposal.serviceUnchanged },
    { words: `both lines are ${agency.name}'s own`, met: from.agency === to.agency && from.id !== to.id },
    { words: barred ? `general money may meet ${to.id} (${gateway.id}: ${gatewayWords(gateway)})` : `general money may meet ${to.id}`, met: !barred },
    { words: `the freed money may go from ${from.id} to ${to.id}${refusal === null ? "" : ` (${refusal.replace(/\.$/, "")})`}`, met: refusal === null },
  ];
}

/** The scheme's row for policy, or where it has none the members whom it names. */
function policyApproval({ amountPence }: SwapProposal, from: BudgetLine, to: BudgetLine, agency: Agency, context: RuleContext): Approval {
  const asked = { agency, scopes: scopesOf(from, to), kinds: ["policy"] as const, from, to, prior: context.counted };
  const approval = approvalFor(asked, amountPence, context.books);
  return byMembers(approval, asked, context.books, approval.ruleId);
}

/** The freed money's own move, asked of the rules as if it were all that is free; that it crosses outcomes is for those who decide policy. */
function refusalOfMove({ amountPence }: SwapProposal, from: BudgetLine, to: BudgetLine, general: string, context: RuleContext): string | null {
  if (from.agency !== to.agency || from.id === to.id) return null;
  const flexibility: Flexibility = {
    lineId: from.id, class: "F4", attributes: { legal: "none", commitment: "not told", control: from.control, recurrence: from.recurrence, volatility: "not told" }, headroomPence: amountPence,
    flexiblePence: amountPence, alignOnlyPence: 0, parts: [{ fund: general, ringFence: null, pence: amountPence, reach: "own agency" }], recurrence: "one-off", until: null, reason: "",
  };
  // What the line may spend stays as it is, so that no minimum is touched.
  const question = { from: { ...from, floorPence: null }, to, flexibility, amountPence, kinds: ["policy"] as const };
  return mayMove(question, { ...context, acrossOutcomes: true }).refusals[0]?.sentence ?? null;
}

function legsOf({ fund, to, amountPence, fromReserve }: SwapProposal, from: BudgetLine, agency: Agency, context: RuleContext): SwapLeg[] {
  const general = generalFund(from, agency, context);
  return [
    { at: from.id, fund: general, pence: asPence(-amountPence) }, { at: from.id, fund, pence: amountPence },
    { at: to, fund: general, pence: amountPence }, { at: fromReserve ? `${fund} reserve` : `${fund} not yet spent`, fund, pence: asPence(-amountPence) },
  ];
}

function generalFund(line: BudgetLine, { jurisdiction }: Agency, { books }: RuleContext): string {
  return line.funding.find((split) => !isRestricted(split, books, jurisdiction))?.fund ?? "GEN";
}

function generalPence(line: BudgetLine, { jurisdiction }: Agency, { books }: RuleContext): Pence {
  return sumPenceBy(line.funding.filter((split) => !isRestricted(split, books, jurisdiction)), (split) => Math.max(0, split.pence));
}
