// The entries of a move in the books: two within one body; four between two, which also need a payment and an income (no virement crosses bodies).
import type { AgencyId } from "../budget/agency";
import { budgetPence, type BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { compareText } from "../text";

/** One entry of a budget journal, canonical sign. Entries of one agency that pay or receive sum to nothing, as do all entries together. */
export interface JournalEntry {
  readonly agency: AgencyId;
  /** Null where the body has no such line yet. */
  readonly lineId: string | null;
  readonly nature: "spending" | "payment to partner" | "income from partner";
  readonly pence: Pence;
}

/** Payer's line −x, its payment +x, payee's income −x, payee's line +x; without the middle two inside one body. */
export function entriesOf(from: BudgetLine, to: BudgetLine, pence: Pence, lines: readonly BudgetLine[]): JournalEntry[] {
  const out: JournalEntry = { agency: from.agency, lineId: from.id, nature: "spending", pence: -pence };
  const into: JournalEntry = { agency: to.agency, lineId: to.id, nature: "spending", pence };
  if (from.agency === to.agency) return [out, into];
  const lineFor = (agency: AgencyId, nature: BudgetLine["nature"], counterparty: AgencyId): string | null => {
    const some = lines.filter((line) => line.agency === agency && line.nature === nature && line.counterparty === counterparty && line.id !== from.id && line.id !== to.id);
    some.sort((a, b) => Number(b.pool === to.pool) - Number(a.pool === to.pool) || Math.abs(budgetPence(b)) - Math.abs(budgetPence(a)) || compareText(a.id, b.id));
    return some[0]?.id ?? null;
  };
  return [
    out,
    { agency: from.agency, lineId: lineFor(from.agency, "IA_PAYMENT", to.agency), nature: "payment to partner", pence },
    { agency: to.agency, lineId: lineFor(to.agency, "IA_INCOME", from.agency), nature: "income from partner", pence: -pence },
    into,
  ];
}
