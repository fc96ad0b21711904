// Partial acceptance: a virement for less than was suggested, as a plan of cell changes; the rules say anew who must agree.
import { formatPounds } from "../core/money/format";
import type { Pence } from "../core/money/pence";
import { fromPence } from "../core/money/unit";
import { loweredLegs, withLegs } from "../core/virement/legs";
import { approverText } from "../core/virement/states/demands";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { CellChange, WritePlan } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { changer, recordOf, settled, stepped } from "./decide";
import { RuleDesk } from "./demands";

export interface StatedAmendment {
  readonly virementId: string;
  readonly amountPence: Pence;
  /** The least that may move. */
  readonly minimumPence: Pence;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** Throws WorkbookError when the amount is none that may be asked for, the rules refuse it, or the sheet has no columns for it. */
export function amendmentPlan(from: Consolidation, stated: StatedAmendment): WritePlan {
  const { virementId, amountPence, minimumPence, by, on, reason } = stated;
  const record = recordOf(from, virementId);
  const { virement, places, versionAt } = record;
  const legs = virement.legs === undefined ? null : loweredLegs(virement, amountPence, from.reading.lines);
  const asked = legs === null ? { ...virement, amountPence } : withLegs(virement, legs);
  // Everything accepted counts towards limits of the year, so that no order of deciding asks for fewer.
  const demands = new RuleDesk({ ...from, virements: from.records.map((r) => r.virement) }).demands(asked, on.slice(0, 10), () => true);
  const after = stepped(virement, { kind: "amend", amountPence, minimumPence, legs, approvers: demands.approvals.map(approverText), rank: demands.rank, by, on, reason });
  if (after === virement) return { changes: [], resizes: [] };
  if (demands.refusal !== null) throw new WorkbookError("conflict", `The rules refuse ${formatPounds(amountPence)}: ${demands.refusal}`, "Amend to another amount, or refuse the virement with the reason.");
  if (versionAt === null || after.agreements.length > places.length) {
    throw new WorkbookError("conflict", `The sheet "${PURSE_SHEETS.virements}" has no columns for this version.`, "Put the suggestions into the workbook again: it then has a column for each approver.");
  }
  const change = changer(from, `amendment of ${virementId}`);
  return {
    changes: [
      ...record.rows.flatMap(({ amountAt }, i) => change(amountAt, fromPence(after.legs?.[i]?.amountPence ?? amountPence, "pounds"))),
      ...settled(change, record, after), ...change(record.approvalsAt, after.approvals),
      ...change(record.rankAt, after.rank), ...change(record.reasonAt, after.reason),
      ...places.flatMap((place, i): CellChange[] => {
        const agreement = after.agreements[i];
        return [
          ...(place.approverAt === null ? [] : change(place.approverAt, agreement?.approver ?? "")), ...change(place.decisionAt, agreement?.decision ?? ""),
          ...change(place.byAt, agreement?.by ?? ""), ...(place.onAt === null ? [] : change(place.onAt, agreement?.on ?? "")),
        ];
      }),
    ],
    resizes: [],
  };
}
