/** Range, and the areas of several ranges. */
import { cellCount, isEntireColumn, isEntireRow } from "../../model/address";
import { valueTypeOf, wireValue } from "../../model/cell";
import type { Cell } from "../../model/cell";
import type { LineSettings } from "../../model/sheet";
import { isUnreadable, lineOf, span } from "../../model/sheet";
import { displayText } from "../../model/text";
import type { LiveRange } from "../../model/workbook";
import { guardCells, guardSheet, matrixFor, writeEntries } from "../../model/write";
import type { Members, Registry } from "../registry";
import { asFlag, asRecord, asText, found, object } from "../registry";
import type { Areas } from "../targets";
import { fullAddress } from "./addresses";
import { rangeMethods } from "./rangeMethods";

/** One value per cell; `null` for the whole where Excel has too much to give ("Read or write to an unbounded range", data limits). */
const matrix = (range: LiveRange, read: (cell: Cell | undefined, row: number, column: number) => unknown): unknown[][] | null => {
  const { area, sheet } = range;
  if (isUnreadable(area)) {
    return null;
  }
  return span(area.row, area.rowCount).map((row) => {
    const cells = sheet.rows[row];
    return span(area.column, area.columnCount).map((column) => read(cells?.[column], row, column));
  });
};

/** The same answer for all lines, or null when they differ (reference pages of rowHidden and columnHidden). */
const hiddenState = (lines: Map<number, LineSettings>, from: number, count: number): boolean | null => {
  let hidden = 0;
  for (const [index, settings] of lines) {
    hidden += index >= from && index < from + count && settings.hidden === true ? 1 : 0;
  }
  return hidden === 0 ? false : hidden === count ? true : null;
};

const hide = (lines: Map<number, LineSettings>, from: number, count: number, isHidden: boolean): void => {
  for (const index of span(from, count)) {
    lineOf(lines, index).hidden = isHidden;
  }
};

const setFormats = (range: LiveRange, value: unknown): void => {
  guardCells(range.sheet, range.area);
  matrixFor(range.area, value).forEach((row, down) => {
    row.forEach((format, across) => {
      if (format !== null) {
        range.sheet.ensureCell(range.area.row + down, range.area.column + across).numberFormat = asText(format) || "General";
      }
    });
  });
};

const setHyperlink = (range: LiveRange, value: unknown): void => {
  guardCells(range.sheet, range.area);
  const link = asRecord(value);
  const part = (name: string): Record<string, string> => (typeof link[name] === "string" ? { [name]: link[name] } : {});
  const hyperlink = { ...part("address"), ...part("documentReference"), ...part("screenTip"), ...part("textToDisplay") };
  for (const row of span(range.area.row, range.area.rowCount)) {
    for (const column of span(range.area.column, range.area.columnCount)) {
      const cell = range.sheet.ensureCell(row, column);
      cell.hyperlink = hyperlink;
      cell.style = { ...cell.style, fontColor: "#0563C1", underline: "Single" };
      if (typeof link.textToDisplay === "string") {
        cell.value = link.textToDisplay;
        delete cell.formula;
      }
    }
  }
};

const range: Members<LiveRange> = {
  scalars: {
    Address: { get: (target) => fullAddress(target) },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rowCount },
    ColumnCount: { get: ({ area }) => area.columnCount },
    // Range.cellCount (reference page): -1 above 2^31 - 1.
    CellCount: { get: ({ area }) => (cellCount(area) > 2_147_483_647 ? -1 : cellCount(area)) },
    IsEntireColumn: { get: ({ area }) => isEntireColumn(area) },
    IsEntireRow: { get: ({ area }) => isEntireRow(area) },
    Values: {
      get: (target) => matrix(target, (cell) => (cell ? wireValue(cell.value) : "")),
      set: ({ sheet, area }, value, { workbook }) => writeEntries(workbook, sheet, area, matrixFor(area, value)),
    },
    Formulas: {
      get: (target) => matrix(target, (cell) => (cell ? (cell.formula ?? wireValue(cell.value)) : "")),
      set: ({ sheet, area }, value, { workbook }) => writeEntries(workbook, sheet, area, matrixFor(area, value)),
    },
    ValueTypes: { get: (target) => matrix(target, valueTypeOf) },
    Text: { get: (target) => matrix(target, displayText) },
    NumberFormat: {
      get: (target) => matrix(target, (_cell, row, column) => target.sheet.numberFormatAt(row, column)),
      set: setFormats,
    },
    RowHidden: {
      get: ({ sheet, area }) => hiddenState(sheet.rowSettings, area.row, area.rowCount),
      set: ({ sheet, area }, value) => {
        guardSheet(sheet);
        hide(sheet.rowSettings, area.row, area.rowCount, asFlag(value));
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) => hiddenState(sheet.columnSettings, area.column, area.columnCount),
      set: ({ sheet, area }, value) => {
        guardSheet(sheet);
        hide(sheet.columnSettings, area.column, area.columnCount, asFlag(value));
      },
    },
    Hidden: {
      get: ({ sheet, area }) => {
        const rows = hiddenState(sheet.rowSettings, area.row, area.rowCount);
        const columns = hiddenState(sheet.columnSettings, area.column, area.columnCount);
        return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
      },
    },
    Hyperlink: {
      get: ({ sheet, area }) => sheet.cellAt(area.row, area.column)?.hyperlink ?? null,
      set: setHyperlink,
    },
    // The evaluator has no dynamic arrays, so nothing ever spills.
    HasSpill: { get: () => false },
  },
  navigations: {
    Worksheet: ({ sheet }) => object("Worksheet", sheet),
    Format: (target) => object("RangeFormat", target),
    DataValidation: (target) => object("DataValidation", target),
    ConditionalFormats: (target) => object("ConditionalFormatCollection", target),
  },
  methods: rangeMethods,
  follows: {
    values:
      "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values: null in an array leaves a cell, an empty text clears it, null alone is invalid",
    "values (entry)":
      "learn.microsoft.com/javascript/api/excel/excel.range#values: +, - and = start a formula; YYYY-MM-DD and American dates become dates",
    "values (unbounded)":
      "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded: values of an unbounded range read as null and can't be written",
    "values (size)":
      "learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: five million cells a read",
    numberFormat: "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values: an empty text resets to General",
    hidden: "learn.microsoft.com/javascript/api/excel/excel.range#hidden: null when some cells are hidden and others not",
    rowHidden: "learn.microsoft.com/javascript/api/excel/excel.range#rowhidden: null when some rows are hidden and others not",
    cellCount: "learn.microsoft.com/javascript/api/excel/excel.range#cellcount: -1 above 2,147,483,647",
    text: "learn.microsoft.com/javascript/api/excel/excel.range#text: does not depend on the cell width",
    valueTypes: "learn.microsoft.com/javascript/api/excel/excel.rangevaluetype: whole numbers are Double too",
  },
};

export const rangeTypes: Pick<Registry, "Range" | "RangeAreas" | "RangeCollection"> = {
  Range: range,

  RangeAreas: {
    scalars: {
      Address: { get: ({ ranges }: Areas) => ranges.map((each) => fullAddress(each)).join(",") },
      AreaCount: { get: ({ ranges }) => ranges.length },
      CellCount: { get: ({ ranges }) => ranges.reduce((sum, each) => sum + cellCount(each.area), 0) },
      IsEntireColumn: { get: ({ ranges }) => ranges.every((each) => isEntireColumn(each.area)) },
      IsEntireRow: { get: ({ ranges }) => ranges.every((each) => isEntireRow(each.area)) },
    },
    navigations: {
      Areas: (areas) => object("RangeCollection", areas),
      Worksheet: ({ ranges }) => object("Worksheet", found(ranges[0]).sheet),
    },
  },

  RangeCollection: {
    items: ({ ranges }) => ranges.map((each) => object("Range", each)),
    methods: {
      GetCount: ({ ranges }) => ranges.length,
      GetItemAt: ({ ranges }, args) => object("Range", found(ranges[args.integer(0)])),
    },
  },
};
