// Writes whole sheets of ours as a brand-new .xlsx: the same sheets always give the same bytes.
import { writeXlsx, type Cell, type ConditionalRule, type DataValidation, type TableDefinition, type WriteOptions, type WriteSheet } from "hucre/xlsx";
import { cellAddress } from "../core/budget/cells";
import type { CellValue, GridArea } from "../core/reading/grid";
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { CONDITIONAL_LOOKS, fileStyle, wraps } from "./cellStyles";
import { LazyCells } from "./lazyCells";
import { checkSheets } from "./sheetLimits";

type RowDef = NonNullable<WriteSheet["rowDefs"]> extends Map<number, infer Row> ? Row : never;

type Paths = ReadonlyMap<string, string>;

export interface NewWorkbook {
  /** Shown in the file's properties. */
  readonly title?: string;
  /** ISO date that the file's properties show as its own, so that no clock is asked; without one, the first day a zip can state. */
  readonly date?: string;
  /** Where the files that links lead to are, seen from the new workbook's folder, with "/" between names; by the files' names. */
  readonly paths?: Paths;
}

/**
 * Tables, drop-downs, conditional formats, frozen panes, outlines, links and print set-up; a computed value beside every formula, and
 * Excel calculates all of them anew on opening. Text is stored as text whatever it begins with.
 * Throws WorkbookError (too-large, unsupported) before anything is made.
 */
export async function writeWorkbook(specs: readonly SheetSpec[], about: NewWorkbook = {}): Promise<Uint8Array> {
  checkSheets(specs);
  const moment = new Date(`${about.date ?? "1980-01-01"}T00:00:00Z`);
  const options: WriteOptions = {
    sheets: specs.map((spec) => worksheetOf(spec, about.paths)),
    properties: { title: safeText(about.title ?? "Common Purse"), creator: "Common Purse", created: moment, modified: moment },
    namedRanges: specs.flatMap(printTitles),
    defaultFont: { name: "Calibri", size: 11 },
  };
  return writeXlsx(options);
}

/** One sheet as the library takes it; `printTitles` gives the name that belongs to it. */
export function worksheetOf(spec: SheetSpec, paths: Paths = new Map()): WriteSheet {
  return {
    name: spec.name,
    columns: spec.columnWidths.map((width) => ({ width })),
    rows: spec.rows.map(() => []),
    cells: new LazyCells(spec.rows, (cell, r, c) => fileCell(cell, paths, spec.columnWidths[c] ?? 0, typeof spec.rows[r + 1]?.[c]?.value === "number")),
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
    rowDefs: rowShapes(spec),
    outlineProperties: { summaryBelow: false },
    view: { showGridLines: false, ...(spec.tabColour === null ? {} : { tabColor: { rgb: spec.tabColour.replace("#", "") } }) },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&A&RPage &P of &N" },
  };
}

/** A heading stands over its figures as they stand: at the right. */
function fileCell(cell: SheetCell, paths: Paths, columnWidth: number, overFigure: boolean): Partial<Cell> {
  const value = cell.value === "" ? null : safeValue(cell.value);
  const style = fileStyle(cell.style, cell.format, cell.link !== undefined, columnWidth, overFigure && cell.style === "header");
  const made: Partial<Cell> = cell.formula === undefined ? { value, style } : { formula: withoutEquals(cell.formula), formulaResult: value ?? "", style };
  return cell.link === undefined ? made : { ...made, hyperlink: fileLink(cell.link, paths) };
}

/** A target outside is a URI: nothing unescaped in it, or Excel offers to repair the file. */
function fileLink({ file, sheet, address }: NonNullable<SheetCell["link"]>, paths: Paths): NonNullable<Cell["hyperlink"]> {
  const place = `${quoteSheet(sheet)}!${address}`;
  return file === null ? { target: "", location: place } : { target: `${encodePath(paths.get(file) ?? file)}#${encodeURI(place).replace(/#/g, "%23")}` };
}

function encodePath(path: string): string {
  return path.split("/").map((name) => (name === ".." ? name : encodeURIComponent(name))).join("/");
}

/** Repeated heading rows, as a name of our own: the library leaves the sheet's name unquoted. */
export function printTitles(spec: SheetSpec): NonNullable<WriteOptions["namedRanges"]> {
  if (spec.printTitleRows === null) return [];
  const [from, to] = spec.printTitleRows;
  return [{ name: "_xlnm.Print_Titles", scope: spec.name, range: `${quoteSheet(spec.name)}!$${from + 1}:$${to + 1}` }];
}

const LINE_POINTS = 15;
const MAX_POINTS = 409;

/** Outline levels, and room for texts that go on in further lines: not every program finds that height by itself. */
function rowShapes(spec: SheetSpec): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  spec.rows.forEach((row, r) => {
    const lines = Math.max(1, ...row.map((cell, c) => linesOf(cell, spec.columnWidths[c] ?? 0)));
    if (lines > 1) rows.set(r, { height: Math.min(MAX_POINTS, lines * LINE_POINTS) });
  });
  for (const { from, to } of spec.outlineRows) {
    for (let row = from; row <= to; row += 1) rows.set(row, { ...rows.get(row), outlineLevel: Math.min(7, (rows.get(row)?.outlineLevel ?? 0) + 1) });
  }
  return rows;
}

/** A width counts digits, and letters are narrower; but whole words move to the next line. */
function linesOf(cell: SheetCell | null, columnWidth: number): number {
  if (cell === null || typeof cell.value !== "string" || columnWidth <= 0 || !wraps(cell.style, columnWidth)) return 1;
  const perLine = Math.max(4, columnWidth * 1.08);
  return cell.value.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
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

function quoteSheet(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

function withoutEquals(formula: string): string {
  return formula.replace(/^=/, "");
}

function safeValue(value: CellValue): CellValue {
  return typeof value === "string" ? safeText(value) : value;
}

/** "_x0041_" in a file means "A" (ECMA-376 22.9.2.19); text that only looks so is escaped. Half a surrogate pair has no form in a file. */
function safeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
