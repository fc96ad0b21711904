// Budgets on one sheet, forecasts of the same lines on another: each line is read once, with its cells on both, or the sheets are refused.
import fc from "fast-check";
import { stageCell } from "../../../../src/core/budget/line";
import { sheetBalance } from "../../../../src/core/reading/balance";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const WORDS = ["Residential care", "Home care", "Day care"];
const stage = (name: string, heading: string, by: number, words = WORDS, title = "Thornshire Council"): SheetGrid => {
  const amounts = words.map((_word, i) => 100 * (i + 1) + by);
  return sheetOf(name, [[title], ["£000"], ["Code", "Service", heading], ...words.map((word, i): CellValue[] => [`A${i}`, word, amounts[i] ?? 0]), [null, "Total", amounts.reduce((a, b) => a + b, 0)]]);
};
const BUDGETS = stage("Budgets", "Current budget", 0);
const FORECASTS = stage("Forecasts", "Forecast outturn", 9);
const told = (sheets: readonly SheetGrid[]) => readPartnership(sheets).issues.filter(({ code }) => code.startsWith("stages-") || code === "sheet-repeats").map(({ code, severity, where }) => [code, severity, where?.sheet]);

test.each([[[BUDGETS, FORECASTS]], [[FORECASTS, BUDGETS]]])("are one line each, in whatever order the sheets stand", (sheets) => {
  const reading = readPartnership(sheets);
  expect(reading.lines.map(({ id, revisedPence, forecastPence }) => [id, revisedPence, forecastPence])).toEqual([
    ["COUNCIL/A0", 10_000_000, 10_900_000], ["COUNCIL/A1", 20_000_000, 20_900_000], ["COUNCIL/A2", 30_000_000, 30_900_000],
  ]);
  const [first] = reading.lines;
  if (first === undefined) throw new Error("no line");
  expect(first.source).toMatchObject({ sheet: "Budgets", address: "C4" });
  expect(stageCell(first, "forecast")).toEqual({ file: null, sheet: "Forecasts", address: "C4" });
  expect(stageCell(first, "revised")).toEqual({ file: null, sheet: "Budgets", address: "C4" });
  expect(told(sheets)).toEqual([["stages-joined", "warning", "Forecasts"]]);
  expect(reading.issues.filter(({ severity, code }) => severity === "error" || code === "stage-missing")).toEqual([]);
});

test("each sheet's printed total is held against its own lines, and nothing of it is lost", () => {
  const reading = readPartnership([BUDGETS, FORECASTS]);
  expect(reading.controls.filter(({ id }) => id === "R1").map(({ subject, result, foundPence }) => [subject, result, foundPence])).toEqual([["Budgets, revised", "green", 60_000_000], ["Forecasts, forecast", "green", 62_700_000]]);
  expect(reading.sheets.map((sheet) => sheetBalance(sheet, reading.lines))).toMatchObject([
    { stage: "revised", linesPence: 60_000_000, setAsidePence: 0, notUnderstoodPence: 0, totalPence: 60_000_000 },
    { stage: "forecast", linesPence: 0, setAsidePence: 62_700_000, notUnderstoodPence: 0, totalPence: 62_700_000 },
  ]);
});

test("a line that only one of the sheets has stays its own, and is asked about", () => {
  const reading = readPartnership([stage("Budgets", "Current budget", 0, [...WORDS, "Equipment"]), stage("Forecasts", "Forecast outturn", 9, [...WORDS, "Advice", "Grants"])]);
  expect(reading.lines.map(({ description, revisedPence, forecastPence }) => [description, revisedPence, forecastPence])).toEqual([
    ["Residential care", 10_000_000, 10_900_000], ["Home care", 20_000_000, 20_900_000], ["Day care", 30_000_000, 30_900_000], ["Equipment", 40_000_000, null], ["Advice", null, 40_900_000], ["Grants", null, 50_900_000],
  ]);
  expect(reading.issues.filter(({ code }) => code === "stages-joined").map(({ severity, facts }) => [severity, facts.count, facts.alone])).toEqual([
    ["question", "3", '2 lines of it are not among them and were read on their own: "Advice", "Grants"'],
  ]);
});

test("three sheets, a stage each, are joined on the one that holds the revised budget", () => {
  const reading = readPartnership([stage("First", "Original budget", -5), FORECASTS, BUDGETS, stage("Spent", "Actual to date", -60)]);
  expect(reading.lines.map(({ source, originalPence, revisedPence, forecastPence, actualPence }) => [source.sheet, originalPence, revisedPence, forecastPence, actualPence])[0]).toEqual(["Budgets", 9_500_000, 10_000_000, 10_900_000, 4_000_000]);
  expect(reading.lines).toHaveLength(3);
});

test("one sheet of forecasts serves the budgets of several departments", () => {
  const department = (name: string, letter: string, words: readonly string[]): SheetGrid => sheetOf(name, [["Thornshire Council"], ["£000"], ["Code", "Service", "Current budget"], ...words.map((word, i): CellValue[] => [`${letter}${i}`, word, 100 + i])]);
  const parks = ["Grass", "Trees", "Ponds"];
  const forecasts = [...WORDS, ...parks].map((word, i): CellValue[] => [`${i < 3 ? "A" : "P"}${i % 3}`, word, 500 + i]);
  const reading = readPartnership([department("Adults", "A", WORDS), department("Parks", "P", parks), sheetOf("Forecasts", [["Thornshire Council"], ["£000"], ["Code", "Service", "Forecast outturn"], ...forecasts])]);
  expect(reading.lines.map(({ source, forecastPence }) => [source.sheet, forecastPence])).toEqual([
    ["Adults", 50_000_000], ["Adults", 50_100_000], ["Adults", 50_200_000], ["Parks", 50_300_000], ["Parks", 50_400_000], ["Parks", 50_500_000],
  ]);
  expect(reading.issues.filter(({ code }) => code === "stages-joined").map(({ severity, facts }) => [severity, facts.count, facts.other])).toEqual([["warning", "6", 'sheet "Adults", sheet "Parks"']]);
});

test("of two months' forecasts the later is joined and the earlier set aside; without months, or of another year, the sheets are refused", () => {
  const [five, six] = [stage("Forecasts P5", "Forecast outturn", 9), stage("Forecasts P6", "Forecast outturn", 11)];
  const reading = readPartnership([BUDGETS, five, six]);
  expect(reading.lines.map(({ forecastPence }) => forecastPence)).toEqual([11_100_000, 21_100_000, 31_100_000]);
  expect(told([BUDGETS, five, six])).toEqual(expect.arrayContaining([["sheet-repeats", "warning", "Forecasts P5"], ["stages-joined", "warning", "Forecasts P6"]]));
  expect(told([BUDGETS, FORECASTS, stage("Projections", "Forecast outturn", 4)]).filter(([, severity]) => severity === "error").map(([, , sheet]) => sheet)).toEqual(["Forecasts", "Projections"]);
  const years = [stage("Budgets", "Current budget", 0, WORDS, "Thornshire Council 2026/27"), stage("Forecasts", "Forecast outturn", 9, WORDS, "Thornshire Council 2025/26")];
  expect(told(years).filter(([, severity]) => severity === "error")).toEqual([["stages-apart", "error", "Forecasts"]]);
  expect(told([BUDGETS, stage("Final", "Final outturn", 9)]).filter(([, severity]) => severity === "error")).toEqual([["stages-apart", "error", "Final"]]);
});

test("other lines under the same heads are left alone", () => {
  expect(told([BUDGETS, stage("Forecasts", "Forecast outturn", 9, ["Parks", "Libraries", "Theatres"])])).toEqual([]);
});

test("whatever the figures, no forecast is lost and none counts twice", () => {
  const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 })), { minLength: 2, maxLength: 8 });
  fc.assert(fc.property(amounts, fc.boolean(), (rows, turned) => {
    const sheet = (name: string, heading: string, at: 0 | 1): SheetGrid => {
      const lines = rows.map((row, i): CellValue[] => [`K${100 + i}`, `Service ${String.fromCharCode(65 + i)}`, row[at]]);
      return sheetOf(name, [["Thornshire Council"], ["£"], ["Code", "Service", heading], ...(turned && at === 1 ? lines.reverse() : lines)]);
    };
    const reading = readPartnership([sheet("Budgets", "Current budget", 0), sheet("Forecasts", "Forecast outturn", 1)]);
    expect(reading.lines.map(({ revisedPence, forecastPence }) => [revisedPence, forecastPence])).toEqual(rows.map(([budget, forecast]) => [budget * 100, forecast * 100]));
  }));
});
