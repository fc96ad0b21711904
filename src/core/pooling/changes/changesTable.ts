// The log of changes (P13, tblChanges): each consolidation adds what it found different from the one before; rows are only added.
import { STAGES } from "../../budget/line";
import { formatPounds } from "../../money/format";
import { fromPence } from "../../money/unit";
import type { SheetGrid } from "../../reading/grid";
import { readTable, tableSheet, type TableDef } from "../../tables/table";
import { penceOfCell, textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import type { ChangeKind, ChangesSince } from "./changesSince";

/** A row of the log as it stands in the workbook: old and new in words. */
export interface LoggedChange {
  readonly foundOn: string;
  readonly since: string;
  readonly what: string;
  readonly lineId: string;
  readonly agency: string;
  readonly description: string;
  readonly field: string;
  readonly old: string;
  readonly new: string;
  readonly differencePence: number | null;
  readonly by: string;
  readonly sheet: string;
  readonly address: string;
}

const WHAT: Readonly<Record<ChangeKind, string>> = { new: "new line", gone: "line is gone", changed: "changed" };

const TABLE: TableDef<LoggedChange> = {
  sheet: PURSE_SHEETS.changes, table: "tblChanges", tabColour: "#0E7A0D",
  title: "Changes since the last consolidation",
  subtitle: "£; difference = new − old. Each consolidation adds what it found different from the one before, the latest last. Who changed it is told where the register has it.",
  freezeColumns: 2,
  columns: [
    { heading: "Found", width: 20, cell: (row) => textCell(row.foundOn, "label") },
    { heading: "Since", width: 20, cell: (row) => textCell(row.since) },
    { heading: "What", width: 14, cell: (row) => textCell(row.what) },
    { heading: "Line", width: 16, cell: (row) => textCell(row.lineId) },
    { heading: "Agency", width: 14, cell: (row) => textCell(row.agency) },
    { heading: "Description", width: 44, cell: (row) => textCell(row.description) },
    { heading: "Field", width: 14, cell: (row) => textCell(row.field) },
    { heading: "Old", width: 30, cell: (row) => textCell(row.old) },
    { heading: "New", width: 30, cell: (row) => textCell(row.new) },
    { heading: "Difference £", width: 16, cell: (row) => ({ value: row.differencePence === null ? null : fromPence(row.differencePence, "pounds"), format: "pounds-pence", style: "body" }) },
    { heading: "Changed by", width: 34, cell: (row) => textCell(row.by) },
    { heading: "Sheet", width: 24, cell: (row) => textCell(row.sheet) },
    { heading: "Cell", width: 10, cell: (row) => textCell(row.address) },
  ],
};

/** What one consolidation adds to the log. */
export function loggedChanges(found: ChangesSince | null, foundOn: string): LoggedChange[] {
  return (found?.changes ?? []).map((change) => ({
    foundOn, since: found?.since ?? "", what: WHAT[change.kind], lineId: change.lineId, agency: change.agency, description: change.description, field: change.field,
    old: words(change.before, change.beforePence), new: words(change.after, change.afterPence),
    differencePence: (STAGES as readonly string[]).includes(change.field) ? change.differencePence : null,
    by: change.by, sheet: change.cell.file === null ? change.cell.sheet : `[${change.cell.file}]${change.cell.sheet}`, address: change.cell.address,
  }));
}

/** The rows of the log that stand in the workbook, in their order. */
export function readChangesLog(grids: readonly SheetGrid[]): LoggedChange[] {
  return grids.filter((grid) => grid.sheet === PURSE_SHEETS.changes).flatMap((grid) =>
    (readTable(grid, TABLE.columns.map((column) => column.heading)) ?? []).map((record): LoggedChange => ({
      foundOn: record.text("Found"), since: record.text("Since"), what: record.text("What"), lineId: record.text("Line"), agency: record.text("Agency"),
      description: record.text("Description"), field: record.text("Field"), old: record.text("Old"), new: record.text("New"),
      differencePence: penceOfCell(record.value("Difference £")), by: record.text("Changed by"), sheet: record.text("Sheet"), address: record.text("Cell"),
    })));
}

export function changesSheet(rows: readonly LoggedChange[]): SheetSpec {
  return tableSheet(TABLE, rows, rows.length === 0 ? "Nothing has changed since the lines were first pooled." : "");
}

function words(text: string | null, pence: number | null): string {
  return pence === null ? (text ?? "") : formatPounds(pence);
}
