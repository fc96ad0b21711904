// A column that names each row's own unit ("£m" beside one line, "£000" beside the next).
import type { MoneyUnit } from "../../money/unit";
import { isBlank, oneLine } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { unitNamed } from "../words/headingWords";
import type { FoundTable } from "../tableSteps";

const FEWEST = 2;

export interface RowUnits {
  readonly column: number;
  readonly units: ReadonlyMap<number, MoneyUnit>;
}

/** Null where no column left of the amounts holds units alone; `columns` are those that may. */
export function rowUnits(grid: SheetGrid, table: FoundTable, columns: readonly { readonly column: number; readonly stage: unknown }[]): RowUnits | null {
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  const skip = new Set(table.repeatedHeaderRows);
  const amounts = Math.min(...columns.filter((c) => c.stage !== null).map((c) => c.column));
  for (const { column } of columns) {
    if (column >= amounts) continue;
    const units = new Map<number, MoneyUnit>();
    let other = false;
    for (let row = first; row <= table.area.bottom && !other; row += 1) {
      const value = valueAt(grid, row, column);
      if (skip.has(row) || isBlank(value)) continue;
      const text = typeof value === "string" ? oneLine(value) : "";
      const unit = text.length > 12 ? null : unitNamed(text)?.unit ?? null;
      if (unit === null) other = true;
      else units.set(row, unit);
    }
    if (!other && units.size >= FEWEST) return { column, units };
  }
  return null;
}
