// Mapping sheet (tblMapping): how each sheet's table is read, with a fingerprint of its layout; compared at the next reading.
import { cellAddress, columnLetters, type CellRef } from "../budget/cells";
import { UNIT_LABEL } from "../money/unit";
import type { Issue } from "../issues/issue";
import { correctionsText, NO_CORRECTIONS } from "../reading/corrections";
import type { SheetGrid } from "../reading/grid";
import type { SheetReading, TableMapping } from "../reading/types";
import { readTable, tableSheet, type TableDef } from "../tables/table";
import { numberCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

interface MappingRow {
  readonly table: TableMapping;
  /** 1 for a sheet's first table. */
  readonly position: number;
}

const TABLE: TableDef<MappingRow> = {
  sheet: PURSE_SHEETS.mapping,
  table: "tblMapping",
  title: "Mapping: how each sheet is read",
  subtitle: "What was recognised on each sheet. The layout value changes when headings, their columns or the unit change in a way that matters.",
  columns: [
    { heading: "File", width: 26, cell: ({ table }) => textCell(table.file ?? "") },
    { heading: "Sheet", width: 26, cell: ({ table }) => textCell(table.sheet, "label") },
    { heading: "Table", width: 8, cell: ({ position }) => numberCell(position) },
    { heading: "Agency", width: 14, cell: ({ table }) => textCell(table.agency ?? "") },
    { heading: "Region", width: 14, cell: ({ table }) => textCell(regionText(table)) },
    { heading: "Heading rows", width: 14, cell: ({ table }) => textCell(table.headerRows.map((row) => row + 1).join(", ")) },
    { heading: "Columns", width: 60, cell: ({ table }) => textCell(columnsText(table)) },
    { heading: "Unit", width: 10, cell: ({ table }) => textCell(UNIT_LABEL[table.unit]) },
    { heading: "Why this unit", width: 36, cell: ({ table }) => textCell(table.unitReason) },
    { heading: "Sign", width: 22, cell: ({ table }) => textCell(table.sign) },
    { heading: "Why this sign", width: 36, cell: ({ table }) => textCell(table.signReason) },
    { heading: "Layout", width: 20, cell: ({ table }) => textCell(table.fingerprint, "note") },
    { heading: "Corrections", width: 44, cell: ({ table }) => textCell(correctionsText(table.corrections ?? NO_CORRECTIONS)) },
    { heading: "Confirmed by", width: 20, cell: ({ table }) => textCell(table.confirmedBy ?? "") },
  ],
};

export function mappingSheet(sheets: readonly SheetReading[]): SheetSpec {
  return tableSheet(TABLE, sheets.flatMap((sheet) => sheet.tables.map((table, i) => ({ table, position: i + 1 }))));
}

/**
 * Compares the layouts found now with the ones kept in tblMapping. A difference is an error: figures read under another layout would not
 * be comparable, so the partners look first and then remove or refresh the mapping row.
 */
export function layoutChanges(mapping: SheetGrid, sheets: readonly SheetReading[]): Issue[] {
  const issues: Issue[] = [];
  for (const record of readTable(mapping, ["Sheet", "Table", "Columns", "Unit", "Layout"]) ?? []) {
    const sheet = sheets.find((s) => s.sheet === record.text("Sheet") && (s.file ?? "") === record.text("File"))
      ?? sheets.find((s) => s.sheet === record.text("Sheet"));
    const table = sheet?.tables[Number(record.value("Table")) - 1];
    const where: CellRef = { file: mapping.file, sheet: mapping.sheet, address: record.address("Layout") };
    const now = table === undefined ? "no such table is there now" : difference(record.text("Columns"), record.text("Unit"), table);
    if (table?.fingerprint === record.text("Layout")) continue;
    issues.push({
      code: "layout-changed", severity: "error", pence: null,
      where: table === undefined ? where : { file: table.file, sheet: table.sheet, address: cellAddress(table.headerRows[0] ?? table.area.top, table.area.left) },
      facts: { sheet: record.text("Sheet"), difference: now, mapping: `${mapping.sheet}!${record.address("Layout")}` },
    });
  }
  return issues;
}

function difference(columns: string, unit: string, table: TableMapping): string {
  const parts: string[] = [];
  if (unit !== UNIT_LABEL[table.unit]) parts.push(`the unit was ${unit} and is ${UNIT_LABEL[table.unit]}`);
  const was = new Set(columns.split("; "));
  const is = new Set(columnsText(table).split("; "));
  const gone = [...was].filter((column) => !is.has(column));
  const added = [...is].filter((column) => !was.has(column));
  if (gone.length > 0) parts.push(`no longer there: ${gone.join("; ")}`);
  if (added.length > 0) parts.push(`new: ${added.join("; ")}`);
  return parts.length === 0 ? "the headings changed" : parts.join(", ");
}

function regionText({ area }: TableMapping): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}

function columnsText(table: TableMapping): string {
  return table.columns.map((c) => `${columnLetters(c.column)} "${c.heading}" = ${c.field}`).join("; ");
}
