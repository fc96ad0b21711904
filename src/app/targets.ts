// Choosing where virements of a sheet go: the mapping table with the choice in it, and the journal sheet where that is needed.
import { unsettledRows } from "../core/reading/memory/layoutChanges";
import type { SheetReading, TableMapping } from "../core/reading/types";
import { emptyJournal } from "../core/writing/journalPlan";
import { mappingSheet } from "../core/writing/mappingTable";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import { columnWords, TARGET_WORDS, targetColumn, type TargetColumn, type TargetKind } from "../core/writing/targets";
import type { SheetSpec } from "../core/writing/types";
import { WorkbookError, type SelectedCells } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import type { TablePlace } from "./correct";

/** Where virements of one table are to go; null takes the choice back. */
export type TargetChoice = { readonly kind: Exclude<TargetKind, "column"> } | { readonly kind: "column"; readonly column: TargetColumn } | null;

/** Throws WorkbookError conflict while the sheet's layout is not settled or the column holds something else, not-found without such a table. */
export function targetSheets({ grids, reading: { sheets, issues } }: Pick<Consolidation, "grids" | "reading">, at: TablePlace, choice: TargetChoice, by: string): SheetSpec[] {
  const kept = unsettledRows(grids, issues);
  if (kept.some(({ sheet }) => sheet === at.sheet)) {
    throw new WorkbookError("conflict", `The layout of the sheet "${at.sheet}" is not the one that was confirmed. Nothing was chosen.`, "Take its new layout first, then choose where its virements go.");
  }
  const table = sheets.find(({ sheet }) => sheet === at.sheet)?.tables[at.position - 1];
  if (table === undefined) throw new WorkbookError("not-found", `No table is read on the sheet "${at.sheet}".`, "Read the sheets again.");
  if (choice?.kind === "column") checkColumn(choice.column, table);
  const target = {
    goesTo: choice === null ? "" : TARGET_WORDS[choice.kind], column: choice?.kind === "column" ? columnWords(choice.column) : "", chosenBy: choice === null ? "" : by,
  };
  const chosen = (sheet: SheetReading): SheetReading => (sheet.sheet !== at.sheet ? sheet : { ...sheet, tables: sheet.tables.map((each) => (each === table ? { ...each, target } : each)) });
  const journal = choice?.kind === "journal" && !grids.some(({ sheet }) => sheet === PURSE_SHEETS.journal) ? emptyJournal() : [];
  return [mappingSheet(sheets.map(chosen), kept), ...journal];
}

/** Throws WorkbookError not-found when the selected cells don't tell one column of the table. */
export function columnBySelection(at: TablePlace, selected: SelectedCells | null, table: TableMapping | undefined): TargetColumn {
  const column = table?.columns.find((known) => known.column === selected?.area.left);
  if (selected === null || selected.sheet !== at.sheet || column === undefined || selected.area.left !== selected.area.right) {
    throw new WorkbookError("not-found", `The selected cells are not one column of the table on "${at.sheet}". Nothing was chosen.`, `Select a cell in the column of virements on "${at.sheet}", then press the button again.`);
  }
  return { column: column.column, heading: column.heading };
}

function checkColumn(column: TargetColumn, table: TableMapping): void {
  const found = targetColumn(columnWords(column), table);
  if (typeof found === "string") throw new WorkbookError("conflict", `${found.charAt(0).toUpperCase()}${found.slice(1)}. Nothing was chosen.`, "Choose a column that holds nothing but virements.");
}

/** "revised budget", 'column F "Virements"', "journal sheet only": for a sentence. */
export function targetWords(choice: Exclude<TargetChoice, null>): string {
  return choice.kind === "column" ? `column ${columnWords(choice.column)}` : TARGET_WORDS[choice.kind].toLowerCase();
}
