// Flexible amounts of the Brackenshire lines at month 6, and the one sentence that says why.
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import type { Flexibility } from "../../../src/core/flexibility/types";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading, k } from "../../support/brackenshireLines";

function assess(change: Readonly<Record<string, Partial<BudgetLine>>> = {}): Map<string, Flexibility> {
  const { lines, agencies } = brackenshireReading(change);
  const found = assessFlexibility({ lines, agencies, books: samplesRuleBooks(), decisionDate: "2026-10-15" });
  return new Map(found.map((flex) => [flex.lineId, flex]));
}

const P03_SPLIT = { P03: { funding: [{ fund: "SPEC", ringFence: "SPEC", pence: k(700) }, { fund: "PFUND", ringFence: null, pence: k(200) }] } };

test.each<[string, number, number, number, string | undefined, string]>([
  ["C04", 420, 420, 0, "inside pool", "F4"],
  ["C13", 0, 0, 0, undefined, "F0"],
  ["C08", 0, 0, 0, undefined, "F2"],
  ["N01", 800, 800, 0, "anywhere", "F4"],
  ["N03", 0, 0, 0, undefined, "F0"],
  ["N05", 50, 50, 0, "programme only", "F2"],
  ["P03", 40, 0, 0, "nowhere", "F2"],
  ["F01", 60, 60, 0, "own agency", "F4"],
  ["J02", 70, 0, 70, "align only", "F1"],
  ["B01", 50, 0, 50, "align only", "F1"],
  ["C15", 30, 30, 0, "anywhere", "F4"],
])("T-4.1 %s: headroom %d, flexible %d, align-only %d (£000)", (id, headroom, flexible, alignOnly, reach, flexClass) => {
  const flex = assess(P03_SPLIT).get(id);
  expect(flex).toMatchObject({ headroomPence: k(headroom), flexiblePence: k(flexible), alignOnlyPence: k(alignOnly), class: flexClass, recurrence: "one-off" });
  expect(flex?.parts[0]?.reach).toBe(reach);
  expect(flex?.until).toBe(flexible + alignOnly > 0 ? "2027-03-31" : null);
});

test("T-4.1 P03: the grant is presumed underspent first; at most £8,888.89 would be general money", () => {
  expect(assess(P03_SPLIT).get("P03")?.reason).toContain("at most £8,888.89");
});

test("T-4.1 C04 treated by source: the BCF part is held to its ring, the general part to the pool", () => {
  const funding = [{ fund: "GEN", ringFence: null, pence: k(2_200) }, { fund: "BCFMIN", ringFence: "BCF", pence: k(3_000) }];
  const flex = assess({ C04: { funding } }).get("C04");
  expect(flex?.parts.map((part) => [part.fund, part.pence, part.reach])).toEqual([["BCFMIN", k(420), "nowhere"]]);
});

test("every line has exactly one sentence", () => {
  for (const flex of assess().values()) expect(flex.reason).toMatch(/^[A-Z][^]*[^.]\.$/);
});

test("headroom is cut by what is committed and by the statutory floor, never below zero", () => {
  const flex = (change: Partial<BudgetLine>): number | undefined => assess({ C04: change }).get("C04")?.headroomPence;
  expect(flex({ committedPence: k(5_000) })).toBe(k(200));
  expect(flex({ floorPence: k(4_900) })).toBe(k(300));
  expect(flex({ actualPence: k(5_300) })).toBe(0);
  expect(flex({ forecastPence: null })).toBe(0);
});

test("money in a ring that the funds table does not name stays where it is", () => {
  const flex = assess({ C15: { funding: [{ fund: "MYSTERY", ringFence: "M1", pence: k(900) }] } }).get("C15");
  expect(flex).toMatchObject({ flexiblePence: 0, headroomPence: k(30) });
});

test("the parts always re-add to the headroom", () => {
  for (const flex of assess(P03_SPLIT).values()) expect(flex.parts.reduce((sum, part) => sum + part.pence, 0)).toBe(flex.headroomPence);
});
