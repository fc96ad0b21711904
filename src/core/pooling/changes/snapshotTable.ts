// The table of the last snapshot (tblSnapshot), kept in the workbook, and reading it back with a word on rows that were tampered with.
import { STAGES, type BudgetLine, type Stage } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import type { Pence } from "../../money/pence";
import type { SheetGrid } from "../../reading/grid";
import { readTable, tableSheet, type TableDef, type TableRecord } from "../../tables/table";
import { compareText } from "../../text";
import { penceOfCell, poundsCell, textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import { lineHash, snapshotLine, type Snapshot, type SnapshotLine } from "./snapshot";

interface SnapshotRow extends SnapshotLine {
  readonly takenOn: string;
}

const HEADING: Readonly<Record<Stage, string>> = { original: "Original £", revised: "Revised £", forecast: "Forecast £", actual: "Actual £", outturn: "Outturn £" };

const TABLE: TableDef<SnapshotRow> = {
  sheet: PURSE_SHEETS.snapshot, table: "tblSnapshot", tabColour: "#605E5C",
  title: "Snapshot: the lines as last pooled",
  subtitle: "What the next consolidation is compared with. Leave it as it is: it is written anew each time, and a row that was changed by hand is told by its check.",
  columns: [
    { heading: "Line", width: 16, cell: (row) => textCell(row.lineId, "label") },
    { heading: "Agency", width: 14, cell: (row) => textCell(row.agency) },
    { heading: "Description", width: 44, cell: (row) => textCell(row.description) },
    ...STAGES.map((stage) => ({ heading: HEADING[stage], width: 16, cell: (row: SnapshotRow) => poundsCell(row.amounts[stage]) })),
    { heading: "Coding", width: 60, cell: (row) => textCell(row.coding) },
    { heading: "File", width: 24, cell: (row) => textCell(row.cell.file ?? "") },
    { heading: "Sheet", width: 24, cell: (row) => textCell(row.cell.sheet) },
    { heading: "Cell", width: 10, cell: (row) => textCell(row.cell.address) },
    { heading: "Check", width: 20, cell: (row) => textCell(lineHash(row), "note") },
    { heading: "Taken", width: 20, cell: (row) => textCell(row.takenOn) },
  ],
};

export function snapshotSheet(lines: readonly BudgetLine[], takenOn: string): SheetSpec {
  return tableSheet(TABLE, lines.map((line) => ({ ...snapshotLine(line), takenOn })));
}

export interface SnapshotReading {
  /** Null when nothing was pooled before. */
  readonly snapshot: Snapshot | null;
  readonly issues: readonly Issue[];
}

/** The snapshot among the grids, the one taken last where there are several. A row whose check does not fit is left out, with an issue. */
export function readSnapshot(grids: readonly SheetGrid[]): SnapshotReading {
  const issues: Issue[] = [];
  const found = grids.filter((grid) => grid.sheet === PURSE_SHEETS.snapshot).flatMap((grid): Snapshot[] => {
    const records = readTable(grid, TABLE.columns.map((column) => column.heading)) ?? [];
    const lines = records.flatMap((record): SnapshotLine[] => {
      const line = lineOf(record, grid.sheet);
      if (lineHash(line) === record.text("Check")) return [line];
      issues.push(changedByHand(record, grid));
      return [];
    });
    return records.length === 0 ? [] : [{ takenOn: records[0]?.text("Taken") ?? "", lines }];
  });
  const [last] = found.sort((a, b) => compareText(b.takenOn, a.takenOn));
  return { snapshot: last ?? null, issues };
}

function lineOf(record: TableRecord, sheet: string): SnapshotLine {
  const pence = (stage: Stage): Pence | null => penceOfCell(record.value(HEADING[stage]));
  return {
    lineId: record.text("Line"), agency: record.text("Agency"), description: record.text("Description"), coding: record.text("Coding"),
    amounts: { original: pence("original"), revised: pence("revised"), forecast: pence("forecast"), actual: pence("actual"), outturn: pence("outturn") },
    cell: { file: record.text("File") || null, sheet: record.text("Sheet") || sheet, address: record.text("Cell") },
  };
}

function changedByHand(record: TableRecord, grid: SheetGrid): Issue {
  return {
    code: "rule-invalid", severity: "warning", pence: null, where: { file: grid.file, sheet: grid.sheet, address: record.address("Check") },
    facts: {
      rule: record.text("Line"), table: PURSE_SHEETS.snapshot, column: "Check", found: record.text("Check"),
      why: "the row is not the one that was written, so the line is compared with nothing",
    },
  };
}
