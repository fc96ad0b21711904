// How much of a line can move when next year's budget is set: the base less what is bound, and the share of the rest that can be achieved.
import { budgetPence, type BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import { shareOf } from "../rules/cumulative";
import type { Flexibility, FlexClass } from "./types";

/** What the partners agreed can be achieved in a year, per cent by class. A class without a figure is not reckoned. */
export type Achievable = Readonly<Partial<Record<FlexClass, number>>>;

/**
 * max(0, base − contract − statutory floor − establishment) × what is achievable in its class; null where the partners gave no percentage
 * for the class. What is committed counts as contract, unless it ends before the year does; a line of posts counts what its forecast
 * still spends as establishment, where no commitment says less.
 */
export function budgetSettingPence(line: BudgetLine, { class: flexClass }: Pick<Flexibility, "class">, achievable: Achievable, yearEnd: string): Pence | null {
  const percent = achievable[flexClass];
  if (percent === undefined) return null;
  if (line.nature !== "GROSS_EXP" && line.nature !== "IA_PAYMENT") return 0;
  const base = budgetPence(line);
  const contract = line.committedUntil !== null && line.committedUntil <= yearEnd ? 0 : (line.committedPence ?? 0);
  const establishment = line.staffing && line.committedPence === null ? Math.max(0, line.forecastPence ?? base) : 0;
  return shareOf(Math.max(0, base - contract - (line.floorPence ?? 0) - establishment), percent);
}
