// Control R12: a pool's balance brought forward is what last year's account carried forward.
import type { YearEndRow } from "../pooling/yearEnd/yearEndTable";
import type { PoolPosition } from "../virement/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

/**
 * One control a pool with an agreement: against the closing balance kept for the year before (table of year ends). Where none is kept, or
 * the lines tell no year, the balance is shown with the place where it was entered.
 */
export function checkBroughtForward({ pool, terms }: Pick<PoolPosition, "pool" | "terms">, year: number | null, yearEnds: readonly YearEndRow[]): Control[] {
  if (terms === null) return [];
  const [id, title] = ["R12", "Balance brought forward is last year's carried forward"] as const;
  const cells = terms.cell === null ? [] : [terms.cell];
  const before = year === null ? undefined : yearEnds.find((row) => row.pool.toLowerCase() === pool.toLowerCase() && row.year === year - 1);
  if (before !== undefined) {
    return [makeControl({
      id, title, subject: pool, expectedPence: before.closingPence, foundPence: terms.broughtForwardPence, cells: before.cell === null ? cells : [before.cell, ...cells],
    })];
  }
  return [{
    id, title, subject: pool, expectedPence: null, foundPence: terms.broughtForwardPence, differencePence: null, tolerancePence: 0, result: "none", cells,
    note: "Last year's signed account is not among these sheets; compare the balance with it by hand.",
  }];
}
