// The open workbook in Excel, behind the ports: the only way the app reaches Office.js.
import type { CellRef } from "../core/budget/cells";
import type { SheetGrid } from "../core/reading/grid";
import type { SheetSpec, WritePlan } from "../core/writing/types";
import { type BroughtTarget, type PlanObstacle, type PlanOutcome, type RecoveredChange, type SelectedCells, type WorkbookPort, type WorkOptions } from "../workbook/ports";
import { applyInExcel, checkInExcel } from "./applyPlan";
import { bringIntoExcel } from "./bringIn";
import { ChangeWatch } from "./changeWatch";
import { readAgainInExcel } from "./readAgain";
import { readAllGrids } from "./readGrids";
import { recoverInExcel } from "./recoverPlan";
import { inExcel, ORDINARY_PATIENCE, type Patience } from "./run";
import { showInExcel } from "./showCell";
import { writeOwnSheets } from "./writeSheets";

export class ExcelWorkbook implements WorkbookPort {
  private readonly watch = new ChangeWatch();

  constructor(private readonly patience: Patience = ORDINARY_PATIENCE) {}

  name(): Promise<string> {
    return inExcel(async (context) => {
      const { workbook } = context;
      workbook.load("name");
      await context.sync();
      return workbook.name;
    }, { retry: true, written: "" });
  }

  readGrids(options: WorkOptions = {}): Promise<readonly SheetGrid[]> {
    return readAllGrids(this.watch, options, this.patience);
  }

  readAgain(held: readonly SheetGrid[], stale: readonly string[] = [], options: WorkOptions = {}): Promise<readonly SheetGrid[]> {
    return readAgainInExcel(this.watch, held, stale, options, this.patience);
  }

  writeSheets(specs: readonly SheetSpec[], options: WorkOptions = {}): Promise<void> {
    return writeOwnSheets(specs, options);
  }

  bringIn(sheets: readonly BroughtTarget[], record: SheetSpec, options: WorkOptions = {}): Promise<void> {
    return bringIntoExcel(sheets, record, options);
  }

  applyPlan(plan: WritePlan, options: WorkOptions = {}): Promise<PlanOutcome> {
    return applyInExcel(plan, options, this.patience);
  }

  checkPlan(plan: WritePlan, options: WorkOptions = {}): Promise<readonly PlanObstacle[]> {
    return checkInExcel(plan, options, this.patience);
  }

  recover(sheet: string, options: WorkOptions = {}): Promise<RecoveredChange | null> {
    return recoverInExcel(sheet, options, this.patience);
  }

  selectedCells(): Promise<SelectedCells | null> {
    return inExcel(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("rowIndex,columnIndex,rowCount,columnCount,worksheet/name");
      const used = range.worksheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      // A whole column selected stands for the part of it that is used.
      const end = used.isNullObject ? { row: 0, column: 0 } : { row: used.rowIndex + used.rowCount - 1, column: used.columnIndex + used.columnCount - 1 };
      const bottom = Math.max(range.rowIndex, Math.min(range.rowIndex + range.rowCount - 1, end.row));
      const right = Math.max(range.columnIndex, Math.min(range.columnIndex + range.columnCount - 1, end.column));
      return { sheet: range.worksheet.name, area: { top: range.rowIndex, left: range.columnIndex, bottom, right } };
    }, { retry: true, written: "" });
  }

  showCell(cell: CellRef, seen?: SheetGrid): Promise<void> {
    return showInExcel(cell, seen);
  }
}
