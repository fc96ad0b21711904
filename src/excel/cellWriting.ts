// How one value or formula of ours is handed to Excel so that text stays text.
import type { CellValue } from "../core/reading/grid";
import { cutVisibly } from "../core/writing/cutVisibly";
import type { CellFormat, SheetCell } from "../core/writing/types";

const NUMBER_FORMATS: Readonly<Record<CellFormat, string>> = {
  general: "General",
  // Not "@": text carries Excel's own text mark instead, which holds whatever is typed into the cell later.
  text: "General",
  pounds: "#,##0;[Red]-#,##0",
  "pounds-pence": "#,##0.00;[Red]-#,##0.00",
  thousands: "#,##0.###;[Red]-#,##0.###",
  percent: "0.00%",
  integer: "0",
  date: "yyyy-mm-dd",
};

/** Text that Excel would take for something else: a formula, a number, a date, a logical value, an error, or its own text mark. */
const NEEDS_MARK = /^[=+\-−@'\t\r\n]|^\s*[\d(£$€#]|^(true|false)$/i;

/**
 * What goes into Range.formulas: a formula as it is, text behind Excel's own text mark (') wherever it could be read otherwise.
 * A cell that its owner formatted as text ("@") takes text as it is.
 */
export function cellInput(value: CellValue, cell: { readonly formula?: string | undefined; readonly numberFormat?: unknown } = {}): string | number | boolean {
  if (cell.formula !== undefined) return cell.formula;
  if (value === null) return "";
  if (typeof value !== "string") return value;
  const text = cutVisibly(value);
  return cell.numberFormat !== "@" && NEEDS_MARK.test(text) ? `'${text}` : text;
}

export function numberFormatOf(cell: SheetCell | null): string {
  if (cell === null) return NUMBER_FORMATS.general;
  return NUMBER_FORMATS[cell.format ?? "general"];
}

/** The cell's formula, or null. Text that begins with "=" reads the same in values and formulas; a formula never is its own value. */
export function formulaIn(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}
