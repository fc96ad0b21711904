// What the workbook's virements and register tell was moved before, for the limits that add up over the year.
import type { BudgetLine } from "../budget/line";
import { headOf, type PriorMove } from "../rules/priorMoves";
import type { IsoDate } from "../rules/types";
import { pairsOf } from "./legs";
import type { RegisterRow, Virement } from "./life";

/**
 * Applied and reversed virements count from the day in the register, accepted ones from the day of the suggestion. Refused ones do
 * not count, nor do suggestions that wait: they are looked for again, nor do drafts. A virement of a line that is no longer read is left out.
 */
export function priorVirements(virements: readonly Virement[], register: readonly RegisterRow[], lines: readonly BudgetLine[]): PriorMove[] {
  return virements.flatMap((virement): PriorMove[] => {
    const pending = virement.state === "suggested";
    if (virement.state === "draft" || (pending && virement.decision !== "accepted")) return [];
    const pairs = pairsOf(virement, lines);
    return typeof pairs === "string" ? [] : pairs.map(({ from, to, amountPence }): PriorMove => ({
      id: virement.id, from: headOf(from), to: headOf(to), amountPence,
      on: dayOf(register, virement.id, "applied") ?? virement.suggestedOn.slice(0, 10),
      kinds: [virement.recurrence === "recurrent" ? "permanent" : "one-off"],
      reversedOn: virement.state === "reversed" ? (dayOf(register, virement.id, "reversed") ?? virement.suggestedOn.slice(0, 10)) : null,
      state: pending ? "pending" : "approved", ruleIds: virement.ruleIds, reason: virement.why,
    }));
  });
}

/** The last day on which it was done: a virement may be reversed and applied again. */
function dayOf(register: readonly RegisterRow[], virementId: string, action: RegisterRow["action"]): IsoDate | null {
  return register.filter((row) => row.virementId === virementId && row.action === action).at(-1)?.on.slice(0, 10) ?? null;
}
