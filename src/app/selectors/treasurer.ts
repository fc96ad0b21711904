// The treasurer's view of what is still to be decided: who is waited on, what all of it together would do, and what would fail.
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../../core/budget/line";
import { formatPounds } from "../../core/money/format";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { withAgreed } from "../../core/virement/besideBudgets";
import { imbalance } from "../../core/virement/legs";
import { fundEntries } from "../../core/virement/states/entries";
import { statusOf, waitsOn } from "../../core/virement/states/status";
import type { Virement } from "../../core/virement/life";
import { sidesOf } from "../../core/writing/virementSides";
import { RuleDesk, type DeskInput } from "../demands";

export interface WaitedOn {
  readonly approver: string;
  readonly virements: number;
  readonly pence: Pence;
}

export interface TreasurerView {
  /** Virements neither refused, withdrawn, expired, applied nor reversed. */
  readonly open: number;
  /** What they would move in all. */
  readonly openPence: Pence;
  /** Whoever is asked next, those with most waiting first. */
  readonly waitedOn: readonly WaitedOn[];
  /** Forecast above budget over all spending lines, now and if all open ones were applied. */
  readonly overNowPence: Pence;
  readonly overThenPence: Pence;
  /** What would stop one of them from being applied today, as sentences. */
  readonly failing: readonly string[];
}

/** `on` is a date. Null where no virement is open. */
export function treasurerView(given: DeskInput, on: string): TreasurerView | null {
  const { notFollowed = [], ...rest } = given;
  const input: DeskInput = { ...rest, reading: { agencies: given.reading.agencies, lines: withAgreed(given.reading.lines, notFollowed) } };
  const open = input.virements.filter((virement) => ["suggested", "under review", "approved"].includes(statusOf(virement, on)));
  const incomplete = input.virements.filter((virement) => virement.state === "suggested" && statusOf(virement, on) === "incomplete");
  if (open.length === 0 && incomplete.length === 0) return null;
  const waited = new Map<string, WaitedOn>();
  for (const virement of open) {
    const next = waitsOn(virement)[0];
    if (next === undefined) continue;
    const before = waited.get(next.approver) ?? { approver: next.approver, virements: 0, pence: 0 };
    waited.set(next.approver, { ...before, virements: before.virements + 1, pence: before.pence + virement.amountPence });
  }
  const change = changes(open, input);
  const spending = input.reading.lines.filter((line) => line.nature === "GROSS_EXP");
  const over = (line: BudgetLine, by: Pence): Pence => Math.max(0, forecastOrBudgetPence(line) - budgetPence(line) - by);
  return {
    open: open.length, openPence: sumPenceBy(open, ({ amountPence }) => amountPence),
    waitedOn: [...waited.values()].sort((a, b) => b.virements - a.virements || b.pence - a.pence),
    overNowPence: sumPenceBy(spending, (line) => over(line, 0)),
    overThenPence: sumPenceBy(spending, (line) => over(line, change.get(line.id) ?? 0)),
    failing: [...incomplete.map((virement) => imbalance(virement) ?? ""), ...failing(open, change, input, on)],
  };
}

/** Effect on each line's budget if all were applied. */
function changes(open: readonly Virement[], { reading, register }: DeskInput): Map<string, Pence> {
  const change = new Map<string, Pence>();
  for (const virement of open) {
    const sides = sidesOf(virement, "applied", reading.lines, register);
    for (const { lineId, pence } of typeof sides === "string" ? [] : sides) change.set(lineId, (change.get(lineId) ?? 0) + pence);
  }
  return change;
}

function failing(open: readonly Virement[], change: ReadonlyMap<string, Pence>, input: DeskInput, on: string): string[] {
  const desk = new RuleDesk(input);
  const single = open.flatMap((virement) => {
    const entries = fundEntries(virement, input.reading.lines);
    const refusal = typeof entries === "string" ? entries : desk.refusal(virement, on);
    return refusal === null ? [] : [refusal];
  });
  const together = input.reading.lines.flatMap((line) => {
    const by = change.get(line.id) ?? 0;
    const short = forecastOrBudgetPence(line) - budgetPence(line) - by;
    return line.nature === "GROSS_EXP" && by < 0 && short > 0 ? [`${line.description} (${line.id}) would be left ${formatPounds(short)} below its forecast.`] : [];
  });
  return [...single, ...together];
}
