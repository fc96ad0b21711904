// A virement that a person drafts: its rows as typed, put to everyone whom the rules name once they balance.
import { financialYearEnd } from "../core/rules/inForce";
import type { IsoDate } from "../core/rules/types";
import { vatNoteOf } from "../core/virement/betweenBodies";
import { withLegs } from "../core/virement/legs";
import { withAgreements, type Leg, type Virement } from "../core/virement/life";
import { approverText } from "../core/virement/states/demands";
import { isNotTaken, takeStep } from "../core/virement/states/step";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { RuleDesk } from "./demands";

/** What somebody typed: each row takes from a line, gives to one, or both; the side left out is "". */
export interface StatedDraft {
  /** The draft that it changes; null for a new one. */
  readonly id: string | null;
  readonly legs: readonly Omit<Leg, "suggestedPence">[];
  readonly recurrence: Virement["recurrence"];
  readonly why: string;
}

/** All virements with the draft among them, and the draft as it then stands: put to its approvers, or still a draft that says why. */
export interface Drafted {
  readonly virements: readonly Virement[];
  readonly drafted: Virement;
}

/** Throws WorkbookError when it has no row, a row has no positive amount, or the draft was proposed or removed meanwhile. */
export function drafted(from: Consolidation, stated: StatedDraft, on: IsoDate): Drafted {
  const { id, legs, recurrence } = stated;
  if (legs.length === 0 || legs.some(({ amountPence }) => !Number.isSafeInteger(amountPence) || amountPence <= 0)) {
    throw new WorkbookError("conflict", "Each row of a virement needs an amount above £0. Nothing was written.", "Enter the amounts and try again.");
  }
  const virements = from.records.map((record) => record.virement);
  if (id !== null) openDraft(virements, id);
  const bare: Virement = withAgreements({
    id: id ?? freeId(from), from: "", to: "", amountPence: 0, recurrence, instrument: "", ruleIds: [], approvals: "", rank: 0, why: stated.why.trim(), suggestedOn: on, version: 1,
    suggestedPence: 0, expiresOn: null, agreements: [], decision: "waiting", decidedBy: "", reason: "", state: "draft",
  }, [{ approver: "", decision: "waiting", by: "", on: "" }]);
  const draft = withLegs(bare, legs.map((leg) => ({ ...leg, suggestedPence: leg.amountPence })));
  const done = submitted(draft, new RuleDesk({ ...from, virements }), on, from.reading);
  return { virements: id === null ? [...virements, done] : virements.map((virement) => (virement.id === id ? done : virement)), drafted: done };
}

/** All virements without the draft. Throws WorkbookError when it is none any more: what was proposed is withdrawn instead. */
export function withoutDraft({ records }: Consolidation, id: string): readonly Virement[] {
  const virements = records.map((record) => record.virement);
  openDraft(virements, id);
  return virements.filter((virement) => virement.id !== id);
}

/** A draft is put to everyone whom the rules name; where it is incomplete or they refuse it, it stays a draft and says why. */
export function submitted(virement: Virement, desk: RuleDesk, on: IsoDate, { lines, agencies }: Pick<Consolidation["reading"], "lines" | "agencies">): Virement {
  const why = ownWords(virement);
  const { approvals, rank, ruleIds, instrument, refusal } = desk.demands({ ...virement, why }, on, () => true);
  const stays = (because: string): Virement => ({ ...virement, why: `${why}${why === "" ? "" : " "}${NOT_PROPOSED}${because}` });
  if (refusal !== null) return stays(refusal);
  const noted = { ...virement, why, ...(virement.vatNote === undefined ? vatNoteOf(virement, lines, agencies) : {}) };
  const outcome = takeStep(noted, { kind: "submit", approvers: approvals.map(approverText), rank, ruleIds, instrument, expiresOn: financialYearEnd(on), by: "", on });
  return isNotTaken(outcome) ? stays(outcome.refused) : outcome;
}

/** Between a draft's own reason and why it could not be proposed. */
const NOT_PROPOSED = "Not proposed: ";

/** Why the person drafted it, without what was said of proposing it. */
export function ownWords({ why }: Pick<Virement, "why">): string {
  return (why.split(NOT_PROPOSED)[0] ?? "").trim();
}

function openDraft(virements: readonly Virement[], id: string): void {
  if (virements.find((virement) => virement.id === id)?.state !== "draft") {
    throw new WorkbookError("conflict", `${id} is no draft any more: it was proposed or removed meanwhile. Nothing was written.`, "Read the sheets again; what is proposed can be withdrawn or refused.");
  }
}

/** The next number that neither a virement nor the register has. */
function freeId({ records, register }: Consolidation): string {
  const taken = new Set([...records.map(({ virement }) => virement.id), ...register.map(({ virementId }) => virementId)]);
  for (let number = 1; ; number += 1) if (!taken.has(`D-${number}`)) return `D-${number}`;
}
