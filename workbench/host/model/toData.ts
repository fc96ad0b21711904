/** Gives a workbook back as plain data: the inverse of workbookFromData. */
import type { CellData, ChartData, ConditionalFormatData, HostWorkbookData, LineData, SheetData, TableData, ValidationData } from "../hostData";
import { formatArea } from "./address";
import type { Cell } from "./cell";
import { CellError } from "./cell";
import type { ChartModel, ConditionalFormatModel, LineSettings, SheetModel, Validation } from "./sheet";
import type { TableModel, WorkbookModel } from "./workbook";

/** Leaves out what is not there, so that data read and written again is equal. */
const given = <K extends string, V>(key: K, value: V | undefined | null): { [P in K]?: V } =>
  value === undefined || value === null ? {} : ({ [key]: value } as { [P in K]?: V });

const cellData = (cell: Cell | undefined): CellData | null => {
  if (!cell) {
    return null;
  }
  const value = cell.value instanceof CellError ? { error: cell.value.code } : cell.value;
  const data: CellData = {
    ...given("v", value === "" ? undefined : value),
    ...given("f", cell.formula),
    ...given("z", cell.numberFormat),
    ...given("s", cell.style),
    ...given("l", cell.hyperlink),
  };
  return Object.keys(data).length === 0 ? null : data;
};

const lineData = (lines: Map<number, LineSettings>): LineData[] =>
  [...lines]
    .sort(([a], [b]) => a - b)
    .map(([index, { size, hidden, outlineLevel }]) => ({
      index,
      ...given("size", size),
      ...given("hidden", hidden),
      ...given("outlineLevel", outlineLevel),
    }));

const tableData = (table: TableModel): TableData => ({
  name: table.name,
  address: formatArea(table.area),
  showHeaders: table.showHeaders,
  showTotals: table.showTotals,
  style: table.style,
  showFilterButton: table.showFilterButton,
});

const validationData = ({ area, rule, ignoreBlanks, prompt, errorAlert }: Validation): ValidationData => ({
  address: formatArea(area),
  rule,
  ignoreBlanks,
  ...given("prompt", prompt),
  ...given("errorAlert", errorAlert),
});

const conditionalData = ({ area, type, formula, cellValueRule, stopIfTrue, format }: ConditionalFormatModel): ConditionalFormatData => ({
  address: formatArea(area),
  type,
  formula,
  ...given("cellValueRule", cellValueRule),
  stopIfTrue,
  format: { ...format },
});

const chartData = ({ name, title, type, area, over }: ChartModel): ChartData => ({
  name,
  title,
  address: formatArea(area),
  ...(type === "BarClustered" ? { lying: true } : {}),
  ...(over ? { from: formatArea(over.from), to: formatArea(over.to) } : {}),
});

const rowsData = (sheet: SheetModel): (CellData | null)[][] => {
  const rows = Array.from(sheet.rows, (cells) => {
    const row = Array.from(cells ?? [], cellData);
    while (row.length > 0 && row[row.length - 1] === null) {
      row.pop();
    }
    return row;
  });
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) {
    rows.pop();
  }
  return rows;
};

const sheetData = (workbook: WorkbookModel, sheet: SheetModel): SheetData => ({
  name: sheet.name,
  visibility: sheet.visibility,
  tabColor: sheet.tabColor,
  showGridlines: sheet.showGridlines,
  rows: rowsData(sheet),
  columns: lineData(sheet.columnSettings),
  rowSettings: lineData(sheet.rowSettings),
  merges: sheet.merges.map(formatArea),
  tables: workbook.tables.filter((table) => table.sheet === sheet).map(tableData),
  validations: sheet.validations.map(validationData),
  conditionalFormats: sheet.conditionalFormats.map(conditionalData),
  ...(sheet.charts.length > 0 ? { charts: sheet.charts.map(chartData) } : {}),
  ...given("frozen", sheet.frozen),
  protected: sheet.isProtected,
  ...given("printTitleRows", sheet.printTitleRows && formatArea(sheet.printTitleRows)),
});

export const toData = (workbook: WorkbookModel): HostWorkbookData => ({
  name: workbook.name,
  sheets: workbook.sheets.map((sheet) => sheetData(workbook, sheet)),
  names: workbook.names.map(({ name, formula, scope }) => ({ name, formula, ...given("sheet", scope?.name) })),
  activeSheet: workbook.activeSheet.name,
});
