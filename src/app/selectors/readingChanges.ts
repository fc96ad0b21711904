// What reading again found changed: lines that are new, gone or have other amounts, with the old and the new totals.
import { budgetPence, forecastOrBudgetPence, STAGES, stagePence, type BudgetLine } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";

export interface BeforeAfter {
  readonly beforePence: Pence;
  readonly afterPence: Pence;
}

export interface ReadingChanges {
  /** Numbers of lines, told apart by their ids. */
  readonly newLines: number;
  readonly goneLines: number;
  /** Lines of which any stage's amount is another, or has come or gone. */
  readonly changedLines: number;
  /** All lines' budgets, and all lines' forecasts (the budget where none is printed), nothing set against anything else. */
  readonly budget: BeforeAfter;
  readonly forecast: BeforeAfter;
}

export function readingChanges(previous: readonly BudgetLine[], present: readonly BudgetLine[]): ReadingChanges {
  const before = new Map(previous.map((line) => [line.id, line]));
  const after = new Set(present.map((line) => line.id));
  return {
    newLines: present.filter((line) => !before.has(line.id)).length,
    goneLines: previous.filter((line) => !after.has(line.id)).length,
    changedLines: present.filter((line) => {
      const old = before.get(line.id);
      return old !== undefined && STAGES.some((stage) => stagePence(old, stage) !== stagePence(line, stage));
    }).length,
    budget: { beforePence: sumPenceBy(previous, budgetPence), afterPence: sumPenceBy(present, budgetPence) },
    forecast: { beforePence: sumPenceBy(previous, forecastOrBudgetPence), afterPence: sumPenceBy(present, forecastOrBudgetPence) },
  };
}
