// Applies a plan of cell changes: look again and refuse, or write in one step and see what was written over; put back if that was not what was meant.
import type { CellValue, SheetGrid } from "../core/reading/grid";
import type { CellChange, CellGuard, WritePlan } from "../core/writing/types";
import { noteSheet } from "../core/writing/unfinished";
import { WorkbookError, type PlanObstacle, type PlanOutcome, type WorkOptions } from "../workbook/ports";
import { cellInput } from "./cellWriting";
import { codeOf, isEditing } from "./errors";
import { normal, queueLook, obstaclesIn, type Look } from "./lookAtPlan";
import { addressOf, blocksOf, watchesOf, type Block } from "./planBlocks";
import { CHARACTERS_A_RANGE, Pacer } from "./pacer";
import { areaAddress, isAdded, lookAtNote, noteOfPlan, setNote, takeNoteAway, textsIn } from "./planNote";
import { putBack, type Written } from "./putBack";
import { heedStop, inExcel, patiently, type Patience } from "./run";
import { queueSheets, sheetsAfter } from "./sheetsAfter";
import { lockedCells } from "./lockedCells";

/** A plan on its way: what it writes, what it holds, and the note that stands while it is written. */
interface Prepared {
  readonly plan: WritePlan;
  readonly blocks: readonly Block<CellChange>[];
  readonly watches: readonly Block<CellGuard>[];
  readonly seen: Look;
  readonly note: string | null;
  readonly texts: readonly string[];
  readonly locked: boolean;
  readonly work: WorkOptions;
  readonly patience: Patience;
}

/** Three round trips whatever the plan's size: look, write, read back; one more where a sheet is protected, and one per further 850 kB. */
export function applyInExcel(plan: WritePlan, work: WorkOptions, patience: Patience): Promise<PlanOutcome> {
  return inExcel(async (context) => {
    heedStop(work);
    work.onProgress?.({ step: "Checking the cells", done: 0, total: 3 });
    const { prepared, obstacles } = await check(context, plan, work, patience);
    if (obstacles.length > 0) return { applied: false, obstacles };
    heedStop(work);
    work.onProgress?.({ step: "Writing the cells", done: 1, total: 3 });
    const written = await patiently(() => write(context, prepared), work, patience);
    work.onProgress?.({ step: "Reading back", done: 2, total: 3 });
    return { applied: true, obstacles: [], sheets: await settle(context, prepared, written) };
  }, { retry: false, written: "", waits: true });
}

/** What stands in the way now; one round trip, two where a sheet is protected. */
export function checkInExcel(plan: WritePlan, work: WorkOptions, patience: Patience): Promise<readonly PlanObstacle[]> {
  return inExcel(async (context) => (await check(context, plan, work, patience)).obstacles, { retry: false, written: "", waits: true });
}

async function check(context: Excel.RequestContext, plan: WritePlan, work: WorkOptions, patience: Patience): Promise<{ prepared: Prepared; obstacles: readonly PlanObstacle[] }> {
  const prepared = await patiently(() => prepare(context, plan, work, patience), work, patience);
  return { prepared, obstacles: obstaclesIn(prepared.seen, await patiently(() => lockedCells(context, prepared.seen), work, patience)) };
}

async function prepare(context: Excel.RequestContext, plan: WritePlan, work: WorkOptions, patience: Patience): Promise<Prepared> {
  const blocks = blocksOf(plan.changes);
  const watches = watchesOf(plan.guards ?? []);
  const note = noteSheet(plan);
  const seen = await queueLook(context, blocks, watches, plan.resizes, new Pacer(context));
  const standing = note === null ? null : lookAtNote(context, note);
  await context.sync();
  if (standing !== null && textsIn(standing).length > 0) throw underWay();
  return { plan, blocks, watches, seen, note, texts: note === null ? [] : noteOfPlan(blocks, seen.tables()), locked: standing !== null && !standing.lock.isNullObject, work, patience };
}

/** Writes everything, and in the same request sees what stood there the moment before. */
async function write(context: Excel.RequestContext, prepared: Prepared): Promise<Written> {
  const { note, texts, locked, blocks, seen, plan } = prepared;
  const before: { block: Block<CellChange>; sheet: Excel.Worksheet; range: Excel.Range; after: Excel.Range }[] = [];
  const pacer = new Pacer(context, texts.join("").length);
  try {
    if (note !== null) setNote(context, note, texts, locked);
    const held = await queueLook(context, [], prepared.watches, [], pacer);
    const sheets = new Map<string, Excel.Worksheet>();
    for (const block of blocks) {
      // A further message only where one would be too large; the note says how far things should come.
      await pacer.before(2 * CHARACTERS_A_RANGE + JSON.stringify(block.rows.map((row) => row.map((change) => change?.after ?? ""))).length);
      // A sheet that is gone must not break off the request: what stood in the other cells would not be told.
      const sheet = sheets.get(block.sheet) ?? context.workbook.worksheets.getItemOrNullObject(block.sheet);
      if (!sheets.has(block.sheet)) sheet.load("name");
      sheets.set(block.sheet, sheet);
      const range = sheet.getRange(addressOf(block));
      range.load("values");
      range.formulas = block.rows.map((row, r) => row.map((change, c) => cellInput(change?.after ?? null, { numberFormat: seen.formatOf(block, r, c) })));
      const after = sheet.getRange(addressOf(block));
      after.load("values");
      before.push({ block, sheet, range, after });
    }
    for (const { sheet, table, area } of plan.resizes) {
      context.workbook.tables.getItemOrNullObject(table).resize(context.workbook.worksheets.getItemOrNullObject(sheet).getRange(areaAddress(area)));
    }
    await context.sync();
    const gone = before.find(({ sheet }) => sheet.isNullObject)?.block.rows[0]?.[0];
    const reached = before.filter(({ sheet }) => !sheet.isNullObject);
    const written: Written = { blocks: reached.map(({ block, range }) => ({ block, range, before: (range.values as CellValue[][] | null)?.map((row) => row.map(normal)) ?? null })) };
    const stale = gone ? `${gone.sheet}!${gone.address}` : (firstStale(written) ?? held.firstMoved());
    const fault = stale === null ? notTaken(reached) : new WorkbookError("conflict", `Cell ${stale} was changed, moved or removed by somebody at the very moment of writing.`, "Read the sheets again and make a new preview.");
    return fault === null ? written : await putBack(context, prepared, written, fault);
  } catch (error) {
    // The name stood already: another plan was on its way, and nothing of this one was done.
    if (codeOf(error) === "ItemAlreadyExists") throw underWay();
    if (error instanceof WorkbookError || (!pacer.sent && isEditing(error))) throw error;
    return await putBack(context, prepared, { blocks: blocks.map((block) => ({ block, range: null, before: null })) }, error);
  }
}

/** A cell over which something else was written than was seen. */
function firstStale({ blocks }: Written): string | null {
  for (const { block, before } of blocks) {
    for (const [r, row] of block.rows.entries()) {
      for (const [c, change] of row.entries()) {
        if (change !== null && before !== null && (before[r]?.[c] ?? null) !== change.before) return `${change.sheet}!${change.address}`;
      }
    }
  }
  return null;
}

/** The fault of a cell that did not take what was written to it, read in the request that wrote it: what people do later is theirs. */
function notTaken(written: readonly { readonly block: Block<CellChange>; readonly after: Excel.Range }[]): WorkbookError | null {
  for (const { block, after } of written) {
    const values = after.values as CellValue[][] | null;
    const wrong = block.rows.flatMap((row, r) => row.filter((change, c) => change !== null && normal(values?.[r]?.[c]) !== change.after))[0];
    if (wrong) return new WorkbookError("conflict", `Cell ${wrong.sheet}!${wrong.address} does not hold what was written to it.`, "Look at the cell's format. Then read the sheets again and make a new preview.");
  }
  return null;
}

/** Takes the note away and reads the changed sheets. Puts everything back when that fails. */
async function settle(context: Excel.RequestContext, prepared: Prepared, written: Written): Promise<SheetGrid[]> {
  try {
    return await patiently(() => readBack(context, prepared), prepared.work, prepared.patience);
  } catch (error) {
    return await putBack(context, prepared, written, error);
  }
}

async function readBack(context: Excel.RequestContext, { note, seen, blocks }: Prepared): Promise<SheetGrid[]> {
  if (note !== null) takeNoteAway(context, seen.idOf(note));
  const queued = queueSheets(context, seen.sizes, blocks.filter(isAdded).flatMap(({ rows }) => rows.flat()).length);
  await context.sync();
  return sheetsAfter(queued);
}

function underWay(): WorkbookError {
  return new WorkbookError("busy", "Another change is being written, or was cut off. Nothing was written.", "Read the sheets again: what was cut off is put right then.");
}

