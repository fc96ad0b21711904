// Sources sheet (tblSources): which file each brought-in sheet came from, how large it was and when it was brought in.
import type { SheetGrid } from "../reading/grid";
import { readTable, tableSheet, type TableDef } from "../tables/table";
import { numberCell, textCell } from "./cellText";
import { isOwnSheet, PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

/** One bringing in of one sheet. */
export interface SourceRecord {
  /** Its name in this workbook. */
  readonly sheet: string;
  readonly file: string;
  readonly sheetInFile: string;
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** ISO text, e.g. "2026-10-15T09:30:00". */
  readonly broughtIn: string;
  /** What was left behind, in words; may be empty. */
  readonly notes: string;
}

const TABLE: TableDef<SourceRecord> = {
  sheet: PURSE_SHEETS.sources,
  table: "tblSources",
  title: "Sources: the files that sheets were brought in from",
  subtitle: "Values only: no formula, macro or link of the files came with them. A file that is brought in again updates its row.",
  columns: [
    { heading: "Sheet", width: 32, cell: ({ sheet }) => ({ ...textCell(sheet, "label"), link: { file: null, sheet, address: "A1" } }) },
    { heading: "File", width: 44, cell: ({ file }) => textCell(file) },
    { heading: "Sheet in the file", width: 28, cell: ({ sheetInFile }) => textCell(sheetInFile) },
    { heading: "File size (bytes)", width: 16, cell: ({ fileBytes }) => numberCell(fileBytes) },
    { heading: "Rows", width: 9, cell: ({ rows }) => numberCell(rows) },
    { heading: "Columns", width: 9, cell: ({ columns }) => numberCell(columns) },
    { heading: "Brought in", width: 20, cell: ({ broughtIn }) => textCell(broughtIn.replace("T", " ")) },
    { heading: "Notes", width: 60, cell: ({ notes }) => textCell(notes) },
  ],
};

export function sourcesSheet(records: readonly SourceRecord[]): SheetSpec {
  return tableSheet(TABLE, records);
}

/** The rows of tblSources among these grids, in its order; none where nothing was brought in. */
export function readSources(grids: readonly SheetGrid[]): SourceRecord[] {
  return grids.filter((grid) => grid.sheet === PURSE_SHEETS.sources && isOwnSheet(grid)).flatMap((grid) =>
    (readTable(grid, ["Sheet", "File", "Sheet in the file"]) ?? []).map((record): SourceRecord => ({
      sheet: record.text("Sheet"), file: record.text("File"), sheetInFile: record.text("Sheet in the file"),
      fileBytes: whole(record.value("File size (bytes)")), rows: whole(record.value("Rows")), columns: whole(record.value("Columns")),
      broughtIn: record.text("Brought in"), notes: record.text("Notes"),
    })));
}

function whole(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : 0;
}
