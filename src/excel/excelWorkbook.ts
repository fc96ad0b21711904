// The open workbook in Excel, behind the ports: the only way the app reaches Office.js.
import type { CellRef } from "../core/budget/cells";
import type { SheetGrid } from "../core/reading/grid";
import type { SheetSpec, WritePlan } from "../core/writing/types";
import type { BroughtTarget, PlanOutcome, WorkbookPort, WorkOptions } from "../workbook/ports";
import { applyInExcel } from "./applyPlan";
import { bringIntoExcel } from "./bringIn";
import { readAllGrids } from "./readGrids";
import { inExcel } from "./run";
import { showInExcel } from "./showCell";
import { writeOwnSheets } from "./writeSheets";

export class ExcelWorkbook implements WorkbookPort {
  name(): Promise<string> {
    return inExcel(async (context) => {
      const { workbook } = context;
      workbook.load("name");
      await context.sync();
      return workbook.name;
    }, { retry: true, written: "" });
  }

  readGrids(options: WorkOptions = {}): Promise<readonly SheetGrid[]> {
    return readAllGrids(options);
  }

  writeSheets(specs: readonly SheetSpec[], options: WorkOptions = {}): Promise<void> {
    return writeOwnSheets(specs, options);
  }

  bringIn(sheets: readonly BroughtTarget[], record: SheetSpec, options: WorkOptions = {}): Promise<void> {
    return bringIntoExcel(sheets, record, options);
  }

  applyPlan(plan: WritePlan, options: WorkOptions = {}): Promise<PlanOutcome> {
    return applyInExcel(plan, options);
  }

  showCell(cell: CellRef, seen?: SheetGrid): Promise<void> {
    return showInExcel(cell, seen);
  }
}
