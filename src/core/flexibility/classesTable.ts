// The table of classes of flexibility (tblClasses): what each means, and what share the partners agreed can be achieved when a budget is set.
import type { CellRef } from "../budget/cells";
import type { SheetGrid } from "../reading/grid";
import { readRows, type TableReading } from "../rules/ruleTables";
import { tableSheet, type TableDef } from "../tables/table";
import { numberCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import type { Achievable } from "./budgetSetting";
import type { FlexClass } from "./types";

interface ClassRow {
  readonly flexClass: FlexClass;
  readonly meaning: string;
  readonly percent: number | null;
  readonly source: string;
  readonly cell: CellRef | null;
}

const MEANINGS: readonly (readonly [FlexClass, string])[] = [
  ["F0", "Fixed by law or a separate account"], ["F1", "Centrally controlled: may be aligned, not moved locally"], ["F2", "Ring-fenced: movable inside its purpose"],
  ["F3", "Committed by contract or establishment, or statutory"], ["F4", "Managed at the agency's own discretion within its policy"], ["F5", "Discretionary: not statutory, not committed"],
];
const CLASSES = MEANINGS.map(([flexClass]) => flexClass);

const TABLE: TableDef<ClassRow> = {
  sheet: PURSE_SHEETS.classes, table: "tblClasses", tabColour: "#605E5C",
  title: "Classes of flexibility, and what can be achieved when a budget is set",
  subtitle: "Yours to fill in: the percentage of each class's free base that can be achieved within a year. No standard is published, so none is filled in; without it no figure for next year is shown.",
  columns: [
    { heading: "Class", width: 10, cell: (row) => textCell(row.flexClass, "label") },
    { heading: "Meaning", width: 60, cell: (row) => textCell(row.meaning) },
    { heading: "Achievable %", width: 14, cell: (row) => ({ ...(row.percent === null ? textCell("") : numberCell(row.percent)), style: "input" }) },
    { heading: "Source", width: 50, cell: (row) => textCell(row.source, "input") },
  ],
};

export function classesSheet(): SheetSpec {
  return tableSheet(TABLE, MEANINGS.map(([flexClass, meaning]) => ({ flexClass, meaning, percent: null, source: "", cell: null })));
}

export function readClasses(grids: readonly SheetGrid[]): TableReading<ClassRow> {
  const reading = readRows<ClassRow>(grids, TABLE, [], (row) => ({
    flexClass: row.oneOf("Class", CLASSES), meaning: row.text("Meaning"), percent: row.percent("Achievable %"), source: row.text("Source"), cell: row.cell("Class"),
  }));
  return grids.some((grid) => grid.sheet === TABLE.sheet) ? reading : { ...reading, issues: [] };
}

export function achievableOf(rows: readonly ClassRow[]): Achievable {
  return Object.fromEntries(rows.flatMap((row) => (row.percent === null ? [] : [[row.flexClass, row.percent] as const])));
}
