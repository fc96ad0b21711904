// Register sheet (tblRegister): append-only, one row a changed cell; new rows are planned as cell changes below the last.
import { cellAddress } from "../budget/cells";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, TABLE_HEADER_ROW, type TableDef, type TableRecord } from "../tables/table";
import type { RegisterRow } from "../virement/life";
import { numberCell, penceOfCell, poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { CellChange, SheetSpec, TableResize } from "./types";

const TABLE: TableDef<RegisterRow> = {
  sheet: PURSE_SHEETS.register,
  table: "tblRegister",
  title: "Register: what was applied and reversed",
  subtitle: "£, effect on the line's revised budget. Rows are only ever added; each check value follows from the row before. Names are as stated, not proven.",
  tabColour: "#8A8886",
  columns: [
    { heading: "No", width: 8, cell: (row) => numberCell(row.number) },
    { heading: "Virement", width: 24, cell: (row) => textCell(row.virementId, "label") },
    { heading: "Action", width: 12, cell: (row) => textCell(row.action) },
    { heading: "By (as stated)", width: 22, cell: (row) => textCell(row.by) },
    { heading: "On", width: 22, cell: (row) => textCell(row.on) },
    { heading: "Line", width: 14, cell: (row) => textCell(row.lineId) },
    { heading: "Amount £", width: 16, cell: (row) => poundsCell(row.amountPence) },
    { heading: "Rules", width: 20, cell: (row) => textCell(row.ruleIds.join(", ")) },
    { heading: "Reason", width: 40, cell: (row) => textCell(row.reason) },
    { heading: "Sheet", width: 22, cell: (row) => textCell(row.sheet) },
    { heading: "Cell", width: 8, cell: (row) => textCell(row.address) },
    { heading: "Before", width: 16, cell: (row) => textCell(row.before) },
    { heading: "After", width: 16, cell: (row) => textCell(row.after) },
    { heading: "Check", width: 20, cell: (row) => textCell(row.check, "note") },
  ],
};

/** The sheet as first made, or whole with rows (a result workbook). */
export function registerSheet(rows: readonly RegisterRow[]): SheetSpec {
  return tableSheet(TABLE, rows);
}

/** The changes that add rows below the last one of the register sheet, and the table's new size. Row numbers follow the list. */
export function planRegisterRows(existing: number, rows: readonly RegisterRow[]): { changes: CellChange[]; resizes: TableResize[] } {
  const top = TABLE_HEADER_ROW + 1 + existing;
  const changes = rows.flatMap((row, i) => TABLE.columns.flatMap((column, c): CellChange[] => {
    const after = column.cell(row, i).value;
    if (after === null) return [];
    return [{ sheet: TABLE.sheet, address: cellAddress(top + i, c), before: null, after, why: `register row ${row.number}` }];
  }));
  const bottom = TABLE_HEADER_ROW + existing + rows.length;
  const area = { top: TABLE_HEADER_ROW, left: 0, bottom, right: TABLE.columns.length - 1 };
  return { changes, resizes: rows.length === 0 ? [] : [{ sheet: TABLE.sheet, table: TABLE.table, area }] };
}

/** The register as it stands in the workbook. A row that can't be parsed keeps what it holds, so that the chain check points to it. */
export function readRegister(grid: SheetGrid): RegisterRow[] {
  return (readTable(grid, TABLE.columns.map((column) => column.heading)) ?? []).map(parseRow);
}

function parseRow(record: TableRecord): RegisterRow {
  const number = record.value("No");
  return {
    number: typeof number === "number" ? number : Number.NaN,
    virementId: record.text("Virement"),
    action: record.text("Action") === "reversed" ? "reversed" : "applied",
    by: record.text("By (as stated)"),
    on: record.text("On"),
    lineId: record.text("Line"),
    amountPence: penceOfCell(record.value("Amount £")) ?? 0,
    ruleIds: record.text("Rules").split(",").map((id) => id.trim()).filter((id) => id !== ""),
    reason: record.text("Reason"),
    sheet: record.text("Sheet"),
    address: record.text("Cell"),
    before: record.text("Before"),
    after: record.text("After"),
    check: record.text("Check"),
  };
}
