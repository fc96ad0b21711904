// What bringing in keeps and leaves behind, the names it gives, and what it says would change.
import fc from "fast-check";
import { valuesOnly, whyTooLarge } from "../../../src/core/bringing/broughtSheet";
import { sheetChanges } from "../../../src/core/bringing/sheetChanges";
import { freeSheetName } from "../../../src/core/bringing/sheetName";
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readSources, sourcesSheet } from "../../../src/core/writing/sourcesTable";

const grid = (values: SheetGrid["values"], more: Partial<SheetGrid> = {}): SheetGrid => ({ file: "f", sheet: "S", visibility: "visible", values, ...more });

test("formulas go, their figures stay; those without a figure and those from other workbooks are counted", () => {
  const { grid: kept, facts } = valuesOnly(grid([["a", 5], [null, 7]], {
    formulas: [[null, "=SUM(B2:B2)"], ["=A9", "='[other.xlsx]Sheet1'!B2"]], numberFormats: [["@", "#,##0"], [null, "dd/mm/yyyy"]], hiddenRows: [1], merges: [],
  }));
  expect(kept).toEqual({ file: "f", sheet: "S", visibility: "visible", values: [["a", 5], [null, 7]], numberFormats: [[null, "#,##0"], [null, "dd/mm/yyyy"]], merges: [] });
  expect(facts).toEqual({ rows: 2, columns: 2, formulas: 3, withoutFigure: 1, fromElsewhere: 1, hiddenRows: 1, hiddenColumns: 0 });
});

test("what Excel can't hold is told by its place", () => {
  expect(whyTooLarge(valuesOnly(grid([["fine"]])))).toBeNull();
  const { grid: small, facts } = valuesOnly(grid([[1]]));
  expect(whyTooLarge({ grid: small, facts: { ...facts, rows: 2_000_000 } })).toMatch(/more rows or columns/);
  expect(whyTooLarge({ grid: small, facts: { ...facts, rows: 1_000_000, columns: 10 } })).toMatch(/more than is brought in at once/);
});

test("a text over what a cell holds is cut where it can be seen, and counted", () => {
  const { grid: kept, facts } = valuesOnly(grid([[1], [null, "x".repeat(40_000)]]));
  expect(String(kept.values[1]?.[1]).slice(-32)).toBe("xx… [cut, 7,264 characters more]");
  expect([facts.cutTexts, valuesOnly(grid([["fine"]])).facts.cutTexts]).toEqual([1, undefined]);
});

const taken = (...names: string[]) => new Set(names.map((name) => name.toLowerCase()));

test.each([
  ["Council", "a.xlsx", taken(), "Council"],
  ["Sheet1", "Fire budget.xlsx", taken(), "Fire budget"],
  ["Council", "Leeds.xlsx", taken("council"), "Council Leeds"],
  ["Council", "Leeds.xlsx", taken("council", "council leeds"), "Council (2)"],
  ["Virements", "Leeds.xlsx", taken(), "Virements Leeds"],
  ["Purse Lines", "Leeds.xlsx", taken(), "Purse Lines Leeds"],
  ["a/b:c", "x.csv", taken(), "a b c"],
  ["'quoted'", "x.csv", taken(), "quoted"],
  ["History", "x.csv", taken(), "History x"],
  ["Sheet1", "'.csv", taken(), "Sheet1"],
  ["Adult social care and public health", "x.csv", taken(), "Adult social care and public h…"],
  ["Adult social care and public health", "x.csv", taken("adult social care and public h…"), "Adult social care and publ… (2)"],
])("%s of %s becomes its own name where it can", (sheet, file, names, expected) => {
  expect(freeSheetName(sheet, file, names)).toBe(expected);
});

test("any name is one that Excel takes, and no two are alike", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 50 }), fc.string({ unit: "binary", maxLength: 50 })), { maxLength: 30 }), (pairs) => {
    const names = new Set<string>();
    for (const [sheet, file] of pairs) {
      const before = names.size;
      const name = freeSheetName(sheet, `${file}.csv`, names);
      expect(names.size).toBe(before + 1);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\\u0000-\u001f]|^'|'$|^history$/i);
      // A character of two code units is never cut in two.
      expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  }));
});

test("changes are counted place by place and the first are listed", () => {
  const changes = sheetChanges(grid([["a", 1], ["b", 2]]), grid([["a", 1], ["b", 3], ["c", 4]]));
  expect(changes).toEqual({
    cells: 3, rowsBefore: 2, rowsAfter: 3,
    first: [{ address: "B2", before: 2, after: 3 }, { address: "A3", before: null, after: "c" }, { address: "B3", before: null, after: 4 }],
  });
  const rows = fc.array(fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null)) as fc.Arbitrary<CellValue>, { maxLength: 4 }), { maxLength: 6 });
  fc.assert(fc.property(rows, (values) => {
    expect(sheetChanges(grid(values), grid(values)).cells).toBe(0);
  }));
});

test("the record is read back as it was written", () => {
  const record = { sheet: "Fire", file: "=evil.csv", sheetInFile: "Sheet1", fileBytes: 1234, rows: 5, columns: 2, broughtIn: "2026-10-15 09:30:00", notes: "" };
  const spec = sourcesSheet([record]);
  expect(readSources([grid(spec.rows.map((row) => row.map((cell) => cell?.value ?? null)), { sheet: "Purse Sources" })])).toEqual([record]);
  expect(spec.rows.flat().every((cell) => cell?.formula === undefined)).toBe(true);
});
