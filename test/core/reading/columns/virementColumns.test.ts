// A sheet's own column of virements: known by its heading, never a second budget, never lost.
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { isVirementHeading, virementColumns } from "../../../../src/core/reading/columns/virementColumns";

const sheet = (headings: readonly string[], rows: readonly (readonly CellValue[])[], formulas?: SheetGrid["formulas"]): SheetGrid => ({
  file: null, sheet: "Fictown Council", visibility: "visible", ...(formulas === undefined ? {} : { formulas }),
  values: [["Fictown Council revenue budget 2026/27 £000"], [...headings], ...rows],
});

test.each(["Virements", "Virement", "In-year virements", "Budget transfers", "Budget adjustments", "Adjustments", "Adjustments £000", "Transfers (£)"])("known by its heading: %s", (heading) => {
  expect(isVirementHeading(heading)).toBe(true);
});

test.each(["Virement ref", "Virement date", "Virements pending", "Budget before virements", "Transfers to reserves", "Forecast", "Previous month virements"])("no column of virements: %s", (heading) => {
  expect(isVirementHeading(heading)).toBe(false);
});

test("beside original and revised it is neither a budget of its own nor in the way of them", () => {
  const { lines, sheets } = readPartnership([sheet(["Cost centre", "Service", "Original budget", "Virements", "Revised budget", "Forecast"], [
    ["1001", "Home care", 500, 20, 520, 530], ["1002", "Day services", 300, -20, 280, 270], ["1003", "Transport", 90, null, 90, 95],
  ])]);
  expect(lines.map((line) => [line.originalPence, line.revisedPence])).toEqual([[50_000_000, 52_000_000], [30_000_000, 28_000_000], [9_000_000, 9_000_000]]);
  expect(virementColumns(sheets[0]?.tables[0]?.columns ?? []).map(({ column, heading }) => [column, heading])).toEqual([[3, "Virements"]]);
});

test("without a revised column the revised budget is the original with its virements; a dash adds nothing", () => {
  const { lines, sheets } = readPartnership([sheet(["Cost centre", "Service", "Original budget", "Virements", "Forecast"], [
    ["1001", "Home care", 500, 20.5, 530], ["1002", "Day services", 300, "(20.5)", 270], ["1003", "Transport", 90, "-", 95], ["1004", "Fees and charges income", -40, null, -38],
  ])]);
  expect(lines.map((line) => line.revisedPence)).toEqual([52_050_000, 27_950_000, 9_000_000, -4_000_000]);
  expect(lines.every((line) => line.source.cells.revised === undefined)).toBe(true);
  expect(sheets[0]?.tables[0]?.columns[3]).toMatchObject({ field: "ignored", reason: expect.stringMatching(/added to the original/) as string });
});

test("two columns of virements, or words in one, are not added up by guess", () => {
  const two = readPartnership([sheet(["Cost centre", "Service", "Original budget", "Virements", "Adjustments", "Forecast"], [["1001", "Home care", 500, 20, 5, 530], ["1002", "Day services", 300, -20, -5, 270]])]);
  expect(two.lines.map((line) => line.revisedPence)).toEqual([null, null]);
  const worded = readPartnership([sheet(["Cost centre", "Service", "Original budget", "Virements", "Forecast"], [["1001", "Home care", 500, 20, 530], ["1002", "Day services", 300, "see note", 270], ["1003", "Transport", 90, 5, 95]])]);
  expect(worded.lines.map((line) => line.revisedPence)).toEqual([52_000_000, null, 9_500_000]);
});

const PLAIN = ["Cost centre", "Service", "Budget", "Virements", "Forecast", "Variance"];
const amountsOf = (rows: readonly (readonly CellValue[])[], headings = PLAIN): unknown[] => readPartnership([sheet(headings, rows)]).lines.map((line) => [line.originalPence, line.revisedPence, line.source.cells.revised ?? null]);

test("beside a plain budget the printed variance tells whether the budget holds them already", () => {
  const before: readonly (readonly CellValue[])[] = [["1001", "Home care", 500, 20, 530, 10], ["1002", "Day services", 300, -20, 270, -10], ["1003", "Transport", 90, null, 95, 5], ["", "Total", 890, 0, 895, 5]];
  expect(amountsOf(before)).toEqual([[50_000_000, 52_000_000, null], [30_000_000, 28_000_000, null], [9_000_000, 9_000_000, null]]);
  const read = readPartnership([sheet(PLAIN, before)]);
  expect(read.sheets[0]?.tables[0]?.columns[3]?.reason).toBe("added to the budget beside it: the printed variance counts both");
  expect(read.issues.filter(({ code }) => code === "virements-unsure" || code === "printed-total-differs")).toEqual([]);
  const after: readonly (readonly CellValue[])[] = [["1001", "Home care", 500, 20, 530, 30], ["1002", "Day services", 300, -20, 270, -30], ["1003", "Transport", 90, null, 95, 5]];
  expect(amountsOf(after)).toEqual([[null, 50_000_000, "C3"], [null, 30_000_000, "C4"], [null, 9_000_000, "C5"]]);
  expect(readPartnership([sheet(PLAIN, after)]).issues.map(({ code }) => code)).not.toContain("virements-unsure");
});

test("where nothing tells it is asked, and the budget is taken as printed; without any virements there is nothing to ask", () => {
  const rows: readonly (readonly CellValue[])[] = [["1001", "Home care", 500, 20, 530], ["1002", "Day services", 300, -20, 270]];
  const unclear = readPartnership([sheet(PLAIN.slice(0, 5), rows)]);
  expect(unclear.lines.map((line) => line.revisedPence)).toEqual([50_000_000, 30_000_000]);
  expect(unclear.issues.filter(({ code }) => code === "virements-unsure").map(({ severity, where }) => [severity, where?.address])).toEqual([["question", "D2"]]);
  // Rows that tell one thing and the other tell nothing.
  const both = readPartnership([sheet(PLAIN, [["1001", "Home care", 500, 20, 530, 10], ["1002", "Day services", 300, -20, 270, -30]])]);
  expect(both.issues.map(({ code }) => code)).toContain("virements-unsure");
  const none = readPartnership([sheet(PLAIN.slice(0, 5), rows.map((row) => row.map((value, i) => (i === 3 ? null : value))))]);
  expect(none.issues.map(({ code }) => code)).not.toContain("virements-unsure");
});

test("a formula of the variance tells it, whatever figure it last gave", () => {
  const formulas = (of: string): SheetGrid["formulas"] => [[], [], ...[3, 4].map((row) => [null, null, null, null, null, of.replace(/#/g, String(row))])];
  const rows: readonly (readonly CellValue[])[] = [["1001", "Home care", 500, 20, 530, 0], ["1002", "Day services", 300, -20, 270, 0]];
  const revised = (of: string): unknown => readPartnership([sheet(PLAIN, rows, formulas(of))]).lines.map((line) => line.revisedPence);
  expect(revised("=E#-C#-$D#")).toEqual([52_000_000, 28_000_000]);
  expect(revised("=E#-C#")).toEqual([50_000_000, 30_000_000]);
});
