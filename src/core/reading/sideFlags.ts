// A column of letters that says of each amount whether it is a debit or a credit, as ledgers print beside unsigned figures.
import { oneLine } from "./cellText";
import { valueAt, type SheetGrid } from "./grid";
import type { FoundTable, ReadColumn } from "./tableSteps";

const DEBIT = /^(dr?|debit)\.?$/i;
const CREDIT = /^(cr?|credit)\.?$/i;
const FEWEST = 2;

/** Rows whose amounts are credits; empty where no column holds nothing but such marks, both among them. */
export function creditRows(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[]): ReadonlySet<number> {
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  for (const { column } of columns.filter((c) => c.stage === null)) {
    const credits = new Set<number>();
    let debits = 0;
    let isFlags = true;
    for (let row = first; row <= table.area.bottom && isFlags; row += 1) {
      const mark = table.repeatedHeaderRows.includes(row) ? "" : oneLine(valueAt(grid, row, column));
      if (mark === "") continue;
      if (DEBIT.test(mark)) debits += 1;
      else if (CREDIT.test(mark)) credits.add(row);
      else isFlags = false;
    }
    if (isFlags && credits.size > 0 && debits > 0 && credits.size + debits >= FEWEST) return credits;
  }
  return new Set();
}
