// Which lines a virement changes and by how much: two in one body; between two bodies four, with the payment and the income.
import type { BudgetLine } from "../budget/line";
import { asPence, type Pence } from "../money/pence";
import { entriesOf, type JournalEntry } from "../virement/fourEntries";
import { pairsOf, type Legged } from "../virement/legs";
import type { RegisterRow } from "../virement/life";

export interface VirementSide {
  readonly lineId: string;
  /** Effect on the line's revised budget, canonical sign. */
  readonly pence: Pence;
}

/** The sides, or a sentence why they can't be told. Reversing takes back what the register says was applied. */
export function sidesOf(virement: Legged, action: "applied" | "reversed", lines: readonly BudgetLine[], register: readonly RegisterRow[]): VirementSide[] | string {
  const [from, to] = [virement.from, virement.to].map((id) => lines.find((line) => line.id === id));
  const direction = action === "applied" ? 1 : -1;
  const single = virement.legs === undefined;
  if (single && (from === undefined || to === undefined || from.agency === to.agency)) {
    return [{ lineId: virement.from, pence: -direction * virement.amountPence }, { lineId: virement.to, pence: direction * virement.amountPence }];
  }
  if (action === "reversed") return lastApplied(register, virement.id).map((row) => ({ lineId: row.lineId, pence: -row.amountPence }));
  const pairs = pairsOf(virement, lines);
  if (typeof pairs === "string") return pairs;
  // A line that several rows change is written once.
  const sides = new Map<string, Pence>();
  for (const pair of pairs) {
    for (const entry of entriesOf(pair.from, pair.to, pair.amountPence, lines)) {
      if (entry.lineId === null) return withoutLine(virement.id, entry, entry.agency === pair.from.agency ? pair.to.agency : pair.from.agency);
      sides.set(entry.lineId, asPence((sides.get(entry.lineId) ?? 0) + entry.pence));
    }
  }
  return [...sides].map(([lineId, pence]) => ({ lineId, pence }));
}

function withoutLine(id: string, { agency, nature }: JournalEntry, other: string): string {
  const needed = nature === "payment to partner" ? `payments to ${other}` : `income from ${other}`;
  return `Virement ${id} goes between two bodies, and ${agency} has no line for ${needed}. Add one to its sheet, or enter the payment in both bodies' own books.`;
}

/** The rows of the last time it was applied: it may have been reversed and applied again. */
function lastApplied(register: readonly RegisterRow[], id: string): RegisterRow[] {
  const own = register.filter((row) => row.virementId === id);
  const reversed = own.map((row) => row.action).lastIndexOf("reversed");
  return own.slice(reversed + 1).filter((row) => row.action === "applied");
}
