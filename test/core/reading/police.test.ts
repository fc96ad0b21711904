// T-2.1 to T-2.3: published police tables: two units in one table, totals that do not foot, funding and spending both positive.
// Sums, printed totals and the pair "£69.1m" beside "£744,000" are as published (Cleveland and North Yorkshire police and crime
// commissioners' budgets); where only a table's sum is known, its lines were chosen to give that sum at the printed rounding.
import { judgeDifference, roundingLimits } from "../../../src/core/checks/rounding";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { CellValue } from "../../../src/core/reading/grid";
import { sheetOf } from "../../support/sheetGrid";

const M = 100_000_000;
const pence = (millions: number): number => Math.round(millions * M);

function table(heading: string, rows: readonly (readonly CellValue[])[]): (readonly CellValue[])[] {
  return [[heading], [], ["Item", "2020/21 budget"], ...rows];
}

describe("T-2.1 units mixed in one table", () => {
  const reading = readPartnership([sheetOf("Cleveland PCC", table("Cleveland Police and Crime Commissioner: annual police budget", [
    ["Police officers", "£69.1m"], ["Police community support officers", "£5.6m"], ["Community safety initiatives", "£744,000"], ["Total", "£75.444m"],
  ]))]);

  test("each cell is read in its own unit", () => {
    expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([
      ["Police officers", pence(69.1)], ["Police community support officers", pence(5.6)], ["Community safety initiatives", 74_400_000],
    ]);
    expect(reading.lines.map((l) => l.source.pencePerUnit)).toEqual([M, M, 100]);
    expect(reading.issues.map((i) => i.code)).toContain("unit-mixed");
  });

  test("bare numbers beside them, with no unit stated, stop the reading with an error", () => {
    const mixed = readPartnership([sheetOf("PCC", table("Police budget", [["Police officers", "£69.1m"], ["Vehicles", 744_000], ["Premises", 3.2]]))]);
    expect(mixed.issues.filter((i) => i.severity === "error").map((i) => [i.code, i.where?.address])).toEqual([["unit-mixed", "B4"]]);
  });
});

describe("T-2.2 published totals that do not foot", () => {
  test.each([
    ["North Yorkshire 2023/24 funding", 5, 0.1, 0.1, "green"],
    ["North Yorkshire 2023/24 spending", 5, 0.1, 0, "green"],
    ["Cleveland 2020/21 funding (6 at 0.1 and one in £)", 6, 0.1, 0.136, "green"],
    ["Cleveland 2020/21 spending (7 and one in £)", 7, 0.1, 0.33, "amber"],
    ["Cleveland 2019/20 funding (7)", 7, 0.1, 0.4, "amber"],
    ["Cleveland 2019/20 spending (7 and one in £)", 7, 0.1, 0.356, "amber"],
    ["a penny beyond the worst case", 7, 0.1, 0.400_000_01, "red"],
  ] as const)("%s", (_name, lines, unit, difference, result) => {
    const limits = roundingLimits(Array.from({ length: lines + 1 }, () => Math.round(unit * M)));
    expect(judgeDifference(Math.round(difference * M), limits)).toBe(result);
  });

  test("the limits are those of the rule: 0.141, 0.153, 0.163 and 0.40", () => {
    const limit = (n: number): string => (roundingLimits(Array.from({ length: n + 1 }, () => 0.1 * M)).greenPence / M).toFixed(3);
    expect([5, 6, 7].map(limit)).toEqual(["0.141", "0.153", "0.163"]);
    expect(roundingLimits(Array.from({ length: 8 }, () => 0.1 * M)).amberPence).toBeCloseTo(0.4 * M, 3);
  });

  test("exact figures have no tolerance", () => {
    expect(judgeDifference(1, roundingLimits([0, 0, 0]))).toBe("red");
    expect(judgeDifference(0, roundingLimits([0, 0, 0]))).toBe("green");
  });

  test("the printed total is kept beside the computed one, within rounding and beyond it", () => {
    const read = (total: string) => readPartnership([sheetOf("PCC", table("Cleveland PCC budget 2020/21, spending", [
      ["Police officers", "£69.1m"], ["Support officers", "£5.6m"], ["Police staff", "£10.5m"], ["Premises", "£4.3m"], ["Transport", "£1.9m"],
      ["Contracts", "£30.2m"], ["Supplies", "£15.126m"], ["Community safety", "£744,000"], ["Total", total],
    ]))]);
    const close = read("£137.8m");
    expect(close.lines).toHaveLength(8);
    expect(close.sheets[0]?.totals[0]).toMatchObject({ printedPence: pence(137.8), computedPence: pence(137.47) });
    const far = read("£141.8m");
    expect(far.lines).toHaveLength(8);
    expect(far.issues.filter((i) => i.code === "printed-total-differs").map((i) => [i.severity, i.facts.printed, i.facts.computed])).toEqual([["warning", "£141,800,000", "£137,470,000"]]);
    expect(far.controls.find((c) => c.id === "R1")?.result).toBe("red");
  });
});

describe("T-2.3 both sides positive", () => {
  const reading = readPartnership([sheetOf("North Yorkshire PFCC", [
    ["North Yorkshire Police, Fire and Crime Commissioner: police budget 2024/25 (£m)"],
    [],
    ["Where the money comes from"],
    ["Funding", "2024/25 £m"],
    ["Police grant", 83.9], ["Council tax precept", 95.3], ["Council tax grants", 7.9], ["Specific grants", 21.2], ["Fees and income", 12.7],
    ["Total funding", 221.0],
    [],
    ["How it is spent"],
    ["Spending", "2024/25 £m"],
    ["Police officers", 103.5], ["Police staff", 55.8], ["Premises", 9.4], ["Supplies and services", 35.2], ["Other", 17.1],
    ["Total spending", 221.0],
  ])]);

  test("funding is read as income and spending as expenditure, so that net is nothing by construction", () => {
    expect(reading.lines).toHaveLength(10);
    const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((s, p) => s + (p ?? 0), 0);
    const all = reading.lines.map((l) => l.revisedPence);
    expect(sum(all.filter((p) => (p ?? 0) > 0))).toBe(221 * M);
    expect(sum(all.filter((p) => (p ?? 0) < 0))).toBe(-221 * M);
    expect(sum(all)).toBe(0);
  });

  test("general funding stands below the line, and both printed totals agree", () => {
    expect(reading.lines.filter((l) => l.nature === "FUNDING_BELOW_LINE").map((l) => l.description)).toEqual(["Police grant", "Council tax precept", "Council tax grants"]);
    expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green"]);
  });
});
