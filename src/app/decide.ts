// A decision on one virement as a plan of cell changes in tblVirements; the same for the pane and for a list of decisions.
import { parseAddress } from "../core/budget/cells";
import { fromPence } from "../core/money/unit";
import { valueAt } from "../core/reading/grid";
import type { Decision, Virement } from "../core/virement/life";
import { statusOf, turnOf } from "../core/virement/states/status";
import { isNotTaken, takeStep, type Step } from "../core/virement/states/step";
import { cutVisibly } from "../core/writing/cutVisibly";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { CellChange, WritePlan } from "../core/writing/types";
import type { VirementRecord } from "../core/writing/virementRows";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";

/** One decision as somebody states it. `approver` says for which office; without it, for the one whose turn it is. */
export interface StatedDecision {
  readonly virementId: string;
  readonly decision: Decision;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  readonly approver?: string;
}

/** Throws WorkbookError when the virement is gone, already applied or reversed, or a refusal has no reason. */
export function decisionPlan(from: Consolidation, stated: StatedDecision): WritePlan {
  const record = recordOf(from, stated.virementId);
  return { changes: changesOfDecision(from, record, decidedVirement(record.virement, stated)), resizes: [] };
}

/** The cells in which the virement's decisions differ. Throws WorkbookError where an approver has no column. */
export function changesOfDecision(from: Consolidation, record: VirementRecord, after: Virement): CellChange[] {
  const { virement, places } = record;
  const unplaced = after.agreements.find((agreement, i) => places[i] === undefined && agreement !== virement.agreements[i]);
  if (unplaced !== undefined) {
    throw new WorkbookError("conflict", `The sheet "${PURSE_SHEETS.virements}" has no column for the decision of ${unplaced.approver}.`, "Put the suggestions into the workbook again: it then has a column for each approver.");
  }
  const change = changer(from, `decision on ${virement.id}`);
  return [
    ...after.agreements.flatMap((agreement, i): CellChange[] => {
      const place = places[i];
      if (place === undefined || agreement === virement.agreements[i]) return [];
      return [...change(place.decisionAt, agreement.decision), ...change(place.byAt, agreement.by), ...(place.onAt === null ? [] : change(place.onAt, agreement.on))];
    }),
    ...change(record.reasonAt, after.reason), ...settled(change, record, after),
  ];
}

/** The version and the amount that it speaks of: an amount that is changed by hand after this is the next version. */
export function settled(change: ReturnType<typeof changer>, { versionAt, wholeAt }: VirementRecord, { version, amountPence }: Virement): CellChange[] {
  return [...(versionAt === null ? [] : change(versionAt, version)), ...(wholeAt === null ? [] : change(wholeAt, fromPence(amountPence, "pounds")))];
}

/** The row of the virement. Throws WorkbookError not-found. */
export function recordOf(from: Consolidation, virementId: string): VirementRecord {
  const record = from.records.find((r) => r.virement.id === virementId);
  if (record === undefined) throw new WorkbookError("not-found", `Virement ${virementId} is no longer on the sheet "${PURSE_SHEETS.virements}".`, "Read the sheets again.");
  return record;
}

/** Throws WorkbookError conflict with the machine's own words when the step is not taken. */
export function stepped(virement: Virement, step: Step): Virement {
  const outcome = takeStep(virement, step);
  if (!isNotTaken(outcome)) return outcome;
  const status = statusOf(virement, step.on.slice(0, 10));
  const next = status === "applied" || status === "reversed" ? "An applied virement can be reverted on the Register page."
    : status === "expired" || status === "withdrawn" ? "Look for suggestions again." : "Write the reason, or decide otherwise, and try again.";
  throw new WorkbookError("conflict", outcome.refused, next);
}

/** The virement after the decision. Throws WorkbookError when it can't be taken. */
export function decidedVirement(virement: Virement, { decision, by, on, reason, approver }: StatedDecision): Virement {
  if (decision === "withdrawn") return stepped(virement, { kind: "withdraw", by, on, reason });
  const place = approver === undefined ? turnOf(virement) : virement.agreements.findIndex((agreement) => agreement.approver === approver);
  if (place === -1) throw new WorkbookError("conflict", `Virement ${virement.id} does not ask ${approver ?? ""}.`, `It asks ${virement.approvals}.`);
  return stepped(virement, { kind: "decide", decision, by, on, reason, place });
}

/** Changes of cells of tblVirements, none where the cell holds the text already. */
export function changer(from: Consolidation, why: string): (address: string, after: string | number) => CellChange[] {
  const grid = from.grids.find((g) => g.sheet === PURSE_SHEETS.virements);
  return (address, text) => {
    const place = parseAddress(address);
    const before = grid === undefined || place === null ? null : valueAt(grid, place.row, place.column);
    const after = text === "" ? null : typeof text === "string" ? cutVisibly(text) : text;
    const file = grid?.file ?? null;
    return before === after ? [] : [{ ...(file === null ? {} : { file }), sheet: PURSE_SHEETS.virements, address, before, after, why }];
  };
}
