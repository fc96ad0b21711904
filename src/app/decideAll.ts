// A whole list of decisions taken on the virements of a workbook: one plan for all of them, and what the workbook then says.
import { differsFrom } from "../core/virement/states/request";
import type { DecisionRequest } from "../core/writing/decisionList";
import type { CellChange } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { changesOfDecision, decidedVirement, recordOf } from "./decide";

export interface Decided {
  readonly changes: readonly CellChange[];
  /** The same workbook with the decisions taken. */
  readonly from: Consolidation;
}

/**
 * In the order of the list. The same request twice changes nothing. Throws WorkbookError when one differs from the workbook in what it says of
 * the virement, is not among those it names, or can't be taken; nothing of the list is then taken.
 */
export function decideAll(from: Consolidation, requests: readonly DecisionRequest[], by: string, on: string): Decided {
  let records = from.records;
  for (const request of requests) {
    const { virement } = recordOf({ ...from, records }, request.stated.id);
    const differs = differsFrom(request.stated, virement);
    if (differs !== null) throw new WorkbookError("conflict", `${differs} Nothing was written.`, "Correct the list, or decide in the workbook.");
    if (request.decision === "refused" && request.reason.trim() === "") throw new WorkbookError("conflict", `Refusing virement ${virement.id} needs a reason. Nothing was written.`, "Write the reason into the list and try again.");
    const after = decidedVirement(virement, {
      virementId: virement.id, decision: request.decision, by: request.by === "" ? by : request.by, on: request.on === "" ? on : request.on, reason: request.reason,
      ...(request.approver === null ? {} : { approver: request.approver }),
    });
    records = records.map((record) => (record.virement === virement ? { ...record, virement: after } : record));
  }
  const changes = records.flatMap((record, i) => {
    const before = from.records[i];
    return before === undefined || before.virement === record.virement ? [] : changesOfDecision(from, before, record.virement);
  });
  return { changes, from: { ...from, records } };
}
