// Control R3: the pool is the agencies' sheets less what was eliminated, and eliminating leaves the net alone.
import { budgetPence, type BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy } from "../money/pence";
import type { AgencyTotals, Elimination, PoolTotals } from "../pooling/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

/** `belowTheLine` are the lines that pay for the net (funding, reserve movements) and so are in neither side. */
export function checkPoolIdentity(
  totals: PoolTotals, agencies: readonly AgencyTotals[], eliminations: readonly Elimination[], belowTheLine: readonly BudgetLine[],
): Control[] {
  const eliminated = sumPenceBy(eliminations, (e) => e.eliminatedPence);
  const below = sumPenceBy(belowTheLine, budgetPence);
  const note = belowTheLine.length === 0 ? "" : `${formatPounds(below)} of funding and reserve movements is below the line and not in the net.`;
  return [
    makeControl({
      id: "R3", title: "Pool gross is the agencies' gross less eliminations", subject: "Pool",
      expectedPence: sumPenceBy(agencies, (a) => a.grossPence) - eliminated, foundPence: totals.grossPence,
    }),
    makeControl({
      id: "R3", title: "Pool net is the agencies' net", subject: "Pool",
      expectedPence: sumPenceBy(agencies, (a) => a.netPence), foundPence: totals.grossPence + totals.incomePence, note,
    }),
  ];
}
