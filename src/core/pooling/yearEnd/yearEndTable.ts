// The table of year ends (tblYearEnd): one row a pool and year, kept from year to year, so that next year's opening balance has a witness.
import type { CellRef } from "../../budget/cells";
import type { Pence } from "../../money/pence";
import { toPence } from "../../money/unit";
import type { SheetGrid } from "../../reading/grid";
import type { RuleRowReader } from "../../rules/ruleRow";
import { readRows, type TableReading } from "../../rules/ruleTables";
import { tableSheet, type TableDef } from "../../tables/table";
import { compareText } from "../../text";
import { poundsCell, textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import { financialYearWords, yearOfWords } from "../realTerms/financialYear";
import type { YearEndPack } from "./yearEndPack";

/** A pool's account of one year as it was last written. */
export interface YearEndRow {
  readonly pool: string;
  readonly year: number;
  readonly openingPence: Pence;
  readonly contributionsPence: Pence;
  readonly clientIncomePence: Pence;
  readonly spendingPence: Pence;
  readonly overspendPence: Pence;
  readonly closingPence: Pence;
  readonly note: string;
  readonly cell: CellRef | null;
}

const pounds = (heading: string, of: (row: YearEndRow) => Pence) => ({ heading, width: 18, cell: (row: YearEndRow) => poundsCell(of(row), "input" as const) });

const TABLE: TableDef<YearEndRow> = {
  sheet: PURSE_SHEETS.yearEnd, table: "tblYearEnd", tabColour: "#107C10",
  title: "Year ends: each pool's account, year by year",
  subtitle: "£; funding and spending +, overspend +, balances in hand +. This year's row follows the forecast; rows of earlier years stay as they are, for you to set to the signed account.",
  freezeColumns: 2,
  columns: [
    { heading: "Pool", width: 28, cell: (row) => textCell(row.pool, "label") },
    { heading: "Year", width: 12, cell: (row) => textCell(financialYearWords(row.year)) },
    pounds("Opening balance £", (row) => row.openingPence),
    pounds("Contributions £", (row) => row.contributionsPence),
    pounds("Client income £", (row) => row.clientIncomePence),
    pounds("Spending £", (row) => row.spendingPence),
    pounds("Over or under £", (row) => row.overspendPence),
    pounds("Closing balance £", (row) => row.closingPence),
    { heading: "Note for the accounts", width: 100, cell: (row) => textCell(row.note) },
  ],
};

/** Rows of earlier years as they stand, and one for each pack that knows its year; by pool, then year. */
export function yearEndSheet(earlier: readonly YearEndRow[], packs: readonly YearEndPack[]): SheetSpec {
  const now = packs.flatMap((pack): YearEndRow[] => (pack.year === null ? [] : [{ ...pack, year: pack.year, note: pack.disclosure.join(" "), cell: null }]));
  const kept = earlier.filter((row) => !now.some((own) => own.pool === row.pool && own.year <= row.year));
  return tableSheet(TABLE, [...kept, ...now].sort((a, b) => compareText(a.pool, b.pool) || a.year - b.year));
}

export function readYearEnds(grids: readonly SheetGrid[]): TableReading<YearEndRow> {
  const reading = readRows<YearEndRow>(grids, TABLE, [], (row): YearEndRow => {
    const year = yearOfWords(row.text("Year"));
    if (year === null) row.fault("Year", "it is not a financial year such as 2026/27");
    return {
      pool: row.required("Pool"), year: year ?? 0, openingPence: signed(row, "Opening balance £"), contributionsPence: signed(row, "Contributions £"),
      clientIncomePence: signed(row, "Client income £"), spendingPence: signed(row, "Spending £"), overspendPence: signed(row, "Over or under £"),
      closingPence: signed(row, "Closing balance £"), note: row.text("Note for the accounts"), cell: row.cell("Closing balance £"),
    };
  });
  return grids.some((grid) => grid.sheet === PURSE_SHEETS.yearEnd) ? reading : { ...reading, issues: [] };
}

/** Pounds of either sign; an empty cell is nil. */
function signed(row: RuleRowReader, column: string): Pence {
  const text = row.text(column);
  if (text === "") return 0;
  const { pence, exact } = Number.isFinite(Number(text)) && Math.abs(Number(text)) < 1e13 ? toPence(Number(text), "pounds") : { pence: 0, exact: false };
  if (!exact) row.fault(column, "it is not an amount of pounds and pence");
  return pence;
}
