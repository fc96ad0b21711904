// Puts sheets of other files into the workbook as values, block by block, and takes everything back when a step fails or is stopped.
import { cellAddress } from "../core/budget/cells";
import type { CellValue, GridArea, SheetGrid } from "../core/reading/grid";
import type { SheetSpec } from "../core/writing/types";
import { WorkbookError, type BroughtTarget, type WorkOptions } from "../workbook/ports";
import { excelFault } from "./errors";
import { gridOf, readBlocks, visibilityOf, type UsedSheet } from "./readGrids";
import { heedStop, inExcel } from "./run";
import { writeOwnSheets } from "./writeSheets";

/** Cells come to about 40 bytes each on their way, so a message stays well under the 5 MB that Excel on the web takes. */
const CELLS_PER_MESSAGE = 12_000;
/** A sheet with more merged areas than this is not laid out with them: Excel takes them one request each. */
const MERGES = 500;

type Cells = Pick<SheetGrid, "values" | "formulas" | "numberFormats" | "merges">;

/** One round trip to look, one more per 12,000 cells, and those of the record. */
export function bringIntoExcel(sheets: readonly BroughtTarget[], record: SheetSpec, work: WorkOptions): Promise<void> {
  return inExcel(async (context) => {
    heedStop(work);
    const before = await lookAt(context, sheets, work);
    const begun: BroughtTarget[] = [];
    try {
      await writeBlocks(context, sheets, begun, work);
      heedStop(work);
      await writeOwnSheets([record], {});
    } catch (error) {
      await takeBack(context, begun, before, error);
    }
  }, { retry: false, written: "" });
}

/** What stands under the names now. Throws when a name is taken, a sheet to replace is gone or one is protected. */
async function lookAt(context: Excel.RequestContext, sheets: readonly BroughtTarget[], work: WorkOptions): Promise<ReadonlyMap<string, SheetGrid>> {
  const seen = sheets.map((target) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(target.name);
    sheet.load("name,visibility,protection/protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const merged = used.getMergedAreasOrNullObject();
    merged.load("address");
    return { target, sheet, used, merged };
  });
  await context.sync();
  for (const { target, sheet } of seen) {
    if (sheet.isNullObject === target.replaces) throw inTheWay(target);
    if (target.replaces && sheet.protection.protected) {
      throw new WorkbookError("protected", `The sheet "${target.name}" is protected. Nothing was written.`, "Ask whoever protects it to unlock it, or bring the file in beside it.");
    }
  }
  const old = seen.filter(({ target }) => target.replaces).map(({ target, sheet, used, merged }): UsedSheet => ({ sheet, name: target.name, visibility: visibilityOf(sheet.visibility), used, merged }));
  const gathered = await readBlocks(context, old, { ...(work.signal === undefined ? {} : { signal: work.signal }) });
  return new Map(old.map((sheet, i) => [sheet.name, gridOf(sheet, gathered[i], { rows: [], columns: [] })]));
}

function inTheWay({ name, replaces }: BroughtTarget): WorkbookError {
  const why = replaces ? `The sheet "${name}" is no longer there` : `A sheet called "${name}" stands there already`;
  return new WorkbookError("conflict", `${why}. Nothing was written.`, "Choose the files again.");
}

/** `begun` tells how far it came, for taking it back. */
async function writeBlocks(context: Excel.RequestContext, sheets: readonly BroughtTarget[], begun: BroughtTarget[], work: WorkOptions): Promise<void> {
  const total = sheets.reduce((cells, { grid }) => cells + sizeOf(grid), 0);
  let [done, queued] = [0, 0];
  for (const target of sheets) {
    begun.push(target);
    const sheet = target.replaces ? context.workbook.worksheets.getItem(target.name) : context.workbook.worksheets.add(target.name);
    if (target.replaces) empty(sheet);
    for (const block of blocksOf(target.grid)) {
      if (queued > 0 && queued + block.cells > CELLS_PER_MESSAGE) {
        // A round trip per message of about 1 MB is the point of the loop.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
        queued = 0;
        heedStop(work);
      }
      put(sheet, block, target.grid);
      queued += block.cells;
      done += block.cells;
      work.onProgress?.({ step: `Writing ${target.name}`, done, total });
    }
    merge(sheet, target.grid.merges ?? []);
  }
  await context.sync();
}

interface Block {
  readonly top: number;
  readonly rows: number;
  readonly width: number;
  readonly cells: number;
}

function blocksOf(grid: Cells): Block[] {
  const width = widthOf(grid);
  const rows = Math.max(1, Math.floor(CELLS_PER_MESSAGE / Math.max(1, width)));
  const blocks: Block[] = [];
  for (let top = 0; width > 0 && top < grid.values.length; top += rows) {
    const height = Math.min(rows, grid.values.length - top);
    blocks.push({ top, rows: height, width, cells: height * width });
  }
  return blocks;
}

function put(sheet: Excel.Worksheet, { top, rows, width }: Block, grid: Cells): void {
  const range = sheet.getRangeByIndexes(top, 0, rows, width);
  const each = <T>(make: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rows }, (_, r) => Array.from({ length: width }, (__, c) => make(top + r, c)));
  const formatted = Array.from({ length: rows }, (_, r) => grid.numberFormats?.[top + r] ?? []).some((row) => row.some((format) => format !== null && format !== "General"));
  if (formatted) range.numberFormat = each((r, c) => grid.numberFormats?.[r]?.[c] ?? "General");
  range.formulas = each((r, c) => grid.formulas?.[r]?.[c] ?? asTyped(grid.values[r]?.[c] ?? null, grid.numberFormats?.[r]?.[c]));
}

/** Text goes behind Excel's own text mark always: "Mar-26" would become a date, "=1+1" a formula. */
function asTyped(value: CellValue, format: string | null | undefined): string | number | boolean {
  if (value === null) return "";
  return typeof value === "string" && format !== "@" ? `'${value}` : value;
}

function merge(sheet: Excel.Worksheet, merges: readonly GridArea[]): void {
  if (merges.length > MERGES) return;
  for (const area of merges) sheet.getRange(`${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`).merge();
}

function empty(sheet: Excel.Worksheet): void {
  const used = sheet.getUsedRange();
  used.unmerge();
  used.clear(Excel.ClearApplyTo.contents);
  used.clear(Excel.ClearApplyTo.formats);
}

/** New sheets go, replaced ones get their cells back. Always ends in a fault. */
async function takeBack(context: Excel.RequestContext, begun: readonly BroughtTarget[], before: ReadonlyMap<string, SheetGrid>, cause: unknown): Promise<never> {
  const fault = excelFault(cause, "The workbook was put back as it was.");
  try {
    const now = begun.map((target) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(target.name);
      sheet.load("name");
      return { target, sheet };
    });
    await context.sync();
    for (const { target, sheet } of now) {
      if (sheet.isNullObject) continue;
      const old = before.get(target.name);
      if (old === undefined) {
        sheet.delete();
        continue;
      }
      empty(sheet);
      for (const block of blocksOf(old)) {
        put(sheet, block, old);
        // One message a block here too.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
      }
      merge(sheet, old.merges ?? []);
    }
    await context.sync();
  } catch (error) {
    const names = begun.map(({ name }) => `"${name}"`).join(", ");
    throw new WorkbookError(fault.code, `${excelFault(cause, "").message} Putting the workbook back failed too.`, `Look at the sheets ${names}; nothing else was touched.`, excelFault(error, "").detail);
  }
  throw fault;
}

function widthOf(grid: Cells): number {
  let width = 0;
  for (const row of grid.values) if (row.length > width) width = row.length;
  return width;
}

function sizeOf(grid: Cells): number {
  return grid.values.length * widthOf(grid);
}
