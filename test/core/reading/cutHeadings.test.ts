// Headings cut in two over rows, names right of amounts, and totals without words: each was once read wrongly on a sheet nobody shaped.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", rows.map((row) => [...row]))]);
const fields = (rows: readonly (readonly CellValue[])[]): unknown => read(rows).sheets[0]?.tables[0]?.columns.map((c) => c.field);

test("a heading cut before 'virements' is the budget with them, and 'Directorate' is not carried over the names of lines", () => {
  expect(fields([
    ["Larkshire County Council 2026/27 £000"],
    ["Directorate", null, "Published", null, "Budget after", "F'cast"],
    [null, "Narrative", "Budget", "Virement", "virements", "Outturn"],
    ["Care", "Day care", 100, 5, 105, 101],
    ["Care", "Home support", 40, 0, 40, 42],
    ["Place", "Depots", 10, 0, 10, 9],
  ])).toEqual(["section", "description", "original", "ignored", "revised", "forecast"]);
});

test("a column's own year is nearer than the group's", () => {
  const { lines } = read([
    ["Larkshire County Council £000"],
    [null, "2026/27", null, null],
    ["Team", "Orig Budget", "Actuals 2025/26", "Current Allocation"],
    ["Day care", 100, 96, 105], ["Home support", 40, 41, 44],
  ]);
  expect(lines.map((line) => [line.originalPence, line.revisedPence, line.actualPence])).toEqual([[10_000_000, 10_500_000, null], [4_000_000, 4_400_000, null]]);
});

test("amounts left of codes and names belong to the table, though a blank column stands between", () => {
  expect(fields([
    ["Larkshire County Council 2026/27 £000"],
    ["Opening Plan", "Service", null, "GL Account", "Forecast"],
    [1052, "Day care", null, "453-4469", 1060], [711, "Home support", null, "460-7826", 700], [30, "Depots", null, "466-7670", 30],
  ])).toEqual(["original", "description", "subjective", "forecast"]);
});

test("a line of 2012 and 2012 below a blank row is no row of headings", () => {
  const { lines, issues } = read([
    ["Larkshire County Council £000"],
    ["Directorate", "Budget Heading", "Set Budget", "Current Budget"],
    ["Care", "Day care", 300, 310], ["Care", "Meals", 20, 25], [null, "Care total", 320, 335],
    [],
    ["Place", "Depots", 2012, 2012], ["Place", "Parks", 70, 75], [null, "Place total", 2082, 2087],
  ]);
  expect(lines.map((line) => line.revisedPence)).toEqual([31_000_000, 2_500_000, 201_200_000, 7_500_000]);
  expect(issues.filter((issue) => issue.code === "several-tables")).toEqual([]);
});

test("a row without words closes a block of one line where other totals have none either", () => {
  const { lines } = read([
    ["Larkshire County Council £000"], ["Budget Line", "Budget 2026/27"],
    ["Care"], ["Day care", 300], ["Meals", 20], [null, 320],
    ["Less: Income"], ["Charges to clients", 45], [null, 45],
    ["Total net budget", 275],
  ]);
  expect(lines.map((line) => line.revisedPence)).toEqual([30_000_000, 2_000_000, -4_500_000]);
});

test("a line is not worked out from a grand total that stands above it unproven", () => {
  const { lines, sheets } = read([
    ["Larkshire County Council £000"], ["Team", "Code", "Opening Budget", "Current Budget"],
    ["Net service expenditure", null, 303, 544],
    ["Advice"], ["Travel", "K478", 219, 219], ["Caseworkers", "K489", 2327, 2327], ["Sub total", null, 2546, 2546],
    ["INCOME"], ["Council grant received", "K490", 2204, 1968], ["Trust income", null, 39, 34], ["Sub total", null, 2243, 2002],
  ]);
  expect(lines.map((line) => line.revisedPence)).toEqual([21_900_000, 232_700_000, -196_800_000, -3_400_000]);
  expect(sheets[0]?.totals.every((total) => total.printedPence === total.computedPence)).toBe(true);
});
