// What was applied and the sheets' budgets do not show yet: entries by the journal alone, or in a column that no formula adds, until they are posted.
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import type { RegisterRow, Virement } from "./life";

/** Applied amounts of one line that its budget does not show, and those that it shows by now. */
export interface BesideBudget {
  readonly lineId: string;
  /** Their sum, canonical sign; 0 where all are in the budget. */
  readonly pence: Pence;
  readonly virementIds: readonly string[];
  /** Those that came into the budget since: it moved by exactly their amount. */
  readonly posted: readonly { readonly virementId: string; readonly pence: Pence }[];
  /** By how much the budget moved in a way that does not tell which of `virementIds` are in it by now; null where it tells, or people said so. */
  readonly unclearPence: Pence | null;
  /** False where the register does not hold what the budget was, so that nothing can be compared. */
  readonly compared: boolean;
}

/**
 * "written": into the budget's own cell. "calculated": by a formula that adds the column, so it is in as soon as the budget moves at all; until the
 * workbook is calculated afresh the old figure may stand there. "posted": by the body, some day.
 */
export type TakenUp = "written" | "calculated" | "posted";

interface Entry {
  readonly virementId: string;
  readonly pence: Pence;
  readonly calculated: boolean;
}

/**
 * One entry for each line with such amounts, in the order of the lines. The register holds each budget as it was read when an amount was applied
 * beside it: a budget that stands as it was has none of them, one that moved by exactly one of them or all has that. Any other movement tells
 * nothing: then they count as not posted, unless a person said otherwise. `taken` says how a row's amount comes into the budget.
 */
export function besideBudgets(
  lines: readonly BudgetLine[], register: readonly RegisterRow[], virements: readonly Pick<Virement, "id" | "posted">[], taken: (line: BudgetLine, row: RegisterRow) => TakenUp,
): readonly BesideBudget[] {
  const rowsOf = new Map<string, RegisterRow[]>();
  for (const row of register) rowsOf.set(row.lineId, [...(rowsOf.get(row.lineId) ?? []), row]);
  const said = new Map(virements.map(({ id, posted }) => [id, posted]));
  return lines.flatMap((line): BesideBudget[] => {
    const rows = rowsOf.get(line.id) ?? [];
    const state = new LineState();
    for (const row of rows) state.take(row, taken(line, row), said.get(row.virementId) === "yes");
    state.see(budgetPence(line));
    const { pending: open, posted } = state;
    const asked = open.some(({ virementId, calculated }) => !calculated && said.get(virementId) === undefined);
    if (open.length === 0 && posted.length === 0) return [];
    return [{
      lineId: line.id, pence: sumPenceBy(open, ({ pence }) => pence), virementIds: [...new Set(open.map(({ virementId }) => virementId))], posted: posted.map((entry) => ({ virementId: entry.virementId, pence: entry.pence })),
      unclearPence: asked && open.length > 0 ? state.unclearPence : null, compared: state.budgetPence !== null,
    }];
  });
}

/** One line's budget followed through the register's rows. */
class LineState {
  pending: Entry[] = [];
  readonly posted: Entry[] = [];
  unclearPence: Pence | null = null;
  /** As it should stand now if nobody posted anything; null where no row tells. */
  budgetPence: Pence | null = null;

  /** `said`: a person says that it is posted. That is said of applying: a reversal since is to be posted for itself. */
  take(row: RegisterRow, taken: TakenUp, said: boolean): void {
    const read = row.detail?.budgetPence;
    if (read !== undefined && Number.isFinite(read)) {
      this.see(read);
      this.budgetPence = read;
    }
    // Where nothing can be compared, a formula is trusted to have been calculated.
    if (taken === "written" || (taken === "calculated" && this.budgetPence === null)) {
      if (this.budgetPence !== null) this.budgetPence += row.amountPence;
      return;
    }
    const entry: Entry = { virementId: row.virementId, pence: row.amountPence, calculated: taken === "calculated" };
    if (said && row.action === "applied" && !entry.calculated) {
      this.posted.push(entry);
      return;
    }
    const undone = row.action === "reversed" ? this.pending.findIndex(({ virementId, pence }) => virementId === row.virementId && pence === -row.amountPence) : -1;
    if (undone === -1) this.pending.push(entry);
    else this.pending.splice(undone, 1);
  }

  /** The budget as it is read at some time: what it moved by tells what was posted before. */
  see(now: Pence): void {
    if (this.budgetPence === null || this.pending.length === 0) return;
    if (now === this.budgetPence) return;
    const calculated = sumPenceBy(this.pending.filter((entry) => entry.calculated), ({ pence }) => pence);
    this.pending = this.pending.filter((entry) => !entry.calculated);
    this.budgetPence += calculated;
    const moved = now - this.budgetPence;
    if (moved === 0 || this.pending.length === 0) {
      this.budgetPence = now;
      return;
    }
    const alone = this.pending.filter(({ pence }) => pence === moved);
    const found = sumPenceBy(this.pending, ({ pence }) => pence) === moved ? this.pending : alone.length === 1 ? alone : null;
    if (found === null) {
      this.unclearPence = moved;
      return;
    }
    this.posted.push(...found);
    this.pending = this.pending.filter((entry) => !found.includes(entry));
    this.unclearPence = null;
    this.budgetPence = now;
  }
}

/** The lines with these amounts counted into their budgets; the very same array where there are none. */
export function withAgreed(lines: readonly BudgetLine[], amounts: readonly { readonly lineId: string; readonly pence: Pence }[]): readonly BudgetLine[] {
  const byLine = new Map<string, Pence>();
  for (const { lineId, pence } of amounts) byLine.set(lineId, (byLine.get(lineId) ?? 0) + pence);
  if (![...byLine.values()].some((pence) => pence !== 0)) return lines;
  return lines.map((line) => {
    const pence = byLine.get(line.id) ?? 0;
    if (pence === 0) return line;
    // As if it were posted: where no forecast is printed, the budget that stands in for it moves along.
    return { ...line, revisedPence: asPence(budgetPence(line) + pence), agreedPence: asPence((line.agreedPence ?? 0) + pence) };
  });
}
