// The table of price indices: through its sheet and back, and what becomes of bad cells.
import { indexSheetOf, readIndices } from "../../../../src/core/pooling/realTerms/indexTable";
import type { IndexValue } from "../../../../src/core/pooling/realTerms/priceIndex";
import type { CellValue } from "../../../../src/core/reading/grid";
import { sheetOf } from "../../../support/sheetGrid";

const row = (change: Partial<IndexValue> = {}): IndexValue =>
  ({ index: "GDP deflator", year: 2026, value: 102.7, version: "2026-03-31", source: "HM Treasury", cell: null, ...change });

const HEADINGS = ["Index", "Year", "Value", "Version", "Source"];
const read = (...rows: readonly (readonly CellValue[])[]) => readIndices([sheetOf("Purse Indices", [["Price indices"], [], [], HEADINGS, ...rows])]);

test("what is written comes back, with its cells", () => {
  const rows = [row(), row({ year: 2025, value: 100 }), row({ version: "2025-12-01", value: 102.654321 })];
  const spec = indexSheetOf(rows);
  const { rows: back, issues } = readIndices([sheetOf(spec.name, spec.rows.map((cells) => cells.map((cell) => cell?.value ?? null)))]);
  expect(issues).toEqual([]);
  expect(back.map((one) => ({ ...one, cell: null }))).toEqual(rows);
  expect(back[1]?.cell?.address).toBe("A6");
});

test("no table, no word: real terms are left out", () => {
  expect(readIndices([])).toMatchObject({ rows: [], issues: [], found: false });
});

test("a sheet of that name without the headings is said", () => {
  expect(readIndices([sheetOf("Purse Indices", [["Index", "Year"], ["GDP", 2026]])]).issues.map((issue) => issue.code)).toEqual(["rule-missing"]);
});

test.each<[string, readonly CellValue[], string]>([
  ["no index", [null, "2026/27", 102.7, "2026-03-31", null], "A5"],
  ["no year", ["GDP", "next year", 102.7, "2026-03-31", null], "B5"],
  ["years that do not follow", ["GDP", "2026/28", 102.7, "2026-03-31", null], "B5"],
  ["no value", ["GDP", "2026/27", null, "2026-03-31", null], "C5"],
  ["words for a value", ["GDP", "2026/27", "about 103", "2026-03-31", null], "C5"],
  ["nothing above zero", ["GDP", "2026/27", 0, "2026-03-31", null], "C5"],
  ["more decimals than are kept", ["GDP", "2026/27", 1.0000001, "2026-03-31", null], "C5"],
  ["no version", ["GDP", "2026/27", 102.7, null, null], "D5"],
  ["a version that is no date", ["GDP", "2026/27", 102.7, "spring", null], "D5"],
])("%s is an issue at its cell, and the row is left out", (_, cells, address) => {
  const { rows, issues } = read(cells);
  expect(rows).toEqual([]);
  expect(issues).toMatchObject([{ code: "rule-invalid", where: { sheet: "Purse Indices", address } }]);
});

test("a year given twice in one version is said at the second, and the first is used", () => {
  const { rows, issues } = read(["GDP", 2026, 102.7, "31/03/2026", null], ["GDP", "2026-27", 103, "2026-03-31", null]);
  expect(rows.map((one) => one.value)).toEqual([102.7]);
  expect(issues).toMatchObject([{ code: "rule-overlap", where: { address: "A6" }, facts: { rule: "GDP 2026/27" } }]);
});
