// Checks sheet (tblChecks): every control with both its figures, the tolerance, the result in words and a link.
import type { Control, ControlResult } from "../checks/control";
import { tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { cellsCell } from "./eliminationsTable";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

export const RESULT_WORDS: Readonly<Record<ControlResult, string>> = {
  green: "agrees", amber: "look at this", red: "does not agree", none: "nothing to compare",
};

const TABLE: TableDef<Control> = {
  sheet: PURSE_SHEETS.checks,
  table: "tblChecks",
  title: "Checks: what was compared with what",
  subtitle: "£. Difference = found − expected. Nothing is adjusted to make a check agree.",
  tabColour: "#0E7A0D",
  freezeColumns: 3,
  conditionalFormats: (body) => [
    { area: { ...body, left: 7, right: 7 }, formula: `OR($H${body.top + 1}="${RESULT_WORDS.red}",$H${body.top + 1}="${RESULT_WORDS.amber}")`, style: "attention" },
    { area: { ...body, left: 7, right: 7 }, formula: `$H${body.top + 1}="${RESULT_WORDS.green}"`, style: "good" },
  ],
  columns: [
    { heading: "Check", width: 9, cell: (c) => textCell(c.id, "label") },
    { heading: "What is checked", width: 46, cell: (c) => textCell(c.title) },
    { heading: "Of", width: 36, cell: (c) => textCell(c.subject) },
    { heading: "Expected £", width: 18, cell: (c) => poundsCell(c.expectedPence) },
    { heading: "Found £", width: 18, cell: (c) => poundsCell(c.foundPence) },
    { heading: "Difference £", width: 16, cell: (c) => poundsCell(c.differencePence) },
    { heading: "Tolerance £", width: 14, cell: (c) => poundsCell(c.tolerancePence) },
    { heading: "Result", width: 20, cell: (c) => textCell(RESULT_WORDS[c.result]) },
    { heading: "Note", width: 60, cell: (c) => textCell(c.note) },
    { heading: "Where", width: 44, cell: (c) => cellsCell(c.cells) },
  ],
};

/** In order of the control's number, then as given. */
export function checksSheet(controls: readonly Control[], refreshedOn: string): SheetSpec {
  const number = (control: Control): number => Number(control.id.slice(1));
  return tableSheet(TABLE, [...controls].sort((a, b) => number(a) - number(b)), `Refreshed ${refreshedOn}.`);
}
