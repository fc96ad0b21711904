// Brings a reading up to date: one look at every sheet's size, then only the sheets that changed since are read.
import { isOwnSheet } from "../core/writing/sheetNames";
import type { SheetGrid } from "../core/reading/grid";
import type { WorkOptions } from "../workbook/ports";
import type { ChangeWatch } from "./changeWatch";
import { readAllGrids, readSheets, visibilityOf, type UsedSheet } from "./readGrids";
import { heedStop, inExcel, type Patience } from "./run";

/**
 * One round trip where nothing changed, whatever the workbook's size; as many more as the changed sheets take. Everything is read where
 * sheets came, went or were renamed, or where it is not known what people changed. `stale` are sheets to read in any case.
 */
export async function readAgainInExcel(watch: ChangeWatch, held: readonly SheetGrid[], stale: readonly string[], work: WorkOptions, patience: Patience): Promise<readonly SheetGrid[]> {
  if (!watch.knows()) return readAllGrids(watch, work, patience);
  const changed = new Set<string>();
  try {
    const read = await inExcel(async (context) => {
      const { sheets, count } = queueSizes(context, held);
      await context.sync();
      heedStop(work);
      // Only now: what was changed before this request is heard before its answer.
      for (const id of watch.take()) changed.add(id);
      if (count.value !== held.length || sheets.some(({ sheet }) => sheet.isNullObject)) return null;
      const differing = sheets.filter((each, i) => changed.has(each.sheet.id) || stale.includes(each.name) || !sameSize(each, held[i]));
      const outer = differing.some((each) => !isOwnSheet(held.find(({ sheet }) => sheet === each.name) ?? EMPTY));
      const wanted = sheets.filter((each, i) => differing.includes(each) || (outer && looksOutside(held[i])));
      const fresh = await readSheets(context, wanted, work);
      return held.map((grid, i) => fresh[wanted.findIndex((each) => each === sheets[i])] ?? grid);
    }, { retry: true, written: "Nothing was written.", heed: work, patience });
    return read ?? (await readAllGrids(watch, work, patience));
  } catch (error) {
    watch.giveBack(changed);
    throw error;
  }
}

const EMPTY: SheetGrid = { file: null, sheet: "", visibility: "visible", values: [] };

function queueSizes(context: Excel.RequestContext, held: readonly SheetGrid[]): { sheets: UsedSheet[]; count: OfficeExtension.ClientResult<number> } {
  const count = context.workbook.worksheets.getCount();
  const sheets = held.map(({ sheet: name, visibility }): UsedSheet => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("id,visibility");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
    const merged = used.getMergedAreasOrNullObject();
    merged.load("address");
    return { sheet, name, visibility, used, merged };
  });
  return { sheets, count };
}

/** The sheet reaches as far as when it was read, and hides as much. A value that became another one is heard, not seen here. */
function sameSize({ sheet, used }: UsedSheet, held: SheetGrid | undefined): boolean {
  if (held === undefined || visibilityOf(sheet.visibility) !== held.visibility) return false;
  const width = held.values.reduce((most, row) => Math.max(most, row.length), 0);
  if (used.isNullObject) return width === 0;
  const hides = (held.hiddenRows ?? []).length + (held.hiddenColumns ?? []).length > 0;
  const hidesNow = used.rowHidden !== false || used.columnHidden !== false;
  return held.values.length === used.rowIndex + used.rowCount && width === used.columnIndex + used.columnCount && hides === hidesNow;
}

/** Formulas that point to other sheets may give something else once those changed. Our own sheets are read for what people write on them. */
function looksOutside(grid: SheetGrid | undefined): boolean {
  return grid !== undefined && !isOwnSheet(grid) && (grid.formulas ?? []).some((row) => row.some((formula) => formula !== null && /[![]/.test(formula)));
}
