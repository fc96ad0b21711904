// Control R4: what separates who funds from who spends is exactly the register's differences.
import { sumPenceBy } from "../money/pence";
import type { Elimination, PoolTotals } from "../pooling/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

export function checkUnmatched(totals: PoolTotals, eliminations: readonly Elimination[]): Control {
  const open = eliminations.filter((e) => e.differencePence !== 0);
  return makeControl({
    id: "R4", title: "Net less delivery is the sum of differences between partners", subject: "Eliminations",
    expectedPence: sumPenceBy(eliminations, (e) => e.differencePence), foundPence: totals.netPence - totals.deliveryPence,
    cells: open.flatMap((e) => [...e.payerCells, ...e.payeeCells]),
    note: open.length === 0 ? "" : `${open.length} ${open.length === 1 ? "difference waits" : "differences wait"} for the partners; none was plugged.`,
  });
}
