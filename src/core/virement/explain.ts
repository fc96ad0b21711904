// Says each move in words: what and why with its cells, effect on each agency, approval and rule, recurrence, risk, alternative.
import { describeCell } from "../budget/cells";
import { budgetPence, forecastOrBudgetPence, stageCell, type BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { sameCostCentre } from "../rules/evaluate";
import { financialYearEnd } from "../rules/inForce";
import { isContingency } from "../rules/purposes";
import type { RuleContext } from "../rules/ruleContext";
import { agreedWords } from "./pressures";
import type { Move, Pressure, SuggestionModel } from "./types";

export interface ExplainInput {
  readonly move: Omit<Move, "explanation">;
  readonly moves: readonly Omit<Move, "explanation">[];
  readonly from: BudgetLine;
  readonly to: BudgetLine;
  readonly headroomPence: Pence;
  /** True where the source's owner confirmed that its underspend recurs. */
  readonly recurs: boolean;
  readonly pressure: Pressure | undefined;
  readonly model: SuggestionModel;
  readonly context: RuleContext;
}

/** Sentences in a fixed order, each standing alone. */
export function explainMove(input: ExplainInput): string {
  return [what(input), source(input), target(input), place(input), approval(input), burden(input), recurrence(input), left(input), risk(input), alternative(input), change(input)].join(" ");
}

function what({ move, from, to, context }: ExplainInput): string {
  const agency = (line: BudgetLine): string => context.agencies.get(line.agency)?.name ?? line.agency;
  const other = from.agency === to.agency ? "" : `, ${agency(to)}`;
  return `Move ${formatPounds(move.amountPence)} ${move.recurrence} from ${from.description} (${from.id}, ${agency(from)}) to ${to.description} (${to.id}${other}).`;
}

function source({ move, moves, from, headroomPence }: ExplainInput): string {
  const others = moves.filter((other) => other.from === from.id && other.id !== move.id).map((other) => `${formatPounds(other.amountPence)} of it goes by ${other.id}`);
  const asides = [...(from.note === null || from.note === "" ? [] : [lowerFirst(from.note.replace(/\.$/, ""))]), ...others];
  const aside = asides.length === 0 ? "" : ` (${asides.join("; ")})`;
  const underPence = budgetPence(from) - forecastOrBudgetPence(from);
  const free = underPence === headroomPence ? "" : `, of which ${formatPounds(headroomPence)} is free`;
  return `${from.id} is forecast ${formatPounds(underPence)} under its budget${free}${aside}, ${forecastCell(from)}.${agreedWords(from)}`;
}

function target({ to, pressure }: ExplainInput): string {
  if (pressure === undefined) return "";
  const detail = pressure.reason.includes(", less ") ? ` once its own service's extra income is set against it` : "";
  const weight = pressure.weight === 1 ? "" : `, agreed priority ${pressure.weight}`;
  return `${to.id} is ${formatPounds(pressure.pence)} over${detail}${weight}, ${forecastCell(to)}.${agreedWords(to)}`;
}

function place({ move, from, to }: ExplainInput): string {
  if (from.agency !== to.agency) return entriesInWords(move, from, to);
  return `${poolPlace(from, to)}${costCentrePlace(from, to)}`;
}

/** Told by the sheet's codes, so that the lower approval for one cost centre can be checked. */
function costCentrePlace(from: BudgetLine, to: BudgetLine): string {
  const cell = (line: BudgetLine): string => describeCell({ file: line.source.file, sheet: line.source.sheet, address: line.source.address });
  return sameCostCentre(from, to) ? ` Both carry the cost centre ${from.costCentre ?? ""}, in the rows of ${cell(from)} and ${cell(to)}.` : "";
}

function poolPlace(from: BudgetLine, to: BudgetLine): string {
  if (from.pool !== null && from.pool === to.pool) return `Both are in the pool ${from.pool}, so no money leaves it.`;
  if (to.pool !== null) return `The money goes into the pool ${to.pool} and stays there.`;
  return "Both are the agency's own lines, so no money leaves it.";
}

function approval({ move, context }: ExplainInput): string {
  const who = move.approvals.map((approvalRow) => `${approvalRow.approver} (rank ${approvalRow.rank}, rule ${approvalRow.ruleId})`).join(", then ");
  const rules = move.ruleIds.filter((id) => !move.approvals.some((approvalRow) => approvalRow.ruleId === id));
  return `Needs ${who}, by the rules in force on ${context.decisionDate}${rules.length === 0 ? "" : `; also under ${rules.join(", ")}`}.`;
}

/** Between bodies no budget can be vired: what each enters in its own books, and what to settle with it. */
function entriesInWords(move: ExplainInput["move"], from: BudgetLine, to: BudgetLine): string {
  const entries = move.entries.map((entry) => `${entry.agency} ${entry.lineId ?? `a new line for ${entry.nature}`} ${entry.pence > 0 ? "+" : ""}${formatPounds(entry.pence)}`).join(", ");
  return `This is no virement but a payment between two bodies (${move.instrument}), in four entries: ${entries}. ${from.agency} and ${to.agency} agree the day of payment and its VAT beforehand; both enter it in their forecasts.`;
}

function burden({ move, from, to }: ExplainInput): string {
  const gift = from.agency === to.agency ? 0 : sumPenceBy(move.burden.filter((change) => change.agency === from.agency), (change) => change.pence);
  if (from.agency !== to.agency) {
    return gift <= 0
      ? `No agency is worse off: ${from.agency} pays no more than it will owe at the year's end by the pool's agreement.`
      : `${formatPounds(gift)} of it is above what ${from.agency} will owe at the year's end: a gift, which only ${from.agency} can offer, and has.`;
  }
  if (move.burden.length === 0) return "No agency's net burden changes.";
  return `Net burden: ${move.burden.map((b) => `${b.agency} ${b.pence > 0 ? "+" : ""}${formatPounds(b.pence)}`).join(", ")}.`;
}

function recurrence({ move, to, recurs, context }: ExplainInput): string {
  if (move.recurrence === "recurrent") return "Its owner confirmed that the underspend recurs, so the move is permanent: next year's budgets begin from it.";
  if (recurs && to.recurrence === "REC") return "The underspend is confirmed to recur, but no permanent move is allowed now: this one bridges the year, and next year's need is not met by it.";
  if (recurs) return "The underspend is confirmed to recur, but the need is this year's only.";
  return to.recurrence === "REC" ? `The money is this year's only, until ${financialYearEnd(context.decisionDate)}: next year's need is not met by it.` : "Both the money and the need are this year's only.";
}

function left({ moves, to, pressure }: ExplainInput): string {
  if (pressure === undefined) return "";
  const open = pressure.pence - sumPenceBy(moves.filter((move) => move.to === to.id), (move) => move.amountPence);
  return open > 0 ? `All suggestions together leave ${to.id} ${formatPounds(open)} over.` : `All suggestions together close the pressure on ${to.id}.`;
}

function risk({ from, context }: ExplainInput): string {
  // Month 9 ends with December; after it only the year's end is left to look at.
  const again = context.decisionDate.slice(5) < "04-01" ? "before the year ends" : "at month 9";
  return from.staffing ? `Risk: vacancies may fill and the underspend shrink; review before it is applied and ${again}.` : `Risk: the underspend may shrink; review the forecast before it is applied and ${again}.`;
}

function alternative({ move, moves, from, to, model }: ExplainInput): string {
  const others = model.arcs.filter((arc) => arc.to === to.id && arc.from !== move.from).filter((arc) => {
    const used = sumPenceBy(moves.filter((other) => other.from === arc.from), (other) => other.amountPence);
    return (model.lines.find((line) => line.id === arc.from)?.capPence ?? 0) > used;
  });
  return others.length === 0 ? `Alternative: meet ${formatPounds(move.amountPence)} from ${isContingency(from) ? "" : "contingency or "}a recovery plan.` : `Alternative: part of it from ${others.slice(0, 3).map((arc) => arc.from).join(" or ")}, which may also reach it.`;
}

function change({ move, from, to, model }: ExplainInput): string {
  const tiers = model.arcs.find((arc) => arc.from === move.from && arc.to === move.to)?.tiers ?? [];
  const next = tiers.find((tier) => tier.overPence >= move.amountPence);
  const last = tiers.filter((tier) => tier.overPence > 0 && tier.overPence < move.amountPence).at(-1);
  const limit = last !== undefined ? `, or ${formatPounds(last.overPence)} or less, which needs lower approval` : next !== undefined ? `, or more than ${formatPounds(next.overPence)}, which needs higher approval` : "";
  return `A new forecast of ${from.id} or ${to.id}, or another agreed priority, would change this${limit}.`;
}

function forecastCell(line: BudgetLine): string {
  const { file, sheet, address } = line.source;
  return `cell ${describeCell(stageCell(line, "forecast") ?? { file, sheet, address })}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
