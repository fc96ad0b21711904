// Control R5: every view adds to the pool, in both lenses.
import type { PooledView, PoolTotals } from "../pooling/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

export function checkViewTotals(totals: PoolTotals, views: readonly PooledView[]): Control[] {
  return views.flatMap((view) => [
    makeControl({
      id: "R5", title: "View total, who funds", subject: `${view.id} ${view.title}`,
      expectedPence: totals.netPence, foundPence: view.totalFundsPence,
    }),
    makeControl({
      id: "R5", title: "View total, who spends", subject: `${view.id} ${view.title}`,
      expectedPence: totals.deliveryPence, foundPence: view.totalSpendsPence,
    }),
  ]);
}
