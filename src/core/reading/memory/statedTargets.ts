// Where virements of each table go, from the rows of tblMapping to the tables as they are read now.
import type { SheetGrid } from "../grid";
import type { SheetReading, StatedTarget } from "../types";
import { readMapping } from "./mappingRows";

/** The sheets with what was chosen for their tables. A row without a file holds for the sheet in any. */
export function withTargets(sheets: readonly SheetReading[], grids: readonly SheetGrid[]): readonly SheetReading[] {
  const stated = new Map<string, StatedTarget>();
  for (const { file, sheet, position, target } of grids.flatMap(readMapping)) if (target !== null) stated.set(place(file, sheet, position), target);
  if (stated.size === 0) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table, i) => {
      const target = stated.get(place(sheet.file ?? "", sheet.sheet, i + 1)) ?? stated.get(place("", sheet.sheet, i + 1));
      return target === undefined ? table : { ...table, target };
    }),
  }));
}

function place(file: string, sheet: string, position: number): string {
  return JSON.stringify([file, sheet, position]);
}
