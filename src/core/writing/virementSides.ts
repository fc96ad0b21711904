// Which lines a virement changes and by how much: two in one body; between two bodies four, with the payment and the income.
import type { BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { entriesOf } from "../virement/fourEntries";
import type { RegisterRow, Virement } from "../virement/life";

export interface VirementSide {
  readonly lineId: string;
  /** Effect on the line's revised budget, canonical sign. */
  readonly pence: Pence;
}

/** The sides, or a sentence why they can't be told. Reversing takes back what the register says was applied. */
export function sidesOf(virement: Pick<Virement, "id" | "from" | "to" | "amountPence">, action: "applied" | "reversed", lines: readonly BudgetLine[], register: readonly RegisterRow[]): VirementSide[] | string {
  const [from, to] = [virement.from, virement.to].map((id) => lines.find((line) => line.id === id));
  const direction = action === "applied" ? 1 : -1;
  if (from === undefined || to === undefined || from.agency === to.agency) {
    return [{ lineId: virement.from, pence: -direction * virement.amountPence }, { lineId: virement.to, pence: direction * virement.amountPence }];
  }
  if (action === "reversed") return lastApplied(register, virement.id).map((row) => ({ lineId: row.lineId, pence: -row.amountPence }));
  const entries = entriesOf(from, to, virement.amountPence, lines);
  const missing = entries.find((entry) => entry.lineId === null);
  if (missing !== undefined) {
    const other = missing.agency === from.agency ? to.agency : from.agency;
    return `Virement ${virement.id} goes between two bodies, and ${missing.agency} has no line for ${missing.nature === "payment to partner" ? `payments to ${other}` : `income from ${other}`}. Add one to its sheet, or enter the payment in both bodies' own books.`;
  }
  return entries.flatMap((entry) => (entry.lineId === null ? [] : [{ lineId: entry.lineId, pence: entry.pence }]));
}

/** The rows of the last time it was applied: it may have been reversed and applied again. */
function lastApplied(register: readonly RegisterRow[], id: string): RegisterRow[] {
  const own = register.filter((row) => row.virementId === id);
  const reversed = own.map((row) => row.action).lastIndexOf("reversed");
  return own.slice(reversed + 1).filter((row) => row.action === "applied");
}
