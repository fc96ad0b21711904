// Puts right a change that was cut off while it was being written, from the note that it left in the workbook.
import type { CellValue } from "../core/reading/grid";
import { noteOf, type Unfinished } from "../core/writing/unfinished";
import type { RecoveredChange, WorkOptions } from "../workbook/ports";
import { cellInput } from "./cellWriting";
import { normal } from "./lookAtPlan";
import { lookAtNote, takeNoteAway, textsIn } from "./planNote";
import { inExcel, patiently, pause, type Patience } from "./run";

/** Waits first: somebody else's change may just be on its way. Doing it twice, or two people at once, comes to the same. */
export function recoverInExcel(sheet: string, work: WorkOptions, patience: Patience): Promise<RecoveredChange | null> {
  return inExcel(async (context) => {
    const first = await patiently(() => textsOn(context, sheet), work, patience);
    if (first.length === 0) return null;
    await pause(patience.unfinishedMs);
    const texts = await patiently(() => textsOn(context, sheet), work, patience);
    if (texts.join("") !== first.join("")) return null;
    return patiently(() => putRight(context, sheet, noteOf(texts)), work, patience);
  }, { retry: false, written: "", waits: true });
}

async function textsOn(context: Excel.RequestContext, sheet: string): Promise<CellValue[]> {
  const seen = lookAtNote(context, sheet);
  await context.sync();
  return textsIn(seen);
}

/** A note that was cut off itself is older than any cell: then there is nothing to put right. */
async function putRight(context: Excel.RequestContext, noteOn: string, note: Unfinished | null): Promise<RecoveredChange> {
  const { cells, rows, tables } = note ?? { cells: [], rows: [], tables: [] };
  const look = (sheet: string, address: string): { known: Excel.Worksheet; range: Excel.Range } => {
    const known = context.workbook.worksheets.getItemOrNullObject(sheet);
    known.load("name");
    const range = known.getRange(address);
    range.load("values");
    return { known, range };
  };
  const seenCells = cells.map((cell) => ({ cell, ...look(cell.sheet, cell.address) }));
  const seenRows = rows.map((added) => ({ added, ...look(added.sheet, added.area) }));
  const seenTables = tables.map((resized) => {
    const table = context.workbook.tables.getItemOrNullObject(resized.table);
    table.load("name");
    return { resized, table };
  });
  await context.sync();
  const standing = seenCells.map(({ cell, known, range }) => ({ cell, range, gone: known.isNullObject, now: known.isNullObject ? null : normal((range.values as CellValue[][])[0]?.[0]) }));
  const filled = (range: Excel.Range): number => (range.values as CellValue[][]).flat().filter((value) => normal(value) !== null).length;
  const whole = note !== null && standing.every(({ cell, now }) => now === cell.after) && seenRows.every(({ added, known, range }) => !known.isNullObject && filled(range) === added.filled);
  const left: string[] = [];
  if (!whole) {
    for (const { cell, range, gone, now } of standing) {
      if (now === cell.after && now !== cell.before && !gone) range.formulas = [[cellInput(cell.before)]];
      else if (now !== cell.before) left.push(gone ? `${cell.sheet}!${cell.address}, whose sheet is gone` : `${cell.sheet}!${cell.address} holds ${JSON.stringify(now)}, held ${JSON.stringify(cell.before)}`);
    }
    for (const { known, range } of seenRows) if (!known.isNullObject) range.clear(Excel.ClearApplyTo.contents);
  }
  // Tables are resized last, so cells that are all new may stand below a table that is still short.
  for (const { resized, table } of seenTables) if (!table.isNullObject) table.resize(whole ? resized.after : resized.before);
  takeNoteAway(context, noteOn);
  await context.sync();
  return { state: whole ? "new" : "old", cells: cells.length, left };
}
