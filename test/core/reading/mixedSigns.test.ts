// Two ways of writing income in one table: negative under the spending it reduces, positive among the money that finances the net.
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (income: number, funding: readonly [string, number][]) => {
  const net = 250 + income;
  return readPartnership([sheetOf("PCC", [["Police and Crime Commissioner for Westshire"], ["Budget 2026/27"], ["", "2026/27 Budget £m"],
    ["Police officers", 200], ["Supplies and services", 50], ["Gross expenditure", 250], ["Income", income], ["Net budget requirement", net], [], ["Financed by"], ...funding, ["Total funding", funding.reduce((sum, [, amount]) => sum + amount, 0)]])]);
};

test("income printed negative and added to spending stays income beside positive funding", () => {
  const reading = read(-20, [["Police grant", 130], ["Council tax precept", 100]]);
  expect(reading.lines.map((l) => [l.description, l.nature, (l.revisedPence ?? 0) / 100_000_000])).toEqual([
    ["Police officers", "GROSS_EXP", 200], ["Supplies and services", "GROSS_EXP", 50], ["Income", "EXT_INCOME", -20], ["Police grant", "FUNDING_BELOW_LINE", -130], ["Council tax precept", "FUNDING_BELOW_LINE", -100],
  ]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
});

test("a negative among positive income that no total adds is asked about", () => {
  const reading = readPartnership([sheetOf("Council", [["Larkshire County Council"], ["Budget 2026/27, £"], ["Service", "Budget"], ["Income"], ["Fees and charges income", 50], ["Other income", -5], ["Spending"], ["Staff costs", 90], ["Premises costs", 20], ["Total spending", 110]])]);
  expect(reading.issues.filter((i) => i.code === "nature-unsure").map((i) => [i.severity, i.where?.address])).toEqual([["question", "B6"]]);
});

test('"Actual" under "Forecast outturn" is the forecast, beside the actual of the year to date', () => {
  const reading = readPartnership([sheetOf("ICB", [["NHS Westshire ICB"], ["Month 6 2026/27, £'000"], [null, "Year to date", "Year to date", "Forecast outturn", "Forecast outturn"], ["Programme", "Plan", "Actual", "Plan", "Actual"],
    ["Acute", 300, 305, 600, 612], ["Mental health", 60, 61, 120, 121], ["Total", 360, 366, 720, 733]])]);
  expect(reading.lines.map((l) => [l.revisedPence, l.actualPence, l.forecastPence])).toEqual([[60_000_000, 30_500_000, 61_200_000], [12_000_000, 6_100_000, 12_100_000]]);
  expect(reading.issues.filter((i) => i.severity === "question" || i.severity === "error")).toEqual([]);
});

test.each([["(Surplus)/deficit", -1], ["Surplus/(deficit)", 1]])('under "%s" income keeps its side', (label, way) => {
  const reading = readPartnership([sheetOf("Trust", [["Calder NHS Trust"], ["2026/27 £000"], ["", "Annual plan", "Forecast"], ["Patient care income", 600 * way, 610 * way], ["Other income", 24 * way, 25 * way], ["Pay", -420 * way, -426 * way], ["Non pay", -192 * way, -199 * way], [label, 12 * way, 10 * way]])]);
  expect(reading.lines.map((l) => [l.nature, l.revisedPence])).toEqual([["EXT_INCOME", -60_000_000], ["EXT_INCOME", -2_400_000], ["GROSS_EXP", 42_000_000], ["GROSS_EXP", 19_200_000]]);
});

test("a movement to or from reserves does not turn round a plan whose funding is negative", () => {
  const reading = readPartnership([sheetOf("MTFP", [["Larkmoor District Council"], ["Financial plan 2026/27 £000"], ["", "2026/27"], ["Net cost of services", 12500], ["Interest", 150], ["Contribution to/(from) reserves", -300], ["Budget requirement", 12350], ["Funded by:"], ["Business rates", -4200], ["Revenue support grant", -900], ["Council tax", -7250], ["Total funding", -12350]])]);
  expect(reading.lines.map((l) => [l.description, (l.revisedPence ?? 0) / 100_000])).toEqual([["Net cost of services", 12500], ["Interest", 150], ["Contribution to/(from) reserves", -300], ["Business rates", -4200], ["Revenue support grant", -900], ["Council tax", -7250]]);
});

test("cost elements are codes, however much they look like money", () => {
  const reading = readPartnership([sheetOf("Parks", [["Vale Council"], ["£, 2026/27"], ["Cost element", "Description", "Annual budget"], ["500100", "Basic pay", 100], ["500200", "Overtime", 10], ["600100", "Fuel", 5]])]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[null, 10_000], [null, 1_000], [null, 500]]);
});
