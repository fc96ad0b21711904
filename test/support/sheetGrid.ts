// Test helper: a sheet as rows of values, without a file around it.
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";

export function sheetOf(sheet: string, values: readonly (readonly CellValue[])[], more: Partial<SheetGrid> = {}): SheetGrid {
  return { file: null, sheet, visibility: "visible", values, ...more };
}
