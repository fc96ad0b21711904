// Notes beside our sheets: where each belongs after a refresh, formulas and dates among them; nothing is lost, whatever rows come and go.
import fc from "fast-check";
import type { CellValue } from "../../../src/core/reading/grid";
import { carriedNotes, NOTES_HEADING, withNotes, type StandingSheet } from "../../../src/core/writing/notes";
import type { SheetSpec } from "../../../src/core/writing/types";

const sheet = (keys: readonly string[]): Pick<SheetSpec, "rows"> => ({
  rows: [
    [{ value: "Title" }, null], [null, null], [{ value: "Refreshed" }, null],
    [{ value: "Block" }, null], ...keys.map((key) => [{ value: key }, { value: 1 }]),
  ],
});
const standing = (keys: readonly string[], notes: Readonly<Record<number, readonly CellValue[]>>, more: Partial<StandingSheet> = {}): StandingSheet => ({
  values: sheet(keys).rows.map((row, r): CellValue[] => [...row.map((cell) => cell?.value ?? null), ...(r === 2 ? [null, NOTES_HEADING] : [null, ...(notes[r] ?? [])])]),
  ...more,
});
const formulasAt = (row: number, column: number, formula: string, rows: number): (string | null)[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: column + 1 }, (__, c) => (r === row && c === column ? formula : null)));

test("a first writing has the heading alone", () => {
  expect(carriedNotes(null, sheet(["A"])).cells.map(({ row, column, cell }) => [row, column, cell.value])).toEqual([[2, 3, NOTES_HEADING]]);
});

test("notes that stay leave the sheet as it is", () => {
  expect(carriedNotes(standing(["A", "B"], { 5: ["seen"] }), sheet(["A", "B"])).unmoved).toBe(true);
  expect(carriedNotes(standing(["A", "B"], { 5: ["seen"] }), sheet(["B"])).unmoved).toBe(false);
});

test("a formula follows the rows that it points to; texts, other sheets and columns of tables are left alone", () => {
  const formula = '=B5*2+$B$6+Purse!B5+\'Purse Lines\'!B5+LEN("B5")+SUM(tblLines[B5])';
  const { cells } = carriedNotes(standing(["A", "B"], { 4: [3] }, { formulas: formulasAt(4, 3, formula, 6) }), sheet(["new", "A", "B"]));
  expect(cells.at(-1)).toMatchObject({ row: 5, cell: { value: 3, formula: '=B6*2+$B$7+Purse!B5+\'Purse Lines\'!B5+LEN("B5")+SUM(tblLines[B5])' } });
});

test("a formula that points to a row that is gone is kept as its value", () => {
  const { cells } = carriedNotes(standing(["A", "B"], { 4: [3] }, { formulas: formulasAt(4, 3, "=B6", 6) }), sheet(["A"]));
  expect(cells.at(-1)?.cell).toEqual({ value: 3, style: "body" });
});

test("a date keeps being one", () => {
  const formats = formulasAt(4, 3, "dd/mm/yyyy", 6);
  const { cells } = carriedNotes(standing(["A", "B"], { 4: [46_000] }, { numberFormats: formats }), sheet(["B", "A"]));
  expect(cells.at(-1)).toMatchObject({ row: 5, cell: { value: 46_000, format: "date" }, numberFormat: "dd/mm/yyyy" });
});

test("rows of one name are told apart by their block and their order", () => {
  const { cells } = carriedNotes(standing(["A", "A"], { 5: ["the second"] }), sheet(["A", "X", "A"]));
  expect(cells.at(-1)).toMatchObject({ row: 6, cell: { value: "the second" } });
});

test("a program that leaves formulas without their values does not part a note from its row", () => {
  const before = standing(["A", "B"], { 5: ["mine"] });
  const values = before.values.map((row, r) => row.map((value, c) => (r >= 4 && c === 1 ? null : value)));
  const formulas = values.map((row, r) => row.map((_, c) => (r >= 4 && c === 1 ? "=SUM(1)" : null)));
  const { cells } = carriedNotes({ values, formulas }, sheet(["A", "B"]));
  expect(cells.slice(1).map(({ row, cell }) => [row, cell.value])).toEqual([[5, "mine"]]);
});

test("property: whatever rows come and go, every note is there once, beside its row or listed", () => {
  const keys = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E", "F"), { maxLength: 6 });
  fc.assert(fc.property(keys, keys, (old, now) => {
    const notes = Object.fromEntries(old.map((key, i) => [4 + i, [`note of ${key}`]]));
    const spec: SheetSpec = {
      ...sheet(now), name: "Pooled View", columnWidths: [10, 10], tables: [], validations: [], conditionalFormats: [], freezeRows: 0, freezeColumns: 0,
      printTitleRows: null, outlineRows: [], tabColour: null,
    };
    const { rows } = withNotes(spec, carriedNotes(standing(old, notes), spec));
    for (const key of old) {
      const holding = rows.flatMap((row) => (row.some((cell) => String(cell?.value ?? "").endsWith(`note of ${key}`)) ? [row[0]?.value ?? null] : []));
      expect(holding).toEqual([now.includes(key) ? key : null]);
    }
  }));
});
