// Which year of a plan is read once its totals have told what the later ones are, and what is said of it.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import type { NumberStyle } from "../words/amounts";
import type { SheetGrid } from "../grid";
import { chooseStages } from "./stages";
import { findYearsAcross, yearWords } from "./yearsAcross";
import type { MappedColumn, StageChoice } from "../tableSteps";
import type { YearsAcross } from "../lineSteps";

/** Where later years are changes, only the first can be read as it stands: it is chosen, and there is no doubt about the years. */
export function chosenYears(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], choice: StageChoice, style: NumberStyle): { readonly choice: StageChoice; readonly years: YearsAcross | null } {
  const years = findYearsAcross(grid, rows, mapped, style);
  if (years === null) return { choice, years };
  if (years.laterAre === "absolute") return { choice, years: choice.year === years.first.year ? years : null };
  const first = choice.year === years.first.year ? choice : chooseStages(grid, rows, mapped, yearWords(years.first.year), style);
  const changes = new Map(years.later.map((c) => [c.column, `a change on the year before ${yearWords(c.year)}; the year's figure is the first year's and all changes to it`]));
  return { years, choice: { ...first, yearsInDoubt: [], columns: first.columns.map((c) => ({ ...c, reason: changes.get(c.column) ?? c.reason })) } };
}

/** That later years were read as changes is said once, with the place of the totals that bear it out. */
export function laterIssues(grid: SheetGrid, years: YearsAcross | null): Issue[] {
  if (years === null || years.laterAre !== "changes") return [];
  return [{
    code: "years-as-changes", severity: "info", pence: null, where: { file: grid.file, sheet: grid.sheet, address: cellAddress(years.totalRow, years.later[0]?.column ?? 0) },
    facts: { sheet: grid.sheet, first: yearWords(years.first.year), count: String(years.later.length) },
  }];
}
