// What people settled about how sheets are read: the confirmed rows of the mapping table, applied at the next reading.
import type { MoneyUnit } from "../money/unit";
import { readTable } from "../tables/table";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { correctionsOf, unitLabelled, type Corrections } from "./corrections";
import type { SheetGrid } from "./grid";

/** One confirmed answer for one table of one sheet. */
export interface TableAnswer {
  /** Null where other things were corrected and the unit is still as found. */
  readonly unit: MoneyUnit | null;
  readonly confirmedBy: string;
  readonly corrections: Corrections;
}

export class Answers {
  private readonly byPlace = new Map<string, TableAnswer>();

  /** Reads every mapping sheet among the grids. A row counts when somebody's name stands under "Confirmed by". */
  constructor(grids: readonly SheetGrid[]) {
    for (const grid of grids) {
      if (grid.sheet !== PURSE_SHEETS.mapping) continue;
      for (const record of readTable(grid, ["Sheet", "Table", "Unit", "Confirmed by"]) ?? []) {
        const corrections = correctionsOf(record.text("Corrections"));
        // A row that was confirmed without corrections confirms the unit that stands in it.
        const unit = record.text("Corrections") === "" ? unitLabelled(record.text("Unit")) : corrections.unit;
        const confirmedBy = record.text("Confirmed by");
        if (confirmedBy !== "" && (unit !== null || record.text("Corrections") !== "")) this.byPlace.set(`${record.text("Sheet")}\u0001${record.text("Table") || "1"}`, { unit, confirmedBy, corrections });
      }
    }
  }

  /** The answer for the sheet's table, counted from 1; null where nobody confirmed one. */
  of(sheet: string, position: number): TableAnswer | null {
    return this.byPlace.get(`${sheet}\u0001${position}`) ?? null;
  }
}
