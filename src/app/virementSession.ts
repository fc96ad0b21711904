// The part of the session that works on single virements: decide, amend, draft, and what a payment between bodies needs.
import { formatPounds } from "../core/money/format";
import type { Decision } from "../core/virement/life";
import { waitsOn } from "../core/virement/states/status";
import { guarded } from "../core/writing/guards";
import type { WritePlan } from "../core/writing/types";
import type { WorkOptions } from "../workbook/ports";
import { amendmentPlan } from "./amend";
import type { Consolidation } from "./consolidate";
import { decisionPlan } from "./decide";
import { drafted, withoutDraft, type StatedDraft } from "./draft";
import { paymentPlan } from "./payment";
import { virementSheets } from "./results";
import { refusedBy, SessionCore } from "./sessionCore";

export class VirementSession extends SessionCore {
  decide(virementId: string, decision: Decision, reason: string, approver?: string): Promise<void> {
    const stated = { virementId, decision, by: this.state.person, on: this.deps.now(), reason, ...(approver === undefined ? {} : { approver }) };
    return this.recording(virementId, (from) => decisionPlan(from, stated), decision);
  }

  amend(virementId: string, amountPence: number, reason: string): Promise<void> {
    const stated = { virementId, amountPence, minimumPence: this.state.options.minimumMovePence, by: this.state.person, on: this.deps.now(), reason };
    return this.recording(virementId, (from) => amendmentPlan(from, stated), `amended to ${formatPounds(amountPence)}`);
  }

  private recording(virementId: string, plan: (from: Consolidation) => WritePlan, done: string): Promise<void> {
    return this.job("Recording the decision", "recording the decision", async (work) => {
      // Applying looks at every cell again, so what was read last is enough to plan on.
      const from = this.consolidation ?? (await this.refresh(work));
      const held = guarded(plan(from), from.grids);
      const outcome = await this.deps.workbook.applyPlan(held, work);
      if (outcome.obstacles.length > 0) throw refusedBy(outcome.obstacles, "The decision was not recorded", "it was read");
      await this.takeIn(from, outcome, held, work);
      const virement = this.state.virements.find(({ id }) => id === virementId);
      const open = virement === undefined ? [] : waitsOn(virement).filter(({ decision }) => decision === "waiting" && virement.agreements.some((other) => other.decision === "accepted"));
      this.set({ notice: `${virementId} is ${done}${open.length === 0 ? "." : `; it still waits on ${open.map(({ approver }) => approver).join(", then ")}.`}` });
    });
  }

  statePayment(virementId: string, vatNote: string, cashOn: string): Promise<void> {
    return this.recording(virementId, (from) => paymentPlan(from, { virementId, vatNote, cashOn }), cashOn === "" ? "without a cash date" : `to be paid on ${cashOn}`);
  }

  draft(stated: StatedDraft): Promise<void> {
    return this.job("Putting the draft into the workbook", "writing the draft", async (work) => {
      const { virements, drafted: draft } = await this.rewriting(work, (from) => drafted(from, stated, this.state.decisionDate));
      const asked = draft.state === "draft" ? `It stays a draft. ${draft.why}` : `It waits on ${draft.approvals}.`;
      this.set({ page: "review", notice: `${draft.id} is on the sheet Virements, ${virements.length} in all. ${asked}` });
    });
  }

  removeDraft(virementId: string): Promise<void> {
    return this.job("Removing the draft", "removing the draft", async (work) => {
      await this.rewriting(work, (from) => ({ virements: withoutDraft(from, virementId) }));
      this.set({ notice: `${virementId} is removed.` });
    });
  }

  /** Writes the table of virements anew, from the workbook as it stands now, and reads it back. */
  private async rewriting<T extends { readonly virements: Parameters<typeof virementSheets>[1] }>(work: WorkOptions, change: (from: Consolidation) => T): Promise<T> {
    const from = await this.refresh(work);
    const changed = change(from);
    await this.writeOwn(from, virementSheets(from, changed.virements, this.state.decisionDate), work);
    await this.refresh(work);
    return changed;
  }
}
