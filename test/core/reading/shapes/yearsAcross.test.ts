// A medium-term plan whose first year is absolute and whose later years are changes on the year before.
import fc from "fast-check";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const PLAN: readonly (readonly CellValue[])[] = [
  ["Larkshire County Council"], ["Medium term financial plan: funding, £m"],
  ["Funding", "2021/22", "2022/23", "2023/24", "2024/25"],
  ["Business rates", -81.522, -1.514, -1.607, -1.669], ["Revenue support grant", -3.568, 1.212, 1.430, 1.471], ["Council tax", -305.914, -7.379, -8.217, -8.661],
  ["Tax guarantee", -1.047, 1.047, 0, 0], ["Council tax support", -2.621, 2.621, 0, 0], ["Adult social care precept", -4.486, -4.655, 0, 0],
  ["New Homes Bonus", -0.505, 0.391, 0.114, 0], ["Social care grant", -17.082, 2.452, 0, 0],
  ["Total", -416.745, -422.570, -430.850, -439.709],
];
const pence = (millions: number): number => Math.round(millions * 100_000_000);

test("T-2.4: later years are changes; totals of all years are re-added and the changes kept as read", () => {
  const read = readPartnership([sheetOf("Plan", PLAN)]);
  expect(read.lines).toHaveLength(8);
  const totals = [0, 1, 2].map((i) => read.lines.reduce((sum, l) => sum + (l.laterYears?.[i]?.pence ?? 0), 0));
  expect(Math.abs(read.lines.reduce((sum, l) => sum + (l.revisedPence ?? 0), 0) - pence(-416.745))).toBe(0);
  expect(totals).toEqual([-422.57, -430.85, -439.709].map(pence));
  const tax = read.lines.find((l) => l.description === "Council tax");
  expect(tax?.laterYears).toEqual([
    { year: 2022, pence: pence(-313.293), changePence: pence(-7.379), address: "C6" }, { year: 2023, pence: pence(-321.51), changePence: pence(-8.217), address: "D6" },
    { year: 2024, pence: pence(-330.171), changePence: pence(-8.661), address: "E6" },
  ]);
  expect(read.controls.filter((c) => c.id === "R1").map((c) => [c.subject, c.result])).toEqual([["Plan, revised", "green"], ["Plan, 2022/23", "green"], ["Plan, 2023/24", "green"], ["Plan, 2024/25", "green"]]);
  expect(read.sheets[0]?.sentence).toBe("8 lines, £m, income negative, 1 printed total agrees, 3 later years as changes on the year before.");
  expect(read.issues.map((i) => i.code)).not.toContain("several-years");
  expect(read.issues.filter((i) => i.code === "years-as-changes").map((i) => i.where?.address)).toEqual(["C12"]);
});

test("the first year is read though the title names a later one, for a change is no budget", () => {
  const read = readPartnership([sheetOf("Plan", [["Larkshire County Council"], ["Plan to 2023/24, £m"], ...PLAN.slice(2)])]);
  expect(read.lines.find((l) => l.description === "Council tax")?.revisedPence).toBe(pence(-305.914));
});

test("years whose totals are their own sums are absolute; those that bear out neither stay in doubt", () => {
  const years = (total: readonly number[]): CellValue[][] => [["Larkshire County Council"], ["Plan, £000"], ["Service", "2026/27", "2027/28", "2028/29"], ["Roads", 100, 110, 120], ["Parks", 50, 55, 60], ["Waste", 30, 35, 40], ["Total", ...total]];
  const absolute = readPartnership([sheetOf("Plan", years([180, 200, 220]))]);
  expect(absolute.lines[0]?.laterYears).toEqual([{ year: 2027, pence: 11_000_000, changePence: null, address: "C4" }, { year: 2028, pence: 12_000_000, changePence: null, address: "D4" }]);
  const neither = readPartnership([sheetOf("Plan", years([180, 333, 444]))]);
  expect(neither.lines[0]?.laterYears).toBeUndefined();
  expect(neither.issues.map((i) => i.code)).toContain("several-years");
});

test("a change that is missing is no nil: the year and those after it have no figure", () => {
  const read = readPartnership([sheetOf("Plan", PLAN.map((row) => (row[0] === "Tax guarantee" ? [row[0], -1.047, 1.047, "n/a", 0] : [...row])))]);
  expect(read.lines.find((l) => l.description === "Tax guarantee")?.laterYears?.map((y) => y.pence)).toEqual([0, null, null]);
});

test("property: whatever the changes, later figures are the first and all changes to it", () => {
  const row = fc.tuple(fc.integer({ min: 10_000, max: 90_000 }), fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
  fc.assert(fc.property(fc.array(row, { minLength: 3, maxLength: 9 }), (rows) => {
    const sum = (at: number): number => rows.reduce((s, r) => s + (r[at] ?? 0), 0);
    const totals = [sum(0), sum(0) + sum(1), sum(0) + sum(1) + sum(2)];
    const read = readPartnership([sheetOf("Plan", [["Larkshire County Council"], ["Plan, £"], ["Service", "2026/27", "2027/28", "2028/29"], ...rows.map((r, i): CellValue[] => [`Service ${String.fromCharCode(65 + i)}`, ...r]), ["Total", ...totals]])]);
    expect(read.lines.map((l) => l.laterYears?.[1]?.pence)).toEqual(rows.map((r) => (r[0] + r[1] + r[2]) * 100));
  }), { numRuns: 60 });
});
