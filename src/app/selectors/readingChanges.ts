// What reading again found changed: each line that is new, gone or changed with its old and new figures, and the old and the new totals.
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { changesSince, type ChangesSince } from "../../core/pooling/changes/changesSince";
import type { Snapshot, StageAmounts } from "../../core/pooling/changes/snapshot";

export interface BeforeAfter {
  readonly beforePence: Pence;
  readonly afterPence: Pence;
}

export interface ReadingChanges extends ChangesSince {
  /** All lines' budgets, and all lines' forecasts (the budget where none is printed), nothing set against anything else. */
  readonly budget: BeforeAfter;
  readonly forecast: BeforeAfter;
}

/** Lines compared with those of an earlier reading, or with the ones that were last pooled and written. Null when there is nothing before. */
export function readingChanges(before: Snapshot | null, present: readonly BudgetLine[]): ReadingChanges | null {
  const found = changesSince(before, present);
  if (found === null || before === null) return null;
  const sum = (of: (amounts: StageAmounts) => Pence): Pence => sumPenceBy(before.lines, ({ amounts }) => of(amounts));
  return {
    ...found,
    budget: { beforePence: sum(budgetOf), afterPence: sumPenceBy(present, budgetPence) },
    forecast: { beforePence: sum((amounts) => amounts.forecast ?? budgetOf(amounts)), afterPence: sumPenceBy(present, forecastOrBudgetPence) },
  };
}

function budgetOf({ revised, original, outturn }: StageAmounts): Pence {
  return revised ?? original ?? outturn ?? 0;
}
