// Words that name another unit than the one a table was read in: every figure beside them would be out by a thousand.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { sheetOf } from "../../support/sheetGrid";

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
