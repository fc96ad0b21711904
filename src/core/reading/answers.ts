// What people settled about how sheets are read: the confirmed rows of the mapping table, applied at the next reading.
import { UNIT_LABEL, type MoneyUnit } from "../money/unit";
import { readTable } from "../tables/table";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetGrid } from "./grid";

/** One confirmed answer for one table of one sheet. */
export interface TableAnswer {
  readonly unit: MoneyUnit;
  readonly confirmedBy: string;
}

export class Answers {
  private readonly byPlace = new Map<string, TableAnswer>();

  /** Reads every mapping sheet among the grids. A row counts when somebody's name stands under "Confirmed by". */
  constructor(grids: readonly SheetGrid[]) {
    for (const grid of grids) {
      if (grid.sheet !== PURSE_SHEETS.mapping) continue;
      for (const record of readTable(grid, ["Sheet", "Table", "Unit", "Confirmed by"]) ?? []) {
        const unit = unitLabelled(record.text("Unit"));
        const confirmedBy = record.text("Confirmed by");
        if (unit !== null && confirmedBy !== "") this.byPlace.set(`${record.text("Sheet")}\u0001${record.text("Table") || "1"}`, { unit, confirmedBy });
      }
    }
  }

  /** The answer for the sheet's table, counted from 1; null where nobody confirmed one. */
  of(sheet: string, position: number): TableAnswer | null {
    return this.byPlace.get(`${sheet}\u0001${position}`) ?? null;
  }
}

function unitLabelled(text: string): MoneyUnit | null {
  for (const unit of ["pence", "pounds", "thousands", "millions"] as const) if (UNIT_LABEL[unit] === text) return unit;
  return null;
}
