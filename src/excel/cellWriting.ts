// How one value or formula of ours is handed to Excel so that text stays text.
import type { CellValue } from "../core/reading/grid";
import type { CellFormat, SheetCell } from "../core/writing/types";

const NUMBER_FORMATS: Readonly<Record<CellFormat, string>> = {
  general: "General",
  text: "@",
  pounds: "#,##0;[Red]-#,##0",
  "pounds-pence": "#,##0.00;[Red]-#,##0.00",
  thousands: "#,##0.###;[Red]-#,##0.###",
  percent: "0.00%",
  integer: "0",
  date: "yyyy-mm-dd",
};

/** Text that Excel would take for something else: a formula, a number, a date, a logical value, an error, or its own text mark. */
const NEEDS_MARK = /^[=+\-−@'\t\r\n]|^\s*[\d(£$€#]|^(true|false)$/i;

/** What goes into Range.formulas: a formula as it is, text behind Excel's own text mark (') wherever it could be read otherwise. */
export function cellInput(value: CellValue, formula?: string): string | number | boolean {
  if (formula !== undefined) return formula;
  if (value === null) return "";
  return typeof value === "string" && NEEDS_MARK.test(value) ? `'${value}` : value;
}

export function numberFormatOf(cell: SheetCell | null): string {
  if (cell === null) return NUMBER_FORMATS.general;
  return NUMBER_FORMATS[cell.format ?? (typeof cell.value === "string" && cell.formula === undefined ? "text" : "general")];
}
