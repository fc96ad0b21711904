/** A workbook as plain data, for opening and saving: what files, samples and tests hand to the host. */
import type { Border } from "./model/cell";

/** One cell: `v` value, `f` formula with its `=`, `z` number format, `s` look, `l` link. An error value is `{"error": "#N/A"}`. */
export interface CellData {
  readonly v?: string | number | boolean | { readonly error: string } | null;
  readonly f?: string;
  readonly z?: string;
  readonly s?: StyleData;
  readonly l?: {
    readonly address?: string;
    readonly documentReference?: string;
    readonly screenTip?: string;
    readonly textToDisplay?: string;
  };
}

export interface StyleData {
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

/** A row or a column; sizes in points. */
export interface LineData {
  readonly index: number;
  readonly size?: number;
  readonly hidden?: boolean;
  readonly outlineLevel?: number;
}

export interface ValidationData {
  readonly address: string;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks?: boolean;
  readonly prompt?: Readonly<Record<string, unknown>>;
  readonly errorAlert?: Readonly<Record<string, unknown>>;
}

export interface ConditionalFormatData {
  readonly address: string;
  readonly type: string;
  readonly formula?: string;
  readonly cellValueRule?: Readonly<Record<string, unknown>>;
  readonly stopIfTrue?: boolean;
  readonly format?: Readonly<Record<string, unknown>>;
}

export interface TableData {
  readonly name: string;
  readonly address: string;
  readonly showHeaders?: boolean;
  readonly showTotals?: boolean;
  readonly style?: string;
  readonly showFilterButton?: boolean;
}

/** A chart of columns: its cells with their headings, and the first and last cell that it covers. */
export interface ChartData {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  /** Bars that lie, the first name on top. */
  readonly lying?: boolean;
  readonly from?: string;
  readonly to?: string;
}

export interface SheetData {
  readonly name: string;
  readonly visibility?: "Visible" | "Hidden" | "VeryHidden";
  readonly tabColor?: string;
  readonly showGridlines?: boolean;
  /** Row by row from A1; null is an empty cell, and so is one beyond a row's end. A bare value stands for `{v: value}`. */
  readonly rows: readonly (readonly (CellData | string | number | boolean | null)[])[];
  readonly columns?: readonly LineData[];
  readonly rowSettings?: readonly LineData[];
  readonly merges?: readonly string[];
  readonly tables?: readonly TableData[];
  readonly validations?: readonly ValidationData[];
  readonly conditionalFormats?: readonly ConditionalFormatData[];
  readonly charts?: readonly ChartData[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly protected?: boolean;
  readonly printTitleRows?: string;
}

export interface HostWorkbookData {
  readonly name?: string;
  readonly sheets: readonly SheetData[];
  readonly names?: readonly { readonly name: string; readonly formula: string; readonly sheet?: string }[];
  readonly activeSheet?: string;
}
