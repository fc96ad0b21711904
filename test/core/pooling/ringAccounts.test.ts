// Which overspends others' money could meet: those of ring-fenced accounts that stand on their own are not among them.
import type { BudgetLine } from "../../../src/core/budget/line";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const outside = (change: Readonly<Record<string, Partial<BudgetLine>>> = {}): number =>
  poolPartnership(brackenshireReading(change)).totals.varianceOutsideRingsPence;

describe("variance outside ring-fenced accounts", () => {
  test("T-3.2 without the schools grant's 2,100 the place is 185 over", () => {
    expect(outside()).toBe(k(185));
  });

  test("a line that is part grant, part general money stays in, however its split balances", () => {
    expect(outside({
      P03: { funding: [{ fund: "SPEC", ringFence: "SPEC", pence: k(700) }, { fund: "PFUND", ringFence: null, pence: k(200) }] },
    })).toBe(k(185));
  });

  test("a schools budget topped up from general money is one that others meet", () => {
    expect(outside({ C14: { revisedPence: k(-29_999), forecastPence: k(-29_999) } })).toBe(k(2_285));
    expect(outside({ C14: { revisedPence: k(-30_001), forecastPence: k(-30_001) } })).toBe(k(185));
  });

  test("restricted money that a partner pays over is the partner's variance", () => {
    expect(outside({ N03: { forecastPence: k(10_301) } })).toBe(k(186));
  });
});
