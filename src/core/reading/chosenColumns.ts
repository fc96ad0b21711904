// The columns of a table and what is read from each: headings on several rows can be joined in two ways, and the one that gives a clear budget is taken.
import type { NumberStyle } from "./amounts";
import { draftColumns, mapColumns, type MappedColumn } from "./columns";
import type { FoundTable } from "./findTables";
import type { SheetGrid } from "./grid";
import { chosenYears } from "./shapes/chosenYears";
import type { YearsAcross } from "./shapes/yearsAcross";
import { chooseStages, type StageChoice } from "./stages";

/** Columns read with headings that go on over their neighbours; where that leaves no budget or another year than the title's, with each heading over its own column alone. */
export function chosenColumns(grid: SheetGrid, table: FoundTable, rows: readonly number[], context: string, style: NumberStyle): { readonly mapped: readonly MappedColumn[]; readonly choice: StageChoice; readonly years: YearsAcross | null } {
  const [carried, alone] = [true, false].map((carry) => {
    const mapped = mapColumns(draftColumns(grid, table, style, carry));
    return { mapped, choice: chooseStages(grid, rows, mapped, context, style) };
  });
  const holdsBudget = (found: typeof carried): boolean => found?.choice.columns.some((c) => c.stage !== null && c.stage !== "actual" && c.stage !== "forecast") === true;
  const clear = (found: typeof carried): boolean => holdsBudget(found) && found?.choice.yearsInDoubt.length === 0;
  const best = clear(carried) || !holdsBudget(alone) || (holdsBudget(carried) && !clear(alone)) ? carried : alone;
  if (best === undefined) return { mapped: [], choice: chooseStages(grid, rows, [], context, style), years: null };
  return { mapped: best.mapped, ...chosenYears(grid, rows, best.mapped, best.choice, style) };
}
