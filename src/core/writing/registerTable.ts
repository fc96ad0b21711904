// Register sheet (tblRegister): append-only, one row a changed cell; new rows are planned as cell changes below the last.
import { cellAddress } from "../budget/cells";
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, TABLE_HEADER_ROW, type TableColumn, type TableDef, type TableRecord } from "../tables/table";
import type { RegisterDetail, RegisterRow } from "../virement/life";
import { numberCell, penceOfCell, poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { CellChange, SheetCell, SheetSpec, TableResize } from "./types";

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

const said = (of: (detail: RegisterDetail) => SheetCell) => (row: RegisterRow): SheetCell => (row.detail === undefined ? textCell("") : of(row.detail));

/** Columns that came later: a register kept without them goes on without them. */
const DETAIL: readonly TableColumn<RegisterRow>[] = [
  { heading: "Version", width: 10, optional: true, cell: said((detail) => numberCell(detail.version)) },
  { heading: "State", width: 12, optional: true, cell: said((detail) => textCell(detail.state)) },
  { heading: "From line", width: 14, optional: true, cell: said((detail) => textCell(detail.from)) },
  { heading: "To line", width: 14, optional: true, cell: said((detail) => textCell(detail.to)) },
  { heading: "Rules as of", width: 14, optional: true, cell: said((detail) => textCell(detail.rulesOn)) },
  { heading: "Approvals", width: 50, optional: true, cell: said((detail) => textCell(detail.approvals)) },
];
/** Came later still. */
const INTO: TableColumn<RegisterRow> = { heading: "Into", width: 24, optional: true, cell: said((detail) => textCell(detail.into ?? "")) };
const DETAILED: TableDef<RegisterRow> = { ...TABLE, columns: [...TABLE.columns, ...DETAIL] };
const PAYMENT: TableColumn<RegisterRow> = { heading: "Payment", width: 40, optional: true, cell: said((detail) => textCell(detail.payment ?? "")) };
const PLACED: TableDef<RegisterRow> = { ...TABLE, columns: [...DETAILED.columns, INTO] };
const PAID: TableDef<RegisterRow> = { ...TABLE, columns: [...PLACED.columns, PAYMENT] };
/** Came last: tells later whether a budget that nothing was written to has followed. */
const BUDGET: TableColumn<RegisterRow> = { heading: "Budget before £", width: 16, optional: true, cell: said((detail) => poundsCell(detail.budgetPence ?? null)) };
const WHOLE: TableDef<RegisterRow> = { ...TABLE, columns: [...PAID.columns, BUDGET] };
/** From the columns that a register has had at any time, the newest first. */
const KINDS = [["budget", WHOLE], ["payment", PAID], ["into", PLACED], ["detail", DETAILED]] as const;

/** The sheet as first made, or whole with rows (a result workbook). */
export function registerSheet(rows: readonly RegisterRow[]): SheetSpec {
  return tableSheet(WHOLE, rows);
}

/** The changes that add rows below the last one of the register sheet, and the table's new size. Row numbers follow the list. */
export function planRegisterRows(existing: number, rows: readonly RegisterRow[]): { changes: CellChange[]; resizes: TableResize[] } {
  const says = (key: "budgetPence" | "payment" | "into"): boolean => rows.some((row) => row.detail?.[key] !== undefined);
  const { columns } = says("budgetPence") ? WHOLE : says("payment") ? PAID : says("into") ? PLACED : rows.some((row) => row.detail !== undefined) ? DETAILED : TABLE;
  const top = TABLE_HEADER_ROW + 1 + existing;
  const changes = rows.flatMap((row, i) => columns.flatMap((column, c): CellChange[] => {
    const after = column.cell(row, i).value;
    if (after === null) return [];
    return [{ sheet: TABLE.sheet, address: cellAddress(top + i, c), before: null, after, why: `register row ${row.number}` }];
  }));
  const bottom = TABLE_HEADER_ROW + existing + rows.length;
  const area = { top: TABLE_HEADER_ROW, left: 0, bottom, right: columns.length - 1 };
  return { changes, resizes: rows.length === 0 ? [] : [{ sheet: TABLE.sheet, table: TABLE.table, area }] };
}

/** What the register sheet has columns for: cells alone, what a row says beside its cell, where it went, its payment, and what the budget was. One that is not there yet has all. */
export function registerKeeps(grid: SheetGrid | undefined): "cells" | "detail" | "into" | "payment" | "budget" {
  const has = ({ columns }: TableDef<RegisterRow>): boolean => grid === undefined || readTable(grid, columns.map((column) => column.heading)) !== null;
  return KINDS.find(([, table]) => has(table))?.[0] ?? "cells";
}

/** Where the heading that an older register lacks belongs, for words to people. */
export const INTO_HEADING = { heading: INTO.heading, address: cellAddress(TABLE_HEADER_ROW, DETAILED.columns.length) } as const;

/** The register as it stands in the workbook. A row that can't be parsed keeps what it holds, so that the chain check points to it. */
export function readRegister(grid: SheetGrid): RegisterRow[] {
  return (readTable(grid, TABLE.columns.map((column) => column.heading)) ?? []).map(parseRow);
}

const isAction = (text: string): boolean => text === "applied" || text === "reversed";

/** A word that is none of ours must not pass for the usual one: then the row has no number, and the chain breaks there. */
function parseRow(record: TableRecord): RegisterRow {
  const number = record.value("No");
  const more = detailOf(record);
  const known = isAction(record.text("Action")) && (more.detail === undefined || isAction(record.text("State")));
  return {
    number: typeof number === "number" && known ? number : Number.NaN,
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
    ...more,
    check: record.text("Check"),
  };
}

/** Any word in these columns makes them part of the row, so that emptying or filling some of them breaks the chain. */
function detailOf(record: TableRecord): { readonly detail?: RegisterDetail } {
  if ([...DETAIL, INTO, PAYMENT, BUDGET].every(({ heading }) => record.text(heading) === "")) return {};
  const into = record.text(INTO.heading);
  const payment = record.text(PAYMENT.heading);
  const version = record.value("Version");
  const budgetPence = record.text(BUDGET.heading) === "" ? null : penceOfCell(record.value(BUDGET.heading)) ?? Number.NaN;
  return {
    detail: {
      version: typeof version === "number" ? version : Number.NaN, state: record.text("State") === "reversed" ? "reversed" : "applied",
      from: record.text("From line"), to: record.text("To line"), rulesOn: record.text("Rules as of"), approvals: record.text("Approvals"),
      ...(into === "" ? {} : { into }), ...(payment === "" ? {} : { payment }), ...(budgetPence === null ? {} : { budgetPence }),
    },
  };
}
