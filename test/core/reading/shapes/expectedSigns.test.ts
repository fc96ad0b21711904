// Forms with a column of expected signs, as trusts fill in for the consolidation of their accounts.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

// Rows, codes, table number and signs as in the form; figures made up.
const form = (...figures: readonly number[]): CellValue[][] => [
  [null, "Brackenshire Hospitals NHS Foundation Trust"], [null, null, null, null, "Table ID", 1], [null, "STATEMENT OF COMPREHENSIVE INCOME", null, "Expected sign", "2019/20", "Subcode"], [null, null, null, null, "£000"],
  [null, "Operating income from patient care activities", null, "+", figures[0] ?? 0, "SCI0100A"], [null, "Other operating income", null, "+", figures[1] ?? 0, "SCI0110A"],
  [null, "Operating expenses", "i", "-", figures[2] ?? 0, "SCI0125A"], [null, "OPERATING SURPLUS / (DEFICIT)", null, "+/-", figures[3] ?? 0, "SCI0140A"],
];

test("signs are no labels and a form's table number is no amount; income is negative in ours, its total set aside and agreeing", () => {
  const read = readPartnership([sheetOf("TAC02", form(900, 80, -950, 30))]);
  expect(read.lines.map((l) => [l.description, l.outturnPence ?? l.revisedPence, l.source.address])).toEqual([
    ["Operating income from patient care activities", -90_000_000, "E5"], ["Other operating income", -8_000_000, "E6"], ["Operating expenses", 95_000_000, "E7"],
  ]);
  expect(read.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green"]);
  expect(read.issues.filter((i) => i.severity !== "info")).toEqual([]);
});

test("a figure against the sign that the form expects is asked about", () => {
  const read = readPartnership([sheetOf("TAC02", form(900, -80, -950, -130))]);
  expect(read.issues.filter((i) => i.code === "nature-unsure").map((i) => [i.where?.address, i.facts.why])).toContainEqual(["E6", "the form expects a positive figure here"]);
});

test("a column that holds a figure, or a dash for nil, is not one of signs", () => {
  const read = readPartnership([sheetOf("Council", [["Larkshire County Council, £000"], ["Code", "Service", "Original budget", "Revised budget"], ["A1", "Roads", "-", 5], ["A2", "Parks", "-", 6], ["A3", "Waste", "-", 7], ["A4", "Meals", 4, 8]])]);
  expect(read.lines.map((l) => l.originalPence)).toEqual([0, 0, 0, 400_000]);
});
