// An independent checker of suggestions: reads lines, rule rows and moves afresh and shares no code with the model it checks.
import type { BudgetLine } from "../../../src/core/budget/line";
import type { RuleBooks } from "../../../src/core/rules/types";
import type { Move, Suggestions } from "../../../src/core/virement/types";

/** May money of one line meet the other, by the few rules that the random partnerships of the tests use. */
export function lawful(from: BudgetLine, to: BudgetLine, acrossOutcomes: boolean): boolean {
  if (from.agency !== to.agency || from.id === to.id) return false;
  if (from.control === "CENTRAL" || from.agency === "JCP" || from.agency === "PROBATION") return false;
  const [fund, toFund] = [from.funding[0]?.fund ?? "", to.funding[0]?.fund ?? ""];
  if (["DSG", "BCFMIN", "SPEC", "RFG"].includes(fund) || toFund === "DSG") return false;
  if (toFund === "RCA" && from.agency === "ICB") return false;
  if (fund === "PHG" && toFund !== "PHG" && to.clientGroup !== "DA") return false;
  if (from.arrangement === "pooled" && from.pool !== null && from.pool !== to.pool) return false;
  return acrossOutcomes || from.outcome === to.outcome || from.outcome === "O0" || to.outcome === "O0";
}

/** May the ICB or the council give to the other: the law lets either pay for the other's functions, but not from a ring, a pool or the allowance. */
export function lawfulBetween(from: BudgetLine, to: BudgetLine, acrossOutcomes: boolean): boolean {
  const pair = `${from.agency}>${to.agency}`;
  if (pair !== "ICB>COUNCIL" && pair !== "COUNCIL>ICB") return false;
  const [fund, toFund] = [from.funding[0]?.fund ?? "", to.funding[0]?.fund ?? ""];
  if (!["GEN", "ALLOC", "PHG"].includes(fund) || ["DSG", "RCA"].includes(toFund)) return false;
  // Public health money may pay for another body's work for the public's health, such as that on drugs and alcohol.
  if (fund === "PHG" && toFund !== "PHG" && to.clientGroup !== "DA") return false;
  if (from.arrangement === "pooled" && from.pool !== null && from.pool !== to.pool) return false;
  return acrossOutcomes || from.outcome === to.outcome || from.outcome === "O0" || to.outcome === "O0";
}

/** The most that a body may give to others: its offer, and never more than it ends under its budget in all. */
export function mostGiven(agency: string, lines: readonly BudgetLine[], offers: Readonly<Record<string, number>>): number {
  const under = lines.filter((line) => line.agency === agency).reduce((sum, line) => sum + (line.revisedPence ?? 0) - (line.forecastPence ?? line.revisedPence ?? 0), 0);
  return Math.max(0, Math.min(offers[agency] ?? 0, under));
}

/** What a line could give: budget less the most of forecast, actual and commitments, never below its floor. */
export function free(line: BudgetLine): number {
  if (line.nature !== "GROSS_EXP" && line.nature !== "IA_PAYMENT") return 0;
  const budget = line.revisedPence ?? 0;
  const used = Math.max(line.forecastPence ?? budget, line.actualPence ?? 0, line.committedPence ?? 0);
  return Math.max(0, Math.min(budget - used, line.floorPence === null ? Infinity : budget - line.floorPence));
}

export function over(line: BudgetLine): number {
  const budget = line.revisedPence ?? 0;
  return Math.max(0, (line.forecastPence ?? budget) - budget);
}

/** Rank for an amount where every band of the agency speaks of every scope and of one-off moves. */
export function rankFor(agency: string, pence: number, books: RuleBooks, date: string): number {
  const ranks = books.bands
    .filter((b) => b.agency === agency && b.approver !== "" && (b.kinds === "*" || b.kinds.includes("one-off")) && b.scopes === "*")
    .filter((b) => (b.from ?? "") <= date && date <= (b.to ?? "9999"))
    .filter((b) => pence > b.overPence && (b.upToPence === null || pence <= b.upToPence))
    .map((b) => b.rank);
  return ranks.length === 0 ? 4 : Math.max(...ranks);
}

/** Everything wrong with a set of suggestions, in words; empty when it is sound. */
export function faultsOf(found: Suggestions, lines: readonly BudgetLine[], books: RuleBooks, minimumMovePence: number, offers: Readonly<Record<string, number>> = {}): string[] {
  const faults: string[] = [];
  const say = (wrong: boolean, words: string): void => void (wrong && faults.push(words));
  const line = (id: string): BudgetLine => {
    const hit = lines.find((candidate) => candidate.id === id);
    if (hit === undefined) throw new Error(`no line ${id}`);
    return hit;
  };
  const sum = (moves: readonly Move[]): number => moves.reduce((total, move) => total + move.amountPence, 0);
  for (const move of found.moves) {
    const [from, to] = [line(move.from), line(move.to)];
    say(!Number.isInteger(move.amountPence) || move.amountPence < Math.max(1, minimumMovePence), `${move.id}: amount ${move.amountPence}`);
    const between = from.agency !== to.agency;
    say(!(between ? lawfulBetween : lawful)(from, to, found.acrossOutcomes), `${move.id}: ${from.id} to ${to.id} is not lawful`);
    for (const agency of [from.agency, to.agency]) {
      say(move.entries.filter((entry) => entry.agency === agency).reduce((total, entry) => total + entry.pence, 0) !== 0, `${move.id}: the entries of ${agency} do not balance`);
    }
    say(move.entries.length !== (between ? 4 : 2), `${move.id}: ${move.entries.length} entries`);
    if (between) {
      say(move.rank !== 5 || move.approvals.map((approval) => approval.agency).sort().join() !== [from.agency, to.agency].sort().join(), `${move.id}: not both partners' agreement`);
      continue;
    }
    const rank = rankFor(from.agency, move.amountPence, books, found.decisionDate);
    say(move.rank !== rank || move.approvals[0]?.rank !== rank || move.approvals[0]?.agency !== from.agency, `${move.id}: rank ${move.rank}, should be ${rank}`);
    say(move.burden.length > 0, `${move.id}: shifts burden`);
    say(move.explanation.length < 80 || !move.explanation.includes(from.id) || !move.explanation.includes(to.id), `${move.id}: not explained`);
  }
  for (const agency of new Set(lines.map((l) => l.agency))) {
    const given = sum(found.moves.filter((move) => line(move.from).agency === agency && line(move.to).agency !== agency));
    say(given > mostGiven(agency, lines, offers), `${agency}: gives ${given} to others, more than it may`);
  }
  for (const l of lines) {
    const out = sum(found.moves.filter((move) => move.from === l.id));
    const into = sum(found.moves.filter((move) => move.to === l.id));
    say(out > free(l), `${l.id}: gives ${out} of ${free(l)}`);
    say(into > over(l), `${l.id}: takes ${into} for ${over(l)}`);
    say(out > 0 && into > 0, `${l.id}: gives and takes`);
    const left = found.unclosed.find((u) => u.line === l.id)?.amountPence ?? 0;
    const pressure = found.pressures.find((p) => p.lineId === l.id)?.pence ?? 0;
    say(pressure - into !== left, `${l.id}: ${pressure} less ${into} is not ${left}`);
  }
  const pairs = found.moves.map((move) => `${move.from}>${move.to}`);
  say(new Set(pairs).size !== pairs.length, "a pair of lines is used twice");
  say(sum(found.moves) !== found.closedPence, "the closed total is not the sum of the moves");
  return faults;
}
