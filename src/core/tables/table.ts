// One table a sheet: title, one line of what it shows, then an Excel table. Written and read back by the same headings.
import { cellAddress } from "../budget/cells";
import { valueAt, type CellValue, type GridArea, type SheetGrid } from "../reading/grid";
import { foldLabel } from "../text";
import { rowsOnDemand } from "../writing/rowsOnDemand";
import type { ConditionalFormatSpec, SheetCell, SheetSpec, ValidationSpec } from "../writing/types";

export interface TableColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: Row, index: number) => SheetCell;
  /** Drop-down choices, if any. */
  readonly choices?: readonly string[];
  readonly prompt?: string;
  /** True for a column that tables written before it came do without. */
  readonly optional?: boolean;
}

export interface TableDef<Row> {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  /** What the sheet shows, its unit and its sign rule. */
  readonly subtitle: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly freezeColumns?: number;
  readonly tabColour?: string;
  readonly conditionalFormats?: (body: GridArea) => readonly ConditionalFormatSpec[];
}

/** Zero-based row of the headings on every table sheet of ours; the body starts below. */
export const TABLE_HEADER_ROW = 3;

/** Above this many cells a table's rows are made as they are asked for, and anew each time. */
const CELLS_HELD = 200_000;

/** The whole sheet for a table, with a note above it, or cells of one. An empty table keeps one blank body row, as Excel needs. */
export function tableSheet<Row>(def: TableDef<Row>, rows: readonly Row[], note: string | readonly SheetCell[] = ""): SheetSpec {
  const width = def.columns.length;
  const area: GridArea = { top: TABLE_HEADER_ROW, left: 0, bottom: TABLE_HEADER_ROW + Math.max(1, rows.length), right: width - 1 };
  const bodyArea: GridArea = { ...area, top: TABLE_HEADER_ROW + 1 };
  return {
    name: def.sheet,
    rows: allRows(def, rows, note),
    columnWidths: def.columns.map((column) => column.width),
    tables: [{ name: def.table, area }],
    validations: def.columns.flatMap((column, i): ValidationSpec[] =>
      column.choices === undefined ? [] : [{ area: { ...bodyArea, left: i, right: i }, list: column.choices, prompt: column.prompt ?? "" }]),
    conditionalFormats: def.conditionalFormats?.(bodyArea) ?? [],
    freezeRows: TABLE_HEADER_ROW + 1,
    freezeColumns: def.freezeColumns ?? 1,
    printTitleRows: [TABLE_HEADER_ROW, TABLE_HEADER_ROW],
    outlineRows: [],
    tabColour: def.tabColour ?? null,
  };
}

function allRows<Row>({ title, subtitle, columns }: TableDef<Row>, rows: readonly Row[], note: string | readonly SheetCell[]): SheetSpec["rows"] {
  const head: SheetSpec["rows"] = [
    [{ value: title, style: "title" }],
    [{ value: subtitle, style: "subtitle" }],
    typeof note === "string" ? [note === "" ? null : { value: note, style: "note" }] : note,
    columns.map((column) => ({ value: column.heading, style: "header" as const })),
  ];
  if (rows.length === 0) return [...head, columns.map(() => null)];
  const cellsOf = (row: Row, i: number): SheetCell[] => columns.map((column) => column.cell(row, i));
  if (rows.length * columns.length <= CELLS_HELD) return [...head, ...rows.map(cellsOf)];
  return rowsOnDemand(head, rows.length, (i) => {
    const row = rows[i];
    return row === undefined ? [] : cellsOf(row, i);
  });
}

/** One row of a table read back, with the address of each of its cells. */
export interface TableRecord {
  readonly row: number;
  readonly value: (heading: string) => CellValue;
  readonly text: (heading: string) => string;
  readonly address: (heading: string) => string;
  /** Whether the table has such a column. */
  readonly has: (heading: string) => boolean;
}

/**
 * Reads a table by its headings wherever they stand on the sheet (columns may have been moved, more may have been added).
 * Null when no row holds all the required headings. Wholly blank rows are passed over.
 */
export function readTable(grid: SheetGrid, required: readonly string[]): readonly TableRecord[] | null {
  const wanted = required.map(foldLabel);
  for (let row = 0; row < grid.values.length; row += 1) {
    const headings = (grid.values[row] ?? []).map((v) => (typeof v === "string" ? foldLabel(v) : ""));
    if (wanted.every((heading) => headings.includes(heading))) return recordsBelow(grid, row, headings);
  }
  return null;
}

function recordsBelow(grid: SheetGrid, headerRow: number, headings: readonly string[]): TableRecord[] {
  const columnOf = new Map<string, number>();
  headings.forEach((heading, column) => {
    if (heading !== "" && !columnOf.has(heading)) columnOf.set(heading, column);
  });
  const records: TableRecord[] = [];
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    if ([...columnOf.values()].every((column) => isBlank(valueAt(grid, row, column)))) continue;
    const value = (heading: string): CellValue => {
      const column = columnOf.get(foldLabel(heading));
      return column === undefined ? null : valueAt(grid, row, column);
    };
    records.push({
      row,
      value,
      text: (heading) => String(value(heading) ?? "").trim(),
      address: (heading) => cellAddress(row, columnOf.get(foldLabel(heading)) ?? 0),
      has: (heading) => columnOf.has(foldLabel(heading)),
    });
  }
  return records;
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}
