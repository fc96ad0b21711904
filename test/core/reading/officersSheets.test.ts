// Habits of finance officers' sheets that were once misread: titles beside units, budgets built from a base, VAT, years with their total, postings.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[], more: Partial<SheetGrid> = {}) => readPartnership([sheetOf("Sheet1", rows, more)]);
const asked = (reading: ReturnType<typeof read>) => reading.issues.filter((i) => i.severity === "question" || i.severity === "error").map((i) => i.code);

test("a body's name with its year and unit on one row is a title, whatever stands below it", () => {
  const reading = read([["Holt Valley Council 2026/27", null, null, "£'000"], ["Department", "Controllable budget", "Non-controllable budget", "Total budget"], ["Adults", 510, 40, 550], ["Place", 220, 100, 320], ["Central", 120, -140, -20], ["Total", 850, 0, 850]]);
  expect(reading.agencies.map((a) => a.name)).toEqual(["Holt Valley Council"]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([55_000_000, 32_000_000, -2_000_000]);
  expect(asked(reading)).toEqual([]);
});

test("a budget built up from the base of the year before is the one that is read", () => {
  const reading = read([["Vale Council, £000"], ["Service", "Base 2025/26", "Inflation", "Growth", "Savings", "Budget 2026/27"], ["Libraries", 2_100, 60, 0, -110, 2_050], ["Youth", 980, 28, 50, 0, 1_058], ["Early years", 3_310, 95, 0, -75, 3_330], ["Total", 6_390, 183, 50, -185, 6_438]]);
  expect(reading.lines.map((l) => l.revisedPence ?? l.originalPence)).toEqual([205_000_000, 105_800_000, 333_000_000]);
  expect(asked(reading)).toEqual([]);
});

test("a budget without VAT is read where the same stands with VAT beside it", () => {
  const reading = read([["Vale Council 2026/27 (£)"], ["Service", "Budget excl VAT", "VAT", "Budget incl VAT"], ["Cleaning", 120_000, 24_000, 144_000], ["Security", 85_000, 17_000, 102_000], ["Lifts", 14_000, 2_800, 16_800], ["Total", 219_000, 43_800, 262_800]]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[null, 12_000_000], [null, 8_500_000], [null, 1_400_000]]);
});

test("the total of several years is the budget of none", () => {
  const reading = read([["Vale Council capital programme 2026/27 to 2028/29 £000"], ["Scheme", "Approved 2026/27", "2027/28", "2028/29", "Total"], ["Roof", 1_200, 300, 0, 1_500], ["Vehicles", 450, 450, 500, 1_400], ["Leisure", 100, 5_200, 2_100, 7_400], ["Total programme", 1_750, 5_950, 2_600, 10_300]]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[120_000_000, null], [45_000_000, null], [10_000_000, null]]);
});

test("an outturn for the full year beside what was spent to date is a forecast", () => {
  const reading = read([["Vale Council monitoring 2026/27 (£000)"], ["Service", "Full Year Budget", "Full Year Outturn", "Actual to Date"], ["Arts", 310, 305, 150], ["Sport", 890, 940, 470], ["Total", 1_200, 1_245, 620]]);
  expect(reading.lines.map((l) => [l.revisedPence, l.forecastPence, l.actualPence, l.outturnPence])).toEqual([[31_000_000, 30_500_000, 15_000_000, null], [89_000_000, 94_000_000, 47_000_000, null]]);
});

test("amounts of journals with their dates were posted, and no budget", () => {
  const reading = read([["Vale Council: ledger 2026/27, £"], ["Journal", "Date", "Cost centre", "Account", "Details", "Amount"], ["J001", "2026-04-03", 4010, 1000, "April payroll", 20_100.5], ["J002", "2026-04-11", 4010, 2000, "Stationery", 310.25], ["J003", "2026-05-19", 4020, 9000, "Hire income", -880]]);
  expect(reading.lines.map((l) => l.revisedPence ?? l.originalPence)).not.toContain(2_010_050);
  expect(reading.lines.reduce((sum, l) => sum + (l.actualPence ?? 0), 0)).toBe(1_953_075);
  expect(asked(reading)).toContain("stage-missing");
});

test("a paper about the council tax names no council by it", () => {
  const reading = read([["Budget for Council Tax setting – Aire Borough Council 2026/27 (£)"], ["Service", "2026/27"], ["Leisure", 1_204_000], ["Waste", 2_510_000], ["Total", 3_714_000]]);
  expect(reading.agencies.map((a) => a.name)).toEqual(["Aire Borough Council"]);
});

test("short words of headings are known", () => {
  const reading = read([["Erme Council 2026/27 £"], ["Acc", "Desc", "Bud", "Fcst"], [1001, "Pay", 410_000, 420_000], [2001, "Rent", 55_000, 55_000], [9001, "Sales", -21_000, -20_000], [null, "Total", 444_000, 455_000]]);
  expect(reading.lines.map((l) => [l.code, l.revisedPence, l.forecastPence])).toEqual([["1001", 41_000_000, 42_000_000], ["2001", 5_500_000, 5_500_000], ["9001", -2_100_000, -2_000_000]]);
});

test("sub-totals above their lines, which the grand total's formula steps over, are no lines", () => {
  const reading = read([["Vale Council, £"], ["Row Labels", "Sum of Budget", "Sum of Forecast"], ["Adults", 5_510, 5_712], ["Assessment", 410, 412], ["Placements", 5_100, 5_300], ["Children", 3_900, 3_905], ["Fostering", 2_100, 2_050], ["Safeguarding", 1_800, 1_855], ["Grand Total", 9_410, 9_617]], {
    formulas: [[], [], [], [], [], [], [], [], [null, "=B4+B5+B7+B8", "=C4+C5+C7+C8"]],
  });
  expect(reading.lines.map((l) => l.description)).toEqual(["Assessment", "Placements", "Fostering", "Safeguarding"]);
  expect(asked(reading)).toEqual([]);
});

test("a summary without codes of a sheet with codes is not counted again", () => {
  const reading = readPartnership([sheetOf("Detail", [["Wolds District Council 2026/27 £"], ["Code", "Service", "Budget"], ["W1", "Leisure", 410_000], ["W2", "Waste", 1_200_000], [null, "Total", 1_610_000]]), sheetOf("Summary", [["Wolds District Council 2026/27 £"], ["Service", "Budget"], ["Leisure", 410_000], ["Waste", 1_200_000], ["Total", 1_610_000]])]);
  expect(reading.lines.map((l) => l.source.sheet)).toEqual(["Detail", "Detail"]);
  expect(reading.issues.map((i) => i.code)).toContain("sheet-repeats");
});

test("words about the figures below the headings give the unit and head no lines", () => {
  const reading = read([["Exe County Council", "Budget 2026/27"], ["Amounts in £'000 (brackets = income)"], ["Adult care"], ["Fees", "(21)"], ["Homes", 88], ["Net", 67]]);
  expect(reading.lines.map((l) => [l.sections.join(), l.revisedPence])).toEqual([["Adult care", -2_100_000], ["Adult care", 8_800_000]]);
});

test("income read alone, with figures beside it under words that say nothing known, is asked about", () => {
  const reading = read([["Vale Council £"], ["2026/27 budget"], ["Line", "Pay", "Non-pay", "Income"], ["Depot", 210_000, 81_000, -15_000], ["Stores", 88_000, 12_000, 0], ["Garage", 140_000, 90_000, -60_000], ["Total", 438_000, 183_000, -75_000]]);
  expect(asked(reading)).toContain("figures-unread");
});

test("what was spent to date goes before what was spent in one month", () => {
  const reading = read([["Vale Council 2026/27 £"], ["Ledger", "Jun-26 Actual", "YTD Actual", "Full Year Budget"], ["Salaries", 33_000, 99_500, 400_000], ["Overtime", 1_200, 4_100, 12_000], ["Income", -2_500, -9_000, -30_000]]);
  expect(reading.lines.map((l) => [l.actualPence, l.revisedPence])).toEqual([[9_950_000, 40_000_000], [410_000, 1_200_000], [-900_000, -3_000_000]]);
  expect(asked(reading)).toEqual([]);
});

test("one column between gross and net that net takes off is income, whatever it is called", () => {
  const reading = read([["Muker Council 2026/27, £"], ["Service", "Gross cost", "External funding", "Net cost to council"], ["Youth club", 41_000, 11_000, 30_000], ["Lunch club", 38_000, 8_000, 30_000], ["Advice", 12_000, 12_000, 0], ["Total", 91_000, 31_000, 60_000]]);
  expect(reading.lines.map((l) => l.revisedPence ?? 0).filter((pence) => pence < 0)).toEqual([-1_100_000, -800_000, -1_200_000]);
  expect(asked(reading)).toEqual([]);
});

test("two halves of a year beside the year are its parts", () => {
  const reading = read([["Vale Council 2026/27"], ["Item", "April to September £", "October to March £", "Year £"], ["Grounds", 60_000, 61_000, 121_000], ["Cleaning", 80_000, 81_000, 161_000], ["Fees", -10_000, -11_000, -21_000], ["Total", 130_000, 131_000, 261_000]]);
  expect(reading.lines.map((l) => [l.revisedPence, l.actualPence])).toEqual([[12_100_000, null], [16_100_000, null], [-2_100_000, null]]);
});

test("what stands in brackets behind a body's name is no name", () => {
  expect(read([["Kexwith Trust for Young People (charity 1100000): budget 2026/27, £"], ["Project", "Budget"], ["Mentoring", 41_000], ["Core", 33_000], ["Total", 74_000]]).agencies.map((a) => a.name)).toEqual(["Kexwith Trust for Young People"]);
});
