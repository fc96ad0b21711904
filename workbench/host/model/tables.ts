/** Making, renaming, resizing and removing tables. */
import type { Area } from "./address";
import { intersection, parseArea } from "./address";
import { HostError, invalidArgument } from "./errors";
import { nameHeaders } from "./headers";
import type { SheetModel } from "./sheet";
import { insertCells } from "./shift";
import type { TableModel, WorkbookModel } from "./workbook";
import { clearCells, guardSheet } from "./write";

const refuseOverlap = (workbook: WorkbookModel, sheet: SheetModel, area: Area, except?: TableModel): void => {
  const overlapsTable = workbook.tablesIn(sheet, area).some((table) => table !== except);
  const overlapsMerge = sheet.merges.some((merge) => intersection(merge, area));
  if (overlapsTable || overlapsMerge) {
    throw new HostError("MergedRangeConflict");
  }
};

/** A table needs a row of data: a header alone gets an empty row below it. */
export const addTable = (workbook: WorkbookModel, sheet: SheetModel, given: Area, hasHeaders: boolean): TableModel => {
  let area = given;
  refuseOverlap(workbook, sheet, area);
  if (!hasHeaders) {
    insertCells(workbook, sheet, { ...area, rowCount: 1 }, "row");
    area = { ...area, rowCount: area.rowCount + 1 };
  }
  area = { ...area, rowCount: Math.max(2, area.rowCount) };
  refuseOverlap(workbook, sheet, area);
  nameHeaders(sheet, area);
  const id = workbook.newTableId();
  let number = workbook.tables.length + 1;
  while (workbook.findTable(`Table${number}`)) {
    number += 1;
  }
  const table: TableModel = {
    id,
    name: `Table${number}`,
    sheet,
    area,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
  workbook.tables.push(table);
  workbook.noteStructure();
  return table;
};

/**
 * support.microsoft.com "Rename an Excel table": begins with a letter, an underscore or a backslash; letters, numbers, periods and
 * underscores after that; no cell reference; at most 255 characters; unique in the workbook.
 */
export const checkTableName = (workbook: WorkbookModel, name: string, except?: TableModel): void => {
  const isCell = parseArea(name) !== null || /^r\d*c\d*$/i.test(name) || /^[rc]$/i.test(name);
  if (!/^[\p{L}_\\][\p{L}\p{N}._]{0,254}$/u.test(name) || isCell) {
    throw invalidArgument(`"${name}" is not a name for a table.`);
  }
  const other = workbook.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  if ((other && other !== except) || workbook.findName(name, null)) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
};

export const renameTable = (workbook: WorkbookModel, table: TableModel, name: string): void => {
  checkTableName(workbook, name, table);
  workbook.renameTableInFormulas(table.name, name);
  table.name = name;
};

export const resizeTable = (workbook: WorkbookModel, table: TableModel, area: Area): void => {
  guardSheet(table.sheet);
  if (area.row !== table.area.row || !intersection(area, table.area) || area.rowCount < 2) {
    throw invalidArgument("The header row must stay in its row and the ranges must overlap.");
  }
  refuseOverlap(workbook, table.sheet, area, table);
  table.area = area;
  nameHeaders(table.sheet, area);
  workbook.noteStructure();
};

/** Table.delete (reference page) removes the table with its cells. */
export const deleteTable = (workbook: WorkbookModel, table: TableModel): void => {
  workbook.tables = workbook.tables.filter((each) => each !== table);
  clearCells(workbook, table.sheet, table.area, "All");
};
