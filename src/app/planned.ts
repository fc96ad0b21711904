// The lines as suggestions and rules must see them: with what is applied or approved and not in the sheets' budgets yet.
import type { BudgetLine } from "../core/budget/line";
import type { Pence } from "../core/money/pence";
import type { IsoDate } from "../core/rules/types";
import { withAgreed } from "../core/virement/besideBudgets";
import { statusOf } from "../core/virement/states/status";
import { sidesOf } from "../core/writing/virementSides";
import type { Consolidation } from "./consolidate";

/** With what was applied beside the budgets, and what is approved on the day and not applied yet: neither is suggested once more. */
export function linesAgreed({ reading, notFollowed, records, register }: Pick<Consolidation, "reading" | "notFollowed" | "records" | "register">, on: IsoDate): readonly BudgetLine[] {
  const approved = records.flatMap(({ virement }): { lineId: string; pence: Pence }[] => {
    if (statusOf(virement, on) !== "approved") return [];
    const sides = sidesOf(virement, "applied", reading.lines, register);
    return typeof sides === "string" ? [] : sides;
  });
  return withAgreed(reading.lines, [...notFollowed, ...approved]);
}
