// The rows of tblMapping read back: how each table was read when the mapping was written, and what people settled about it.
import type { CellRef } from "../../budget/cells";
import { readTable, type TableRecord } from "../../tables/table";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import { correctionsOf } from "./corrections";
import type { SheetGrid } from "../grid";
import type { StatedTarget, Corrections } from "../types";
import { columnsOf } from "./rememberedColumns";
import type { RememberedColumn } from "../lineSteps";

export interface RememberedTable {
  /** "" where the sheet stood in the same workbook. */
  readonly file: string;
  readonly sheet: string;
  /** 1 for a sheet's first table. */
  readonly position: number;
  /** Null where the text under "Columns" can't be read back. */
  readonly columns: readonly RememberedColumn[] | null;
  readonly headerRows: string;
  /** As labelled, e.g. "£000". */
  readonly unit: string;
  readonly sign: string;
  readonly layout: string;
  readonly corrected: boolean;
  readonly corrections: Corrections;
  readonly confirmedBy: string;
  /** Where its virements go; null in a table kept before that could be chosen. */
  readonly target: StatedTarget | null;
  readonly record: TableRecord;
}

/** Empty for any other sheet, and for a mapping sheet whose headings are gone. */
export function readMapping(grid: SheetGrid): RememberedTable[] {
  if (grid.sheet !== PURSE_SHEETS.mapping) return [];
  return (readTable(grid, ["Sheet", "Table", "Columns", "Unit", "Layout", "Confirmed by"]) ?? []).map((record): RememberedTable => {
    const corrections = record.text("Corrections");
    return {
      file: record.text("File"), sheet: record.text("Sheet"), position: Number(record.value("Table") ?? 1) || 1, columns: columnsOf(record.text("Columns")),
      headerRows: record.text("Heading rows"), unit: record.text("Unit"), sign: record.text("Sign"), layout: record.text("Layout"),
      corrected: corrections !== "", corrections: correctionsOf(corrections), confirmedBy: record.text("Confirmed by"), target: targetIn(grid, record), record,
    };
  });
}

/** Headings of tblMapping under which it is chosen where virements go. */
export const TARGET_HEADINGS = { goesTo: "Virements go to", column: "Virements column", chosenBy: "Chosen by" } as const;

function targetIn(grid: SheetGrid, record: TableRecord): StatedTarget | null {
  const { goesTo, column, chosenBy } = TARGET_HEADINGS;
  if (!record.has(goesTo) || !record.has(column)) return null;
  const at = (heading: string): CellRef => ({ file: grid.file, sheet: grid.sheet, address: record.address(heading) });
  return { goesTo: record.text(goesTo), column: record.text(column), chosenBy: record.text(chosenBy), cells: { goesTo: at(goesTo), column: at(column) } };
}
