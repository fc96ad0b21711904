// Plans of writes: whole sheets of our own, and cell changes old -> new. Preview, apply, revert and audit use the same plan.
import type { CellValue, GridArea } from "../reading/grid";
import type { Virement, Leg } from "../virement/life";

/** What a number in a cell means, so that each adapter formats it alike. */
export type CellFormat = "general" | "text" | "pounds" | "pounds-pence" | "thousands" | "percent" | "integer" | "date";
export type CellStyle = "title" | "subtitle" | "header" | "label" | "body" | "total" | "input" | "note" | "good" | "attention";

export interface SheetCell {
  /** The computed value; for a formula, the figure it must give. Text is written as text, never as a formula. */
  readonly value: CellValue;
  /** "=SUMIFS(…)" in the closed vocabulary, or absent. */
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly style?: CellStyle;
  /** A link inside the workbook (sheet + address) or, from the command line's result, into another file. */
  readonly link?: { readonly file: string | null; readonly sheet: string; readonly address: string };
}

export interface TableSpec {
  readonly name: string;
  /** Heading row included. */
  readonly area: GridArea;
}

export interface ValidationSpec {
  readonly area: GridArea;
  readonly list: readonly string[];
  readonly prompt: string;
}

export interface ConditionalFormatSpec {
  readonly area: GridArea;
  /** Formula for the top-left cell, relative as Excel does. */
  readonly formula: string;
  readonly style: "good" | "attention";
}

/** Columns of figures side by side, named by the first column of an area and its heading row: the chart follows those cells. */
export interface ChartSpec {
  /** One of its kind on the sheet; a chart of this name is pointed at its cells again and stays where people have put it. */
  readonly name: string;
  readonly title: string;
  /** Heading row and column of names included. */
  readonly data: GridArea;
  /** What the heading row calls each column of figures. */
  readonly series: readonly string[];
  /** The cells it covers when it is first drawn. */
  readonly over: GridArea;
}

/** One sheet of ours, whole: what it shows does not depend on what stood there before. */
export interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly columnWidths: readonly number[];
  readonly tables: readonly TableSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly charts?: readonly ChartSpec[];
  readonly freezeRows: number;
  readonly freezeColumns: number;
  /** Zero-based rows repeated on each printed page. */
  readonly printTitleRows: readonly [number, number] | null;
  readonly outlineRows: readonly { readonly from: number; readonly to: number }[];
  readonly tabColour: string | null;
  /** What users write beside the block is carried over a refresh, each note with its row; without it, it stays in its cells. */
  readonly keepsNotes?: boolean;
  /** Unit and date, printed at the foot of each page. */
  readonly footer?: string;
}

/** One cell's change. `before` is what was seen at preview; applying refuses when it no longer is. */
export interface CellChange {
  /** The workbook, where several are read as one partnership; absent for a single open workbook. */
  readonly file?: string;
  readonly sheet: string;
  readonly address: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Present only where a formula stands at the cell before: such a cell is never written. */
  readonly beforeFormula?: string;
  readonly why: string;
}

export interface TableResize {
  readonly file?: string;
  readonly sheet: string;
  readonly table: string;
  readonly area: GridArea;
}

/** A cell that is not written but must still hold what was seen: the words by which a changed row, column or decision is known. */
export interface CellGuard {
  readonly sheet: string;
  readonly address: string;
  readonly value: CellValue;
}

/** All that one apply or revert does, in one step: all or nothing. */
export interface WritePlan {
  readonly changes: readonly CellChange[];
  readonly resizes: readonly TableResize[];
  /** Where they are given, applying refuses when one of them no longer holds its value: rows were moved, or what was decided has changed. */
  readonly guards?: readonly CellGuard[];
}

export interface VirementRow {
  readonly virement: Virement;
  /** The row's own lines and amount. */
  readonly leg: Leg;
  /** Everything that is said once of the whole stands in the first row. */
  readonly first: boolean;
  readonly from: string;
  readonly to: string;
}
