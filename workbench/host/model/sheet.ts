/** One worksheet: its cells and everything that belongs to the sheet rather than to the workbook. */
import type { Area } from "./address";
import { cellCount, intersection, isEntireColumn, isEntireRow, lastColumn, lastRow } from "./address";
import type { Cell, CellStyle } from "./cell";
import { isEmptyCell } from "./cell";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A row's or a column's own settings. Sizes are in points, as Office.js gives them. */
export interface LineSettings {
  size?: number;
  hidden?: boolean;
  /** Depth of the outline group, 0 for none. */
  outlineLevel?: number;
  style?: CellStyle;
  numberFormat?: string;
}

export interface Validation {
  area: Area;
  /** As `DataValidation.rule`: `{list: {source, inCellDropDown}}` and the like. */
  rule: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
  prompt?: Readonly<Record<string, unknown>>;
  errorAlert?: Readonly<Record<string, unknown>>;
}

export interface ConditionalFormatModel {
  readonly id: string;
  area: Area;
  readonly type: string;
  /** Formula of a Custom rule, or the rule object of a CellValue rule. */
  formula: string;
  cellValueRule: Readonly<Record<string, unknown>> | null;
  stopIfTrue: boolean;
  format: Record<string, unknown>;
}

/** A chart of columns. */
export interface ChartModel {
  readonly id: string;
  name: string;
  readonly type: string;
  /** The cells that it shows. */
  area: Area;
  title: string;
  legend: string;
  /** Its axis of names: the first at the top or the left, and where they stand. */
  readonly categories: { reversed: boolean; labels: string };
  /** First and last cell that it covers; null where Excel would choose. */
  over: { readonly from: Area; readonly to: Area } | null;
}

export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

// Excel's defaults: Calibri 11 gives rows of 15 points and columns of 8.43 characters, 48 points.
export const STANDARD_ROW_HEIGHT = 15;
export const STANDARD_COLUMN_WIDTH = 48;

export class SheetModel {
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  isProtected = false;
  protectionOptions: Readonly<Record<string, unknown>> = {};
  frozen: FrozenPanes | null = null;
  merges: Area[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormatModel[] = [];
  charts: ChartModel[] = [];
  /** Settings of `Worksheet.pageLayout` by their wire names, kept as given. */
  readonly page = new Map<string, unknown>();
  printTitleRows: Area | null = null;
  printTitleColumns: Area | null = null;
  printArea: Area | null = null;
  /** Sparse: a row or a cell that was never touched is not there. */
  readonly rows: ((Cell | undefined)[] | undefined)[] = [];
  readonly rowSettings = new Map<number, LineSettings>();
  readonly columnSettings = new Map<number, LineSettings>();
  /** The look of cells that nobody touched, set through a range of the whole sheet. */
  defaults: LineSettings = {};

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cellAt(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The cell, made if there is none yet with the look of its row or column. */
  ensureCell(row: number, column: number): Cell {
    const cells = (this.rows[row] ??= []);
    const existing = cells[column];
    if (existing) {
      return existing;
    }
    const cell: Cell = { value: "" };
    const numberFormat = this.inherited(row, column, "numberFormat");
    const style = this.inherited(row, column, "style");
    if (numberFormat !== undefined) {
      cell.numberFormat = numberFormat;
    }
    if (style !== undefined) {
      cell.style = style;
    }
    cells[column] = cell;
    return cell;
  }

  styleAt(row: number, column: number): CellStyle {
    const cell = this.cellAt(row, column);
    return (cell ? cell.style : this.inherited(row, column, "style")) ?? {};
  }

  numberFormatAt(row: number, column: number): string {
    const cell = this.cellAt(row, column);
    return (cell ? cell.numberFormat : this.inherited(row, column, "numberFormat")) ?? "General";
  }

  /** Visits the cells that exist inside the area, row by row. */
  forEachCell(area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
    const bottom = Math.min(lastRow(area), this.rows.length - 1);
    for (let row = area.row; row <= bottom; row += 1) {
      const cells = this.rows[row];
      if (!cells) {
        continue;
      }
      const right = Math.min(lastColumn(area), cells.length - 1);
      for (let column = area.column; column <= right; column += 1) {
        const cell = cells[column];
        if (cell) {
          visit(cell, row, column);
        }
      }
    }
  }

  /** The smallest area with all used cells; null on an empty sheet. `valuesOnly` leaves out cells that only have a look. */
  usedArea(valuesOnly: boolean, within?: Area): Area | null {
    const bounds = within ?? { row: 0, column: 0, rowCount: this.rows.length, columnCount: Number.MAX_SAFE_INTEGER };
    const isUsed = (cell: Cell | undefined): boolean => cell !== undefined && !(valuesOnly && isEmptyCell(cell));
    const end = (row: number): number => Math.min(bounds.column + bounds.columnCount, this.rows[row]?.length ?? 0);
    const hasUsed = (row: number): boolean => this.rows[row]?.slice(bounds.column, end(row)).some(isUsed) ?? false;
    let top = bounds.row;
    let bottom = Math.min(bounds.row + bounds.rowCount, this.rows.length) - 1;
    while (top <= bottom && !hasUsed(top)) {
      top += 1;
    }
    while (bottom > top && !hasUsed(bottom)) {
      bottom -= 1;
    }
    if (top > bottom) {
      return null;
    }
    // Between them only cells further out than any seen so far matter: a long sheet is asked for its used area at every reading.
    let left = Number.MAX_SAFE_INTEGER;
    let right = -1;
    for (let row = top; row <= bottom; row += 1) {
      const cells = this.rows[row] ?? [];
      const stop = end(row);
      for (let column = bounds.column; column < Math.min(left, stop); column += 1) {
        if (isUsed(cells[column])) {
          left = column;
        }
      }
      for (let column = stop - 1; column > right; column -= 1) {
        if (isUsed(cells[column])) {
          right = column;
        }
      }
    }
    return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  mergeAt(row: number, column: number): Area | undefined {
    return this.merges.find((merge) => intersection(merge, { row, column, rowCount: 1, columnCount: 1 }));
  }

  /** Whether protection stands in the way of a change anywhere in the area; cells are locked unless unlocked. */
  isLocked(area: Area): boolean {
    if (!this.isProtected) {
      return false;
    }
    if (isEntireColumn(area) || isEntireRow(area)) {
      return true;
    }
    for (let row = area.row; row <= lastRow(area); row += 1) {
      for (let column = area.column; column <= lastColumn(area); column += 1) {
        if (this.styleAt(row, column).locked !== false) {
          return true;
        }
      }
    }
    return false;
  }

  /** Changes the look of every cell of the area; whole rows, columns and sheets keep it for cells to come. */
  restyle(area: Area, restyle: (style: CellStyle) => CellStyle): void {
    const change = (look: { style?: CellStyle }): void => {
      look.style = restyle(look.style ?? {});
    };
    const isWhole = isEntireColumn(area) || isEntireRow(area);
    if (isWhole) {
      this.forEachCell(area, (cell) => change(cell));
      for (const settings of this.wholeSettings(area)) {
        change(settings);
      }
      return;
    }
    for (let row = area.row; row <= lastRow(area); row += 1) {
      for (let column = area.column; column <= lastColumn(area); column += 1) {
        change(this.ensureCell(row, column));
      }
    }
  }

  private wholeSettings(area: Area): LineSettings[] {
    if (isEntireColumn(area) && isEntireRow(area)) {
      return [this.defaults, ...this.rowSettings.values(), ...this.columnSettings.values()];
    }
    return isEntireColumn(area)
      ? span(area.column, area.columnCount).map((column) => lineOf(this.columnSettings, column))
      : span(area.row, area.rowCount).map((row) => lineOf(this.rowSettings, row));
  }

  private inherited<K extends "style" | "numberFormat">(row: number, column: number, key: K): LineSettings[K] {
    return this.rowSettings.get(row)?.[key] ?? this.columnSettings.get(column)?.[key] ?? this.defaults[key];
  }
}

export const span = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

export const lineOf = (lines: Map<number, LineSettings>, index: number): LineSettings => {
  const existing = lines.get(index);
  if (existing) {
    return existing;
  }
  const made: LineSettings = {};
  lines.set(index, made);
  return made;
};

// Office.js reads above this many cells come back without values ("Excel data transfer limits": five million cells).
const READ_CELL_LIMIT = 5_000_000;
export const isUnreadable = (area: Area): boolean => isEntireColumn(area) || isEntireRow(area) || cellCount(area) > READ_CELL_LIMIT;
