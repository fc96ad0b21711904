// The cost-shunt test on the snapshots that a workbook holds: its original budget beside its budget now, and what was last pooled beside now.
import { budgetPence, type BudgetLine } from "../core/budget/line";
import { compareSnapshots, type ShuntComparison } from "../core/shunting/compareSnapshots";
import { refusedInARow } from "../core/shunting/indicators";
import { snapshotBefore, snapshotOfLines } from "../core/shunting/shuntLine";
import { pairsOf } from "../core/virement/legs";
import type { Virement } from "../core/virement/life";
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
  const refused = refusedInARow(records.flatMap(({ virement }) => payers(virement, lines)));
  const told = new Set<string>();
  return pairs.map((before, i) => {
    const found = compareSnapshots(before, now, agreed.links);
    const all = i === pairs.length - 1 ? [...found.indicators, ...refused] : found.indicators;
    // A sign that the figures of today alone show is told once.
    return { ...found, indicators: all.filter(({ key, words }) => !told.has(key + words) && told.add(key + words)) };
  });
}

/** Each body once that a virement asks to pay another one. */
function payers(virement: Virement, lines: readonly BudgetLine[]): { giver: string; taker: string; decision: string }[] {
  const pairs = pairsOf(virement, lines);
  const between = typeof pairs === "string" ? [] : pairs.filter(({ from, to }) => from.agency !== to.agency);
  return between.filter(({ from }, i) => between.findIndex((other) => other.from.agency === from.agency) === i)
    .map(({ from, to }) => ({ giver: from.agency, taker: to.agency, decision: virement.decision }));
}
