// Control R7: every pound lies on exactly one agreed outcome, or on "unallocated".
import { UNALLOCATED_OUTCOME } from "../budget/line";
import { sumPenceBy } from "../money/pence";
import type { PooledLine } from "../pooling/pooledLine";
import type { Outcome } from "../reading/types";
import type { Control } from "./control";
import { makeControl } from "./makeControl";

/** A line has one outcome today; its money counts as placed when that outcome is in the partners' list (or is "unallocated"). */
export function checkOutcomes(lines: readonly PooledLine[], outcomes: readonly Outcome[]): Control {
  const known = new Set([UNALLOCATED_OUTCOME, ...outcomes.map((outcome) => outcome.id)]);
  const stray = lines.filter(({ line }) => !known.has(line.outcome));
  const size = (list: readonly PooledLine[]): number => sumPenceBy(list, ({ figures }) => Math.abs(figures.fundsPence));
  return makeControl({
    id: "R7", title: "Every line lies on one agreed outcome", subject: "All lines (amounts without sign)",
    expectedPence: size(lines), foundPence: size(lines) - size(stray),
    cells: stray.map(({ line }) => ({ file: line.source.file, sheet: line.source.sheet, address: line.source.address })),
    note: stray.length === 0 ? "" : `Not in the list: ${[...new Set(stray.map(({ line }) => line.outcome))].sort().join(", ")}.`,
  });
}
