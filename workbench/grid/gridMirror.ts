// Keeps the grid showing what the host's workbook holds, and takes every formula's value from the grid's own engine.
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { CellError, ERROR_CODES } from "../host/model/cell";
import type { SheetModel } from "../host/model/sheet";
import type { Calculator, WorkbookModel } from "../host/model/workbook";
import { cellStamp, columnWidths, gridCell, rowHeights } from "./snapshot";

type GridWorkbook = ReturnType<FUniver["createWorkbook"]>;
type GridSheet = NonNullable<ReturnType<GridWorkbook["getSheetBySheetId"]>>;
type CellMatrix = IObjectMatrixPrimitiveType<ICellData>;

interface Shown {
  name: string;
  stamps: string[][];
  dressed: string;
}

/** The engine has this long to answer before its last values are taken. */
const CALCULATION_LIMIT_MS = 20_000;
/** Marks of paragraphs and links inside rich text. */
const CONTROL = /[\u0000-\u001f]/g;
/** So long the page may be held up at a time. */
const TURN_MS = 40;
const ROWS_TO_SPARE = 40;
const COLUMNS_TO_SPARE = 8;

export class GridMirror implements Calculator {
  /** True while the mirror itself writes, so that the grid's own events are not taken for a person's edits. */
  isDrawing = false;
  private grid: GridWorkbook | null = null;
  private opened = 0;
  private source: WorkbookModel | null = null;
  private readonly shown = new Map<string, Shown>();
  private readonly tables = new Map<string, string>();

  constructor(private readonly univer: FUniver) {}

  get workbook(): GridWorkbook | null {
    return this.grid;
  }

  async calculate(workbook: WorkbookModel): Promise<void> {
    this.isDrawing = true;
    try {
      const grid = this.open(workbook);
      this.drawSheets(grid, workbook);
      const drewValues = await this.drawCells(grid, workbook, false);
      this.drawTables(grid, workbook);
      const drewFormulas = await this.drawCells(grid, workbook, true);
      if (drewValues || drewFormulas) await this.settle(grid, workbook);
      takeValues(grid, workbook);
      // Adding a sheet makes the grid show it; Excel goes on showing the sheet that was active.
      const active = grid.getSheetBySheetId(workbook.activeSheet.id);
      if (active && grid.getActiveSheet().getSheetId() !== workbook.activeSheet.id) grid.setActiveSheet(active);
    } finally {
      this.isDrawing = false;
    }
  }

  /** Shows the sheet and cell that the workbook has selected. */
  showSelection(workbook: WorkbookModel): void {
    const sheet = this.grid?.getSheetBySheetId(workbook.activeSheet.id);
    if (!this.grid || !sheet) return;
    const { row, column, rowCount, columnCount } = workbook.selection;
    this.grid.setActiveSheet(sheet);
    const range = sheet.getRange(row, column, rowCount, columnCount);
    sheet.setActiveRange(range);
    sheet.scrollToCell(Math.max(0, row - 3), Math.max(0, column - 2));
  }

  /** Has everything calculated and waits for the results; a formula without a value means that the engine is still at it. */
  private async settle(grid: GridWorkbook, workbook: WorkbookModel): Promise<void> {
    const formula = this.univer.getFormula();
    const until = performance.now() + CALCULATION_LIMIT_MS;
    formula.executeCalculation();
    do {
      await formula.onCalculationResultApplied(CALCULATION_LIMIT_MS);
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (hasUnsettled(grid, workbook) && performance.now() < until);
  }

  private open(workbook: WorkbookModel): GridWorkbook {
    if (this.grid !== null && this.source === workbook) return this.grid;
    if (this.grid !== null) this.univer.disposeUnit(this.grid.getId());
    this.shown.clear();
    this.tables.clear();
    this.source = workbook;
    this.opened += 1;
    this.grid = this.univer.createWorkbook({
      id: `book-${this.opened}`,
      name: workbook.name,
      sheetOrder: workbook.sheets.map((sheet) => sheet.id),
      sheets: Object.fromEntries(workbook.sheets.map((sheet) => [sheet.id, emptySheet(sheet)])),
    });
    for (const sheet of workbook.sheets) this.shown.set(sheet.id, { name: sheet.name, stamps: [], dressed: dress(sheet) });
    return this.grid;
  }

  private drawSheets(grid: GridWorkbook, workbook: WorkbookModel): void {
    for (const id of [...this.shown.keys()]) {
      if (workbook.sheets.some((sheet) => sheet.id === id)) continue;
      grid.deleteSheet(id);
      this.shown.delete(id);
    }
    workbook.sheets.forEach((sheet, index) => {
      const shown = this.shown.get(sheet.id);
      if (shown === undefined) {
        grid.insertSheet(sheet.name, { index, sheet: emptySheet(sheet) });
        this.shown.set(sheet.id, { name: sheet.name, stamps: [], dressed: dress(sheet) });
        return;
      }
      const gridSheet = grid.getSheetBySheetId(sheet.id);
      if (gridSheet && shown.name !== sheet.name) gridSheet.setName(sheet.name);
      shown.name = sheet.name;
      if (gridSheet && shown.dressed !== dress(sheet)) redress(gridSheet, sheet);
      shown.dressed = dress(sheet);
    });
  }

  /** Draws the cells that changed; formulas come after all values and tables, since they read them. */
  private async drawCells(grid: GridWorkbook, workbook: WorkbookModel, formulas: boolean): Promise<boolean> {
    let drew = false;
    for (const sheet of workbook.sheets) {
      const shown = this.shown.get(sheet.id);
      const gridSheet = grid.getSheetBySheetId(sheet.id);
      if (shown === undefined || !gridSheet) continue;
      // A long sheet is looked through in turns with the rest of the page; what a person edits meanwhile is theirs, not the mirror's.
      this.isDrawing = false;
      const changed = await changedCells(sheet, shown, formulas);
      this.isDrawing = true;
      if (changed === null) continue;
      makeRoom(gridSheet, sheet);
      gridSheet.getRange(0, 0, gridSheet.getMaxRows(), gridSheet.getMaxColumns()).setValues(changed);
      drew = true;
    }
    return drew;
  }

  private drawTables(grid: GridWorkbook, workbook: WorkbookModel): void {
    for (const table of workbook.tables) {
      const place = JSON.stringify([table.name, table.area]);
      if (this.tables.get(table.id) === place) continue;
      const sheet = grid.getSheetBySheetId(table.sheet.id);
      if (!sheet) continue;
      if (this.tables.has(table.id)) void sheet.removeTable(table.id);
      const { row, column, rowCount, columnCount } = table.area;
      void sheet.addTable(table.name, { startRow: row, startColumn: column, endRow: row + rowCount - 1, endColumn: column + columnCount - 1 }, table.id);
      this.tables.set(table.id, place);
    }
  }
}

async function changedCells(sheet: SheetModel, shown: Shown, formulas: boolean): Promise<CellMatrix | null> {
  const changed: CellMatrix = {};
  let any = false;
  let until = performance.now() + TURN_MS;
  const rows = Math.max(sheet.rows.length, shown.stamps.length);
  for (let row = 0; row < rows; row += 1) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + TURN_MS;
    }
    const stamps = (shown.stamps[row] ??= []);
    const columns = Math.max(sheet.rows[row]?.length ?? 0, stamps.length);
    for (let column = 0; column < columns; column += 1) {
      const cell = sheet.cellAt(row, column);
      if ((cell?.formula !== undefined) !== formulas) continue;
      const stamp = cellStamp(cell);
      if ((stamps[column] ?? "") === stamp) continue;
      stamps[column] = stamp;
      (changed[row] ??= {})[column] = gridCell(cell);
      any = true;
    }
  }
  return any ? changed : null;
}

function hasUnsettled(grid: GridWorkbook, workbook: WorkbookModel): boolean {
  return workbook.sheets.some((sheet) => {
    const matrix = grid.getSheetBySheetId(sheet.id)?.getSheet().getCellMatrix();
    return matrix !== undefined && sheet.rows.some((cells, row) => cells?.some((cell, column) => cell?.formula !== undefined && valueIn(matrix.getValue(row, column)) === null) ?? false);
  });
}

/** A cell's value; the engine gives a HYPERLINK's words as rich text. */
function valueIn(cell: ICellData | null | undefined | void): string | number | boolean | null {
  if (cell === null || typeof cell !== "object") return null;
  return cell.v ?? cell.p?.body?.dataStream.replace(CONTROL, "") ?? null;
}

/** Every formula cell of the workbook gets the value that the grid's engine gives it. */
function takeValues(grid: GridWorkbook, workbook: WorkbookModel): void {
  for (const sheet of workbook.sheets) {
    const matrix = grid.getSheetBySheetId(sheet.id)?.getSheet().getCellMatrix();
    if (!matrix) continue;
    sheet.rows.forEach((cells, row) => cells?.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const value = valueIn(matrix.getValue(row, column));
      if (value === null) cell.value = "";
      else cell.value = typeof value === "string" && ERROR_CODES.includes(value) ? new CellError(value) : value;
    }));
  }
}

function emptySheet(sheet: SheetModel) {
  return {
    id: sheet.id,
    name: sheet.name,
    rowCount: Math.max(100, sheet.rows.length + ROWS_TO_SPARE),
    columnCount: Math.max(26, usedColumns(sheet) + COLUMNS_TO_SPARE),
    columnData: columnWidths(sheet),
    rowData: rowHeights(sheet),
    showGridlines: sheet.showGridlines ? (1 as const) : (0 as const),
    hidden: sheet.visibility === "Visible" ? (0 as const) : (1 as const),
    ...(sheet.tabColor === "" ? {} : { tabColor: sheet.tabColor }),
    ...(sheet.frozen === null ? {} : { freeze: { xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows, startRow: sheet.frozen.rows, startColumn: sheet.frozen.columns } }),
    mergeData: sheet.merges.map((m) => ({ startRow: m.row, startColumn: m.column, endRow: m.row + m.rowCount - 1, endColumn: m.column + m.columnCount - 1 })),
  };
}

function dress(sheet: SheetModel): string {
  return JSON.stringify([sheet.frozen, [...sheet.columnSettings], sheet.tabColor]);
}

function redress(gridSheet: GridSheet, sheet: SheetModel): void {
  for (const [index, { w }] of Object.entries(columnWidths(sheet))) gridSheet.setColumnWidth(Number(index), w);
  if (sheet.frozen !== null) {
    gridSheet.setFrozenRows(sheet.frozen.rows);
    gridSheet.setFrozenColumns(sheet.frozen.columns);
  }
}

function makeRoom(gridSheet: GridSheet, sheet: SheetModel): void {
  const rows = sheet.rows.length + ROWS_TO_SPARE - gridSheet.getMaxRows();
  const columns = usedColumns(sheet) + 1 - gridSheet.getMaxColumns();
  if (rows > 0) gridSheet.insertRowsAfter(gridSheet.getMaxRows() - 1, rows);
  if (columns > 0) gridSheet.insertColumnsAfter(gridSheet.getMaxColumns() - 1, columns);
}

/** Rows without cells are holes in the host's list, so they are counted one by one. */
function usedColumns(sheet: SheetModel): number {
  let widest = 0;
  sheet.rows.forEach((row) => { widest = Math.max(widest, row?.length ?? 0); });
  return widest;
}
