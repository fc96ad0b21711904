// What applying the accepted virements, or reversing some, would write: one plan, or the first reason why not.
import { firstBrokenRow, firstUnregistered } from "../core/virement/register";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { TargetKind } from "../core/writing/targets";
import { planApply, planRevert, type VirementPlan } from "../core/writing/virementPlan";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { RuleDesk } from "./demands";

/** Ids of the virements that were accepted and not applied yet, in the order of their sheet. */
export function acceptedIds(from: Consolidation): string[] {
  return from.records.map((record) => record.virement).filter((v) => v.decision === "accepted" && v.state === "suggested").map((v) => v.id);
}

/**
 * `by` is a name as stated, `on` a date or time, `reason` why they are reversed, `unchosen` where virements of a sheet go whose officer has not
 * chosen. Every approval that the rules demand must be there. Throws WorkbookError conflict when one of them can't be planned or the register was tampered with.
 */
export function decidedPlan(from: Consolidation, action: "apply" | "revert", ids: readonly string[], by: string, on: string, reason = "", unchosen: TargetKind = "revised"): VirementPlan {
  const broken = firstBrokenRow(from.register);
  if (broken !== null) {
    throw new WorkbookError("conflict", `Row ${broken + 1} of the sheet "${PURSE_SHEETS.register}" does not follow from the one before: somebody changed, removed or moved a row. Nothing was written.`, "Put the register back as it was, from an earlier copy of the workbook.");
  }
  const unregistered = firstUnregistered(from.records.map((record) => record.virement), from.register);
  if (unregistered !== null) {
    throw new WorkbookError("conflict", `The register does not bear out the state of virement ${unregistered}: rows of it were removed, or its state was changed by hand. Nothing was written.`, `Put the sheets "${PURSE_SHEETS.register}" and "${PURSE_SHEETS.virements}" back as they were, from an earlier copy of the workbook.`);
  }
  const input = { grids: from.grids, lines: from.reading.lines, sheets: from.reading.sheets, unchosen, register: from.register, records: from.records, by: by.trim() === "" ? "not stated" : by, on, reason };
  const planned = action === "apply" ? planApply(input, ids) : planRevert(input, ids);
  const [refusal] = planned.refusals;
  const sentence = refusal?.sentence ?? (action === "apply" ? refusedByRules(from, planned.planned, on) : null);
  if (sentence !== null) throw new WorkbookError("conflict", sentence, "Nothing was written. Decide on it again, or leave it out.");
  return planned;
}

function refusedByRules(from: Consolidation, ids: readonly string[], on: string): string | null {
  const desk = new RuleDesk({ ...from, virements: from.records.map((record) => record.virement) });
  for (const id of ids) {
    const virement = from.records.find((record) => record.virement.id === id)?.virement;
    const refusal = virement === undefined ? null : desk.refusal(virement, on);
    if (refusal !== null) return refusal;
  }
  return null;
}
