// Corrections of how a sheet is read: the change is tried on the sheets at hand, and the mapping table that remembers it is made from that.
import type { MoneyUnit } from "../core/money/unit";
import { NO_CORRECTIONS } from "../core/reading/memory/corrections";
import type { GridArea, SheetGrid } from "../core/reading/grid";
import { rowsOfRange } from "../core/reading/memory/followCorrections";
import { unsettledRows } from "../core/reading/memory/layoutChanges";
import { readPartnership } from "../core/reading/readPartnership";
import type { ColumnField, PartnershipReading, SheetReading, SignHabit, TableMapping, Corrections } from "../core/reading/types";
import { mappingSheet } from "../core/writing/mappingTable";
import { PURSE_SHEETS } from "../core/writing/sheetNames";
import type { SheetSpec } from "../core/writing/types";
import { WorkbookError, type SelectedCells } from "../workbook/ports";

/** One table of one sheet; position 1 is its first. A sheet without a table takes a range at position 1. */
export interface TablePlace {
  readonly sheet: string;
  readonly position: number;
}

/** One change to how a table is read. */
export type Correction =
  | { readonly kind: "column"; readonly column: number; readonly heading: string; readonly field: ColumnField }
  | { readonly kind: "range"; readonly range: GridArea }
  | { readonly kind: "unit"; readonly unit: MoneyUnit }
  | { readonly kind: "sign"; readonly sign: SignHabit }
  | { readonly kind: "agency"; readonly agency: string }
  /** The layout as it is now, after it changed; what was corrected before stays. */
  | { readonly kind: "layout" }
  /** Back to what reading finds by itself. */
  | { readonly kind: "none" };

/** The mapping sheet with the change in it, its layouts as they are read with the change. */
export function correctedMapping(grids: readonly SheetGrid[], { sheets, issues }: Pick<PartnershipReading, "sheets" | "issues">, at: TablePlace, change: Correction, by: string): SheetSpec {
  const grid = grids.find((known) => known.sheet === at.sheet);
  const settled = (sheet: SheetReading): SheetReading => (sheet.sheet === at.sheet && change.kind !== "layout" ? withChange(sheet, at.position, change, by, grid) : sheet);
  // A change to one sheet does not take the new layout of another.
  const kept = unsettledRows(grids, issues).filter((row) => row.sheet !== at.sheet);
  const draft = mappingSheet(sheets.map(settled), kept);
  const others = grids.filter((grid) => grid.sheet !== PURSE_SHEETS.mapping);
  const tried: SheetGrid = { file: null, sheet: draft.name, visibility: "visible", values: Array.from(draft.rows, (row) => row.map((cell) => cell?.value ?? null)) };
  const read = readPartnership([...others, tried]).sheets;
  // A change after which nothing is read any more is kept all the same, so that it can be seen and undone.
  return mappingSheet(read.map((sheet) => (sheet.tables.length < at.position && change.kind !== "none" ? settled(sheet) : sheet)), kept);
}

/** Throws WorkbookError not-found when the selected cells don't tell a column or range of the sheet. */
export function correctionBySelection(at: TablePlace, as: ColumnField | "range", selected: SelectedCells | null, table: TableMapping | undefined): Correction {
  if (selected === null || selected.sheet !== at.sheet) {
    throw new WorkbookError("not-found", `The selected cells are not on the sheet "${at.sheet}". Nothing was changed.`, `Select cells on "${at.sheet}", then press the button again.`);
  }
  if (as === "range") return { kind: "range", range: selected.area };
  const column = table?.columns.find((known) => known.column === selected.area.left);
  if (column === undefined || selected.area.left !== selected.area.right) {
    throw new WorkbookError("not-found", `The selected cells are not one column of the table on "${at.sheet}". Nothing was changed.`, "Select a cell in the column that is meant, then press the button again.");
  }
  return { kind: "column", column: column.column, heading: column.heading, field: as };
}

function withChange(sheet: SheetReading, position: number, change: Exclude<Correction, { kind: "layout" }>, by: string, grid: SheetGrid | undefined): SheetReading {
  const table = sheet.tables[position - 1] ?? blankTable(sheet);
  const known = table.corrections ?? NO_CORRECTIONS;
  // A row confirmed by hand, without corrections, confirmed its unit: that is kept beside what is corrected now.
  const before: Corrections = known === NO_CORRECTIONS && table.confirmedBy !== null ? { ...known, unit: table.unit } : known;
  const corrections = change.kind === "none" ? NO_CORRECTIONS : changed(before, change, grid);
  const tables = [...sheet.tables];
  tables[Math.min(position - 1, tables.length)] = { ...table, corrections, confirmedBy: change.kind === "none" ? null : by };
  return { ...sheet, tables };
}

function changed(before: Corrections, change: Exclude<Correction, { kind: "none" | "layout" }>, grid: SheetGrid | undefined): Corrections {
  switch (change.kind) {
    case "column": {
      const { column, heading, field } = change;
      return { ...before, columns: [...before.columns.filter((c) => c.column !== column || c.heading !== heading), { column, heading, field }] };
    }
    case "range": return { ...before, range: change.range, ...(grid === undefined ? {} : { rangeRows: rowsOfRange(grid, change.range) }) };
    case "unit": return { ...before, unit: change.unit };
    case "sign": return { ...before, sign: change.sign };
    case "agency": return { ...before, agency: change.agency };
  }
}

/** Stands for a table that nothing recognised yet. */
function blankTable(sheet: SheetReading): TableMapping {
  return {
    file: sheet.file, sheet: sheet.sheet, area: { top: 0, left: 0, bottom: 0, right: 0 }, headerRows: [0], columns: [], unit: "pounds", unitReason: "",
    sign: "expenditure-positive", signReason: "", agency: null, fingerprint: "", confirmedBy: null,
  };
}
