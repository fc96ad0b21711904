// Number formats that show figures smaller than they are stored: "#,##0," shows 512,345 as 512, so that a heading of £000 speaks of what is shown.
import type { MoneyUnit } from "../../money/unit";
import type { SheetGrid } from "../grid";

const UNITS: readonly MoneyUnit[] = ["pounds", "thousands", "millions"];
const MOST_ROWS = 500;

/** How many thousands the formats of a column's figures take off what is shown: 0 where they take none, null where its figures differ. */
export function thousandsHidden(grid: SheetGrid, rows: readonly number[], columns: readonly number[]): number | null {
  let hidden: number | null = null;
  for (const row of rows.slice(0, MOST_ROWS)) {
    for (const column of columns) {
      const value = grid.values[row]?.[column];
      if (typeof value !== "number" || value === 0) continue;
      const own = commasAtEnd(grid.numberFormats?.[row]?.[column] ?? "");
      if (hidden !== null && hidden !== own) return null;
      hidden = own;
    }
  }
  return hidden ?? 0;
}

/** The unit that the cells themselves are in, where words say in which unit they are shown. */
export function unitStored(shown: MoneyUnit, hidden: number | null): MoneyUnit {
  return hidden === null || hidden === 0 ? shown : UNITS[UNITS.indexOf(shown) - hidden] ?? shown;
}

/** Commas right after the last digit of a format's positive part. */
export function commasAtEnd(format: string): number {
  return /[0#](,+)(?![0#,.])/.exec(format.split(";")[0] ?? "")?.[1]?.length ?? 0;
}
