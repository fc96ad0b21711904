/** Structured references: Table[Column], Table[[#Headers],[Column]], Table[@Column] and their like. */
import type { Area } from "../model/address";
import { intersection } from "../model/address";
import type { SheetModel } from "../model/sheet";
import type { TableModel, WorkbookModel } from "../model/workbook";

export interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

/** A special sign in a column's name is written after an apostrophe. */
const unescapeName = (text: string): string => text.replace(/'(.)/g, "$1");

/** The parts between the outer brackets: `[#Headers],[Amount]` gives both, a plain name gives itself. */
const parts = (inner: string): string[] => {
  const list = inner.match(/\[(?:[^[\]']|'.)*\]/g);
  return list ? list.map((part) => part.slice(1, -1).trim()) : inner.trim() === "" ? [] : [inner.trim()];
};

const rowsOf = (table: TableModel, item: string, from: Place): Area | null => {
  const { area, showHeaders, showTotals } = table;
  const head = showHeaders ? 1 : 0;
  const body: Area = { ...area, row: area.row + head, rowCount: area.rowCount - head - (showTotals ? 1 : 0) };
  switch (item) {
    case "#all":
      return area;
    case "#headers":
      return showHeaders ? { ...area, rowCount: 1 } : null;
    case "#totals":
      return showTotals ? { ...area, row: area.row + area.rowCount - 1, rowCount: 1 } : null;
    case "#this row":
      return from.sheet === table.sheet ? intersection(body, { ...area, row: from.row, rowCount: 1 }) : null;
    default:
      return body;
  }
};

/** The cells meant; null where table, column or row do not exist, which is #REF! in Excel. */
export const resolveStructured = (workbook: WorkbookModel, text: string, from: Place): { sheet: SheetModel; area: Area } | null => {
  const bracket = text.indexOf("[");
  const name = text.slice(0, bracket);
  const at: Area = { row: from.row, column: from.column, rowCount: 1, columnCount: 1 };
  const table = name === "" ? workbook.tablesIn(from.sheet, at)[0] : workbook.findTable(name);
  if (!table) {
    return null;
  }
  let inner = text.slice(bracket + 1, -1).trim();
  let item = "#data";
  if (inner.startsWith("@")) {
    item = "#this row";
    inner = inner.slice(1).trim();
  }
  const columns: string[] = [];
  for (const part of parts(inner)) {
    if (part.startsWith("#")) {
      item = part.toLowerCase();
    } else {
      columns.push(unescapeName(part).toLowerCase());
    }
  }
  const names = workbook.columnNames(table).map((each) => each.toLowerCase());
  const places = columns.map((column) => names.indexOf(column));
  const rows = rowsOf(table, item, from);
  if (!rows || places.includes(-1)) {
    return null;
  }
  const first = places.length > 0 ? Math.min(...places) : 0;
  const last = places.length > 0 ? Math.max(...places) : table.area.columnCount - 1;
  return { sheet: table.sheet, area: { ...rows, column: table.area.column + first, columnCount: last - first + 1 } };
};
