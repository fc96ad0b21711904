// Mapping sheet (tblMapping): how each sheet's table is read, with a fingerprint of its layout; compared at the next reading.
import { cellAddress } from "../budget/cells";
import { UNIT_LABEL } from "../money/unit";
import { correctionsText, NO_CORRECTIONS } from "../reading/memory/corrections";
import { TARGET_HEADINGS, type RememberedTable } from "../reading/memory/mappingRows";
import { columnsText } from "../reading/memory/rememberedColumns";
import type { SheetReading, TableMapping } from "../reading/types";
import { tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { numberCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import { TARGET_WORDS } from "./targets";
import type { SheetCell, SheetSpec } from "./types";

/** A table as it is read now, or a row that stays as it stood because nobody has taken the sheet's new layout yet. */
type MappingRow = { readonly table: TableMapping; readonly position: number } | { readonly kept: RememberedTable };

type Cell = (table: TableMapping, position: number) => SheetCell;

function column(heading: string, width: number, cell: Cell): TableColumn<MappingRow> {
  return { heading, width, cell: (row) => ("kept" in row ? { value: row.kept.record.value(heading), format: "text", style: "body" } : cell(row.table, row.position)) };
}

const TABLE: TableDef<MappingRow> = {
  sheet: PURSE_SHEETS.mapping,
  table: "tblMapping",
  title: "Mapping: how each sheet is read",
  subtitle: "What was recognised on each sheet. A refresh follows inserted rows and moved columns; a heading renamed, gone or new, or another unit, stops it until the new layout is taken.",
  columns: [
    column("File", 26, (table) => textCell(table.file ?? "")),
    column("Sheet", 26, (table) => textCell(table.sheet, "label")),
    column("Table", 8, (_table, position) => numberCell(position)),
    column("Agency", 14, (table) => textCell(table.agency ?? "")),
    column("Region", 14, (table) => textCell(regionText(table))),
    column("Heading rows", 14, (table) => textCell(table.headerRows.map((row) => row + 1).join(", "))),
    column("Columns", 60, (table) => textCell(columnsText(table.columns))),
    column("Unit", 10, (table) => textCell(UNIT_LABEL[table.unit])),
    column("Why this unit", 36, (table) => textCell(table.unitReason)),
    column("Sign", 22, (table) => textCell(table.sign)),
    column("Why this sign", 36, (table) => textCell(table.signReason)),
    column("Layout", 20, (table) => textCell(table.fingerprint, "note")),
    column("Corrections", 44, (table) => textCell(correctionsText(table.corrections ?? NO_CORRECTIONS))),
    column("Confirmed by", 20, (table) => textCell(table.confirmedBy ?? "")),
    {
      ...column(TARGET_HEADINGS.goesTo, 22, ({ target }) => textCell(target?.goesTo ?? "", "input")), optional: true, choices: Object.values(TARGET_WORDS),
      prompt: "For the sheet's own officer. Blank: the revised budget, and where that can't be written, nothing.",
    },
    { ...column(TARGET_HEADINGS.column, 26, ({ target }) => textCell(target?.column ?? "", "input")), optional: true },
    { ...column(TARGET_HEADINGS.chosenBy, 20, ({ target }) => textCell(target?.chosenBy ?? "", "input")), optional: true },
  ],
};

/** `kept` are rows of sheets that changed: they stand in place of what is read on those sheets now. */
export function mappingSheet(sheets: readonly SheetReading[], kept: readonly RememberedTable[] = []): SheetSpec {
  const isKept = (sheet: SheetReading): boolean => kept.some((row) => row.sheet === sheet.sheet && (row.file === "" || row.file === sheet.file));
  const read = sheets.filter((sheet) => !isKept(sheet)).flatMap((sheet) => sheet.tables.map((table, i): MappingRow => ({ table, position: i + 1 })));
  return tableSheet(TABLE, [...read, ...kept.map((row): MappingRow => ({ kept: row }))]);
}

function regionText({ area }: TableMapping): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}
