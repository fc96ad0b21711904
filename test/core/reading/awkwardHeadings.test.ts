// Headings that mislead: a title without a blank row below it, years over groups with blank columns between, descriptions beside services.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", rows)]);

test("a title right above headings that begin with amounts stays a title, and its year is read", () => {
  const reading = read([["Vale Borough Council"], ["Budget Book 2026/27"], ["2024/25 Actual", "2025/26 Original", "2025/26 Revised", "Service", "2026/27 Estimate"], ["£", "£", "£", null, "£"],
    [101_000, 110_000, 112_000, "Cemeteries", 115_000], [55_000, 57_000, 58_000, "Markets", 60_000], [-22_000, -25_000, -24_000, "Car parks", -26_000], [134_000, 142_000, 146_000, "Net cost", 149_000]]);
  expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Cemeteries", 11_500_000], ["Markets", 6_000_000], ["Car parks", -2_600_000]]);
});

test("years over groups reach over blank columns to the next year", () => {
  const reading = read([["Eden Dale District Council"], [], [null, null, null, "2025/26", null, null, "2026/27", null, null], ["Cost Centre", null, "Description", "Budget", null, "Outturn", "Budget", null, "Forecast"], [null, null, null, "£'000", null, "£'000", "£'000", null, "£'000"],
    ["0123", null, "Council Tax Collection", 210, null, 215, 220, null, 222], ["0456", null, "Elections", 90, null, 88, 140, null, 150], [null, null, "Total", 300, null, 303, 360, null, 372]]);
  expect(reading.lines.map((l) => [l.code, l.revisedPence, l.forecastPence])).toEqual([["0123", 22_000_000, 22_200_000], ["0456", 14_000_000, 15_000_000]]);
});

test("the column headed as a description names the lines, where sub-totals stand in the column of services", () => {
  const reading = read([["Larkmoor Council"], ["Budget 2026/27, £"], ["Service", "Cost Centre", "CC Description", "Budget"],
    ["Highways", "H001", "Winter maintenance", 400], ["Highways", "H002", "Street lighting", 350], ["Highways Total", null, null, 750], ["Waste", "W001", "Collection", 900], ["Waste Total", null, null, 900], ["Grand Total", null, null, 1650]]);
  expect(reading.lines.map((l) => [l.code, l.description])).toEqual([["H001", "Winter maintenance"], ["H002", "Street lighting"], ["W001", "Collection"]]);
});

describe("gross and income printed apart without a net", () => {
  const rows = (total: number): CellValue[][] => [["Shropdale Council"], ["2026/27 £000"], ["Service", "Budget gross", "Budget income"], ["Older people", 41_250, -9_310], ["Physical disability", 8_400, -900], ["Total", total, -10_210]];

  test("the printed total is held against both together", () => {
    const reading = read(rows(49_650));
    expect(reading.sheets[0]?.totals.map((t) => [t.printedPence, t.computedPence])).toEqual([[3_944_000_000, 3_944_000_000]]);
  });

  test("and its difference is shown", () => {
    expect(read(rows(49_750)).issues.filter((i) => i.code === "printed-total-differs").map((i) => [i.where?.address, i.facts.difference])).toHaveLength(1);
  });
});

test("years cut short and estimates head amounts", () => {
  expect(read([["Larkmoor Council"], ["£"], ["Code", "Head", "26-27 Est"], ["01", "Members", 120], ["02", "Elections", 80], [null, "NET", 200]]).lines.map((l) => [l.code, l.revisedPence])).toEqual([["01", 12_000], ["02", 8_000]]);
});

test("last year's forecast beside next year's budget: the budget's year is read", () => {
  const reading = read([["Vale Council"], ["£"], [null, "2025/26 Forecast Outturn", "2026/27 Base Budget", "2026/27 Proposed"], ["Employees", 10_000, 10_200, 10_450], ["Premises", 2_000, 2_050, 2_060], ["Total", 12_000, 12_250, 12_510]]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence, l.forecastPence])).toEqual([[1_020_000, 1_045_000, null], [205_000, 206_000, null]]);
});

test("bodies down and years across are no return of services, though one of the bodies is called Council", () => {
  const reading = read([["Agency", "2024/25", "2025/26", "2026/27"], ["Council", 100, 103, 107.5], ["ICB", 220.5, 230.1, 241.9], ["Police", 55, 57.2, 60.3], ["Total £m", 375.5, 390.3, 409.7]]);
  expect(reading.lines.map((l) => l.description)).toEqual(["Council", "ICB", "Police"]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
});
