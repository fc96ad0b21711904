// The cost-shunt test on the snapshots that a workbook holds: its original budget beside its budget now, and what was last pooled beside now.
import { budgetPence, type BudgetLine } from "../core/budget/line";
import { compareSnapshots, type ShuntComparison } from "../core/shunting/compareSnapshots";
import { refusedInARow } from "../core/shunting/indicators";
import { snapshotBefore, snapshotOfLines } from "../core/shunting/shuntLine";
import type { Consolidation } from "./consolidate";

/** The lines of other workbooks, to be compared with. */
export interface EarlierBudget {
  readonly name: string;
  readonly lines: readonly BudgetLine[];
}

/** `date` is the day of the budget as it is now. Refusals in a row are told with the last comparison. */
export function costShunts(from: Consolidation, date: string, earlier?: EarlierBudget): ShuntComparison[] {
  const { reading: { lines }, agreed, snapshot, records } = from;
  const now = snapshotOfLines(lines, "budget now", date);
  const original = snapshotOfLines(lines, "original budget", null, (line) => line.originalPence ?? budgetPence(line));
  const asked = earlier === undefined ? [] : [snapshotOfLines(earlier.lines, earlier.name, null)];
  const pairs = [...asked, original, ...(snapshot === null ? [] : [snapshotBefore(snapshot, lines)])];
  const agencyOf = new Map(lines.map((line) => [line.id, line.agency]));
  const refused = refusedInARow(records.map(({ virement }) => ({ giver: agencyOf.get(virement.from) ?? "", taker: agencyOf.get(virement.to) ?? "", decision: virement.decision })));
  const told = new Set<string>();
  return pairs.map((before, i) => {
    const found = compareSnapshots(before, now, agreed.links);
    const all = i === pairs.length - 1 ? [...found.indicators, ...refused] : found.indicators;
    // A sign that the figures of today alone show is told once.
    return { ...found, indicators: all.filter(({ key, words }) => !told.has(key + words) && told.add(key + words)) };
  });
}
