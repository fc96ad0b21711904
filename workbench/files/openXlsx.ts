// Opens an .xlsx for the workbench: cells, formulas, looks, sizes, tables and choices, as plain host data.
import { readXlsx, type Cell, type CellStyle, type Sheet } from "hucre/xlsx";
import type { CellData, ConditionalFormatData, HostWorkbookData, LineData, SheetData, StyleData, TableData, ValidationData } from "../host/hostData";
import { cellAddress } from "../../src/core/budget/cells";

/** One character of the standard font is about 5.25 points wide in Excel. */
const POINTS_PER_CHARACTER = 5.25;
const DAY_MS = 86_400_000;
const EXCEL_EPOCH_DAYS = 25_569;

export async function openXlsx(bytes: Uint8Array, name: string): Promise<HostWorkbookData> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return { name, sheets: workbook.sheets.map(sheetData) };
}

function sheetData(sheet: Sheet): SheetData {
  const rows = sheet.rows.map((row, r) => row.map((value, c) => cellData(value, sheet.cells?.get(`${r},${c}`))));
  const columns = (sheet.columns ?? []).flatMap((column, index): LineData[] =>
    column.width === undefined && column.hidden !== true ? [] : [{
      index,
      ...(column.width === undefined ? {} : { size: column.width * POINTS_PER_CHARACTER }),
      ...(column.hidden === true ? { hidden: true } : {}),
    }]);
  const rowSettings = [...(sheet.rowDefs ?? new Map())].map(([index, row]: [number, { height?: number; hidden?: boolean }]): LineData => ({
    index, ...(row.height === undefined ? {} : { size: row.height }), ...(row.hidden === true ? { hidden: true } : {}),
  }));
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? "VeryHidden" : sheet.hidden === true ? "Hidden" : "Visible",
    ...(sheet.view?.tabColor?.rgb === undefined ? {} : { tabColor: hex(sheet.view.tabColor.rgb) }),
    ...(sheet.view?.showGridLines === undefined ? {} : { showGridlines: sheet.view.showGridLines }),
    rows,
    columns,
    rowSettings,
    merges: (sheet.merges ?? []).map((m) => `${cellAddress(m.startRow, m.startCol)}:${cellAddress(m.endRow, m.endCol)}`),
    tables: (sheet.tables ?? []).flatMap((table): TableData[] =>
      table.range === undefined ? [] : [{ name: table.displayName ?? table.name, address: table.range, ...(table.style === undefined ? {} : { style: table.style }) }]),
    validations: (sheet.dataValidations ?? []).flatMap((v): ValidationData[] =>
      v.type === "list" ? [{ address: v.range, rule: { list: { inCellDropDown: true, source: v.values?.join(",") ?? v.formula1 ?? "" } } }] : []),
    conditionalFormats: (sheet.conditionalRules ?? []).flatMap((rule): ConditionalFormatData[] =>
      rule.type === "expression" ? [{ address: rule.range, type: "Custom", formula: `=${[rule.formula ?? ""].flat().join("")}` }] : []),
    ...(sheet.freezePane === undefined ? {} : { frozen: { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 } }),
    protected: sheet.protection !== undefined && sheet.protection.sheet !== false,
  };
}

function cellData(value: unknown, cell: Cell | undefined): CellData | string | number | boolean | null {
  const plain = plainValue(cell?.formula === undefined ? value : (cell.formulaResult ?? value));
  if (cell === undefined) return plain;
  const style = cell.style === undefined ? undefined : styleData(cell.style);
  const error = cell.type === "error" && typeof plain === "string";
  const isPlain = cell.formula === undefined && style === undefined && cell.style?.numFmt === undefined && cell.hyperlink === undefined && !error;
  if (isPlain) return plain;
  return {
    v: error ? { error: plain } : plain,
    ...(cell.formula === undefined ? {} : { f: `=${cell.formula.replace(/^=/, "")}` }),
    ...(cell.style?.numFmt === undefined ? {} : { z: cell.style.numFmt }),
    ...(style === undefined ? {} : { s: style }),
    ...(cell.hyperlink === undefined ? {} : { l: linkOf(cell.hyperlink) }),
  };
}

function linkOf(link: NonNullable<Cell["hyperlink"]>): NonNullable<CellData["l"]> {
  return link.location === undefined ? { address: link.target } : { documentReference: link.location };
}

/** Dates go back to serial numbers, as Excel itself holds them. */
function plainValue(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.getTime() / DAY_MS + EXCEL_EPOCH_DAYS;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function styleData({ font, fill, alignment, protection }: CellStyle): StyleData | undefined {
  const fillColour = fill?.type === "pattern" && fill.pattern === "solid" ? rgb(fill.fgColor) : undefined;
  const fontColour = rgb(font?.color);
  const style: StyleData = {
    ...(font?.bold === true ? { bold: true } : {}),
    ...(font?.italic === true ? { italic: true } : {}),
    ...(font?.size === undefined ? {} : { fontSize: font.size }),
    ...(fontColour === undefined ? {} : { fontColor: fontColour }),
    ...(fillColour === undefined ? {} : { fill: fillColour }),
    ...(alignment?.wrapText === true ? { wrapText: true } : {}),
    ...(alignment?.horizontal === undefined ? {} : { horizontalAlignment: capital(alignment.horizontal) }),
    ...(alignment?.indent === undefined ? {} : { indentLevel: alignment.indent }),
    ...(protection?.locked === false ? { locked: false } : {}),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

function rgb(colour: { readonly rgb?: string } | undefined): string | undefined {
  return colour?.rgb === undefined ? undefined : hex(colour.rgb);
}

function hex(rgbText: string): string {
  return `#${rgbText.slice(-6).toUpperCase()}`;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

