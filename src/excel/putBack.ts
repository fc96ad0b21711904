// Puts back what a plan has written, and only that: a cell that somebody else has changed meanwhile is left to them and named.
import type { CellValue } from "../core/reading/grid";
import type { CellChange } from "../core/writing/types";
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { cellInput } from "./cellWriting";
import { excelFault } from "./errors";
import { normal, type Look } from "./lookAtPlan";
import { addressOf, type Block } from "./planBlocks";
import { patiently, type Patience } from "./run";
import { lookAtNote, setNote, takeNoteAway, textsIn } from "./planNote";

/** Rectangles that were or may have been written. `before` is what really stood there the moment before, where that was told. */
export interface Written {
  readonly blocks: readonly { readonly block: Block<CellChange>; readonly range: Excel.Range | null; readonly before: CellValue[][] | null }[];
}

interface Undo {
  readonly seen: Look;
  readonly note: string | null;
  readonly texts: readonly string[];
  readonly work: WorkOptions;
  readonly patience: Patience;
}

const NAMED_AT_MOST = 6;

/** Always ends in a fault that says how things stand. */
export async function putBack(context: Excel.RequestContext, undo: Undo, written: Written, cause: unknown): Promise<never> {
  const fault = excelFault(cause, "");
  let left: readonly string[];
  try {
    left = await patiently(() => tryPutBack(context, undo, written), { ...(undo.work.onProgress === undefined ? {} : { onProgress: undo.work.onProgress }) }, undo.patience);
  } catch (error) {
    const cells = written.blocks.flatMap(({ block }) => block.rows.flat()).flatMap((change) => (change === null ? [] : [`${change.sheet}!${change.address}`]));
    const next = undo.note === null ? `Compare these cells with the preview before going on: ${listed(cells)}.` : "Read the sheets again: what was left unfinished is put right then, and you are told how.";
    throw new WorkbookError(fault.code, `${fault.message} Putting the cells back failed too.`, next, excelFault(error, "").detail);
  }
  if (left.length === 0) throw new WorkbookError(fault.code, `${fault.message} Every cell was put back as it was.`, fault.nextStep, fault.detail);
  throw new WorkbookError(fault.code, `${fault.message} Every cell was put back as it was, but for what somebody else changed meanwhile: ${listed(left)}.`, "Compare these cells with their owner. Then read the sheets again and make a new preview.", fault.detail);
}

async function tryPutBack(context: Excel.RequestContext, { seen, note, texts }: Undo, written: Written): Promise<string[]> {
  const looks = written.blocks.map(({ block, range, before }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(block.sheet);
    sheet.load("name");
    // A range of the request that wrote moves along when somebody inserts rows above it.
    const now = range ?? sheet.getRange(addressOf(block));
    now.load("values");
    return { block, before, sheet, now };
  });
  const tables = seen.tables().map(({ resize, before }) => {
    const table = context.workbook.tables.getItemOrNullObject(resize.table);
    table.load("name");
    return { table, before };
  });
  const standing = note === null ? null : lookAtNote(context, note);
  await context.sync();
  const ours = standing === null || textsIn(standing).length === 0 || textsIn(standing).join("") === texts.join("");
  if (note !== null && ours && standing !== null && !standing.range.isNullObject) setNote(context, note, texts, !standing.lock.isNullObject);
  const left = looks.flatMap(({ block, before, sheet, now }) => (sheet.isNullObject ? [] : restore(block, before, now)));
  for (const { table, before } of tables) if (!table.isNullObject) table.resize(before);
  if (note !== null && ours) takeNoteAway(context, note);
  await context.sync();
  return left;
}

/** Queues the old values of the cells that still hold ours; gives the others in words. */
function restore(block: Block<CellChange>, told: CellValue[][] | null, range: Excel.Range): string[] {
  const values = range.values as CellValue[][] | null;
  const left: string[] = [];
  const cells = block.rows.flatMap((row, r) => row.flatMap((change, c) => {
    if (change === null) return [];
    const now = normal(values?.[r]?.[c]);
    const before = told === null ? change.before : (told[r]?.[c] ?? null);
    if (now === before) return [];
    if (now === change.after) return [{ r, c, before }];
    left.push(`${change.sheet}!${change.address} holds ${JSON.stringify(now)}, held ${JSON.stringify(before)}`);
    return [];
  }));
  if (cells.length === 0) return left;
  if (cells.length === block.rows.flat().length) range.formulas = block.rows.map((row, r) => row.map((_, c) => cellInput(cells.find((cell) => cell.r === r && cell.c === c)?.before ?? null)));
  else for (const { r, c, before } of cells) range.getCell(r, c).formulas = [[cellInput(before)]];
  return left;
}

function listed(places: readonly string[]): string {
  const more = places.length - NAMED_AT_MOST;
  return `${places.slice(0, NAMED_AT_MOST).join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}
