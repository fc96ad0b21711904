// What a column of amounts is when its heading says little: told by the figures beside it, or asked about, never dropped without a word.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const read = (heads: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]) => {
  const reading = readPartnership([sheetOf("Council", [["Larkshire County Council 2026/27 £000"], heads, ...rows.map((row) => [...row])])]);
  return { fields: reading.sheets[0]?.tables[0]?.columns.map((c) => c.field), asked: reading.issues.filter((i) => i.severity === "question" || i.severity === "error").map((i) => i.code), lines: reading.lines };
};

test("a column that is the forecast less the budget on its rows is a variance, whatever it is called", () => {
  const { fields, asked } = read(["Service", "Current Budget", "Forecast", "Against the plan"], ["Care", 500, 530, 30], ["Roads", 90, 85, -5], ["Parks", 40, 40, 0]);
  expect([fields, asked]).toEqual([["description", "revised", "forecast", "variance"], []]);
});

test("a budget that is the forecast less the variance stays the budget", () => {
  expect(read(["Service", "Budget", "Forecast", "Variance"], ["Care", 500, 530, 30], ["Roads", 90, 85, -5]).fields).toEqual(["description", "revised", "forecast", "variance"]);
});

test("amounts under a heading that says nothing known are asked about", () => {
  const { fields, asked } = read(["Service", "Current Budget", "Standing"], ["Care", 500, 530], ["Roads", 90, 61], ["Parks", 40, 77]);
  expect([fields, asked]).toEqual([["description", "revised", "ignored"], ["figures-unread"]]);
});

test("types of spending across that add to the net column are not asked about, and the net is read", () => {
  const { lines, asked } = read(["Cost Centre", "Employee Related", "Premises Related", "Transport Related", "Income and Recharges", "Net Costs"],
    ["Refuse", 420, 71, 95, -26, 560], ["Cleansing", 540, 15, 6, 0, 561], ["Markets", 12, 30, 1, -90, -47], ["Total", 972, 116, 102, -116, 1074]);
  expect([lines.map((line) => line.revisedPence), asked]).toEqual([[56_000_000, 56_100_000, -4_700_000], []]);
});

test("months across are no bodies: the year's column is read", () => {
  const { lines } = read(["Budget heading", "M1", "M2", "M3", "Total Budget 2026/27"], ["Staff", 10, 12, 14, 36], ["Energy", 4, 3, 2, 9], ["Grants", 1, 1, 1, 3]);
  expect(lines.map((line) => [line.agency === lines[0]?.agency, line.revisedPence])).toEqual([[true, 3_600_000], [true, 900_000], [true, 300_000]]);
});

test("of two forecasts the one without a quarter is read, and asked about", () => {
  const { lines, asked } = read(["Service", "Budget", "Q1 Review Forecast", "Projected Outturn"], ["Care", 500, 520, 530], ["Roads", 90, 88, 85]);
  expect([lines.map((line) => line.forecastPence), asked]).toEqual([[53_000_000, 8_500_000], ["column-unsure"]]);
});

test("of two approved budgets the right one is what the left one became, and that is asked", () => {
  const { lines, asked } = read(["Service", "Council Approved Budget", "Total Approved Budget"], ["Care", 500, 520], ["Roads", 90, 88]);
  expect([lines.map((line) => [line.originalPence, line.revisedPence]), asked]).toEqual([[[50_000_000, 52_000_000], [9_000_000, 8_800_000]], ["column-unsure"]]);
});

test("words over one column are half of its heading, not a group over its neighbours", () => {
  const reading = readPartnership([sheetOf("Council", [
    ["Larkshire County Council 2026/27 £000"],
    ["Heading", null, "Phased", null, null],
    [null, "Latest", "Budget", "YTD", "Full Year"],
    [null, "Budget", "to M6", "Actual", "Forecast"],
    ["Care", 500, 250, 262, 530], ["Roads", 90, 45, 41, 85],
  ])]);
  expect(reading.sheets[0]?.tables[0]?.columns.map((c) => c.field)).toEqual(["description", "revised", "ignored", "actual", "forecast"]);
});

test("words over a budget that speak of another figure are not its own, and its own may be cut in three", () => {
  const reading = readPartnership([sheetOf("Council", [
    ["Larkshire County Council 2026/27 £000"],
    [null, "Year End Position", null],
    [null, "Opening", "Working"],
    [null, "Budget", "Budget"],
    ["Description", "2026/27", "2026/27"],
    ["Care", 500, 505], ["Roads", 90, 88],
  ])]);
  expect(reading.sheets[0]?.tables[0]?.columns.map((c) => c.field)).toEqual(["description", "original", "revised"]);
});

test("the figures of a short table at the right stand beside the headings of the left one; its title says nothing of it", () => {
  const reading = readPartnership([sheetOf("Council", [
    ["Larkshire County Council 2026/27 £000"],
    [null, null, null, null, "Financed by"],
    [null, "Initial", "Full Year", null, "Source", "2026/27"],
    ["Heading", "Budget", "Budget", null, "Grant", 300],
    [null, null, null, null, "Council tax", 290],
    ["Care", 500, 505], ["Roads", 90, 88],
  ])]);
  expect(reading.lines.filter((line) => ["Care", "Roads"].includes(line.description)).map((line) => [line.originalPence, line.revisedPence])).toEqual([[50_000_000, 50_500_000], [9_000_000, 8_800_000]]);
});

test("the year of the sheet's title goes for the blocks below that name none, and a unit at its foot for all", () => {
  const block = (name: string, one: number): CellValue[][] => [[name], ["Description", "2025/26 Estimate", "2026/27 Estimate"], ["Employees", one, one + 1], ["Premises", 20, 21], []];
  const reading = readPartnership([sheetOf("Council", [["Larkshire County Council budget book 2026/27"], [], ...block("1 - Highways", 60), ...block("2 - Libraries", 70), ["Figures are in £000"]])]);
  expect(reading.lines.map((line) => line.revisedPence)).toEqual([6_100_000, 2_100_000, 7_100_000, 2_100_000]);
});
