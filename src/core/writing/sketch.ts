// A sheet under construction: cells put at places, then read out as rows.
import { cellAddress } from "../budget/cells";
import type { Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import type { CellFormat, CellStyle, SheetCell } from "./types";

export class Sketch {
  private readonly cells: (SheetCell | null)[][] = [];

  /** First row that is still empty. */
  get nextRow(): number {
    return this.cells.length;
  }

  put(row: number, column: number, cell: SheetCell): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell;
  }

  text(row: number, column: number, value: string, style: CellStyle = "body"): void {
    this.put(row, column, { value, format: "text", style });
  }

  /** A live figure in pounds beside the value it must give; shown in whole pounds, held to the penny. */
  figure(row: number, column: number, formula: string, pence: Pence, style: CellStyle = "body", format: CellFormat = "pounds"): void {
    this.put(row, column, { value: fromPence(pence, "pounds"), formula: `=${formula}`, format, style });
  }

  /** Rows of equal width. */
  rows(): (SheetCell | null)[][] {
    const width = Math.max(1, ...this.cells.map((row) => row.length));
    return this.cells.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null));
  }
}

/** "$A$7", "$A7" or "A$7": an address that stays put when a formula is copied. */
export function fixed(row: number, column: number, which: "both" | "row" | "column" = "both"): string {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cellAddress(row, column)) ?? [];
  return `${which === "row" ? "" : "$"}${letters}${which === "column" ? "" : "$"}${digits}`;
}
