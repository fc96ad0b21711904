// Who consolidates: the page itself for a workbook of ordinary size; a composition root may give someone who works beside the page.
import type { SheetGrid } from "../core/reading/grid";
import type { WorkOptions } from "../workbook/ports";
import { consolidate, type Consolidation } from "./consolidate";

export interface Consolidator {
  /** The same result as `consolidate`. Throws WorkbookError stopped when asked to stop in time. */
  consolidate(grids: readonly SheetGrid[], work: WorkOptions): Promise<Consolidation>;
}

export const consolidateHere: Consolidator = { consolidate: (grids) => Promise.resolve(consolidate(grids)) };
