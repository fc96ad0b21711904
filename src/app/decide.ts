// A decision on one virement as a plan of cell changes in tblVirements; the same for the pane and for a list of decisions.
import { parseAddress } from "../core/budget/cells";
import { valueAt } from "../core/reading/grid";
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
  const grid = from.grids.find((g) => g.sheet === PURSE_SHEETS.virements);
  const change = (address: string, text: string): CellChange[] => {
    const place = parseAddress(address);
    const before = grid === undefined || place === null ? null : valueAt(grid, place.row, place.column);
    const after = text === "" ? null : text;
    return before === after ? [] : [{ sheet: PURSE_SHEETS.virements, address, before, after, why: `decision on ${virementId}` }];
  };
  return {
    changes: [...change(record.decisionAt, decision), ...change(record.decidedByAt, by.trim()), ...change(record.reasonAt, reason.trim())],
    resizes: [],
  };
}
