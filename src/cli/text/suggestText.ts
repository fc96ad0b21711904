// What `suggest` says to people: the pressures, the moves with what each needs, and why not more.
import type { Consolidation } from "../../app/consolidate";
import { formatPounds } from "../../core/money/format";
import { sumPenceBy } from "../../core/money/pence";
import type { Approval } from "../../core/rules/types";
import { relaxationWords } from "../../core/virement/relaxing/relaxations";
import type { Suggestions } from "../../core/virement/types";
import { counted, cut, filled } from "./layout";
import { nameOf } from "./poolText";

const MOST = 15;

export function suggestText(from: Consolidation, found: Suggestions): string[] {
  const total = sumPenceBy(found.pressures, (pressure) => pressure.pence);
  return [
    `${counted(found.pressures.length, "pressure")}, ${formatPounds(total)} in all, under the rules as at ${found.decisionDate}${found.acrossOutcomes ? ", across outcomes" : ""}.`,
    found.moves.length === 0
      ? "No virement can be suggested under these rules."
      : `${counted(found.moves.length, "virement")} suggested, closing ${formatPounds(found.closedPence)}. ${proofSentence(found)}`,
    ...found.moves.flatMap((move, i) => [
      "",
      `${i + 1}. ${formatPounds(move.amountPence)} from ${lineName(from, move.from)} to ${lineName(from, move.to)} (${move.recurrence})`,
      ...filled(`Needs: ${approvalWords(from, move.approvals)}.`, "   "),
      ...filled(move.explanation, "   "),
    ]),
    ...section("Offered apart, because only a partner can agree to it:", found.calls.map((call) => `  - ${formatPounds(call.amountPence)} from ${nameOf(from.reading, call.agency)} for the pool ${call.pool}: ${call.explanation} Needs: ${approvalWords(from, call.approvals)}.`)),
    ...section("Pools that stay over budget:", found.pools.filter((pool) => pool.overspendPence > 0).map((pool) => `  - ${pool.pool}: ${formatPounds(pool.overspendPence)} over its budget of ${formatPounds(pool.budgetPence)}.`)),
    ...section("Still over budget:", found.unclosed.map((open) => `  - ${lineName(from, open.line)}: ${formatPounds(open.amountPence)}. ${open.reason} ${relaxationWords(open)}`.trimEnd())),
    ...section("Not allowed:", found.blocked.map((blocked) => `  - ${lineName(from, blocked.from)} to ${lineName(from, blocked.to)} (${blocked.ruleId}): ${blocked.reason}`)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...cut(lines, MOST, "(use --json to see all)")];
}

/** Said for the first thing aimed at; --json holds the proof of each. */
function proofSentence({ proof }: Suggestions): string {
  const [first] = proof.stages;
  if (first === undefined) return "";
  if (proof.stages.every((stage) => stage.optimal)) return "Proven best under these rules.";
  return `No more than ${formatPounds(Math.round(Math.abs(first.bound - first.value)))} from the best possible.`;
}

function lineName(from: Consolidation, id: string): string {
  const line = from.reading.lines.find((candidate) => candidate.id === id);
  // A line without a code is named by its words already.
  return line === undefined || id.endsWith(`/${line.description}`) ? id : `${id} ${line.description}`;
}

function approvalWords(from: Consolidation, approvals: readonly Approval[]): string {
  return approvals.length === 0 ? "no further approval" : approvals.map(({ agency, approver }) => withAgency(approver, nameOf(from.reading, agency))).join(", then ");
}

function withAgency(approver: string, agency: string): string {
  return approver.includes(agency) ? approver : `${approver} (${agency})`;
}
