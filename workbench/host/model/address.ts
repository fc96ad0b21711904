/** A1 addresses and the rectangular areas of a sheet they stand for. */

/** Rows and columns count from 0; an area always holds at least one cell. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

// Excel specifications and limits: 1,048,576 rows by 16,384 columns.
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const columnName = (index: number): string => {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

const columnIndex = (name: string): number => {
  let index = 0;
  for (const letter of name.toUpperCase()) {
    index = index * 26 + (letter.charCodeAt(0) - 64);
  }
  return index - 1;
};

export const areaOf = (row: number, column: number, rowCount = 1, columnCount = 1): Area => ({
  row,
  column,
  rowCount,
  columnCount,
});

export const WHOLE_SHEET = areaOf(0, 0, MAX_ROWS, MAX_COLUMNS);
export const isEntireColumn = (area: Area): boolean => area.rowCount === MAX_ROWS;
export const isEntireRow = (area: Area): boolean => area.columnCount === MAX_COLUMNS;
export const cellCount = (area: Area): number => area.rowCount * area.columnCount;
export const lastRow = (area: Area): number => area.row + area.rowCount - 1;
export const lastColumn = (area: Area): number => area.column + area.columnCount - 1;

export const isOnSheet = (area: Area): boolean =>
  area.row >= 0 &&
  area.column >= 0 &&
  area.rowCount > 0 &&
  area.columnCount > 0 &&
  lastRow(area) < MAX_ROWS &&
  lastColumn(area) < MAX_COLUMNS;

const between = (row1: number, column1: number, row2: number, column2: number): Area => ({
  row: Math.min(row1, row2),
  column: Math.min(column1, column2),
  rowCount: Math.abs(row2 - row1) + 1,
  columnCount: Math.abs(column2 - column1) + 1,
});

const CELLS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

/** The area of a local address such as `B2`, `$A$1:C9`, `A:F` or `1:3`; null when it is none. */
export const parseArea = (text: string): Area | null => {
  const cells = CELLS.exec(text);
  let area: Area | null = null;
  if (cells) {
    const [, column1 = "", row1 = "", column2 = column1, row2 = row1] = cells;
    area = between(Number(row1) - 1, columnIndex(column1), Number(row2) - 1, columnIndex(column2));
  }
  const columns = COLUMNS.exec(text);
  if (columns) {
    const [, column1 = "", column2 = ""] = columns;
    area = between(0, columnIndex(column1), MAX_ROWS - 1, columnIndex(column2));
  }
  const rows = ROWS.exec(text);
  if (rows) {
    area = between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  }
  return area && isOnSheet(area) ? area : null;
};

export const formatArea = (area: Area): string => {
  if (isEntireColumn(area)) {
    return `${columnName(area.column)}:${columnName(lastColumn(area))}`;
  }
  if (isEntireRow(area)) {
    return `${area.row + 1}:${lastRow(area) + 1}`;
  }
  const first = `${columnName(area.column)}${area.row + 1}`;
  return cellCount(area) === 1 ? first : `${first}:${columnName(lastColumn(area))}${lastRow(area) + 1}`;
};

/** A sheet's name as a formula writes it: in quotes unless it is one plain word. */
export const quoteSheetName = (name: string): string =>
  /^[A-Za-z_\u00C0-\u024F][\w.\u00C0-\u024F]*$/.test(name) && parseArea(name) === null ? name : `'${name.replace(/'/g, "''")}'`;

export const unquoteSheetName = (text: string): string =>
  text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).replace(/''/g, "'") : text;

/** Splits `'Purse Lines'!A1` into the sheet's name (null when none is given) and the local address. */
export const splitAddress = (address: string): { sheetName: string | null; local: string } => {
  const mark = address.lastIndexOf("!");
  return mark < 0
    ? { sheetName: null, local: address }
    : { sheetName: unquoteSheetName(address.slice(0, mark)), local: address.slice(mark + 1) };
};

export const contains = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row && inner.column >= outer.column && lastRow(inner) <= lastRow(outer) && lastColumn(inner) <= lastColumn(outer);

export const intersection = (one: Area, other: Area): Area | null => {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rowCount = Math.min(lastRow(one), lastRow(other)) - row + 1;
  const columnCount = Math.min(lastColumn(one), lastColumn(other)) - column + 1;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
};

export const boundingArea = (one: Area, other: Area): Area =>
  between(
    Math.min(one.row, other.row),
    Math.min(one.column, other.column),
    Math.max(lastRow(one), lastRow(other)),
    Math.max(lastColumn(one), lastColumn(other)),
  );
