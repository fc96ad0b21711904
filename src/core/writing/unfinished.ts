// The note that stands in the workbook while a plan is being written: if writing is cut off, the next reading finds it and puts things right.
import { parseAddress } from "../budget/cells";
import type { CellValue, SheetGrid } from "../reading/grid";
import { isOwnSheet, isPurseSheet, PURSE_SHEETS } from "./sheetNames";
import type { WritePlan } from "./types";

/** Far to the right of every table of ours, so that no table and nobody's notes meet it. */
export const NOTE_CELL = "CV1";
const PLACE = parseAddress(NOTE_CELL) ?? { row: 0, column: 99 };
const MARK = "A change is being written. Leave this cell alone. ";
/** A cell takes 32,767 characters. */
const CHARACTERS_A_CELL = 30_000;
export const NOTE_CELLS = 200;

export interface UnfinishedCell {
  readonly sheet: string;
  readonly address: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** Rows that the plan adds below a table of ours, where nothing stood before. */
export interface UnfinishedRows {
  readonly sheet: string;
  /** "A5:N12" */
  readonly area: string;
  /** How many of its cells are to hold something. */
  readonly filled: number;
}

export interface UnfinishedTable {
  readonly sheet: string;
  readonly table: string;
  /** A1 addresses of the table before and after the plan. */
  readonly before: string;
  readonly after: string;
}

/** What the note says: every cell with its old and new value, rows added, and the tables with their old and new size. */
export interface Unfinished {
  readonly cells: readonly UnfinishedCell[];
  readonly rows: readonly UnfinishedRows[];
  readonly tables: readonly UnfinishedTable[];
}

/** The sheet that takes the note: ours, and the register where the plan has it; null where the plan touches no sheet of ours. */
export function noteSheet(plan: WritePlan): string | null {
  const sheets = plan.changes.map(({ sheet }) => sheet).filter(isPurseSheet);
  return sheets.find((sheet) => sheet === PURSE_SHEETS.register) ?? sheets[0] ?? null;
}

/** The note as the texts of cells below one another. */
export function noteTexts({ cells, rows, tables }: Unfinished): string[] {
  const sheets = [...new Set([...cells, ...rows, ...tables].map(({ sheet }) => sheet))];
  const text = JSON.stringify([
    sheets,
    cells.map(({ sheet, address, before, after }) => [sheets.indexOf(sheet), address, before, after]),
    rows.map(({ sheet, area, filled }) => [sheets.indexOf(sheet), area, filled]),
    tables.map(({ sheet, table, before, after }) => [sheets.indexOf(sheet), table, before, after]),
  ]);
  const parts = Math.max(1, Math.ceil(text.length / CHARACTERS_A_CELL));
  if (parts > NOTE_CELLS) throw new RangeError("a plan too large for its note");
  return Array.from({ length: parts }, (_, i) => `${i === 0 ? MARK : `${i + 1}: `}${text.slice(i * CHARACTERS_A_CELL, (i + 1) * CHARACTERS_A_CELL)}`);
}

/** What the note's cells say; null where there is no whole note. */
export function noteOf(texts: readonly CellValue[]): Unfinished | null {
  const [first] = texts;
  if (typeof first !== "string" || !first.startsWith(MARK)) return null;
  const rest = texts.slice(1).filter((text): text is string => typeof text === "string" && /^\d+: /.test(text));
  try {
    const [sheets, cells, rows, tables] = JSON.parse(first.slice(MARK.length) + rest.map((text) => text.replace(/^\d+: /, "")).join("")) as [string[], [number, string, CellValue, CellValue][], [number, string, number][], [number, string, string, string][]];
    const name = (index: number): string => sheets[index] ?? "";
    return {
      cells: cells.map(([sheet, address, before, after]) => ({ sheet: name(sheet), address, before, after })),
      rows: rows.map(([sheet, area, filled]) => ({ sheet: name(sheet), area, filled })),
      tables: tables.map(([sheet, table, before, after]) => ({ sheet: name(sheet), table, before, after })),
    };
  } catch {
    return null;
  }
}

/** The sheet of ours on which a note stands, whole or cut off; null where none does. */
export function unfinishedSheet(grids: readonly SheetGrid[]): string | null {
  return grids.find((grid) => isOwnSheet(grid) && String(grid.values[PLACE.row]?.[PLACE.column] ?? "").startsWith(MARK))?.sheet ?? null;
}
