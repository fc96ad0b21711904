// The tables of their own that partners fill in beside the rule books: links, substitutions; read together, and written empty where missing.
import type { BudgetLine } from "../budget/line";
import type { Achievable } from "../flexibility/budgetSetting";
import { achievableOf, classesSheet, readClasses } from "../flexibility/classesTable";
import { readSwaps, swapsSheet } from "../flexibility/swapsTable";
import type { SwapProposal } from "../flexibility/ringSwap";
import type { Issue } from "../issues/issue";
import type { SheetGrid } from "../reading/grid";
import type { SheetSpec } from "../writing/types";
import { objectivesSheet, readObjectives } from "../virement/objectivesTable";
import type { ModelStage } from "../virement/types";
import { linksSheet, readLinks, type LinkRow } from "./linksTable";

export interface AgreedTables {
  readonly links: readonly LinkRow[];
  readonly swaps: readonly SwapProposal[];
  readonly achievable: Achievable;
  /** The order of aims that the partners chose; null where they left it as shipped. */
  readonly stages: readonly ModelStage[] | null;
  readonly issues: readonly Issue[];
}

export function readAgreedTables(grids: readonly SheetGrid[], lines: readonly BudgetLine[]): AgreedTables {
  const [links, swaps, classes] = [readLinks(grids, lines), readSwaps(grids, lines), readClasses(grids)];
  const aims = readObjectives(grids);
  const issues = [...links.issues, ...swaps.issues, ...classes.issues, ...aims.issues];
  return { links: links.rows, swaps: swaps.rows, achievable: achievableOf(classes.rows), stages: aims.stages, issues };
}

export function agreedSheets(): SheetSpec[] {
  return [objectivesSheet(), classesSheet(), linksSheet([]), swapsSheet()];
}
