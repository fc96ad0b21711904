// The journal sheet brought up to date by single cells, so that entries which go to it alone are part of the plan that registers them.
import { cellAddress } from "../budget/cells";
import type { BudgetLine } from "../budget/line";
import { valueAt, type SheetGrid } from "../reading/grid";
import { journalOf } from "../virement/journal";
import type { RegisterRow, Virement } from "../virement/life";
import type { IsoDate } from "../rules/types";
import { journalSheets } from "./journalSheets";
import { isOwnSheet, PURSE_SHEETS } from "./sheetNames";
import type { CellChange, SheetSpec, WritePlan } from "./types";

/** The journal sheet as it is before anything is in it: written beforehand, since a plan changes cells and adds no sheet. */
export function emptyJournal(): SheetSpec[] {
  return journalSheets({ lines: [], incomplete: [] }, []).filter(({ name }) => name === PURSE_SHEETS.journal);
}

/** Every cell of the journal that differs from what it says after the plan, or null where there is no such sheet. `virements` and `register` as they are then. */
export function planJournal(grids: readonly SheetGrid[], virements: readonly Virement[], register: readonly RegisterRow[], lines: readonly BudgetLine[], on: IsoDate): Pick<WritePlan, "changes" | "resizes"> | null {
  const grid = grids.find((each) => each.sheet === PURSE_SHEETS.journal && isOwnSheet(each));
  const spec = journalSheets(journalOf(virements, register, lines, on), lines).find(({ name }) => name === PURSE_SHEETS.journal);
  if (grid === undefined || spec === undefined) return null;
  const file = grid.file === null ? {} : { file: grid.file };
  const changes: CellChange[] = [];
  for (let row = 0; row < Math.max(spec.rows.length, grid.values.length); row += 1) {
    for (let column = 0; column < spec.columnWidths.length; column += 1) {
      const after = spec.rows[row]?.[column]?.value ?? null;
      const before = plain(valueAt(grid, row, column));
      if (before !== after) changes.push({ ...file, sheet: grid.sheet, address: cellAddress(row, column), before, after, why: "journal" });
    }
  }
  return { changes, resizes: spec.tables.map(({ name, area }) => ({ ...file, sheet: grid.sheet, table: name, area })) };
}

function plain(value: ReturnType<typeof valueAt>): ReturnType<typeof valueAt> {
  return value === "" ? null : value;
}
