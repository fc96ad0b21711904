// What people settled about how sheets are read: the confirmed rows of the mapping table, applied at the next reading.
import { unitLabelled } from "./corrections";
import type { SheetGrid } from "../grid";
import { readMapping } from "./mappingRows";
import type { TableAnswer } from "../lineSteps";

export class Answers {
  private readonly byPlace = new Map<string, TableAnswer>();

  /** Reads every mapping sheet among the grids. A row counts when somebody's name stands under "Confirmed by". */
  constructor(grids: readonly SheetGrid[]) {
    for (const row of grids.flatMap(readMapping)) {
      // A row that was confirmed without corrections confirms the unit that stands in it.
      const unit = row.corrected ? row.corrections.unit : unitLabelled(row.unit);
      if (row.confirmedBy !== "" && (unit !== null || row.corrected)) this.byPlace.set(placeKey(row.file, row.sheet, row.position), { unit, confirmedBy: row.confirmedBy, corrections: row.corrections, columns: row.columns });
    }
  }

  /** The answer for the sheet's table, counted from 1; null where nobody confirmed one. A row without a file holds for the sheet in any. */
  of({ file, sheet }: Pick<SheetGrid, "file" | "sheet">, position: number): TableAnswer | null {
    return this.byPlace.get(placeKey(file ?? "", sheet, position)) ?? this.byPlace.get(placeKey("", sheet, position)) ?? null;
  }
}

function placeKey(file: string, sheet: string, position: number): string {
  return JSON.stringify([file, sheet, position]);
}
