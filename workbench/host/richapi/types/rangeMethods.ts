/** The methods of Range: neighbouring ranges, clearing, inserting and deleting, merging, grouping, selecting. */
import type { Area } from "../../model/address";
import {
  areaOf,
  boundingArea,
  intersection,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from "../../model/address";
import { HostError, invalidArgument } from "../../model/errors";
import { lineOf, span } from "../../model/sheet";
import { deleteCells, insertCells } from "../../model/shift";
import type { LiveRange } from "../../model/workbook";
import { clearCells, guardCells, guardSheet } from "../../model/write";
import type { Args, HostObject } from "../registry";
import { found, object, oneOf } from "../registry";
import type { Session } from "../session";
import { resolveAddress } from "./worksheets";

type Method = (target: LiveRange, args: Args, session: Session) => unknown;

const sibling = (range: LiveRange, area: Area, session: Session): HostObject => {
  if (!isOnSheet(area)) {
    throw invalidArgument("The range lies outside the sheet.");
  }
  return object("Range", session.range(range.sheet, area));
};

/** A range argument may be a Range or an address on the same sheet. */
const otherArea = (range: LiveRange, args: Args, session: Session): Area => {
  const given = args.range(0);
  const place = given ?? resolveAddress(session.workbook, range.sheet, args.text(0));
  if (place.sheet !== range.sheet) {
    throw invalidArgument("Both ranges must be on the same sheet.");
  }
  return place.area;
};

const adjacentRows = (area: Area, count: number, below: boolean): Area => {
  // A negative count gives rows inside the range (reference page of getRowsBelow).
  const size = Math.abs(count);
  const row = below === count > 0 ? (below ? lastRow(area) + 1 : area.row) : below ? lastRow(area) + 1 - size : area.row - size;
  return { ...area, row, rowCount: size };
};

const merges = (range: LiveRange): Area[] => range.sheet.merges.filter((merge) => intersection(merge, range.area));

const outline = (range: LiveRange, args: Args, step: 1 | -1): null => {
  guardSheet(range.sheet);
  const byRows = oneOf(args.raw(0), ["ByRows", "ByColumns"]) === "ByRows";
  const lines = byRows ? range.sheet.rowSettings : range.sheet.columnSettings;
  const indexes = byRows ? span(range.area.row, range.area.rowCount) : span(range.area.column, range.area.columnCount);
  for (const index of indexes) {
    const settings = lineOf(lines, index);
    const level = (settings.outlineLevel ?? 0) + step;
    if (level < 0 || level > 8) {
      // support.microsoft.com "Outline (group) data": up to eight levels.
      throw new HostError("InvalidOperation");
    }
    settings.outlineLevel = level;
  }
  return null;
};

const lineProperties = (
  from: number,
  count: number,
  isHidden: (index: number) => boolean,
  key: "rowHidden" | "columnHidden",
  args: Args,
): unknown => {
  const wanted = Object.keys(args.record(0));
  const unknown = wanted.find((name) => name !== key);
  if (unknown !== undefined) {
    throw new HostError(
      "ApiNotFound",
      `Range.${key === "rowHidden" ? "getRowProperties" : "getColumnProperties"} ${unknown} is not built in the embedded host`,
    );
  }
  return span(from, count).map((index) => ({ [key]: isHidden(index) }));
};

export const rangeMethods: Readonly<Record<string, Method>> = {
  GetCell: (range, args, session) => {
    // getCell may point outside its parent, as long as it stays on the sheet (reference page).
    return sibling(range, areaOf(range.area.row + args.integer(0), range.area.column + args.integer(1)), session);
  },
  GetRow: (range, args, session) => sibling(range, { ...range.area, row: range.area.row + args.integer(0), rowCount: 1 }, session),
  GetColumn: (range, args, session) =>
    sibling(range, { ...range.area, column: range.area.column + args.integer(0), columnCount: 1 }, session),
  GetLastCell: (range, _args, session) => sibling(range, areaOf(lastRow(range.area), lastColumn(range.area)), session),
  GetLastRow: (range, _args, session) => sibling(range, { ...range.area, row: lastRow(range.area), rowCount: 1 }, session),
  GetLastColumn: (range, _args, session) => sibling(range, { ...range.area, column: lastColumn(range.area), columnCount: 1 }, session),
  GetEntireRow: (range, _args, session) => sibling(range, { ...range.area, column: 0, columnCount: MAX_COLUMNS }, session),
  GetEntireColumn: (range, _args, session) => sibling(range, { ...range.area, row: 0, rowCount: MAX_ROWS }, session),
  GetBoundingRect: (range, args, session) => sibling(range, boundingArea(range.area, otherArea(range, args, session)), session),
  GetIntersection: (range, args, session) => sibling(range, found(intersection(range.area, otherArea(range, args, session))), session),
  GetIntersectionOrNullObject: (range, args, session) => {
    const common = intersection(range.area, otherArea(range, args, session));
    return common ? sibling(range, common, session) : null;
  },
  GetOffsetRange: (range, args, session) =>
    sibling(range, { ...range.area, row: range.area.row + args.integer(0), column: range.area.column + args.integer(1) }, session),
  GetResizedRange: (range, args, session) =>
    sibling(
      range,
      { ...range.area, rowCount: range.area.rowCount + args.integer(0), columnCount: range.area.columnCount + args.integer(1) },
      session,
    ),
  GetAbsoluteResizedRange: (range, args, session) =>
    sibling(range, { ...range.area, rowCount: args.integer(0), columnCount: args.integer(1) }, session),
  GetRowsBelow: (range, args, session) => sibling(range, adjacentRows(range.area, args.integer(0, 1), true), session),
  GetRowsAbove: (range, args, session) => sibling(range, adjacentRows(range.area, args.integer(0, 1), false), session),
  GetUsedRange: (range, args, session) => sibling(range, found(range.sheet.usedArea(args.flag(0), range.area)), session),
  GetUsedRangeOrNullObject: (range, args, session) => {
    const used = range.sheet.usedArea(args.flag(0), range.area);
    return used ? sibling(range, used, session) : null;
  },
  GetMergedAreasOrNullObject: (range, _args, session) => {
    const areas = merges(range);
    return areas.length === 0 ? null : object("RangeAreas", { ranges: areas.map((area) => session.range(range.sheet, area)) });
  },
  Merge: (range, args) => {
    guardCells(range.sheet, range.area);
    const across = args.flag(0);
    const parts = across ? span(range.area.row, range.area.rowCount).map((row) => ({ ...range.area, row, rowCount: 1 })) : [range.area];
    range.sheet.merges = [...range.sheet.merges.filter((merge) => !intersection(merge, range.area)), ...parts];
    for (const part of parts) {
      range.sheet.forEachCell(part, (cell, row, column) => {
        if (row !== part.row || column !== part.column) {
          cell.value = "";
          delete cell.formula;
        }
      });
    }
    return null;
  },
  Unmerge: (range) => {
    guardCells(range.sheet, range.area);
    range.sheet.merges = range.sheet.merges.filter((merge) => !intersection(merge, range.area));
    return null;
  },
  Clear: (range, args, { workbook }) => {
    const applyTo = args.isGiven(0) ? oneOf(args.raw(0), ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]) : "All";
    clearCells(workbook, range.sheet, range.area, applyTo);
    return null;
  },
  Insert: (range, args, session) => {
    guardSheet(range.sheet);
    const area = range.area;
    insertCells(session.workbook, range.sheet, area, oneOf(args.raw(0), ["Down", "Right"]) === "Down" ? "row" : "column");
    return sibling(range, area, session);
  },
  Delete: (range, args, { workbook }) => {
    guardSheet(range.sheet);
    deleteCells(workbook, range.sheet, range.area, oneOf(args.raw(0), ["Up", "Left"]) === "Up" ? "row" : "column");
    return null;
  },
  Group: (range, args) => outline(range, args, 1),
  Ungroup: (range, args) => outline(range, args, -1),
  Select: (range, _args, { workbook }) => {
    if (range.sheet.visibility !== "Visible") {
      throw new HostError("InvalidSelection");
    }
    workbook.select(range.sheet, range.area);
    return null;
  },
  Calculate: async (_range, _args, { workbook }) => {
    await workbook.calculate(true);
    return null;
  },
  GetRowProperties: ({ sheet, area }, args) =>
    lineProperties(area.row, area.rowCount, (row) => sheet.rowSettings.get(row)?.hidden === true, "rowHidden", args),
  GetColumnProperties: ({ sheet, area }, args) =>
    lineProperties(area.column, area.columnCount, (column) => sheet.columnSettings.get(column)?.hidden === true, "columnHidden", args),
  // The client announces the size of a write that it sends in blocks of 1,500 cells.
  _ValidateArraySize: ({ area }, args) => {
    if (isEntireColumn(area) || isEntireRow(area) || args.integer(0) !== area.rowCount || args.integer(1) !== area.columnCount) {
      throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
    return null;
  },
};
