// Budgets that do not show yet what was applied beside them: told from the register, the sheets and what people chose, with an issue for each.
import type { BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import { formatPounds } from "../money/format";
import { sumPenceBy } from "../money/pence";
import type { SheetGrid } from "../reading/grid";
import type { SheetReading } from "../reading/types";
import { besideBudgets, type BesideBudget } from "../virement/besideBudgets";
import type { RegisterRow } from "../virement/life";
import { PURSE_SHEETS } from "./sheetNames";
import { takesUp, TargetFinder } from "./targetFinder";
import type { VirementRecord } from "./virementRows";

export interface NotFollowedInput {
  readonly grids: readonly SheetGrid[];
  readonly lines: readonly BudgetLine[];
  readonly sheets: readonly SheetReading[];
  readonly register: readonly RegisterRow[];
  readonly records: readonly VirementRecord[];
}

/** One entry for each line with an amount applied beside its budget, and what a person should know of it. */
export function notFollowed({ grids, lines, sheets, register, records }: NotFollowedInput): { readonly beside: readonly BesideBudget[]; readonly issues: readonly Issue[] } {
  if (register.length === 0) return { beside: [], issues: [] };
  const targets = new TargetFinder({ grids, lines, sheets });
  const beside = besideBudgets(lines, register, records.map(({ virement }) => virement), (line, row) => {
    const target = targets.registered(line, row);
    if (typeof target === "string" || !takesUp(target)) return "posted";
    return target.kind === "revised" ? "written" : "calculated";
  });
  const byId = new Map(lines.map((line) => [line.id, line]));
  return { beside, issues: beside.flatMap((each) => issuesOf(each, byId.get(each.lineId), grids, records)) };
}

function issuesOf({ pence, virementIds, posted, unclearPence, compared }: BesideBudget, line: BudgetLine | undefined, grids: readonly SheetGrid[], records: readonly VirementRecord[]): Issue[] {
  if (line === undefined) return [];
  const { source: { file, sheet, address }, description, id } = line;
  const common = { description, line: id };
  const where = { file, sheet, address };
  const issues: Issue[] = [];
  const saidOf = (virementId: string): string | undefined => records.find(({ virement }) => virement.id === virementId)?.virement.posted;
  const asked = virementIds.filter((virementId) => saidOf(virementId) === undefined);
  if (asked.length > 0 && (unclearPence !== null || !compared)) {
    const postedAt = records.find(({ virement }) => virement.id === asked[0])?.postedAt ?? null;
    const own = grids.find((grid) => grid.sheet === PURSE_SHEETS.virements);
    issues.push({
      code: "budget-unclear", severity: "question", pence: Math.abs(pence), where: postedAt === null || own === undefined ? where : { file: own.file, sheet: own.sheet, address: postedAt },
      facts: { ...common, virements: virementIds.join(", "), amount: formatPounds(pence), moved: unclearPence === null ? "" : formatPounds(unclearPence) },
    });
  } else if (pence !== 0) {
    issues.push({ code: "budget-not-followed", severity: "info", where, pence: Math.abs(pence), facts: { ...common, virements: virementIds.join(", "), amount: formatPounds(pence) } });
  }
  const [first] = posted;
  if (first !== undefined) {
    issues.push({
      code: "budget-followed", severity: "info", where, pence: null,
      facts: { ...common, virements: [...new Set(posted.map(({ virementId }) => virementId))].join(", "), amount: formatPounds(sumPenceBy(posted, (entry) => entry.pence)), why: posted.every(({ virementId }) => saidOf(virementId) === "yes") ? "said" : "" },
    });
  }
  return issues;
}
