// Habits of published papers: parts of a year beside the year, quarters and partners beside their total, balances, a unit for each row, title blocks.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", rows)]);
const raised = (reading: ReturnType<typeof read>) => reading.issues.filter((i) => i.severity !== "info" && i.code !== "agency-unknown").map((i) => i.code);

test("a plan under a part of the year is not the year's, on whichever side it stands", () => {
  const halves: CellValue[][] = [["Plan", "Actual", "Variance"], ["Plan", "Forecast", "Variance"]];
  for (const [first, second] of [["Position to 31 October 2026", "Full Year"], ["Full Year", "April to October 2026"]] as const) {
    const [a, b] = first === "Full Year" ? [halves[1], halves[0]] : halves;
    const figures = (part: CellValue[], whole: CellValue[]): CellValue[] => (first === "Full Year" ? [...whole, ...part] : [...part, ...whole]);
    const reading = read([["Vale NHS Trust"], ["Finance report 2026/27, £000"], [null, first, null, null, second, null, null], ["Area", ...(a ?? []), ...(b ?? [])],
      ["Nursing", ...figures([500, 510, 10], [1_000, 1_015, 15])], ["Drugs", ...figures([200, 190, -10], [400, 390, -10])], ["Total", ...figures([700, 700, 0], [1_400, 1_405, 5])]]);
    expect(reading.lines.map((l) => [l.originalPence ?? l.revisedPence, l.forecastPence, l.actualPence])).toEqual([[100_000_000, 101_500_000, 51_000_000], [40_000_000, 39_000_000, 19_000_000]]);
    expect(raised(reading)).toEqual([]);
  }
});

test("what was spent to a date is the actual, and a budget for the year to December is the year's", () => {
  const reading = read([["Vale Council"], ["£"], ["Service", "Annual plan", "Net expenditure to 30 Sept", "Projected outturn"], ["Parks", 1_000, 400, 990], ["Roads", 3_000, 1_400, 3_100]]);
  expect(reading.lines.map((l) => [l.revisedPence ?? l.originalPence, l.actualPence, l.forecastPence])).toEqual([[100_000, 40_000, 99_000], [300_000, 140_000, 310_000]]);
  const trust = read([["Open Door Trust"], ["£"], ["Service", "Budget for year to 31 December 2026"], ["Advice", 1_000], ["Outreach", 3_000]]);
  expect(trust.lines.map((l) => l.revisedPence)).toEqual([100_000, 300_000]);
});

test("half of a heading over one column does not go on over the next", () => {
  const reading = read([["Vale Council"], ["Budget monitor 2026/27, £000"], [null, null, "Previous", null], [null, "Current", "Period", "Projected"], ["Service", "Budget", "Forecast", "Outturn"], ["Parks", 100, 98, 97], ["Roads", 300, 310, 320], ["Total", 400, 408, 417]]);
  expect(reading.lines.map((l) => [l.revisedPence, l.forecastPence])).toEqual([[10_000_000, 9_700_000], [30_000_000, 32_000_000]]);
});

test("a service whose name sounds like spending may have income: the total under its lines is nearer", () => {
  const reading = read([["Vale Police"], ["Budget 2026/27, £000"], ["Heading", "Budget"], ["Operating costs", null], ["Premises", 500], ["Transport", 300], ["Gross expenditure", 800], ["Mutual aid income", 90], ["Driver courses", 10], ["Gross income", 100], ["Net expenditure", 700]]);
  expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Premises", 50_000_000], ["Transport", 30_000_000], ["Mutual aid income", -9_000_000], ["Driver courses", -1_000_000]]);
});

test.each([["Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4"], ["Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar"], ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"]])("quarters from %s on are no departments: their year is read", (...quarters) => {
  const reading = read([["Vale Council"], ["Budget 2026/27, £000"], ["Service", ...quarters, "Year total"], ["Parks", 10, 20, 30, 40, 100], ["Roads", 50, 60, 70, 80, 260], ["Waste", 5, 5, 5, 6, 21], ["Total", 65, 85, 105, 126, 381]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([10_000_000, 26_000_000, 2_100_000]);
  expect(raised(reading)).toEqual([]);
});

test("actual and forecast quarters that add to the year's forecast are not read beside it", () => {
  const reading = read([["Vale Council"], ["£000"], ["Service", "Annual budget", "Q1 actual", "Q2 actual", "Q3 forecast", "Q4 forecast", "Full year forecast"], ["Parks", 110, 10, 20, 30, 40, 100], ["Roads", 250, 50, 60, 70, 80, 260], ["Waste", 20, 5, 5, 5, 6, 21]]);
  expect(reading.lines.map((l) => [l.revisedPence, l.actualPence, l.forecastPence])).toEqual([[11_000_000, null, 10_000_000], [25_000_000, null, 26_000_000], [2_000_000, null, 2_100_000]]);
});

test("partners' shares beside a total that adds them are one budget, not two", () => {
  const reading = read([["Vale pooled fund"], ["£"], [null, "2026/27 Budget", null, null, "Forecast outturn", null, null], ["Scheme", "ICB", "Council", "Total", "ICB", "Council", "Total"],
    ["Equipment", 1_000, 500, 1_500, 900, 500, 1_400], ["Reablement", 0, 700, 700, 0, 720, 720], ["Carers", 300, 300, 600, 310, 290, 600], ["Total", 1_300, 1_500, 2_800, 1_210, 1_510, 2_720]]);
  expect(reading.lines.map((l) => [l.originalPence ?? l.revisedPence, l.forecastPence])).toEqual([[150_000, 140_000], [70_000, 72_000], [60_000, 60_000]]);
});

test("shares that their total does not add are asked about", () => {
  const reading = read([["Vale pooled fund"], ["£"], ["Scheme", "Budget ICB", "Budget Council", "Budget total"], ["Equipment", 1_000, 500, 1_900], ["Reablement", 100, 700, 950], ["Carers", 300, 300, 990]]);
  expect(raised(reading)).toContain("column-unsure");
});

test("each row may name its own unit in a column of units", () => {
  const reading = read([["Vale Police"], ["Budget 2026/27"], ["Area", "Unit", "2026/27 Budget"], ["Officers", "£m", 69.1], ["Victims", "£000", 744], ["Estates", "£m", 4]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([6_910_000_000, 74_400_000, 400_000_000]);
  expect(raised(reading)).toEqual([]);
});

test("balances at the start and the end of the year are no money of it", () => {
  const reading = read([["Vale Council"], ["Housing revenue account 2026/27, £000"], ["Heading", "Budget"], ["Dwelling rents", -900], ["Repairs", 500], ["Management", 300], ["(Surplus)/deficit for the year", -100], [], ["Working balance brought forward", -250], ["Working balance carried forward", -350]]);
  expect(reading.lines.map((l) => l.description)).toEqual(["Dwelling rents", "Repairs", "Management"]);
  expect(reading.sheets[0]?.setAside.map((row) => row.text)).toEqual(["Working balance brought forward", "Working balance carried forward"]);
});

test("a plan from one year to another begins with the first, also beside last year's budget", () => {
  const reading = read([["Vale Council"], ["Financial plan 2026/27 to 2028/29, £000"], ["Service", "2025/26", "2026/27", "2027/28", "2028/29"], ["Parks", 90, 100, 110, 120], ["Roads", 190, 200, 210, 220], ["Waste", 60, 70, 80, 90], ["Total", 340, 370, 400, 430]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([10_000_000, 20_000_000, 7_000_000]);
  expect(raised(reading)).toEqual([]);
});

test("a title block of names and values right above the headings is no part of them", () => {
  const reading = read([["Organisation:", "Vale Council"], ["Report:", "Budget 2026/27, £000"], ["Service", "Original budget", "Forecast"], ["Parks", 100, 110], ["Roads", 200, 190], ["Total", 300, 300]]);
  expect(reading.sheets[0]?.tables[0]?.columns.map((c) => c.heading)).toEqual(["Service", "Original budget", "Forecast"]);
});

test("what stands beside a precept under \"Funded by\" is funding, whatever it is called; income elsewhere is income", () => {
  const reading = read([["Vale Council"], ["Plan 2026/27, £000"], ["Heading", "Budget"], ["Waste", 500], ["Garden subscriptions", -50], ["Net budget", 450], ["Funded by", null], ["General grant", -100], ["Precept income", -350], ["Total funding", -450]]);
  expect(reading.lines.map((l) => [l.description, l.nature])).toEqual([["Waste", "GROSS_EXP"], ["Garden subscriptions", "EXT_INCOME"], ["General grant", "FUNDING_BELOW_LINE"], ["Precept income", "FUNDING_BELOW_LINE"]]);
  expect(reading.lines[2]?.evidence.nature?.reason).toBe('it stands with "Precept income" under "Funded by"');
  expect(reading.lines[2]?.subjectiveGroup).toBeNull();
  const charity = read([["Vale Trust"], ["£"], ["Heading", "Budget"], ["Funding", null], ["Gift aid income", -100], ["Bookshop income", -350], ["Costs", null], ["Wages", 450]]);
  expect(charity.lines.map((l) => l.nature)).toEqual(["EXT_INCOME", "EXT_INCOME", "GROSS_EXP"]);
});

test("the total of income ends it: lines of the next service, named beside them, are spending again", () => {
  const reading = read([["Vale Fire"], ["Budget 2026/27, £000"], ["Directorate", "Heading", "Budget"], [null, "Expenditure", null], ["Property", "Rates", 80], ["Property", "Energy", 70], [null, "Total expenditure", 150], [null, "Income", null], ["Property", "Mast sites", 30], [null, "Total income", 30], ["Property", "Sub total", 120],
    ["Operations", "Control room", 60], ["Operations", "Retainers", 40], ["Operations", "Sub total", 100], [null, "Net position", 220]]);
  expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Rates", 8_000_000], ["Energy", 7_000_000], ["Mast sites", -3_000_000], ["Control room", 6_000_000], ["Retainers", 4_000_000]]);
});

test("words over a group reach over headings that end in a unit", () => {
  const reading = read([["Vale pooled fund"], [null, "2026/27 Budget", null, null], ["Service", "Local £m", "Health £m", "Total £m"], ["Falls", 1, 2, 3], ["Carers", 4, 5, 9], ["Beds", 2, 2, 4], ["Total", 7, 9, 16]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([300_000_000, 900_000_000, 400_000_000]);
});

test("income and spending of the whole body printed again under its services are no lines, and the net is taken from what they sum", () => {
  const centre = (name: string, rows: CellValue[][]): CellValue[][] => [[name, null, null], ...rows];
  const reading = read([["Vale Town Council"], ["Budget by centre 2026/27, £"], ["Code", "Heading", "Budget"],
    ...centre("210 Allotments", [["1210", "Allotment rents", 900], [null, "Total income", 900], ["4210", "Repairs", 300], ["4217", "Water", 200], [null, "Total expenditure", 500], [null, "Net income over expenditure", 400]]),
    ...centre("320 Market", [["1320", "Stall tolls", 800], [null, "Total income", 800], ["4320", "Erection", 100], ["4327", "Rates", 250], [null, "Total expenditure", 350], [null, "Net income over expenditure", 450]]),
    [null, "Total budget income", 1_700], [null, "Expenditure", 850], [null, "Net income over expenditure", 850]]);
  expect(reading.lines.map((l) => [l.code, l.revisedPence])).toEqual([["1210", -90_000], ["4210", 30_000], ["4217", 20_000], ["1320", -80_000], ["4320", 10_000], ["4327", 25_000]]);
});

test("a column headed Budget holder names the lines where nothing else does", () => {
  expect(read([["Vale Council"], ["£"], ["Budget holder", "Revised budget"], ["Waste team", 100], ["Parks team", 200], ["Fleet", 350]]).lines.map((l) => l.description)).toEqual(["Waste team", "Parks team", "Fleet"]);
});
