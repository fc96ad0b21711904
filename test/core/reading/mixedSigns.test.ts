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

test("a negative among positive income that no total with spending adds is asked about", () => {
  const reading = readPartnership([sheetOf("Council", [["Larkshire County Council"], ["Budget 2026/27, £"], ["Service", "Budget"], ["Income"], ["Fees and charges income", 50], ["Other income", -5], ["Total income", 45], ["Spending"], ["Staff costs", 90], ["Premises costs", 20], ["Total spending", 110]])]);
  expect(reading.issues.filter((i) => i.code === "nature-unsure").map((i) => [i.severity, i.where?.address])).toEqual([["question", "B6"]]);
});

test('"Actual" under "Forecast outturn" is the forecast, beside the actual of the year to date', () => {
  const reading = readPartnership([sheetOf("ICB", [["NHS Westshire ICB"], ["Month 6 2026/27, £'000"], [null, "Year to date", "Year to date", "Forecast outturn", "Forecast outturn"], ["Programme", "Plan", "Actual", "Plan", "Actual"],
    ["Acute", 300, 305, 600, 612], ["Mental health", 60, 61, 120, 121], ["Total", 360, 366, 720, 733]])]);
  expect(reading.lines.map((l) => [l.revisedPence, l.actualPence, l.forecastPence])).toEqual([[60_000_000, 30_500_000, 61_200_000], [12_000_000, 6_100_000, 12_100_000]]);
  expect(reading.issues.filter((i) => i.severity === "question" || i.severity === "error")).toEqual([]);
});
