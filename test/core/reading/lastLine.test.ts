// The end of a table: a last line whose figure is still in words is asked about, not lost; notes under the table stay notes.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";

const fire = (...last: CellValue[][]): SheetGrid => ({
  file: null, sheet: "Fire", visibility: "visible",
  values: [["Fire authority budget 2026/27 £000"], ["Code", "Description", "Revised budget"], ["F1", "Crews", 1200], ...last],
});
const told = (grid: SheetGrid) =>
  readPartnership([grid]).issues.filter((issue) => issue.code === "text-in-amount").map((issue) => [issue.severity, issue.where?.address]);

test("words where the last line's amount belongs are an error, like anywhere else in the column", () => {
  expect(told(fire(["F2", "Premises", "about 50"]))).toEqual([["error", "C4"]]);
  expect(told(fire(["F2", "Premises", "about 50"], ["F3", "Vehicles", "see note"]))).toEqual([["error", "C4"], ["error", "C5"]]);
});

test("a note under the table is a note", () => {
  expect(told(fire(["Figures are provisional until the February meeting."]))).toEqual([]);
  expect(told(fire([], ["Prepared by", "Finance", "October"]))).toEqual([]);
});
