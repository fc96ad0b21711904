/**
 * Inserting and deleting cells: what lies beyond moves, and everything that points there moves along.
 *
 * Range.insert and Range.delete (reference pages); support.microsoft.com "Insert or delete rows and columns": references adjust, and
 * references to deleted cells become #REF!.
 */
import { moveReferences } from "../calc/tokens";
import type { Area } from "./address";
import { areaOf, contains, intersection, isEntireColumn, isEntireRow, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from "./address";
import { subtract } from "./areas";
import { HostError } from "./errors";
import type { LineSettings, SheetModel } from "./sheet";
import type { ChangeType, WorkbookModel } from "./workbook";

type Axis = "row" | "column";
type Mover = (area: Area) => Area | null;

/** How areas move when `hole` opens (count > 0) or closes along an axis. Only what lies wholly in the hole's band moves. */
const mover =
  (axis: Axis, hole: Area, isInsert: boolean): Mover =>
  (area) => {
    const along = (part: Area): readonly [from: number, count: number] =>
      axis === "row" ? [part.row, part.rowCount] : [part.column, part.columnCount];
    const band: Area = axis === "row" ? { ...hole, row: 0, rowCount: MAX_ROWS } : { ...hole, column: 0, columnCount: MAX_COLUMNS };
    const isEndless = axis === "row" ? isEntireColumn(area) : isEntireRow(area);
    if (!contains(band, area) || isEndless) {
      return area;
    }
    const [at, count] = along(hole);
    const [from, size] = along(area);
    const moved = isInsert ? inserted(from, size, at, count) : deleted(from, size, at, count);
    if (moved === null || (moved.from === from && moved.size === size)) {
      return moved && area;
    }
    return axis === "row" ? { ...area, row: moved.from, rowCount: moved.size } : { ...area, column: moved.from, columnCount: moved.size };
  };

const inserted = (from: number, size: number, at: number, count: number) => {
  if (at <= from) {
    return { from: from + count, size };
  }
  return at < from + size ? { from, size: size + count } : { from, size };
};

const deleted = (from: number, size: number, at: number, count: number) => {
  const end = at + count;
  const gone = Math.max(0, Math.min(from + size, end) - Math.max(from, at));
  if (gone === size) {
    return null;
  }
  const before = Math.max(0, Math.min(from, end) - at);
  return { from: from >= at ? from - before : from, size: size - gone };
};

const changeType = (axis: Axis, area: Area, isInsert: boolean): ChangeType => {
  if (axis === "row" && isEntireRow(area)) {
    return isInsert ? "RowInserted" : "RowDeleted";
  }
  if (axis === "column" && isEntireColumn(area)) {
    return isInsert ? "ColumnInserted" : "ColumnDeleted";
  }
  return isInsert ? "CellInserted" : "CellDeleted";
};

/** Tables may not be torn: a shift must move all of a table's width (or height) or none of it. */
const refuseTearing = (workbook: WorkbookModel, sheet: SheetModel, axis: Axis, hole: Area): void => {
  const beyond = axis === "row" ? { ...hole, rowCount: MAX_ROWS - hole.row } : { ...hole, columnCount: MAX_COLUMNS - hole.column };
  const isTorn = (area: Area): boolean => {
    const common = intersection(area, beyond);
    if (!common) {
      return false;
    }
    return axis === "row" ? common.columnCount < area.columnCount : common.rowCount < area.rowCount;
  };
  if (workbook.tables.some((table) => table.sheet === sheet && isTorn(table.area)) || sheet.merges.some(isTorn)) {
    throw new HostError("InsertDeleteConflict");
  }
};

const moveCells = (sheet: SheetModel, axis: Axis, hole: Area, isInsert: boolean): void => {
  if (axis === "row" && isEntireRow(hole)) {
    if (sheet.rows.length > hole.row) {
      sheet.rows.splice(hole.row, isInsert ? 0 : hole.rowCount, ...(isInsert ? Array.from({ length: hole.rowCount }, () => []) : []));
    }
    return;
  }
  if (axis === "column") {
    for (let row = hole.row; row <= Math.min(lastRow(hole), sheet.rows.length - 1); row += 1) {
      const cells = sheet.rows[row];
      if (cells && cells.length > hole.column) {
        cells.splice(
          hole.column,
          isInsert ? 0 : hole.columnCount,
          ...(isInsert ? new Array<undefined>(hole.columnCount).fill(undefined) : []),
        );
      }
    }
    return;
  }
  for (let column = hole.column; column <= lastColumn(hole); column += 1) {
    const cells = sheet.rows.map((row) => row?.[column]);
    cells.splice(hole.row, isInsert ? 0 : hole.rowCount, ...(isInsert ? new Array<undefined>(hole.rowCount).fill(undefined) : []));
    for (let row = hole.row; row < Math.max(cells.length, sheet.rows.length); row += 1) {
      const cell = cells[row];
      if (cell) {
        (sheet.rows[row] ??= [])[column] = cell;
      } else {
        delete sheet.rows[row]?.[column];
      }
    }
  }
};

const moveLines = (lines: Map<number, LineSettings>, at: number, count: number, isInsert: boolean): void => {
  const moved = [...lines].flatMap(([index, settings]): [number, LineSettings][] => {
    if (index < at) {
      return [[index, settings]];
    }
    if (isInsert) {
      return [[index + count, settings]];
    }
    return index < at + count ? [] : [[index - count, settings]];
  });
  lines.clear();
  for (const [index, settings] of moved) {
    lines.set(index, settings);
  }
};

const movePointers = (workbook: WorkbookModel, sheet: SheetModel, move: Mover): void => {
  const keep = <T extends { area: Area }>(list: T[]): T[] =>
    list.flatMap((each) => {
      const area = move(each.area);
      return area ? [Object.assign(each, { area })] : [];
    });
  sheet.validations = keep(sheet.validations);
  sheet.conditionalFormats = keep(sheet.conditionalFormats);
  sheet.charts = keep(sheet.charts);
  sheet.merges = sheet.merges.flatMap((merge) => move(merge) ?? []);
  for (const table of workbook.tables) {
    if (table.sheet === sheet) {
      table.area = move(table.area) ?? areaOf(table.area.row, table.area.column, 0, 0);
    }
  }
  workbook.tables = workbook.tables.filter((table) => table.area.rowCount > 0);
  for (const range of workbook.liveRanges) {
    if (range.sheet === sheet && !range.isLost) {
      const area = move(range.area);
      range.isLost = area === null;
      range.area = area ?? range.area;
    }
  }
  workbook.rewriteFormulas((formula, owner) =>
    moveReferences(formula, (name) => (name === null ? owner === sheet : name.toLowerCase() === sheet.name.toLowerCase()), move),
  );
};

const shift = (workbook: WorkbookModel, sheet: SheetModel, hole: Area, axis: Axis, isInsert: boolean): void => {
  const isWhole = axis === "row" ? isEntireRow(hole) : isEntireColumn(hole);
  if (!isWhole) {
    refuseTearing(workbook, sheet, axis, hole);
  }
  moveCells(sheet, axis, hole, isInsert);
  if (isWhole) {
    moveLines(
      axis === "row" ? sheet.rowSettings : sheet.columnSettings,
      axis === "row" ? hole.row : hole.column,
      axis === "row" ? hole.rowCount : hole.columnCount,
      isInsert,
    );
  }
  movePointers(workbook, sheet, mover(axis, hole, isInsert));
  workbook.noteChange({ sheet, area: hole, type: changeType(axis, hole, isInsert) });
};

/** Opens a hole of the area's size; what was there moves down (axis `row`) or right. */
export const insertCells = (workbook: WorkbookModel, sheet: SheetModel, area: Area, axis: Axis): void => {
  const pushedOff =
    axis === "row"
      ? sheet.usedArea(true, { ...area, row: MAX_ROWS - area.rowCount, rowCount: area.rowCount })
      : sheet.usedArea(true, { ...area, column: MAX_COLUMNS - area.columnCount, columnCount: area.columnCount });
  if (pushedOff) {
    throw new HostError("NonBlankCellOffSheet");
  }
  shift(workbook, sheet, area, axis, true);
};

/** Takes the area's cells out; what lay below (axis `row`) or to the right moves in. */
export const deleteCells = (workbook: WorkbookModel, sheet: SheetModel, area: Area, axis: Axis): void => {
  sheet.validations = sheet.validations.flatMap((each) => (contains(area, each.area) ? [] : [each]));
  sheet.merges = sheet.merges.filter((merge) => subtract(merge, area).length > 0);
  shift(workbook, sheet, area, axis, false);
};
