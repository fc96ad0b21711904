// What follows from an answer of the rules: whether a form is needed, and the next step as a sentence.
import { ARRANGED } from "./arrangedMoves";
import type { Agency } from "../budget/agency";
import type { Ground, RuleContext } from "./ruleContext";
import type { Approval } from "./types";

interface Answered {
  readonly refusals: readonly Ground[];
  readonly approvals: readonly Approval[];
  readonly instrument: string;
  readonly partner: boolean;
  readonly taker: Agency;
  readonly context: RuleContext;
}

/** A scheme that does not speak of the form asks for one. */
export function nextSteps({ refusals, approvals, instrument, partner, taker, context }: Answered): { form: boolean; nextStep: string } {
  const [refusal] = refusals;
  if (refusal !== undefined) return { form: false, nextStep: afterRefusal(refusal, context) };
  const bands = approvals.map((approval) => context.books.bands.find((band) => band.id === approval.ruleId && band.agency === approval.agency));
  const form = bands.some((band) => band?.form ?? true);
  const told = [...new Set(bands.flatMap((band) => band?.notify ?? []))];
  const tell = told.length === 0 ? "" : ` Tell ${told.join(" and ")}.`;
  if (partner) return { form, nextStep: `Ask ${taker.name} to agree a change of contribution (${instrument}); each body then approves its own side.` };
  const who = approvals.map((approval) => approval.approver).join(", then ");
  return { form, nextStep: form ? `Fill in the virement form and send it to: ${who}.${tell}` : `No form is needed; to decide: ${who}.${tell}` };
}

function afterRefusal(refusal: Ground, context: RuleContext): string {
  const test = context.books.prohibitions.find((row) => row.id === refusal.ruleId)?.test;
  if (test === "closed-period") return "Put it into next year's budget, or ask for a carry-forward with the outturn.";
  if (test === "ping-pong") return "Reverse the earlier virement in the register.";
  if (refusal.ruleId.startsWith(ARRANGED)) return "Look for another source or target, or have the partners agree another arrangement and enter it on Purse Arrangements.";
  return "Look for another source or target, or ask those who keep the rule to change it.";
}
