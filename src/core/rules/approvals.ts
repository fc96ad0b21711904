// Who must approve an amount under a body's scheme of virement, and where along the amount the answer changes.
import type { Agency } from "../budget/agency";
import type { Pence } from "../money/pence";
import type { ApprovalQuestion } from "./approvalQuestion";
import { bandTests, isBeyond, schemeBands, within, type BandTest } from "./cumulative";
import type { Approval, RuleBooks } from "./types";

/** Rule id given where a body's scheme is not in the table: then the governing body itself must decide, which it always may. */
export const NO_SCHEME = "NO-SCHEME";
export const GOVERNING_BODY_RANK = 4;

/** The approval an amount needs: the highest rank among the rows it falls into; the governing body where no row speaks. */
export function approvalFor(question: ApprovalQuestion, amountPence: Pence, books: RuleBooks): Approval {
  return highest(bandTests(question, books), question.agency, amountPence);
}

function highest(tests: readonly BandTest[], agency: Agency, amountPence: Pence): Approval {
  let top: BandTest["band"] | undefined;
  for (const test of tests) {
    if (within(test, amountPence) && (top === undefined || test.band.rank > top.rank)) top = test.band;
  }
  const beyond = firstBeyond(tests, amountPence);
  if (beyond !== undefined && (top === undefined || top.rank < GOVERNING_BODY_RANK)) {
    const approver = `full council, board or commissioner of ${agency.name} (over what the scheme leaves to ${beyond.band.approver} in the year)`;
    return { agency: agency.id, approver, rank: GOVERNING_BODY_RANK, ruleId: beyond.band.id };
  }
  if (top !== undefined) return { agency: agency.id, approver: top.approver, rank: top.rank, ruleId: top.id };
  const approver = `full council, board or commissioner of ${agency.name} (no scheme of virement entered for this move)`;
  return { agency: agency.id, approver, rank: GOVERNING_BODY_RANK, ruleId: NO_SCHEME };
}

/** A row of the first limit that adds up and is passed: the scheme leaves no more to those it names. */
function firstBeyond(tests: readonly BandTest[], amountPence: Pence): BandTest | undefined {
  return tests.find((test) => test.design !== "none" && isBeyond(tests.filter((other) => other.key === test.key), amountPence));
}

/** Rank of what needs a variation of the partners' agreement. */
export const PARTNER_RANK = 5;

/**
 * What two bodies agree is decided by each as a partner, by whoever its own scheme names for such an amount: the lower office first, and the
 * giver before the taker where they are equal. Every approval is of rank 5, as it binds only with the other's.
 */
export function partnersApprovals(questions: readonly ApprovalQuestion[], amountPence: Pence, gatewayId: string, books: RuleBooks): Approval[] {
  const own = questions.map((question) => ({ agency: question.agency, approval: approvalFor(question, amountPence, books) }));
  own.sort((a, b) => a.approval.rank - b.approval.rank);
  const under = gatewayId === "" ? "" : ` (${gatewayId})`;
  return own.map(({ agency, approval }): Approval => {
    const named = approval.ruleId !== NO_SCHEME;
    const of = approval.approver.includes(agency.name) ? "" : ` of ${agency.name}`;
    const who = named ? `${approval.approver}${of} (${approval.ruleId})` : `${agency.name} (no scheme of virement entered)`;
    return { agency: agency.id, approver: `${who}, as a partner to the agreement${under}`, rank: PARTNER_RANK, ruleId: named ? approval.ruleId : gatewayId, ...(gatewayId === "" ? {} : { agreementRuleId: gatewayId }) };
  });
}

/** Cabinet, executive or board: members of the body decide. */
const MEMBERS_RANK = 3;

/** The same where members must decide whatever the amount: the lowest of them whom the scheme names for such moves, else the governing body. */
export function byMembers(approval: Approval, question: ApprovalQuestion, books: RuleBooks, ruleId: string): Approval {
  if (approval.rank >= MEMBERS_RANK) return approval;
  const [lowest] = schemeBands(question, books).filter((band) => band.rank >= MEMBERS_RANK).sort((a, b) => a.rank - b.rank);
  if (lowest !== undefined) return { agency: approval.agency, approver: lowest.approver, rank: lowest.rank, ruleId: lowest.id };
  return { agency: approval.agency, approver: `full council, board or commissioner of ${question.agency.name}`, rank: GOVERNING_BODY_RANK, ruleId };
}

/** The step function of rank over the amount: ascending, the first over 0, neighbours of different rank. */
export function approvalSteps(question: ApprovalQuestion, books: RuleBooks, members = false): readonly { readonly overPence: Pence; readonly rank: number }[] {
  const tests = bandTests(question, books);
  const edges = new Set<Pence>([0]);
  for (const test of tests) {
    for (const limit of [test.overPence, ...(test.upToPence === null ? [] : [test.upToPence])]) edges.add(Math.max(0, limit - test.usedPence));
  }
  const steps: { overPence: Pence; rank: number }[] = [];
  for (const overPence of [...edges].sort((a, b) => a - b)) {
    const approval = highest(tests, question.agency, overPence + 1);
    const { rank } = members ? byMembers(approval, question, books, approval.ruleId) : approval;
    if (steps.at(-1)?.rank !== rank) steps.push({ overPence, rank });
  }
  return steps;
}
