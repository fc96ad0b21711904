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
