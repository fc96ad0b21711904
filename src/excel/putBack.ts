// Puts back what a plan has written, and only that: a cell that somebody else has changed meanwhile is left to them and named.
import type { CellValue } from "../core/reading/grid";
import type { CellChange } from "../core/writing/types";
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { cellInput } from "./cellWriting";
import { excelFault, isEditing } from "./errors";
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
const GIVEN_BACK_AT_MOST = 5;

/** Always ends in a fault that says how things stand. */
export async function putBack(context: Excel.RequestContext, undo: Undo, written: Written, cause: unknown): Promise<never> {
  const fault = excelFault(cause, "");
  let left: readonly string[];
  try {
    left = await patiently(() => tryPutBack(context, undo, written).catch((error: unknown) => {
      if (isEditing(error) || excelFault(error, "").code === "connection-lost") throw error;
      // A range that moved along may be lost with its sheet or row: once more, by addresses.
      return tryPutBack(context, undo, { blocks: written.blocks.map((each) => ({ ...each, range: null })) });
    }), { ...(undo.work.onProgress === undefined ? {} : { onProgress: undo.work.onProgress }) }, undo.patience);
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
    const sheet = context.workbook.worksheets.getItemOrNullObject(seen.idOf(block.sheet));
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
  const noteOn = note === null ? null : seen.idOf(note);
  const standing = noteOn === null ? null : lookAtNote(context, noteOn);
  await context.sync();
  const ours = standing === null || textsIn(standing).length === 0 || textsIn(standing).join("") === texts.join("");
  if (noteOn !== null && ours && standing !== null && !standing.range.isNullObject) setNote(context, noteOn, texts, !standing.lock.isNullObject);
  const undone = looks.filter(({ sheet }) => !sheet.isNullObject).map(({ block, before, now }) => undoneBy(block, before, now));
  const swaps = undone.flatMap((each) => each.swaps);
  queueSwaps(swaps);
  for (const { table, before } of tables) if (!table.isNullObject) table.resize(before);
  if (noteOn !== null && ours) takeNoteAway(context, noteOn);
  await context.sync();
  return [...undone.flatMap((each) => each.left), ...(await giveBack(context, swaps))];
}

/** One cell or rectangle to put back: what we expect to write over, and what to write. */
interface Swap {
  readonly place: string;
  readonly range: Excel.Range;
  readonly over: readonly (readonly CellValue[])[];
  readonly put: readonly (readonly CellValue[])[];
}

/** Sees what stands there and writes, in the same request. */
function queueSwaps(swaps: readonly Swap[]): void {
  for (const { range, put } of swaps) {
    range.load("values");
    range.formulas = put.map((row) => row.map((value) => cellInput(value)));
  }
}

/** Where somebody typed between our look and our writing, what they typed is written again. Gives those cells in words. */
async function giveBack(context: Excel.RequestContext, done: readonly Swap[]): Promise<string[]> {
  let swaps = done;
  const theirs: string[] = [];
  for (let round = 0; round < GIVEN_BACK_AT_MOST; round += 1) {
    const wrong = swaps.flatMap((swap): Swap[] => {
      const seen = (swap.range.values as CellValue[][] | null)?.map((row) => row.map(normal));
      return seen === undefined || seen.every((row, r) => row.every((value, c) => value === swap.over[r]?.[c])) ? [] : [{ ...swap, over: swap.put, put: seen.map((row, r) => row.map((value, c) => (value === swap.over[r]?.[c] ? (swap.put[r]?.[c] ?? null) : value))) }];
    });
    if (wrong.length === 0) return theirs;
    if (round === 0) theirs.push(...wrong.map(({ place }) => `${place}, in which somebody was typing`));
    queueSwaps(wrong);
    // One more round for each time that somebody types in the same cells at the same moment.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    swaps = wrong;
  }
  return theirs;
}

/** The cells that still hold what was written, to be put back; the others in words. */
function undoneBy(block: Block<CellChange>, told: CellValue[][] | null, range: Excel.Range): { readonly swaps: Swap[]; readonly left: string[] } {
  const values = range.values as CellValue[][] | null;
  const left: string[] = [];
  const cells = block.rows.flatMap((row, r) => row.flatMap((change, c) => {
    if (change === null) return [];
    const now = normal(values?.[r]?.[c]);
    const before = told === null ? change.before : (told[r]?.[c] ?? null);
    if (now === before) return [];
    if (now === change.after) return [{ r, c, before, after: change.after, place: `${change.sheet}!${change.address}` }];
    left.push(`${change.sheet}!${change.address} holds ${JSON.stringify(now)}, held ${JSON.stringify(before)}`);
    return [];
  }));
  const whole = cells.length === block.rows.flat().length && cells.length > 1;
  if (!whole) return { left, swaps: cells.map(({ r, c, before, after, place }) => ({ place, range: range.getCell(r, c), over: [[after]], put: [[before]] })) };
  const beforeAt = new Map(cells.map(({ r, c, before }) => [`${r},${c}`, before]));
  return { left, swaps: [{ place: cells[0]?.place ?? "", range, over: block.rows.map((row) => row.map((change) => change?.after ?? null)), put: block.rows.map((row, r) => row.map((_, c) => beforeAt.get(`${r},${c}`) ?? null)) }] };
}

function listed(places: readonly string[]): string {
  const more = places.length - NAMED_AT_MOST;
  return `${places.slice(0, NAMED_AT_MOST).join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}
