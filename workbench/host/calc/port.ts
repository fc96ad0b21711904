/** What the host needs of a formula engine; the workbench's grid brings its own. */
import type { WorkbookModel } from "../model/workbook";

export interface Calculator {
  /** Gives every formula cell of the workbook its value. Called after changes, once per batch. */
  calculate(workbook: WorkbookModel): void | Promise<void>;
}
