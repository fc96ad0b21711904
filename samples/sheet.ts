// One sheet being drawn cell by cell, with each formula's value beside it, and its form for the workbook writer.
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import { cellAddress, parseAddress } from "../src/core/budget/cells";

export type SheetValue = string | number | null;

interface Page {
  readonly landscape: boolean;
  /** Rows repeated on every page, e.g. "$7:$8". */
  readonly titleRows?: string;
  readonly footer: string;
}

/** Looks laid over one another: the later wins, font by font and side by side. */
export function blend(...looks: readonly (CellStyle | undefined)[]): CellStyle {
  const out: CellStyle = {};
  for (const look of looks) {
    if (!look) continue;
    if (look.font) out.font = { ...out.font, ...look.font };
    if (look.alignment) out.alignment = { ...out.alignment, ...look.alignment };
    if (look.border) out.border = { ...out.border, ...look.border };
    if (look.fill) out.fill = look.fill;
    if (look.numFmt !== undefined) out.numFmt = look.numFmt;
  }
  return out;
}

export function fill(rgb: string): CellStyle {
  return { fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } };
}

/** 1700000 as "1,700,000", whatever the machine's locale. */
export function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}

export class SampleSheet {
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: NonNullable<WriteSheet["merges"]> = [];
  private readonly heights = new Map<number, { height: number }>();
  private widths: readonly number[] = [];
  private frozen: { rows: number; columns: number } | null = null;
  private page: Page | null = null;

  /** @param base the look of every cell that is written; it must name the font */
  constructor(
    readonly name: string,
    private readonly base: CellStyle,
    private readonly tabColour: string,
    private readonly gridLines: boolean,
  ) {}

  put(address: string, value: SheetValue, ...looks: readonly (CellStyle | undefined)[]): void {
    const type = value === null ? "empty" : typeof value === "number" ? "number" : "string";
    this.cells.set(key(address), { value, type, style: blend(this.base, this.styleAt(address), ...looks) });
  }

  /** Writes values from a cell to the right; null leaves a cell empty but styled. */
  row(address: string, values: readonly SheetValue[], ...looks: readonly (CellStyle | undefined)[]): void {
    const start = at(address);
    values.forEach((value, i) => this.put(cellAddress(start.row, start.column + i), value, ...looks));
  }

  /** Lays a look over an area, keeping what stands there. */
  paint(area: string, ...looks: readonly CellStyle[]): void {
    for (const address of addresses(area)) {
      const before = this.cells.get(key(address));
      this.cells.set(key(address), { value: null, type: "empty", ...before, style: blend(this.base, before?.style, ...looks) });
    }
  }

  formula(address: string, formula: string, value: number | string, ...looks: readonly (CellStyle | undefined)[]): void {
    const style = blend(this.base, this.styleAt(address), ...looks);
    this.cells.set(key(address), { value, type: "formula", formula, formulaResult: value, style });
  }

  /** A live SUM over one area, with the sum of what has been written there so far. */
  sum(address: string, area: string, ...looks: readonly (CellStyle | undefined)[]): void {
    const total = addresses(area).reduce((sum, cell) => sum + (this.numberIn(cell) ?? 0), 0);
    this.formula(address, `SUM(${area})`, total, ...looks);
  }

  /** A live addition and subtraction of single cells, written as "F9+F18-F20". */
  calculate(address: string, expression: string, ...looks: readonly (CellStyle | undefined)[]): void {
    let total = 0;
    for (const [, sign, cell] of expression.matchAll(/([+-]?)([A-Z]+[0-9]+)/g)) {
      total += (sign === "-" ? -1 : 1) * this.numberAt(cell ?? "");
    }
    this.formula(address, expression, total, ...looks);
  }

  /** The number written at a cell; an empty or text cell there is a fault of the drawing. */
  numberAt(address: string): number {
    const value = this.numberIn(address);
    if (value === null) throw new Error(`${this.name}!${address} holds no number`);
    return value;
  }

  merge(area: string): void {
    const [from, to] = corners(area);
    this.merges.push({ startRow: from.row, startCol: from.column, endRow: to.row, endCol: to.column });
  }

  height(row: number, points: number): void {
    this.heights.set(row - 1, { height: points });
  }

  columns(widths: readonly number[]): void {
    this.widths = widths;
  }

  freeze(rows: number, columns: number): void {
    this.frozen = { rows, columns };
  }

  print(page: Page): void {
    this.page = page;
  }

  /** Rows to be repeated on every printed page, or null. The writer leaves a sheet's name unquoted there, so the workbook names them itself. */
  get printTitleRows(): string | null {
    return this.page?.titleRows ?? null;
  }

  /** The writer's form, under the name that the tab bears in one workbook. */
  toWriteSheet(tab: string): WriteSheet {
    const sheet: WriteSheet = {
      name: tab,
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      columns: this.widths.map((width) => ({ width })),
      view: { showGridLines: this.gridLines, tabColor: { rgb: this.tabColour } },
    };
    if (this.frozen) sheet.freezePane = this.frozen;
    if (this.page) {
      const orientation = this.page.landscape ? "landscape" : "portrait";
      sheet.pageSetup = { paperSize: "a4", orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
      sheet.headerFooter = { oddFooter: `&L${this.page.footer}&RPage &P of &N` };
    }
    return sheet;
  }

  private numberIn(address: string): number | null {
    const value = this.cells.get(key(address))?.value;
    return typeof value === "number" ? value : null;
  }

  private styleAt(address: string): CellStyle | undefined {
    return this.cells.get(key(address))?.style;
  }
}

function at(address: string): { row: number; column: number } {
  const place = parseAddress(address);
  if (!place) throw new Error(`not a cell: ${address}`);
  return place;
}

function key(address: string): string {
  const { row, column } = at(address);
  return `${row},${column}`;
}

function corners(area: string): [{ row: number; column: number }, { row: number; column: number }] {
  const [from = "", to = from] = area.split(":");
  return [at(from), at(to)];
}

function addresses(area: string): string[] {
  const [from, to] = corners(area);
  const out: string[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) out.push(cellAddress(row, column));
  }
  return out;
}
