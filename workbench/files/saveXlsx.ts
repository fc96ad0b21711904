// Saves the workbench's workbook as a new .xlsx, with the value beside every formula.
import { writeXlsx, type Cell, type CellStyle, type CellValue, type SheetChart, type WriteSheet } from "hucre/xlsx";
import type { CellData, ChartData, HostWorkbookData, SheetData, StyleData } from "../host/hostData";
import { safeText } from "../../src/file/cellText";
import { quoteSheet } from "../../src/file/fileCells";
import { cellAddress, columnLetters, parseAddress } from "../../src/core/budget/cells";

const POINTS_PER_CHARACTER = 5.25;

export async function saveXlsx(data: HostWorkbookData): Promise<Uint8Array> {
  return writeXlsx({ sheets: data.sheets.map(writeSheet) });
}

function writeSheet(sheet: SheetData): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = sheet.rows.map((row, r) => row.map((cell, c): CellValue => {
    if (cell === null || typeof cell !== "object") return cell;
    cells.set(`${r},${c}`, writeCell(cell));
    return plain(cell.v);
  }));
  const width = Math.max(0, ...(sheet.columns ?? []).map((column) => column.index + 1));
  return {
    name: sheet.name,
    rows,
    cells,
    columns: Array.from({ length: width }, (_, index) => {
      const column = sheet.columns?.find((c) => c.index === index);
      return { ...(column?.size === undefined ? {} : { width: column.size / POINTS_PER_CHARACTER }), ...(column?.hidden === true ? { hidden: true } : {}) };
    }),
    rowDefs: new Map((sheet.rowSettings ?? []).map((row) => [row.index, {
      ...(row.size === undefined ? {} : { height: row.size }), ...(row.hidden === true ? { hidden: true } : {}),
      ...(row.outlineLevel === undefined ? {} : { outlineLevel: row.outlineLevel }),
    }])),
    merges: (sheet.merges ?? []).flatMap(mergeOf),
    tables: (sheet.tables ?? []).map((table) => ({ name: table.name, range: table.address, columns: headings(sheet, table.address), ...(table.style === undefined ? {} : { style: table.style }) })),
    dataValidations: (sheet.validations ?? []).flatMap((v) => {
      const list = v.rule.list as { source?: unknown } | undefined;
      return typeof list?.source === "string" ? [{ type: "list" as const, values: list.source.split(","), range: v.address }] : [];
    }),
    conditionalRules: (sheet.conditionalFormats ?? []).flatMap((format, i) => format.formula === undefined ? [] : [{
      type: "expression" as const, priority: i + 1, formula: format.formula.replace(/^=/, ""), range: format.address,
      style: { fill: solid("#FCE4D6"), font: { color: { rgb: "7F1D1D" } } },
    }]),
    ...(sheet.charts === undefined ? {} : { charts: sheet.charts.flatMap((chart) => chartOf(sheet, chart)) }),
    ...(sheet.frozen === undefined ? {} : { freezePane: sheet.frozen }),
    ...(sheet.visibility === "Hidden" ? { hidden: true } : sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    view: { showGridLines: sheet.showGridlines ?? true, ...(sheet.tabColor === undefined || sheet.tabColor === "" ? {} : { tabColor: { rgb: sheet.tabColor.replace("#", "") } }) },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(sheet.protected === true ? { protection: { sheet: true } } : {}),
  };
}

/** The first row holds the headings of the columns, the first column what the bars are called. */
function chartOf(sheet: SheetData, { title, address, lying, from, to }: ChartData): SheetChart[] {
  const [[start, end], [first, last]] = [address.split(":").map(parseAddress), [parseAddress(from ?? "A1"), parseAddress(to ?? "F15")]];
  if (!start || !end || !first || !last) return [];
  const column = (c: number): string => `${quoteSheet(sheet.name)}!$${columnLetters(c)}$${start.row + 2}:$${columnLetters(c)}$${end.row + 1}`;
  const names = headings(sheet, address).slice(1);
  return [{
    type: lying === true ? "bar" : "column", ...(lying === true ? { axes: { x: { reverse: true, tickLblPos: "low" as const }, y: { crosses: "max" as const } } } : {}), title, legend: "bottom", anchor: { from: { row: first.row, col: first.column }, to: { row: last.row + 1, col: last.column + 1 } },
    series: names.map(({ name }, i) => ({ name, categories: column(start.column), values: column(start.column + 1 + i) })),
  }];
}

function writeCell(cell: CellData): Partial<Cell> {
  const value = plain(cell.v);
  const style = styleOf(cell.s, cell.z);
  const link = cell.l?.documentReference ?? cell.l?.address;
  return {
    value,
    ...(cell.f === undefined ? {} : { formula: cell.f.replace(/^=/, ""), formulaResult: value, type: "formula" as const }),
    ...(style === undefined ? {} : { style }),
    ...(link === undefined ? {} : { hyperlink: cell.l?.documentReference === undefined ? { target: link } : { target: "", location: link } }),
  };
}

function plain(value: CellData["v"]): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return safeText(value);
  return typeof value === "object" ? value.error : value;
}

function styleOf(style: StyleData | undefined, numFmt: string | undefined): CellStyle | undefined {
  if (style === undefined && numFmt === undefined) return undefined;
  const font = {
    ...(style?.bold === true ? { bold: true } : {}), ...(style?.italic === true ? { italic: true } : {}),
    ...(style?.fontSize === undefined ? {} : { size: style.fontSize }),
    ...(style?.fontColor === undefined ? {} : { color: { rgb: style.fontColor.replace("#", "") } }),
  };
  return {
    ...(numFmt === undefined ? {} : { numFmt }),
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(style?.fill === undefined ? {} : { fill: solid(style.fill) }),
    ...(style?.wrapText === true ? { alignment: { wrapText: true } } : {}),
    ...(style?.locked === false ? { protection: { locked: false } } : {}),
  };
}

function solid(colour: string) {
  return { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: colour.replace("#", "") } };
}

function mergeOf(address: string) {
  const [from = "", to = from] = address.split(":");
  const start = parseAddress(from);
  const end = parseAddress(to);
  return start && end ? [{ startRow: start.row, startCol: start.column, endRow: end.row, endCol: end.column }] : [];
}

function headings(sheet: SheetData, address: string) {
  const [from = "", to = from] = address.split(":");
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (!start || !end) return [];
  return Array.from({ length: end.column - start.column + 1 }, (_, i) => {
    const cell = sheet.rows[start.row]?.[start.column + i];
    const text = cell !== null && typeof cell === "object" ? plain(cell.v) : cell;
    return { name: typeof text === "string" ? text : cellAddress(start.row, start.column + i) };
  });
}
