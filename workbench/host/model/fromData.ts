/** Opens a workbook from plain data, as it stands: nothing is read as if typed. */
import type { CellData, HostWorkbookData, LineData, SheetData } from "../hostData";
import type { Area } from "./address";
import { areaOf, parseArea } from "./address";
import type { Cell } from "./cell";
import { CellError } from "./cell";
import type { LineSettings, SheetModel } from "./sheet";
import { addTable, checkTableName } from "./tables";
import { type Calculator, WorkbookModel } from "./workbook";

const area = (address: string): Area => {
  const found = parseArea(address);
  if (!found) {
    throw new Error(`"${address}" is not an address.`);
  }
  return found;
};

const cellFrom = (data: CellData | string | number | boolean): Cell => {
  const given: CellData = typeof data === "object" ? data : { v: data };
  const value = given.v ?? "";
  const cell: Cell = { value: typeof value === "object" ? new CellError(value.error) : value };
  if (given.f !== undefined) {
    cell.formula = given.f;
  }
  if (given.z !== undefined && given.z !== "General") {
    cell.numberFormat = given.z;
  }
  if (given.s !== undefined) {
    cell.style = given.s;
  }
  if (given.l !== undefined) {
    cell.hyperlink = given.l;
  }
  return cell;
};

const fillLines = (lines: Map<number, LineSettings>, given: readonly LineData[] = []): void => {
  for (const { index, ...settings } of given) {
    lines.set(index, { ...settings });
  }
};

const fillSheet = (workbook: WorkbookModel, sheet: SheetModel, data: SheetData): void => {
  data.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell !== null && cell !== undefined) {
        (sheet.rows[row] ??= [])[column] = cellFrom(cell);
      }
    });
  });
  fillLines(sheet.columnSettings, data.columns);
  fillLines(sheet.rowSettings, data.rowSettings);
  sheet.visibility = data.visibility ?? "Visible";
  sheet.tabColor = data.tabColor ?? "";
  sheet.showGridlines = data.showGridlines ?? true;
  sheet.frozen = data.frozen ?? null;
  sheet.printTitleRows = data.printTitleRows === undefined ? null : area(data.printTitleRows);
  for (const table of data.tables ?? []) {
    checkTableName(workbook, table.name);
    const made = addTable(workbook, sheet, area(table.address), true);
    made.name = table.name;
    made.showHeaders = table.showHeaders ?? true;
    made.showTotals = table.showTotals ?? false;
    made.style = table.style ?? made.style;
    made.showFilterButton = table.showFilterButton ?? true;
  }
  sheet.merges = (data.merges ?? []).map(area);
  sheet.validations = (data.validations ?? []).map(({ address, ...rest }) => ({ ignoreBlanks: true, ...rest, area: area(address) }));
  sheet.conditionalFormats = (data.conditionalFormats ?? []).map((format) => ({
    id: `{${workbook.nextId().padStart(8, "0")}-0000-0000-0002-000000000000}`,
    area: area(format.address),
    type: format.type,
    formula: format.formula ?? "",
    cellValueRule: format.cellValueRule ?? null,
    stopIfTrue: format.stopIfTrue ?? false,
    format: { ...format.format },
  }));
  sheet.charts = (data.charts ?? []).map(({ name, title, address, lying, from, to }) => ({
    id: `{${workbook.nextId().padStart(8, "0")}-0000-0000-0003-000000000000}`,
    name,
    type: lying === true ? "BarClustered" : "ColumnClustered",
    title,
    legend: "Bottom",
    categories: { reversed: lying === true, labels: lying === true ? "Low" : "NextToAxis" },
    area: area(address),
    over: from === undefined || to === undefined ? null : { from: area(from), to: area(to) },
  }));
  sheet.isProtected = data.protected ?? false;
};

/** The workbook is not calculated yet: a formula keeps the value the data gives until the first calculation. */
export const workbookFromData = (data: HostWorkbookData, calculator: Calculator): WorkbookModel => {
  const workbook = new WorkbookModel(calculator);
  if (data.sheets.length === 0) {
    return workbook;
  }
  const [placeholder] = workbook.sheets;
  data.sheets.forEach((sheetData, index) => {
    if (index === 0 && placeholder) {
      workbook.checkSheetName(sheetData.name, placeholder);
      placeholder.name = sheetData.name;
    } else {
      workbook.addSheet(sheetData.name);
    }
  });
  data.sheets.forEach((sheetData, index) => {
    const sheet = workbook.sheets[index];
    if (sheet) {
      fillSheet(workbook, sheet, sheetData);
    }
  });
  for (const { name, formula, sheet } of data.names ?? []) {
    const scope = sheet === undefined ? null : (workbook.findSheet(sheet) ?? null);
    workbook.names.push({ id: workbook.nextId(), name, scope, formula, comment: "", visible: true });
  }
  workbook.name = data.name ?? workbook.name;
  const firstVisible = workbook.sheets.find((sheet) => sheet.visibility === "Visible");
  const active = (data.activeSheet === undefined ? undefined : workbook.findSheet(data.activeSheet)) ?? firstVisible;
  if (!active) {
    throw new Error("A workbook needs a visible sheet.");
  }
  workbook.select(active, areaOf(0, 0));
  workbook.noteStructure();
  workbook.takeChanges();
  workbook.takeSelectionChange();
  return workbook;
};
