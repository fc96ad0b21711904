// The note of an unfinished change and its name, by which only one plan at a time is written: set down first, taken away last.
import { cellAddress, parseAddress } from "../core/budget/cells";
import type { CellChange, TableResize } from "../core/writing/types";
import { isPurseSheet } from "../core/writing/sheetNames";
import { NOTE_CELL, NOTE_CELLS, noteTexts } from "../core/writing/unfinished";
import type { CellValue, GridArea } from "../core/reading/grid";
import { cellInput } from "./cellWriting";
import { addressOf, type Block } from "./planBlocks";

/** Adding a name that stands already fails, and nothing after it in the request is done. */
const LOCK = "Purse_Change_Being_Written";

export interface SeenNote {
  readonly range: Excel.Range;
  readonly lock: Excel.NamedItem;
}

/** Queues a look at the note. */
export function lookAtNote(context: Excel.RequestContext, sheet: string): SeenNote {
  const range = cells(context.workbook.worksheets.getItemOrNullObject(sheet), NOTE_CELLS);
  range.load("values");
  const lock = context.workbook.names.getItemOrNullObject(LOCK);
  lock.load("name");
  return { range, lock };
}

/** The note's texts that stood there; empty for none. */
export function textsIn({ range }: SeenNote): CellValue[] {
  if (range.isNullObject) return [];
  return (range.values as CellValue[][]).map(([text]) => text ?? null).filter((text) => text !== "" && text !== null);
}

/** Queues setting the note down; `locked` when the name of a change that was cut off stands already. */
export function setNote(context: Excel.RequestContext, sheet: string, texts: readonly string[], locked: boolean): void {
  const range = cells(context.workbook.worksheets.getItem(sheet), texts.length);
  if (!locked) context.workbook.names.add(LOCK, cells(context.workbook.worksheets.getItem(sheet), 1));
  range.formulas = texts.map((text) => [cellInput(text)]);
}

/** Queues taking the note away. */
export function takeNoteAway(context: Excel.RequestContext, sheet: string): void {
  // The name first: a note without its name is found by the next reading, a name without its note only by the next change.
  context.workbook.names.getItemOrNullObject(LOCK).delete();
  cells(context.workbook.worksheets.getItemOrNullObject(sheet), NOTE_CELLS).clear(Excel.ClearApplyTo.contents);
}

/** What the note says of a plan. `tables` are the plan's tables with the ranges they had. */
export function noteOfPlan(blocks: readonly Block<CellChange>[], tables: readonly { readonly resize: TableResize; readonly before: string }[]): string[] {
  const added = blocks.filter(isAdded);
  return noteTexts({
    cells: blocks.filter((block) => !added.includes(block)).flatMap(({ rows }) => rows.flat()).flatMap((change) => (change === null ? [] : [change])),
    rows: added.map((block) => ({ sheet: block.sheet, area: addressOf(block), filled: block.rows.flat().filter((change) => change?.after !== null).length })),
    tables: tables.map(({ resize, before }) => ({ sheet: resize.sheet, table: resize.table, before, after: areaAddress(resize.area) })),
  });
}

/** A rectangle of more than one cell of a sheet of ours where nothing stood before: new rows of a table. */
export function isAdded({ sheet, rows }: Block<CellChange>): boolean {
  return isPurseSheet(sheet) && rows.flat().length > 1 && rows.every((row) => row.every((change) => change?.before === null));
}

/** "A5:N12" */
export function areaAddress({ top, left, bottom, right }: GridArea): string {
  return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
}

function cells(sheet: Excel.Worksheet, count: number): Excel.Range {
  const { row, column } = parseAddress(NOTE_CELL) ?? { row: 0, column: 0 };
  return sheet.getRangeByIndexes(row, column, count, 1);
}
