// Eliminations sheet (tblEliminations): each flow between partners as payer and payee record it, with both cells; differences stay visible.
import { describeCell, type CellRef } from "../budget/cells";
import { fromPence } from "../money/unit";
import { financialYearWords } from "../pooling/realTerms/financialYear";
import type { DifferenceType, Elimination } from "../pooling/types";
import { listSome } from "../text";
import { TABLE_HEADER_ROW, tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetCell, SheetSpec } from "./types";

/** Words for a suggested kind of difference, for the partners to confirm. */
export const DIFFERENCE_WORDS: Readonly<Record<DifferenceType, string>> = {
  NONE: "agrees", TIMING: "timing: one side is recorded later", PRICE: "price: the amounts differ",
  SCOPE: "scope: unlike numbers of records", MISSING: "missing: one side only", ERROR: "error",
};

const TABLE: TableDef<Elimination> = {
  sheet: PURSE_SHEETS.eliminations,
  table: "tblEliminations",
  title: OWN_TITLES.eliminations,
  subtitle: "£. Payment +, income −. The lesser of the two is eliminated from gross and income alike, so the net stays; a difference is listed, never plugged.",
  tabColour: "#0E7A0D",
  freezeColumns: 2,
  conditionalFormats: (body) => [{ area: { ...body, left: 7, right: 7 }, formula: `$H${body.top + 1}<>0`, style: "attention" }],
  columns: [
    { heading: "Payer", width: 14, cell: (e) => textCell(e.payer, "label") },
    { heading: "Payee", width: 14, cell: (e) => textCell(e.payee, "label") },
    { heading: "Scheme or pool", width: 24, cell: (e) => textCell(e.scheme ?? "") },
    { heading: "Kind", width: 18, cell: (e) => textCell(e.kind === "internal-recharge" ? "internal recharge" : "between partners") },
    { heading: "Payment £", width: 16, cell: (e) => poundsCell(e.paymentPence) },
    { heading: "Income £", width: 16, cell: (e) => poundsCell(e.incomePence) },
    { heading: "Eliminated £", width: 16, cell: (e) => poundsCell(e.eliminatedPence) },
    { heading: "Difference £", width: 16, cell: differenceCell },
    { heading: "Kind of difference", width: 34, cell: (e) => textCell(DIFFERENCE_WORDS[e.differenceType]) },
    { heading: "Year", width: 10, cell: (e) => textCell(e.year === null ? "" : financialYearWords(e.year)) },
    { heading: "Payer's lines", width: 20, cell: (e) => textCell(listSome(e.payerLineIds, ", ")) },
    { heading: "Payer's cells", width: 40, cell: (e) => cellsCell(e.payerCells) },
    { heading: "Payee's lines", width: 20, cell: (e) => textCell(listSome(e.payeeLineIds, ", ")) },
    { heading: "Payee's cells", width: 40, cell: (e) => cellsCell(e.payeeCells) },
  ],
};

export function eliminationsSheet(eliminations: readonly Elimination[], refreshedOn: string): SheetSpec {
  return tableSheet(TABLE, eliminations, `Refreshed ${refreshedOn}.`);
}

function differenceCell(entry: Elimination, index: number): SheetCell {
  const row = TABLE_HEADER_ROW + 2 + index;
  return { value: fromPence(entry.differencePence, "pounds"), formula: `=ROUND(E${row}+F${row},2)`, format: "pounds-pence", style: "body" };
}

/** The cells in words, with a link to the first; of a long list the first dozen and how many more. */
export function cellsCell(cells: readonly CellRef[]): SheetCell {
  const cell = textCell(listSome(cells.map(describeCell), "; "));
  const [first] = cells;
  return first === undefined ? cell : { ...cell, link: first };
}
