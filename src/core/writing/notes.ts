// Users' notes beside our figures: on a refresh each moves with the row it stands beside; where the row is gone, the note is listed below.
import { parseAddress } from "../budget/cells";
import type { CellValue } from "../reading/grid";
import { rowNames, type RowNames } from "./noteRows";
import type { SheetCell, SheetSpec } from "./types";

/** Stands above the users' column; on a refresh it tells where our own columns ended. */
export const NOTES_HEADING = "Your notes";
const HEADING_ROW = 2;

/** A sheet of ours as it stands, from A1. */
export interface StandingSheet {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas?: readonly (readonly (string | null)[])[] | undefined;
  readonly numberFormats?: readonly (readonly (string | null)[])[] | undefined;
}

/** A cell that users own, where it belongs after the refresh. */
export interface NoteCell {
  readonly row: number;
  readonly column: number;
  readonly cell: SheetCell;
  readonly numberFormat: string | null;
}

export interface Notes {
  readonly cells: readonly NoteCell[];
  /** First column that is not ours, before and after: what stands from there on is users' own. */
  readonly oldWidth: number;
  readonly width: number;
  /** True when every note stays in its cell. */
  readonly unmoved: boolean;
}

/**
 * What users wrote beside a sheet of ours, placed for its refresh; the heading of their column among it. A formula follows the rows that it
 * points to; where our own columns have become more or fewer it is kept as its value, as it might point to another figure.
 */
export function carriedNotes(standing: StandingSheet | null, spec: Pick<SheetSpec, "rows">): Notes {
  const width = Math.max(1, ...spec.rows.map((row) => row.length));
  const heading: NoteCell = { row: HEADING_ROW, column: width + 1, cell: { value: NOTES_HEADING, format: "text", style: "header" }, numberFormat: null };
  if (standing === null) return { cells: [heading], oldWidth: width, width, unmoved: false };
  const oldWidth = widthOf(standing, width);
  const [before, after] = [rowNames(standing.values, oldWidth, standing.formulas), rowNames(spec.rows.map((row) => row.map((cell) => cell?.value ?? null)), width)];
  const shift = width - oldWidth;
  const placed: NoteCell[] = [];
  const gone: { note: Note; was: string }[] = [];
  for (const note of notesOf(standing, oldWidth)) {
    const row = newRow(note.row, before, after, spec.rows.length);
    if (row === null) gone.push({ note, was: before.wordsOf(note.row) });
    else placed.push({ row, column: note.column + shift, cell: noteCell(note, shift === 0 ? (old) => newRow(old, before, after, spec.rows.length) : null), numberFormat: note.numberFormat });
  }
  const first = Math.max(spec.rows.length, ...placed.map(({ row }) => row + 1)) + 1;
  const listed = gone.map(({ note, was }, i): NoteCell => ({
    row: first + i, column: note.column + shift, numberFormat: null,
    cell: { value: `The row "${was}" is no longer here. Your note was: ${String(note.value ?? "")}`, format: "text", style: "note" },
  }));
  const unmoved = shift === 0 && listed.length === 0 && standing.values[HEADING_ROW]?.[width + 1] === NOTES_HEADING && placed.every(stays(standing));
  return { cells: [heading, ...placed, ...listed], oldWidth, width, unmoved };
}

/** True where users wrote something beside the sheet, under the heading of their column. */
export function holdsNotes(standing: StandingSheet): boolean {
  const marked = standing.values[HEADING_ROW]?.lastIndexOf(NOTES_HEADING) ?? -1;
  return marked > 0 && notesOf(standing, marked - 1).length > 0;
}

/** The sheet with the users' cells on it, for a file that is made anew. */
export function withNotes(spec: SheetSpec, { cells, width }: Notes): SheetSpec {
  const byRow = new Map<number, NoteCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const height = Math.max(spec.rows.length, ...cells.map(({ row }) => row + 1));
  const right = Math.max(width + 1, ...cells.map(({ column }) => column));
  const rows = Array.from({ length: height }, (_, r): readonly (SheetCell | null)[] => {
    const own = spec.rows[r] ?? [];
    const notes = byRow.get(r);
    if (notes === undefined) return own;
    const row = Array.from({ length: right + 1 }, (__, c) => own[c] ?? null);
    for (const { column, cell } of notes) row[column] = cell;
    return row;
  });
  const columnWidths = Array.from({ length: right + 1 }, (_, c) => (c < width ? (spec.columnWidths[c] ?? 10) : c === width ? 3 : 40));
  return { ...spec, rows, columnWidths };
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string | null;
}

function widthOf(standing: StandingSheet, width: number): number {
  const marked = standing.values[HEADING_ROW]?.lastIndexOf(NOTES_HEADING) ?? -1;
  return marked > 0 ? marked - 1 : width;
}

function notesOf({ values, formulas, numberFormats }: StandingSheet, from: number): Note[] {
  return values.flatMap((row, r) => row.flatMap((value, c): Note[] => {
    const formula = formulas?.[r]?.[c] ?? null;
    if (c < from || ((value === null || value === "") && formula === null) || (r === HEADING_ROW && c === from + 1)) return [];
    return [{ row: r, column: c, value, formula, numberFormat: numberFormats?.[r]?.[c] ?? null }];
  }));
}

/** The row's place after the refresh; below our last row a note keeps its distance from it. Null when its row is gone. */
function newRow(row: number, before: RowNames, after: RowNames, height: number): number | null {
  const { name, below } = before.placeOf(row);
  const anchor = after.rowOf.get(name);
  if (anchor === undefined) return null;
  for (let at = anchor + 1; at <= anchor + below && at < height; at += 1) if (after.isNamed(at)) return null;
  return anchor + below;
}

function noteCell({ value, formula, numberFormat }: Note, move: ((row: number) => number | null) | null): SheetCell {
  const moved = formula === null || move === null ? null : movedFormula(formula, move);
  const plain: SheetCell = { value, style: "body", ...(typeof value === "string" ? { format: "text" as const } : isDate(numberFormat) ? { format: "date" as const } : {}) };
  return moved === null ? plain : { ...plain, formula: moved };
}

function isDate(numberFormat: string | null): boolean {
  return numberFormat !== null && /[dy]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
}

/** Null where a row that the formula points to is gone. Texts, other sheets and table columns are left as they are. */
function movedFormula(formula: string, move: (row: number) => number | null): string | null {
  let lost = false;
  const moved = formula.replace(/"[^"]*"|\[[^\]]*\]|(?:'[^']+'|[\p{L}\w.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\p{L}\w.])\$?[A-Z]{1,3}\$?\d+(?![\p{L}\w(])/gu, (found) => {
    const at = parseAddress(found);
    if (at === null) return found;
    const row = move(at.row);
    if (row === null) lost = true;
    return row === null ? found : found.replace(/\d+$/, String(row + 1));
  });
  return lost ? null : moved;
}

function stays({ values, formulas }: StandingSheet): (note: NoteCell) => boolean {
  return ({ row, column, cell }) => (formulas?.[row]?.[column] ?? null) === (cell.formula ?? null) && (values[row]?.[column] ?? null) === cell.value;
}
