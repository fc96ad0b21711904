// Reads every sheet's used cells: the list, then the sizes, then the cells in blocks well under the web's message limit.
import type { CellValue, GridArea, SheetGrid } from "../core/reading/grid";
import { parseAddress } from "../core/budget/cells";
import { WorkbookError, type WorkOptions } from "../workbook/ports";
import { formulaIn } from "./cellWriting";
import type { ChangeWatch } from "./changeWatch";
import { isTooLarge } from "./errors";
import { heedStop, inExcel, type Patience } from "./run";

/** Excel on the web takes 5 MB a message; values, formulas and formats of a cell come to about 40 bytes, so a block stays under 1 MB. */
const CELLS_PER_BLOCK = 24_000;
/** Hidden rows are looked up one by one only on sheets of ordinary length. */
const ROWS_LOOKED_AT = 2_000;

export interface UsedSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly visibility: SheetGrid["visibility"];
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas;
}

interface Block {
  readonly sheet: number;
  /** Zero-based rows within the used range. */
  readonly top: number;
  readonly rows: number;
}

type Rows<T> = T[][];

export interface Gathered {
  values: Rows<CellValue>;
  formulas: Rows<string | null>;
  formats: Rows<string | null>;
}

/** Three round trips for a workbook of ordinary size, one more per further 24,000 cells, one more when rows or columns are hidden. */
export function readAllGrids(watch: ChangeWatch, work: WorkOptions, patience: Patience): Promise<SheetGrid[]> {
  return inExcel(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/visibility");
    watch.begin();
    watch.queue(context);
    try {
      await context.sync();
    } catch (error) {
      watch.failed();
      throw error;
    }
    heedStop(work);
    const used = sheets.items.map((sheet): UsedSheet => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
      const merged = range.getMergedAreasOrNullObject();
      merged.load("address");
      return { sheet, name: sheet.name, visibility: visibilityOf(sheet.visibility), used: range, merged };
    });
    await context.sync();
    const read = await readSheets(context, used, work);
    watch.done();
    return read;
  }, { retry: true, written: "Nothing was written.", heed: work, patience });
}

/** The cells of these sheets, whose used ranges are known; no round trip for none. */
export async function readSheets(context: Excel.RequestContext, used: readonly UsedSheet[], work: WorkOptions): Promise<SheetGrid[]> {
  const gathered = await readBlocks(context, used, work);
  const hidden = await readHidden(context, used);
  return used.map((sheet, i) => gridOf(sheet, gathered[i], hidden[i] ?? { rows: [], columns: [] }));
}

export async function readBlocks(context: Excel.RequestContext, used: readonly UsedSheet[], work: WorkOptions): Promise<Gathered[]> {
  const gathered = used.map((): Gathered => ({ values: [], formulas: [], formats: [] }));
  const total = used.reduce((cells, sheet) => cells + (sheet.used.isNullObject ? 0 : sheet.used.rowCount * sheet.used.columnCount), 0);
  let queue = packBlocks(used, CELLS_PER_BLOCK);
  let done = 0;
  while (queue.length > 0) {
    heedStop(work);
    const { batch, rest } = takeBatch(queue, used);
    const ranges = batch.map((block) => rangeOf(used, block));
    for (const range of ranges) range.load("values,formulas,numberFormat");
    try {
      // A round trip per block of about 1 MB is the point of the loop.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      const halves = isTooLarge(error) ? halved(batch) : null;
      if (halves === null) throw error;
      queue = [...halves, ...rest];
      continue;
    }
    batch.forEach((block, i) => keep(gathered[block.sheet], ranges[i], used[block.sheet]));
    done += batch.reduce((cells, block) => cells + block.rows * (used[block.sheet]?.used.columnCount ?? 0), 0);
    work.onProgress?.({ step: "Reading the sheets", done, total });
    queue = rest;
  }
  return gathered;
}

function packBlocks(used: readonly UsedSheet[], cells: number): Block[] {
  return used.flatMap((sheet, index): Block[] => {
    if (sheet.used.isNullObject) return [];
    const rows = Math.max(1, Math.floor(cells / sheet.used.columnCount));
    const blocks: Block[] = [];
    for (let top = 0; top < sheet.used.rowCount; top += rows) blocks.push({ sheet: index, top, rows: Math.min(rows, sheet.used.rowCount - top) });
    return blocks;
  });
}

function takeBatch(queue: readonly Block[], used: readonly UsedSheet[]): { batch: Block[]; rest: Block[] } {
  const batch: Block[] = [];
  let cells = 0;
  for (const block of queue) {
    cells += block.rows * (used[block.sheet]?.used.columnCount ?? 1);
    if (batch.length > 0 && cells > CELLS_PER_BLOCK) break;
    batch.push(block);
  }
  return { batch, rest: queue.slice(batch.length) };
}

function halved(batch: readonly Block[]): Block[] | null {
  if (batch.length > 1) {
    // Each block of the batch goes on its own, halved where it can be.
    return batch.flatMap((block) => halved([block]) ?? [block]);
  }
  const block = batch[0];
  if (block === undefined || block.rows < 2) return null;
  const rows = Math.floor(block.rows / 2);
  return [{ ...block, rows }, { ...block, top: block.top + rows, rows: block.rows - rows }];
}

function rangeOf(used: readonly UsedSheet[], block: Block): Excel.Range {
  const sheet = used[block.sheet];
  if (sheet === undefined) throw new WorkbookError("host", "A sheet went missing while it was read.", "Read the sheets again.");
  return sheet.sheet.getRangeByIndexes(sheet.used.rowIndex + block.top, sheet.used.columnIndex, block.rows, sheet.used.columnCount);
}

/** Above 5,000,000 cells Excel may answer null instead of an error: that is a failure, not an empty sheet. */
export function keep(into: Gathered | undefined, range: Excel.Range | undefined, sheet: UsedSheet | undefined): void {
  const values = range?.values as CellValue[][] | null | undefined;
  const formulas = range?.formulas as CellValue[][] | null | undefined;
  const formats = range?.numberFormat as (string | null)[][] | null | undefined;
  if (into === undefined || !values || !formulas) {
    throw new WorkbookError("null-read", `Excel gave no values for sheet "${sheet?.name ?? ""}".`, "The sheet may be too large to read whole: split it, then read again.");
  }
  into.values.push(...values.map((row) => row.map((value) => (value === "" ? null : value))));
  into.formulas.push(...formulas.map((row, r) => row.map((formula, c) => formulaIn(formula, values[r]?.[c]))));
  into.formats.push(...(formats ?? values.map((row) => row.map(() => null))));
}

async function readHidden(context: Excel.RequestContext, used: readonly UsedSheet[]): Promise<{ rows: number[]; columns: number[] }[]> {
  const probes = used.map((sheet) => {
    if (sheet.used.isNullObject) return { rows: [], columns: [] };
    const { rowCount, columnCount, rowHidden, columnHidden } = sheet.used;
    const rows = rowHidden === false || rowCount > ROWS_LOOKED_AT ? [] : Array.from({ length: rowCount }, (_, i) => sheet.used.getRow(i));
    const columns = columnHidden === false ? [] : Array.from({ length: columnCount }, (_, i) => sheet.used.getColumn(i));
    rows.forEach((row) => row.load("rowHidden"));
    columns.forEach((column) => column.load("columnHidden"));
    return { rows, columns };
  });
  if (probes.some((probe) => probe.rows.length + probe.columns.length > 0)) await context.sync();
  return probes.map((probe, i) => ({
    rows: probe.rows.flatMap((row, r) => (row.rowHidden ? [r + (used[i]?.used.rowIndex ?? 0)] : [])),
    columns: probe.columns.flatMap((column, c) => (column.columnHidden ? [c + (used[i]?.used.columnIndex ?? 0)] : [])),
  }));
}

export function gridOf(sheet: UsedSheet, gathered: Gathered | undefined, hidden: { rows: number[]; columns: number[] }): SheetGrid {
  const base = { file: null, sheet: sheet.name, visibility: sheet.visibility };
  if (sheet.used.isNullObject || gathered === undefined) return { ...base, values: [] };
  const { rowIndex, columnIndex } = sheet.used;
  return {
    ...base,
    values: fromA1(gathered.values, rowIndex, columnIndex),
    formulas: fromA1(gathered.formulas, rowIndex, columnIndex),
    numberFormats: fromA1(gathered.formats, rowIndex, columnIndex),
    merges: sheet.merged.isNullObject ? [] : areasOf(sheet.merged.address),
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
  };
}

function fromA1<T>(rows: Rows<T>, top: number, left: number): (T | null)[][] {
  const pad = Array.from({ length: left }, () => null);
  return [...Array.from({ length: top }, () => []), ...rows.map((row) => (left === 0 ? row : [...pad, ...row]))];
}

/** "'My sheet'!A1:B2,'My sheet'!D4:D6" as areas. */
function areasOf(addresses: string): GridArea[] {
  return addresses.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((address) => {
    const [from = "", to = from] = address.slice(address.lastIndexOf("!") + 1).split(":");
    const start = parseAddress(from);
    const end = parseAddress(to);
    return start && end ? [{ top: start.row, left: start.column, bottom: end.row, right: end.column }] : [];
  });
}

export function visibilityOf(visibility: string): SheetGrid["visibility"] {
  if (visibility === "Hidden") return "hidden";
  return visibility === "VeryHidden" ? "veryHidden" : "visible";
}
