/** A cell, its value and its look, as the host keeps them. */

/** One of Excel's error values, such as `#N/A`. */
export class CellError {
  constructor(readonly code: string) {}
}

/** `""` is the value of an empty cell and of a formula that gives an empty text. */
export type CellValue = string | number | boolean | CellError;

export interface Border {
  readonly style: string;
  readonly color?: string;
  readonly weight?: string;
}

/** Only what was set; everything else is the default look. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly fill?: string;
  readonly wrapText?: boolean;
  readonly shrinkToFit?: boolean;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly indentLevel?: number;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly borders?: Readonly<Record<string, Border>>;
}

interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export interface Cell {
  value: CellValue;
  /** With its leading `=`, in English, as `Range.formulas` shows it. */
  formula?: string;
  numberFormat?: string;
  style?: CellStyle;
  hyperlink?: Hyperlink;
}

export const ERROR_CODES: readonly string[] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"];

export const isEmptyCell = (cell: Cell | undefined): boolean => cell === undefined || (cell.formula === undefined && cell.value === "");

export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** Excel.RangeValueType: whole numbers come back as Double too, a formula giving "" as String. */
export const valueTypeOf = (cell: Cell | undefined): ValueType => {
  if (cell === undefined || isEmptyCell(cell)) {
    return "Empty";
  }
  if (cell.value instanceof CellError) {
    return "Error";
  }
  return typeof cell.value === "number" ? "Double" : typeof cell.value === "boolean" ? "Boolean" : "String";
};

export const wireValue = (value: CellValue): string | number | boolean => (value instanceof CellError ? value.code : value);
