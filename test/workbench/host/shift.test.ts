// Cells that are put in and taken out: what lies beyond moves, and what points there moves along.
import fc from "fast-check";

import { Evaluator } from "../../../workbench/host/calc/evaluator";
import type { CellData, HostWorkbookData } from "../../../workbench/host/hostData";
import { areaOf, MAX_COLUMNS, MAX_ROWS, parseArea } from "../../../workbench/host/model/address";
import type { Area } from "../../../workbench/host/model/address";
import { workbookFromData } from "../../../workbench/host/model/fromData";
import { deleteCells, insertCells } from "../../../workbench/host/model/shift";
import { toData } from "../../../workbench/host/model/toData";
import type { WorkbookModel } from "../../../workbench/host/model/workbook";
import { LiveRange } from "../../../workbench/host/model/workbook";

const area = (address: string): Area => {
  const found = parseArea(address);
  if (!found) {
    throw new Error(address);
  }
  return found;
};

const open = (data: HostWorkbookData): WorkbookModel => workbookFromData(data, new Evaluator());

const formulaCell = (row: number, column: number, other: boolean): CellData => ({
  v: 0,
  f: other ? `=SUM(Other!$A${row}:B$${row + 3})+'Other'!C${row}` : `=B${row + 1}*SUM(A${row}:${column % 2 ? "$C" : "C"}${row + 2})&"A1"`,
});

const book = fc
  .array(
    fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 9 }).map((v): CellData => ({ v })),
        fc.constant("formula" as const),
      ),
      { minLength: 3, maxLength: 4 },
    ),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  .map((rows): HostWorkbookData => {
    const cells = (other: boolean) =>
      rows.map((row, r) => row.map((cell, c) => (cell === "formula" ? formulaCell(r + 1, c, other) : cell)));
    const extras = { merges: ["F2:G3"], columns: [{ index: 1, size: 90 }], rowSettings: [{ index: 2, hidden: true }] };
    return {
      sheets: [
        { name: "Here", rows: cells(true) },
        { name: "Other", rows: cells(false), ...extras, validations: [{ address: "E1:E4", rule: { list: { source: "a,b" } } }] },
      ],
      names: [{ name: "Total", formula: "=Other!$A$2:$B$4" }],
    };
  });

test("rows put in and taken out again leave everything as it was", () => {
  fc.assert(
    fc.property(book, fc.nat(9), fc.integer({ min: 1, max: 5 }), (data, row, count) => {
      const workbook = open(data);
      const before = toData(workbook);
      const [, sheet] = workbook.sheets;
      if (sheet) {
        const hole = areaOf(row, 0, count, MAX_COLUMNS);
        insertCells(workbook, sheet, hole, "row");
        deleteCells(workbook, sheet, hole, "row");
      }
      expect(toData(workbook)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test("columns put in and taken out again leave everything as it was", () => {
  fc.assert(
    fc.property(book, fc.nat(6), fc.integer({ min: 1, max: 3 }), (data, column, count) => {
      const workbook = open(data);
      const before = toData(workbook);
      const [, sheet] = workbook.sheets;
      if (sheet) {
        const hole = areaOf(0, column, MAX_ROWS, count);
        insertCells(workbook, sheet, hole, "column");
        deleteCells(workbook, sheet, hole, "column");
      }
      expect(toData(workbook)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

const shifted = (data: HostWorkbookData, act: (workbook: WorkbookModel) => void): HostWorkbookData => {
  const workbook = open(data);
  act(workbook);
  return toData(workbook);
};

const tableBook: HostWorkbookData = {
  sheets: [
    {
      name: "S",
      rows: [
        ["Key", "Sum"],
        ["a", 1],
        ["b", 2],
        [null, { f: "=SUM(B2:B3)" }],
      ],
      tables: [{ name: "tblKeys", address: "A1:B3" }],
      validations: [{ address: "A2:A3", rule: { list: { source: "a,b" } } }],
      conditionalFormats: [{ address: "B2:B3", type: "Custom", formula: "=$B2>1" }],
    },
  ],
};

const onFirst = (workbook: WorkbookModel, act: typeof insertCells, address: string, axis: "row" | "column"): void => {
  const [sheet] = workbook.sheets;
  if (sheet) {
    act(workbook, sheet, area(address), axis);
  }
};

test("a table, its validation and its rules grow with rows put in inside", () => {
  const [sheet] = shifted(tableBook, (workbook) => onFirst(workbook, insertCells, "3:4", "row")).sheets;
  expect(sheet?.tables?.[0]?.address).toBe("A1:B5");
  expect(sheet?.validations?.[0]?.address).toBe("A2:A5");
  expect(sheet?.conditionalFormats?.[0]?.address).toBe("B2:B5");
  expect(sheet?.rows[5]).toEqual([null, { f: "=SUM(B2:B5)" }]);
});

test("a table whose rows all go is gone, and sums over it are lost", () => {
  const [sheet] = shifted(tableBook, (workbook) => onFirst(workbook, deleteCells, "1:3", "row")).sheets;
  expect(sheet?.tables).toEqual([]);
  expect(sheet?.rows[0]).toEqual([null, { f: "=SUM(#REF!)" }]);
});

test("a table may not be torn, and nothing is pushed off the sheet", () => {
  expect(() => shifted(tableBook, (workbook) => onFirst(workbook, insertCells, "A2", "row"))).toThrow("conflict");
  const full: HostWorkbookData = { sheets: [{ name: "S", rows: [[...Array.from({ length: MAX_COLUMNS }, () => 1)]] }] };
  expect(() => shifted(full, (workbook) => onFirst(workbook, insertCells, "A1", "column"))).toThrow("off the end");
});

test("cells to the right and below move only within their own rows and columns", () => {
  const grid: HostWorkbookData = {
    sheets: [
      {
        name: "S",
        rows: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      },
    ],
  };
  const values = (data: HostWorkbookData): unknown[][] =>
    (data.sheets[0]?.rows ?? []).map((row) => row.map((cell) => (typeof cell === "object" ? (cell?.v ?? null) : cell)));
  expect(values(shifted(grid, (workbook) => onFirst(workbook, insertCells, "B2:B2", "column")))).toEqual([
    [1, 2, 3],
    [4, null, 5, 6],
    [7, 8, 9],
  ]);
  expect(values(shifted(grid, (workbook) => onFirst(workbook, deleteCells, "A1:B1", "row")))).toEqual([
    [4, 5, 3],
    [7, 8, 6],
    [null, null, 9],
  ]);
  expect(values(shifted(grid, (workbook) => onFirst(workbook, deleteCells, "A2:B2", "column")))).toEqual([[1, 2, 3], [6], [7, 8, 9]]);
});

test("a range that somebody holds moves, grows and is lost", () => {
  const workbook = open(tableBook);
  const [sheet] = workbook.sheets;
  if (!sheet) {
    throw new Error("There is no sheet.");
  }
  const range = new LiveRange(sheet, area("A2:B3"));
  workbook.liveRanges.add(range);
  insertCells(workbook, sheet, area("1:1"), "row");
  expect(range.area).toEqual(area("A3:B4"));
  insertCells(workbook, sheet, area("4:4"), "row");
  expect(range.area).toEqual(area("A3:B5"));
  deleteCells(workbook, sheet, area("3:5"), "row");
  expect(range.isLost).toBe(true);
});
