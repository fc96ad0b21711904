/** Writing entries into cells, with what follows from it in tables. */
import { parseFormula } from "../calc/ast";
import type { Area } from "./address";
import { cellCount, intersection, isEntireColumn, isEntireRow, lastColumn, lastRow } from "./address";
import type { Cell } from "./cell";
import { readEntry } from "./entry";
import { HostError, invalidArgument } from "./errors";
import { nameHeaders } from "./headers";
import type { SheetModel } from "./sheet";
import { isUnreadable } from "./sheet";
import type { WorkbookModel } from "./workbook";

export type Entered = string | number | boolean | null;

/** Excel answers AccessDenied where a protected sheet's locked cell would change (Excel error-handling page; Worksheet.protection). */
export const guardCells = (sheet: SheetModel, area: Area): void => {
  if (sheet.isLocked(area)) {
    throw new HostError("AccessDenied");
  }
};

export const guardSheet = (sheet: SheetModel): void => {
  if (sheet.isProtected) {
    throw new HostError("AccessDenied");
  }
};

/**
 * A matrix of the area's own shape, or one scalar for every cell ("Set and get range values": the array has the dimensions of the
 * range).
 */
export const matrixFor = (area: Area, input: unknown): Entered[][] => {
  if (isUnreadable(area)) {
    // "Read or write to an unbounded range": cell-level properties of whole rows and columns can't be set.
    throw invalidArgument("An unbounded range cannot be written.");
  }
  if (!Array.isArray(input)) {
    if (input === null) {
      // "Null input for a property" (blank and null values): only inside an array does null leave a cell alone.
      throw invalidArgument("The value can't be null.");
    }
    const scalar = entered(input);
    return Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => scalar));
  }
  const fits = input.length === area.rowCount && input.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (!fits) {
    throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return input.map((row: unknown[]) => row.map(entered));
};

const entered = (input: unknown): Entered => {
  if (input === null || input === undefined) {
    return null;
  }
  if (typeof input === "string" || typeof input === "number" || typeof input === "boolean") {
    return input;
  }
  throw invalidArgument("A cell takes text, a number or true and false.");
};

/**
 * Writes entries. "Blank and null values in Excel add-ins": `null` inside an array leaves a cell as it is, `""` empties it.
 * A formula that can't be read is an invalid argument.
 */
export const writeEntries = (workbook: WorkbookModel, sheet: SheetModel, area: Area, matrix: Entered[][]): void => {
  guardCells(sheet, area);
  for (let row = 0; row < area.rowCount; row += 1) {
    for (let column = 0; column < area.columnCount; column += 1) {
      const input = matrix[row]?.[column] ?? null;
      if (input !== null) {
        writeEntry(sheet, area.row + row, area.column + column, input);
      }
    }
  }
  for (const table of workbook.tablesIn(sheet, area)) {
    if (table.showHeaders && intersection(area, { ...table.area, rowCount: 1 })) {
      nameHeaders(sheet, table.area);
    }
  }
  growTables(workbook, sheet, area);
  workbook.noteChange({ sheet, area, type: "RangeEdited" });
};

const writeEntry = (sheet: SheetModel, row: number, column: number, input: Exclude<Entered, null>): void => {
  const merge = sheet.mergeAt(row, column);
  if (merge && (merge.row !== row || merge.column !== column)) {
    // Only a merged area's first cell holds a value ("Merge and unmerge cells").
    return;
  }
  if (input === "" && sheet.cellAt(row, column) === undefined) {
    return;
  }
  const cell = sheet.ensureCell(row, column);
  const entry = readEntry(input, cell.numberFormat ?? "General");
  if (entry.formula !== undefined && parseFormula(entry.formula) === null) {
    throw invalidArgument(`The formula ${entry.formula} can't be read.`);
  }
  setContent(cell, entry.value, entry.formula);
  if (entry.numberFormat !== undefined && (cell.numberFormat ?? "General") === "General") {
    cell.numberFormat = entry.numberFormat;
  }
};

const setContent = (cell: Cell, value: Cell["value"], formula?: string): void => {
  cell.value = value;
  delete cell.formula;
  if (formula !== undefined) {
    cell.formula = formula;
  }
};

/**
 * Entries written right below a table make it grow ("Coauthoring in Excel add-ins": add rows by setting the values of the range
 * below the table).
 */
const growTables = (workbook: WorkbookModel, sheet: SheetModel, area: Area): void => {
  if (isEntireColumn(area) || isEntireRow(area)) {
    return;
  }
  for (const table of workbook.tables) {
    const isBelow = table.sheet === sheet && !table.showTotals && area.row === lastRow(table.area) + 1;
    if (isBelow && area.column >= table.area.column && lastColumn(area) <= lastColumn(table.area) && cellCount(area) > 0) {
      table.area = { ...table.area, rowCount: table.area.rowCount + area.rowCount };
    }
  }
};

/** Range.clear (reference page): contents, formats, hyperlinks or all of them. */
export const clearCells = (workbook: WorkbookModel, sheet: SheetModel, area: Area, applyTo: string): void => {
  guardCells(sheet, area);
  sheet.forEachCell(area, (cell, row, column) => {
    if (applyTo === "All" || applyTo === "Contents" || applyTo === "ResetContents") {
      setContent(cell, "");
    }
    if (applyTo === "All" || applyTo === "Formats" || applyTo === "ResetContents") {
      delete cell.style;
      delete cell.numberFormat;
    }
    if (applyTo === "All" || applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") {
      delete cell.hyperlink;
    }
    const isBare = cell.value === "" && !cell.formula && !cell.style && !cell.numberFormat && !cell.hyperlink;
    if (isBare) {
      delete sheet.rows[row]?.[column];
    }
  });
  if (applyTo === "All" || applyTo === "Formats") {
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !inside(area, format.area));
  }
  if (applyTo === "All") {
    sheet.merges = sheet.merges.filter((merge) => !inside(area, merge));
    sheet.validations = sheet.validations.filter((validation) => !inside(area, validation.area));
  }
  workbook.noteChange({ sheet, area, type: "RangeEdited" });
};

const inside = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row && inner.column >= outer.column && lastRow(inner) <= lastRow(outer) && lastColumn(inner) <= lastColumn(outer);
