// Writes whole sheets of ours as a brand-new .xlsx: the same sheets always give the same bytes.
import { writeXlsx, type Cell, type ConditionalRule, type DataValidation, type TableDefinition, type WriteOptions, type WriteSheet } from "hucre/xlsx";
import { cellAddress, columnLetters } from "../core/budget/cells";
import type { CellValue, GridArea } from "../core/reading/grid";
import { pagesWide } from "../core/writing/printWidth";
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { chartOf } from "./chartParts";
import { CONDITIONAL_LOOKS } from "./cellStyles";
import { heldText, safeText } from "./cellText";
import { linkOf, quoteSheet, styleOf, withoutEquals, type Paths } from "./fileCells";
import { LazyCells } from "./lazyCells";
import { LongSheet } from "./longSheet";
import { outlineLevels, rowHeight } from "./rowShapes";
import { checkSheets } from "./sheetLimits";
import { sheetPart, streamWorkbook, type OnRows } from "./streamedWorkbook";
import type { Sink } from "./zipFile";

type RowDef = NonNullable<WriteSheet["rowDefs"]> extends Map<number, infer Row> ? Row : never;

/** The library holds a sheet as one text, and its cells one by one: above this many a sheet is written row by row. */
const LONG_FROM_CELLS = 200_000;

export interface NewWorkbook {
  /** Shown in the file's properties. */
  readonly title?: string;
  /** ISO date that the file's properties show as its own, so that no clock is asked; without one, the first day a zip can state. */
  readonly date?: string;
  readonly paths?: Paths;
  /** Sheets of more cells are written row by row; both ways hold the same. */
  readonly longFromCells?: number;
}

/** Sheets that were looked through and can be written, as often as wanted. */
export interface ReadyWorkbook {
  /** The same bytes each time. Throws WorkbookError too-large when the file outgrows what Excel opens, and whatever the sink throws. */
  writeTo(sink: Sink, onRows?: OnRows): Promise<void>;
}

/**
 * Tables, drop-downs, conditional formats, frozen panes, outlines, links and print set-up; a computed value beside every formula, and
 * Excel calculates all of them anew on opening. Text is stored as text whatever it begins with.
 * Throws WorkbookError (too-large, unsupported) before anything is made.
 */
export async function readyWorkbook(specs: readonly SheetSpec[], about: NewWorkbook = {}): Promise<ReadyWorkbook> {
  const { paths = new Map(), longFromCells = LONG_FROM_CELLS } = about;
  const long = new Map(specs.filter((spec) => spec.rows.length * spec.columnWidths.length > longFromCells).map((spec) => [spec, new LongSheet(spec, paths)]));
  checkSheets(specs, (spec, cell, column) => long.get(spec)?.see(cell, column));
  const moment = new Date(`${about.date ?? "1980-01-01"}T00:00:00Z`);
  const library = await writeXlsx({
    sheets: specs.map((spec) => {
      const sheet = long.get(spec);
      return sheet === undefined ? worksheetOf(spec, paths) : sheet.template(worksheetOf(sheet.head(), paths));
    }),
    properties: { title: safeText(about.title ?? "Common Purse"), creator: "Common Purse", created: moment, modified: moment },
    namedRanges: specs.flatMap(printTitles),
    defaultFont: { name: "Calibri", size: 11 },
  });
  const parts = new Map([...long].map(([spec, sheet]) => [sheetPart(specs.indexOf(spec)), sheet]));
  return {
    writeTo: async (sink, onRows = () => undefined) => {
      if (long.size === 0) await sink(library);
      else await streamWorkbook(library, parts, sink, onRows);
    },
  };
}

/** The whole file in memory. Throws as `readyWorkbook` and its `writeTo` do. */
export async function writeWorkbook(specs: readonly SheetSpec[], about: NewWorkbook = {}): Promise<Uint8Array> {
  return wholeWorkbook(await readyWorkbook(specs, about));
}

/** The bytes that it writes, together. */
export async function wholeWorkbook(ready: ReadyWorkbook): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await ready.writeTo((piece) => void pieces.push(piece));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** One sheet as the library takes it; `printTitles` gives the name that belongs to it. */
export function worksheetOf(spec: SheetSpec, paths: Paths = new Map()): WriteSheet {
  const { rows, columnWidths } = spec;
  return {
    name: spec.name,
    columns: spec.columnWidths.map((width) => ({ width })),
    rows: Array.from({ length: rows.length }, () => []),
    cells: new LazyCells(rows, (cell, r, c) => fileCell(cell, paths, styleOf(cell, columnWidths[c] ?? 0, () => rows[r + 1]?.[c] ?? null))),
    tables: spec.tables.map((table): TableDefinition => ({
      name: table.name,
      range: areaAddress(table.area),
      columns: headings(spec, table.area).map((name) => ({ name })),
      style: "TableStyleLight1",
    })),
    dataValidations: spec.validations.map((choice): DataValidation => ({
      type: "list",
      values: choice.list.map(safeText),
      range: areaAddress(choice.area),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: "Not one of the choices",
      errorMessage: "Choose one of the values in the list.",
      ...(choice.prompt === "" ? {} : { showInputMessage: true, inputMessage: choice.prompt }),
    })),
    conditionalRules: spec.conditionalFormats.map((rule, i): ConditionalRule => ({
      type: "expression",
      priority: i + 1,
      formula: withoutEquals(rule.formula),
      style: CONDITIONAL_LOOKS[rule.style],
      range: areaAddress(rule.area),
    })),
    ...(spec.freezeRows + spec.freezeColumns > 0 ? { freezePane: { rows: spec.freezeRows, columns: spec.freezeColumns } } : {}),
    ...(spec.charts === undefined ? {} : { charts: spec.charts.map((chart) => chartOf(spec, chart)) }),
    rowDefs: rowShapes(spec),
    outlineProperties: { summaryBelow: false },
    view: { showGridLines: false, ...(spec.tabColour === null ? {} : { tabColor: { rgb: spec.tabColour.replace("#", "") } }) },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: pagesWide(spec.columnWidths, spec.freezeColumns),
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&A&C${safeText((spec.footer ?? "").replace(/&/g, "&&"))}&RPage &P of &N` },
  };
}

function fileCell(cell: SheetCell, paths: Paths, style: NonNullable<Cell["style"]>): Partial<Cell> {
  const value = cell.value === "" ? null : safeValue(cell.value);
  const made: Partial<Cell> = cell.formula === undefined ? { value, style } : { formula: withoutEquals(cell.formula), formulaResult: value ?? "", style };
  return cell.link === undefined ? made : { ...made, hyperlink: linkOf(cell.link, paths) };
}

/** Repeated heading rows, and on a sheet of several pages across the columns that stay in sight, as a name of our own: the library leaves the sheet's name unquoted. */
export function printTitles(spec: SheetSpec): NonNullable<WriteOptions["namedRanges"]> {
  if (spec.printTitleRows === null) return [];
  const [from, to] = spec.printTitleRows;
  const columns = spec.freezeColumns > 0 && pagesWide(spec.columnWidths, spec.freezeColumns) > 1 ? `${quoteSheet(spec.name)}!$A:$${columnLetters(spec.freezeColumns - 1)},` : "";
  return [{ name: "_xlnm.Print_Titles", scope: spec.name, range: `${columns}${quoteSheet(spec.name)}!$${from + 1}:$${to + 1}` }];
}

function rowShapes(spec: SheetSpec): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  for (const [r, row] of spec.rows.entries()) {
    const height = rowHeight(row, spec.columnWidths);
    if (height !== null) rows.set(r, { height });
  }
  for (const [r, outlineLevel] of outlineLevels(spec).entries()) if (outlineLevel > 0) rows.set(r, { ...rows.get(r), outlineLevel });
  return rows;
}

function headings(spec: SheetSpec, area: GridArea): string[] {
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column += 1) names.push(safeText(String(spec.rows[area.top]?.[column]?.value ?? "")));
  return names;
}

function areaAddress(area: GridArea): string {
  const corner = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? corner : `${corner}:${cellAddress(area.bottom, area.right)}`;
}

function safeValue(value: CellValue): CellValue {
  return typeof value === "string" ? heldText(value) : value;
}
