// The columns of a table and what is read from each: headings on several rows can be joined in two ways, and the one that gives a clear budget is taken.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import type { NumberStyle } from "../words/amounts";
import { isYearCell } from "../words/cellText";
import { draftColumns, mapColumns } from "./columns";
import type { SheetGrid } from "../grid";
import { chosenYears } from "./chosenYears";
import { chooseStages } from "./stages";
import { staggeredColumns, withoutStaggered } from "./staggered";
import type { MappedColumn, FoundTable, StageChoice } from "../tableSteps";
import type { YearsAcross } from "../lineSteps";

export interface ChosenColumns {
  readonly mapped: readonly MappedColumn[];
  readonly choice: StageChoice;
  readonly years: YearsAcross | null;
  /** A column whose year has words over its neighbour only, which may or may not go on over it; null where it makes no difference. */
  readonly over: WordsOver | null;
}

export interface WordsOver {
  readonly column: number;
  /** The heading with the words and without them. */
  readonly with: string;
  readonly own: string;
  readonly taken: boolean;
}

type Reading = Pick<ChosenColumns, "mapped" | "choice">;

/** Columns read with headings that go on over their neighbours; where that leaves no budget or another year than the title's, with each heading over its own column alone. */
export function chosenColumns(grid: SheetGrid, table: FoundTable, rows: readonly number[], context: string, style: NumberStyle): ChosenColumns {
  const read = (carry: boolean): Reading => {
    const found = mapColumns(draftColumns(grid, table, style, carry));
    const groups = staggeredColumns(grid, rows, found, style);
    const mapped = withoutStaggered(found, groups);
    const choice = chooseStages(grid, rows, mapped, context, style);
    return { mapped, choice: groups.size === 0 ? choice : { ...choice, columns: choice.columns.map((c) => (groups.has(c.column) ? { ...c, goesOn: groups.get(c.column) ?? [] } : c)) } };
  };
  const [carried, alone] = [read(true), read(false)];
  const holdsBudget = (found: Reading): boolean => found.choice.columns.some((c) => c.stage !== null && c.stage !== "actual" && c.stage !== "forecast");
  const clear = (found: Reading): boolean => holdsBudget(found) && found.choice.yearsInDoubt.length === 0;
  const best = clear(carried) || !holdsBudget(alone) || (holdsBudget(carried) && !clear(alone)) ? carried : alone;
  return { mapped: best.mapped, ...chosenYears(grid, rows, best.mapped, best.choice, style), over: wordsOver(carried, alone, best) ?? budgetUnder(carried, alone, best) };
}

/**
 * "Outturn" over 2025/26 and nothing over 2026/27 beside it: the second may be an outturn or a budget. Words over as many columns each, the
 * same years below them, go on without a doubt.
 */
function wordsOver(carried: Reading, alone: Reading, best: Reading): WordsOver | null {
  const doubtful = carried.mapped.flatMap((m, i): WordsOver[] => {
    const own = alone.mapped[i]?.draft;
    const [stage, ownStage] = [carried, alone].map((found) => found.choice.columns.find((c) => c.column === m.draft.column)?.stage ?? null);
    if (own === undefined || m.draft.heading === own.heading || !isYearCell(own.heading) || m.draft.meaning?.stage === (own.meaning?.stage ?? null) || stage === ownStage) return [];
    return [{ column: m.draft.column, with: m.draft.heading, own: own.heading, taken: best === carried }];
  });
  const [first] = doubtful;
  if (first === undefined) return null;
  const years = carried.mapped.filter((m, i) => isYearCell(alone.mapped[i]?.draft.heading ?? "") || m.draft.meaning?.year !== null && m.draft.meaning !== null).map((m) => m.draft.meaning?.year ?? null);
  return years.filter((year) => year === years[0]).length > 1 ? null : first;
}

/**
 * "2025/26" over "Outturn" and nothing over "Budget book" beside it: the budget may be of that year or of this one. Doubtful where it is the
 * one column that the words may go on over, no other year stands beside them, and it is read without them and not with them.
 */
function budgetUnder(carried: Reading, alone: Reading, best: Reading): WordsOver | null {
  const differing = carried.mapped.flatMap((m, i) => {
    const own = alone.mapped[i]?.draft;
    return own === undefined || own.heading === m.draft.heading ? [] : [{ m, own }];
  });
  const [only] = differing;
  const years = new Set(carried.mapped.flatMap((m) => m.draft.meaning?.year ?? []));
  if (only === undefined || differing.length > 1 || years.size > 1 || only.own.heading === "") return null;
  const [stage, ownStage] = [carried, alone].map((found) => found.choice.columns.find((c) => c.column === only.m.draft.column)?.stage ?? null);
  if (stage !== null || (ownStage !== "original" && ownStage !== "revised")) return null;
  return { column: only.m.draft.column, with: only.m.draft.heading, own: only.own.heading, taken: best === carried };
}

/** Asks what a year without words of its own is, where the words beside it may go on over it. */
export function overIssues(grid: SheetGrid, table: FoundTable, over: WordsOver | null): Issue[] {
  if (over === null) return [];
  return [{
    code: "column-unsure", severity: "question", pence: null, where: { file: grid.file, sheet: grid.sheet, address: cellAddress(table.headerRows[0] ?? table.area.top, over.column) },
    facts: { sheet: grid.sheet, heading: over.own, whole: over.with, taken: over.taken ? over.with : over.own },
  }];
}
