// Control R12: a pool's balance brought forward is what last year's account carried forward.
import type { PoolPosition } from "../virement/types";
import type { Control } from "./control";

/** One control a pool with an agreement. Last year's account is not among the sheets, so the balance is shown with the place where it was entered. */
export function checkBroughtForward({ pool, terms }: PoolPosition): Control[] {
  if (terms === null) return [];
  return [{
    id: "R12", title: "Balance brought forward is last year's carried forward", subject: pool,
    expectedPence: null, foundPence: terms.broughtForwardPence, differencePence: null, tolerancePence: 0, result: "none",
    cells: terms.cell === null ? [] : [terms.cell],
    note: "Last year's signed account is not among these sheets; compare the balance with it by hand.",
  }];
}
