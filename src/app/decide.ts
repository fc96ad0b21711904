// A decision on one virement as a plan of cell changes in tblVirements; the same for the pane and for a list of decisions.
import type { Decision } from "../core/virement/life";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { CellChange, WritePlan } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";

/** Throws WorkbookError when the virement is gone, already applied or reversed, or a refusal has no reason. */
export function decisionPlan(from: Consolidation, virementId: string, decision: Decision, by: string, reason: string): WritePlan {
  const record = from.records.find((r) => r.virement.id === virementId);
  if (record === undefined) throw new WorkbookError("not-found", `Virement ${virementId} is no longer on the sheet "${PURSE_SHEETS.virements}".`, "Read the sheets again.");
  const { virement } = record;
  if (virement.state !== "suggested") throw new WorkbookError("conflict", `Virement ${virementId} is already ${virement.state}.`, "An applied virement can be reverted on the Register page.");
  if (decision === "refused" && reason.trim() === "") throw new WorkbookError("conflict", "Refusing needs a reason.", "Write the reason and refuse again.");
  const change = (address: string, before: string, after: string): CellChange[] =>
    before === after ? [] : [{ sheet: PURSE_SHEETS.virements, address, before: before === "" ? null : before, after: after === "" ? null : after, why: `decision on ${virementId}` }];
  return {
    changes: [
      ...change(record.decisionAt, virement.decision, decision),
      ...change(record.decidedByAt, virement.decidedBy, by.trim()),
      ...change(record.reasonAt, virement.reason, reason.trim()),
    ],
    resizes: [],
  };
}
