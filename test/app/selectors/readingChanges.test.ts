// Reading again: every line that came, went or changed is counted once, and the totals are those of the two readings.
import fc from "fast-check";
import { readingChanges, type ReadingChanges } from "../../../src/app/selectors/readingChanges";
import type { BudgetLine } from "../../../src/core/budget/line";
import { snapshotOf } from "../../../src/core/pooling/changes/snapshot";
import { brackenshireReading } from "../../support/brackenshireLines";

const { lines } = brackenshireReading();

function compared(previous: readonly BudgetLine[], present: readonly BudgetLine[]): ReadingChanges {
  const found = readingChanges(snapshotOf(previous, ""), present);
  if (found === null) throw new Error("There is a reading before.");
  return found;
}

test("without a reading before there is nothing to say", () => {
  expect(readingChanges(null, lines)).toBeNull();
});

test("the same lines in another order are no change", () => {
  const same = compared(lines, [...lines].reverse());
  expect([same.newLines, same.goneLines, same.changedLines]).toEqual([0, 0, 0]);
  expect(same.budget.beforePence).toBe(same.budget.afterPence);
  expect(same.forecast.beforePence).toBe(same.forecast.afterPence);
});

test("a figure that moves within a sheet is no change, one that goes missing is", () => {
  const moved = lines.map((line) => ({ ...line, source: { ...line.source, address: "Z9" } }));
  expect(compared(lines, moved).changedLines).toBe(0);
  const missing = lines.map((line) => (line.id === "C04" ? { ...line, actualPence: line.actualPence === null ? 0 : null } : line));
  expect(compared(lines, missing).changedLines).toBe(1);
});

test("new, gone and changed lines are told apart, and the totals move by exactly what changed", () => {
  const ids = lines.map((line) => line.id);
  fc.assert(fc.property(fc.subarray(ids), fc.subarray(ids), fc.integer({ min: 1, max: 10_000_000 }), (gone, changed, pence) => {
    const stay = lines.filter((line) => !gone.includes(line.id));
    const present = stay.map((line): BudgetLine => (changed.includes(line.id) ? { ...line, forecastPence: (line.forecastPence ?? 0) + pence } : line));
    const there = compared(lines, present);
    const touched = stay.filter((line) => changed.includes(line.id)).length;
    expect([there.newLines, there.goneLines, there.changedLines]).toEqual([0, gone.length, touched]);
    const back = compared(present, lines);
    expect([back.newLines, back.goneLines, back.changedLines]).toEqual([gone.length, 0, touched]);
    expect(back.budget).toEqual({ beforePence: there.budget.afterPence, afterPence: there.budget.beforePence });
    expect(back.forecast).toEqual({ beforePence: there.forecast.afterPence, afterPence: there.forecast.beforePence });
  }), { numRuns: 60 });
});

test("old and new totals are of all lines", () => {
  const present = lines.filter((line) => line.id !== "C06").map((line) => (line.id === "C04" ? { ...line, revisedPence: 530_000_000 } : line));
  const { budget } = compared(lines, present);
  // C04 rises from £5,200,000 to £5,300,000; C06 goes with its £1,800,000.
  expect(budget.afterPence - budget.beforePence).toBe(10_000_000 - 180_000_000);
});
