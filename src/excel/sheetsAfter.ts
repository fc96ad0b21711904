// The changed sheets whole, read in the same round trip as the reading back, so that applying needs no further one.
import type { SheetGrid } from "../core/reading/grid";
import { gridOf, keep, visibilityOf, type Gathered, type UsedSheet } from "./readGrids";

/** Sizes of the sheets that a plan touches, looked up while its cells are checked. */
export interface SheetSize {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

export function queueSizes(sheets: Iterable<Excel.Worksheet>): SheetSize[] {
  return [...sheets].map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowCount,columnCount");
    return { sheet, used };
  });
}

/** Sheets of ours hold sentences: a cell of theirs comes to some 55 bytes, so these stay under 1 MB. */
const CELLS_TOGETHER = 16_000;

/** Queues the sheets for reading whole, or null when together, with the cells that were `added`, they are more than one message should carry. */
export function queueSheets(context: Excel.RequestContext, sizes: readonly SheetSize[], added: number): UsedSheet[] | null {
  const cells = sizes.reduce((total, { used }) => total + (used.isNullObject ? 0 : used.rowCount * used.columnCount), added);
  if (cells > CELLS_TOGETHER) return null;
  return sizes.map(({ sheet: seen }): UsedSheet => {
    // By its id: somebody may have renamed or deleted it meanwhile.
    const sheet = context.workbook.worksheets.getItemOrNullObject(seen.id);
    sheet.load("name");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,values,formulas,numberFormat");
    const merged = used.getMergedAreasOrNullObject();
    merged.load("address");
    return { sheet, name: seen.name, visibility: visibilityOf(seen.visibility), used, merged };
  });
}

/** The sheets as grids; none at all when one of them is gone or has another name, or has hidden rows or columns, which take a reading of their own to tell apart. */
export function sheetsAfter(queued: readonly UsedSheet[] | null): SheetGrid[] {
  if (queued === null || queued.some(isOtherNow)) return [];
  return queued.map((sheet) => {
    const gathered: Gathered = { values: [], formulas: [], formats: [] };
    if (!sheet.used.isNullObject) keep(gathered, sheet.used, sheet);
    return gridOf(sheet, gathered, { rows: [], columns: [] });
  });
}

function isOtherNow({ sheet, name, used }: UsedSheet): boolean {
  return sheet.isNullObject || sheet.name !== name || (!used.isNullObject && (used.rowHidden !== false || used.columnHidden !== false));
}
