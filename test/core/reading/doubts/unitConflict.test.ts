// Words that name another unit than the one a table was read in: every figure beside them would be out by a thousand.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { sheetOf } from "../../../support/sheetGrid";

const HEAD: readonly CellValue[] = ["Code", "Service", "Original budget", "Revised budget", "Forecast"];
const BODY: readonly CellValue[][] = [["A1", "Day care", 100, 110, 120], ["A2", "Home support", 200, 190, 195], ["A3", "Respite", 50, 50, 40]];

const read = (rows: readonly (readonly CellValue[])[]): PartnershipReading => readPartnership([sheetOf("Budget", rows)]);
const said = (reading: PartnershipReading): string[] => reading.issues.map((i) => `${i.severity} ${i.code} ${i.where?.address ?? ""}`.trim());

describe("two units in one table", () => {
  test.each<[string, CellValue[][], string]>([
    ["two titles", [["Larkshire Council"], ["Budget £000"], ["All figures in £m"], [...HEAD], ...BODY.map((r) => [...r])], "A2"],
    ["words between the lines", [["Larkshire Council"], ["Budget, all figures in £"], [...HEAD], ...BODY.slice(0, 2).map((r) => [...r]), [null, "All figures below in £000"], ...BODY.slice(2).map((r) => [...r])], "B6"],
    ["a column of units", [["Larkshire Council"], [...HEAD, "Unit"], ...BODY.map((r, i) => [...r, i === 1 ? "£000" : "£"])], "F4"],
    ["a title against the headings", [["Larkshire Council"], ["Budget 2026/27 (£000)"], ["Code", "Service", "Revised budget £m", "Forecast £m"], ...BODY.map((r) => r.slice(0, 4))], "A2"],
  ])("%s", (_name, rows, address) => {
    expect(said(read(rows))).toContain(`error unit-contradicted ${address}`);
  });

  test("headings that each name their own unit are read in it", () => {
    const reading = read([["Larkshire Council"], ["Code", "Service", "Original budget (£000)", "Revised budget (£)"], ["A1", "Day care", 100, 110_000], ["A2", "Respite", 50, 50_500]]);
    expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[10_000_000, 11_000_000], [5_000_000, 5_050_000]]);
    expect(reading.issues.filter((i) => i.severity === "error")).toEqual([]);
  });
});

describe("columns whose figures are a thousand times apart", () => {
  const thousandth = BODY.map((r) => [...r.slice(0, 4), Number(r[4]) / 1000]);

  test("are asked about where no words tell", () => {
    const reading = read([["Larkshire Council"], ["Budget 2026/27, £"], [...HEAD], ...thousandth]);
    expect(said(reading)).toContain("question unit-scale E3");
    expect(reading.issues.find((i) => i.code === "unit-scale")?.facts).toMatchObject({ heading: "Forecast", factor: "thousand", way: "less", base: "Revised budget" });
  });

  test("are refused where the headings name different units", () => {
    const rows = (unit: string): CellValue[][] => [["Larkshire Council"], ["Code", "Service", "Revised budget (£)", `Forecast (${unit})`], ...BODY.map((r) => [r[0] ?? null, r[1] ?? null, Number(r[3]) * 1000, Number(r[4]) * 1000])];
    expect(said(read(rows("£000")))).toContain("error unit-scale D2");
    expect(said(read(rows("£m")))).toContain("error unit-scale D2");
  });

  test("are left alone on a few small or empty lines, and for spending half-way through a year", () => {
    const reading = read([["Larkshire Council"], ["Budget 2026/27, £"], ["Code", "Service", "Revised budget", "Forecast", "Actual to date"],
      ["A1", "Day care", 100_000, 100_000, 40_000], ["A2", "Home support", 90_000, 90, 50_000], ["A3", "Respite", 50_000, 0, 20_000], ["A4", "Meals", 70_000, 71_000, 100]]);
    expect(said(reading).filter((s) => s.includes("unit-scale"))).toEqual([]);
  });
});

test("a line that names a unit of its own is not read in the sheet's", () => {
  expect(said(read([["Larkshire Council"], ["Budget 2026/27, £"], [...HEAD], ...BODY.map((r) => [...r]), ["A4", "Parks (£000)", 70, 70, 75]]))).toContain("error unit-contradicted B7");
  expect(said(read([["Larkshire Council"], ["Budget 2026/27, £"], [...HEAD], ...BODY.map((r) => [...r]), ["A4", "Parks (incl. £250k one-off)", 70, 70, 75]])).filter((s) => s.includes("unit-contradicted"))).toEqual([]);
});
