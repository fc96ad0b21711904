// A column of marks that says of each amount whether it is a debit or a credit, spending or income, beside unsigned figures.
import { readAmount } from "../words/amounts";
import { oneLine } from "../words/cellText";
import { valueAt, type SheetGrid } from "../grid";
import { sideOfHeading } from "../words/sideWords";
import { totalWording } from "../words/totalWords";
import type { FoundTable, ReadColumn } from "../tableSteps";

const MARKS: readonly (readonly [debit: RegExp, credit: RegExp])[] = [
  [/^(dr?|debit)\.?$/i, /^(cr?|credit)\.?$/i],
  [/^(e|exp|expend|expenditure|spend|spending|expenses?|costs?|payments?)\.?$/i, /^(i|inc|income|receipts?)\.?$/i],
];
const FEWEST = 2;

/** Rows whose amounts are credits, the totals named as income among them; empty where no column holds nothing but such marks, both among them. */
export function creditRows(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[]): ReadonlySet<number> {
  for (const { column } of columns.filter((c) => c.stage === null)) {
    for (const marks of MARKS) {
      const credits = markedRows(grid, table, columns, column, marks);
      if (credits !== null) return credits;
    }
  }
  return new Set();
}

function markedRows(grid: SheetGrid, table: FoundTable, columns: readonly ReadColumn[], column: number, [debit, credit]: readonly [RegExp, RegExp]): ReadonlySet<number> | null {
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  const credits = new Set<number>();
  const unmarked: number[] = [];
  let debits = 0;
  for (let row = first; row <= table.area.bottom; row += 1) {
    const mark = table.repeatedHeaderRows.includes(row) ? "" : oneLine(valueAt(grid, row, column));
    if (mark === "") unmarked.push(row);
    else if (debit.test(mark)) debits += 1;
    else if (credit.test(mark)) credits.add(row);
    else if (totalWording(mark) === null) return null;
    else unmarked.push(row);
  }
  if (credits.size === 0 || debits === 0 || credits.size + debits < FEWEST) return null;
  // Where income carries its sign already the marks only say so once more.
  const signed = [...credits].filter((row) => figures(grid, row, columns).some((value) => value < 0)).length;
  if (signed * 2 > credits.size) return null;
  for (const row of unmarked) {
    const words = columns.filter((c) => c.stage === null).map((c) => oneLine(valueAt(grid, row, c.column))).filter((text) => text !== "").join(" ");
    if (totalWording(words) !== null && sideOfHeading(words) === "income") credits.add(row);
  }
  return credits;
}

function figures(grid: SheetGrid, row: number, columns: readonly ReadColumn[]): number[] {
  return columns.filter((c) => c.stage !== null).flatMap((c) => {
    const reading = readAmount(valueAt(grid, row, c.column));
    return reading.kind === "number" ? [reading.value] : [];
  });
}
