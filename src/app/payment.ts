// What a payment between bodies needs beside its approvals, as a plan of cell changes: its VAT note and the day on which it is paid.
import { isIsoDate } from "../core/rules/inForce";
import { isBetweenBodies } from "../core/virement/legs";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { WritePlan } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { changer, recordOf } from "./decide";

export interface StatedPayment {
  readonly virementId: string;
  /** Empty for what nobody can state yet. */
  readonly vatNote: string;
  readonly cashOn: string;
}

/** Throws WorkbookError when it is no payment between bodies, was applied already, the date is none, or the sheet has no columns for it. */
export function paymentPlan(from: Consolidation, { virementId, vatNote, cashOn }: StatedPayment): WritePlan {
  const { virement, vatNoteAt, cashOnAt } = recordOf(from, virementId);
  const refuse = (sentence: string, nextStep: string): never => {
    throw new WorkbookError("conflict", sentence, nextStep);
  };
  if (virement.state === "applied" || virement.state === "reversed") return refuse(`Virement ${virementId} is ${virement.state} and is not changed any more.`, "Take it back on the page Register and propose another.");
  if (!isBetweenBodies(virement, from.reading.lines)) return refuse(`Virement ${virementId} stays inside one body: nothing is paid.`, "Only money between bodies has a cash date.");
  if (cashOn !== "" && !isIsoDate(cashOn)) return refuse(`"${cashOn}" is not a date as YYYY-MM-DD.`, "Enter the day as 2026-10-15.");
  if (vatNoteAt === null || cashOnAt === null) {
    return refuse(`The sheet "${PURSE_SHEETS.virements}" has no columns for the payment.`, "Put the suggestions into the workbook again: it then has them.");
  }
  const change = changer(from, `payment of ${virementId}`);
  return { changes: [...change(vatNoteAt, vatNote.trim()), ...change(cashOnAt, cashOn)], resizes: [] };
}
