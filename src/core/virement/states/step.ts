// The only ways from one status of a virement to the next; every other way is refused with the reason in words.
import { formatPounds } from "../../money/format";
import type { Pence } from "../../money/pence";
import type { IsoDate } from "../../rules/types";
import { imbalance, withLegs } from "../legs";
import { withAgreements, type Agreement, type Leg, type Virement } from "../life";
import { statusOf, turnOf, waitsOn } from "./status";

interface Stated {
  /** As stated by the person, not proven. */
  readonly by: string;
  /** Date, or date and time, as text; the clock is the caller's. */
  readonly on: string;
}

/**
 * submit: a draft, with whom the rules ask. decide: the approver at `place`, named so that a request that comes twice
 * never agrees for the next one. amend: less than was suggested, with whom the rules ask for that amount, and where there
 * are several rows with each lowered (null where they can't be); whoever amends agrees to the amended amount. apply and reverse say that the cells were written.
 */
export type Step = Stated & (
  | { readonly kind: "submit"; readonly approvers: readonly string[]; readonly rank: number; readonly ruleIds: readonly string[]; readonly instrument: string; readonly expiresOn: IsoDate }
  | { readonly kind: "decide"; readonly decision: "accepted" | "refused" | "waiting"; readonly reason: string; readonly place: number }
  | { readonly kind: "withdraw"; readonly reason: string }
  | { readonly kind: "amend"; readonly amountPence: Pence; readonly minimumPence: Pence; readonly legs?: readonly Leg[] | null; readonly approvers: readonly string[]; readonly rank: number; readonly reason: string }
  | { readonly kind: "apply" }
  | { readonly kind: "reverse"; readonly reason: string }
);

/** Why a step is not taken, as a sentence. */
export interface NotTaken {
  readonly refused: string;
}

/** The virement after the step, the very same one where the step changes nothing, or why it is not taken. */
export function takeStep(virement: Virement, step: Step): Virement | NotTaken {
  if (step.kind === "apply") return applied(virement, step.on);
  if (step.kind === "reverse") return reversed(virement, step.reason);
  if (step.kind === "submit") return submitted(virement, step);
  // The same request twice changes nothing, also once it was applied or taken back.
  if (step.kind !== "amend" && decided(virement, step) === virement) return virement;
  const closed = closedTo(virement, step.on);
  if (closed !== null) return { refused: closed };
  if (step.kind === "amend") return amended(virement, step);
  return decided(virement, step);
}

export function isNotTaken(outcome: Virement | NotTaken): outcome is NotTaken {
  return "refused" in outcome;
}

/** Null when it may be applied on the day; else what is missing, naming everyone who has not agreed. */
export function missingForApply(virement: Virement, on: string): string | null {
  const status = statusOf(virement, day(on));
  if (status === "approved") return null;
  if (status === "incomplete") return imbalance(virement);
  if (virement.state === "draft") return `Virement ${virement.id} has not been accepted: it is a draft, and nobody has been asked yet.`;
  if (virement.state !== "suggested") return `Virement ${virement.id} is ${virement.state}; only one that is suggested can be applied.`;
  if (status === "expired") return `Virement ${virement.id} expired on ${virement.expiresOn ?? ""}. Look for suggestions again.`;
  if (status !== "suggested" && status !== "under review") return `Virement ${virement.id} has not been accepted: it is ${status}.`;
  return `Virement ${virement.id} has not been accepted by ${waitsOn(virement).map(({ approver }) => approver || "anyone").join(", nor by ")}.`;
}

function submitted(virement: Virement, step: Extract<Step, { kind: "submit" }>): Virement | NotTaken {
  if (virement.state !== "draft") return { refused: `Virement ${virement.id} is already ${virement.state}.` };
  const open = imbalance(virement);
  if (open !== null) return { refused: open };
  if (step.approvers.length === 0) return { refused: `Virement ${virement.id} names nobody who may agree to it.` };
  const agreements = step.approvers.map((approver): Agreement => ({ approver, decision: "waiting", by: "", on: "" }));
  return withAgreements({
    ...virement, ...suggestedAsIs(virement), state: "suggested", version: 1, rank: step.rank, ruleIds: step.ruleIds, instrument: step.instrument,
    approvals: pathText(step.approvers), suggestedOn: day(step.on), expiresOn: step.expiresOn,
  }, agreements);
}

/** What it asks for when it is first put to anyone: no version asks for more. */
function suggestedAsIs({ amountPence, legs }: Virement): Pick<Virement, "suggestedPence" | "legs"> {
  return { suggestedPence: amountPence, ...(legs === undefined ? {} : { legs: legs.map((leg) => ({ ...leg, suggestedPence: leg.amountPence })) }) };
}

function applied(virement: Virement, on: string): Virement | NotTaken {
  const missing = missingForApply(virement, on);
  return missing === null ? { ...virement, state: "applied" } : { refused: missing };
}

function reversed(virement: Virement, reason: string): Virement | NotTaken {
  if (virement.state !== "applied") return { refused: `Virement ${virement.id} is ${virement.state}; only one that is applied can be reversed.` };
  if (reason.trim() === "") return { refused: "A reversal needs a reason." };
  return { ...virement, state: "reversed" };
}

function closedTo(virement: Virement, on: string): string | null {
  const status = statusOf(virement, day(on));
  if (status === "incomplete") return imbalance(virement);
  if (status === "draft") return `Virement ${virement.id} is a draft: nobody has been asked yet.`;
  if (status === "applied" || status === "reversed" || status === "withdrawn") return `Virement ${virement.id} is already ${status}.`;
  return status === "expired" ? `Virement ${virement.id} expired on ${virement.expiresOn ?? ""}.` : null;
}

function decided(virement: Virement, step: Extract<Step, { kind: "decide" | "withdraw" }>): Virement | NotTaken {
  const decision = step.kind === "withdraw" ? "withdrawn" : step.decision;
  if (decision === "refused" && step.reason.trim() === "") return { refused: "Refusing needs a reason." };
  const place = step.kind === "decide" ? step.place : turnOf(virement);
  const standing = virement.agreements[place];
  if (standing === undefined) return { refused: `Virement ${virement.id} asks for ${virement.agreements.length} agreements; there is no number ${place + 1}.` };
  const reason = step.reason.trim();
  const by = step.by.trim();
  if (standing.decision === decision && standing.by === by && virement.reason === reason) return virement;
  const agreements = virement.agreements.map((agreement, i): Agreement =>
    (i === place ? { ...agreement, decision, by: decision === "waiting" ? "" : by, on: decision === "waiting" ? "" : step.on } : agreement));
  return { ...withAgreements(virement, agreements), reason };
}

function amended(virement: Virement, step: Extract<Step, { kind: "amend" }>): Virement | NotTaken {
  const { amountPence } = step;
  if (amountPence === virement.amountPence) return virement;
  if (!Number.isSafeInteger(amountPence) || amountPence < step.minimumPence || amountPence <= 0) return { refused: `${formatPounds(amountPence)} is below the least that may move, ${formatPounds(step.minimumPence)}.` };
  if (amountPence > virement.suggestedPence) return { refused: `${formatPounds(amountPence)} is more than the ${formatPounds(virement.suggestedPence)} that was suggested.` };
  if (step.approvers.length === 0) return { refused: `Virement ${virement.id} names nobody who may agree to ${formatPounds(amountPence)}.` };
  const turn = virement.agreements[turnOf(virement)]?.approver;
  const agreements = step.approvers.map((approver): Agreement =>
    (approver === turn ? { approver, decision: "accepted", by: step.by.trim(), on: step.on } : { approver, decision: "waiting", by: "", on: "" }));
  if (virement.legs !== undefined && (step.legs ?? null) === null) return { refused: `Of ${formatPounds(amountPence)} one row of virement ${virement.id} would have nothing left.` };
  const lowered = step.legs === undefined || step.legs === null ? { ...virement, amountPence } : withLegs(virement, step.legs);
  if (lowered.amountPence !== amountPence || imbalance(lowered) !== null) return { refused: `The rows of virement ${virement.id} do not add to ${formatPounds(amountPence)}.` };
  const next: Virement = { ...lowered, version: virement.version + 1, rank: step.rank, approvals: pathText(step.approvers), reason: step.reason.trim() };
  return withAgreements(next, agreements);
}

/** Approvers in the order in which they are asked, as one text; pathOf reads it back. */
export function pathText(approvers: readonly string[]): string {
  return approvers.join(", then ");
}

function day(on: string): IsoDate {
  return on.slice(0, 10);
}
