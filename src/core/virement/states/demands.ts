// Whose agreement the rules demand for a virement, asked of the rule books themselves and not of what the sheet says.
import type { Agency } from "../../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../../budget/line";
import { headroomParts } from "../../flexibility/parts";
import type { Flexibility } from "../../flexibility/types";
import { fundingDisputes } from "../../checks/fundingSplits";
import { formatPounds } from "../../money/format";
import { sumPenceBy, type Pence } from "../../money/pence";
import { approvalsOfWhole, mayMove } from "../../rules/evaluate";
import { capLeft } from "../../rules/gatewayCaps";
import type { PriorMove } from "../../rules/priorMoves";
import { booksOn, isClosedOn } from "../../rules/inForce";
import { prohibitionsOf, ruleContext, type MoveAnswer, type MoveQuestion, type RuleContext } from "../../rules/ruleContext";
import type { Approval, IsoDate, RuleBooks, VirementKind } from "../../rules/types";
import { pairsOf, type LegPair, type Legged } from "../legs";
import type { Virement } from "../life";

export interface DemandInput {
  readonly lines: readonly BudgetLine[];
  readonly agencies: readonly Agency[];
  readonly books: RuleBooks;
  readonly flexibility: readonly Flexibility[];
  /** What counts towards limits of the year, the virement itself left out. */
  readonly prior: readonly PriorMove[];
}

export interface Demands {
  /** Lowest rank first; empty where a line is not read. */
  readonly approvals: readonly Approval[];
  readonly rank: number;
  readonly ruleIds: readonly string[];
  readonly instrument: string;
  /** Why the rules would refuse it as things stand, or null. */
  readonly refusal: string | null;
}

/**
 * Asks the rules of a day. Approvers are named even where the rules refuse, so that no refusal ever asks for fewer. A virement of several rows
 * is refused where any part of it is, and each body's highest demand for the whole amount is taken.
 */
export function demandsOf(virement: Legged & Pick<Virement, "recurrence"> & Partial<Pick<Virement, "why" | "suggestedOn">>, on: IsoDate, input: DemandInput): Demands {
  const pairs = pairsOf(virement, input.lines);
  if (typeof pairs === "string") return { approvals: [], rank: 0, ruleIds: [], instrument: "", refusal: pairs };
  // Outcomes were agreed to be crossed, or not, when it was suggested: here only approval is asked.
  const context = ruleContext(input.books, input.agencies, on, true, input.prior);
  const kinds = [virement.recurrence === "recurrent" ? "permanent" as const : "one-off" as const];
  const said = { ...(virement.why === undefined ? {} : { reason: virement.why }), ...(virement.suggestedOn === undefined ? {} : { proposedOn: virement.suggestedOn.slice(0, 10) }) };
  const asked = pairs.flatMap((pair) => questionOf(pair, pairs, kinds, context, input) ?? []).map((question) => ({ ...question, facts: { ...said, ...question.facts } }));
  if (asked.length < pairs.length) return { approvals: [], rank: 0, ruleIds: [], instrument: "", refusal: `A line of virement ${virement.id} is no longer on any sheet.` };
  const answers = asked.map((question) => ({ question, answer: mayMove(question, context), approvals: approvalsOfWhole(question, virement.amountPence, context) }));
  const approvals = highestOfEach(answers.flatMap((each) => (pairs.length === 1 && each.answer.approvals.length > 0 ? each.answer.approvals : each.approvals)));
  return {
    approvals, rank: approvals.reduce((rank, approval) => Math.max(rank, approval.rank), 0),
    ruleIds: [...new Set([...answers.flatMap(({ answer }) => answer.ruleIds), ...approvals.map(({ ruleId }) => ruleId)])],
    instrument: [...new Set(answers.map(({ answer }) => answer.instrument).filter((text) => text !== ""))].join("; "),
    refusal: answers.flatMap(({ answer }) => answer.refusals)[0]?.sentence ?? tooMuch(answers, context) ?? null,
  };
}

type Asked = { readonly question: MoveQuestion; readonly answer: MoveAnswer };

function questionOf(pair: LegPair, pairs: readonly LegPair[], kinds: readonly VirementKind[], context: RuleContext, input: DemandInput): MoveQuestion | null {
  const { from, to, amountPence } = pair;
  const assessed = input.flexibility.find(({ lineId }) => lineId === from.id);
  if (assessed === undefined || !context.agencies.has(from.agency) || !context.agencies.has(to.agency)) return null;
  const alsoGivenPence = sumPenceBy(pairs.filter((other) => other !== pair && other.from.id === from.id), (other) => other.amountPence);
  const income = inHand(from, amountPence + alsoGivenPence, assessed, context, input.lines);
  const facts = { ...(alsoGivenPence === 0 ? {} : { alsoGivenPence }), ...(income === null ? {} : { incomeInHand: true }) };
  return { from, to, flexibility: income ?? assessed, amountPence, kinds, facts };
}

/** Income forecast above its budget may meet spending, up to that much: its budget then rises to what comes in. */
function inHand(line: BudgetLine, pence: Pence, assessed: Flexibility, context: RuleContext, lines: readonly BudgetLine[]): Flexibility | null {
  const headroomPence = budgetPence(line) - forecastOrBudgetPence(line);
  if ((line.nature !== "EXT_INCOME" && line.nature !== "IA_INCOME") || pence > headroomPence) return null;
  const parts = headroomParts({ line, agency: context.agencies.get(line.agency), headroomPence, books: context.books, lines, dispute: fundingDisputes(lines)(line) });
  return { ...assessed, headroomPence, parts, reason: `${formatPounds(headroomPence)} more is forecast to come in than is budgeted.` };
}

/** What no row shows alone: several rows that take more from one line than it has free, or more through one capped gateway than it lets. */
function tooMuch(answers: readonly Asked[], context: RuleContext): string | undefined {
  if (answers.length < 2) return undefined;
  for (const { question: { from, flexibility } } of answers) {
    const together = sumPenceBy(answers.filter(({ question }) => question.from.id === from.id), ({ question }) => question.amountPence);
    if (together > flexibility.headroomPence) return `Not allowed: together ${formatPounds(together)} would leave ${from.id}, and ${formatPounds(flexibility.headroomPence)} is free.`;
  }
  for (const { answer: { capped }, question: { from: { agency } } } of answers) {
    for (const row of capped) {
      const through = answers.filter(({ answer, question }) => answer.capped.includes(row) && question.from.agency === agency);
      const left = capLeft(row, agency, context);
      if (sumPenceBy(through, ({ question }) => question.amountPence) > left) return `Not allowed: ${row.instrument} has ${formatPounds(left)} left this year.`;
    }
  }
  return undefined;
}

/** One approval for each body and office that only it can give: the highest, lowest rank first. */
function highestOfEach(approvals: readonly Approval[]): readonly Approval[] {
  const highest = new Map<string, Approval>();
  for (const approval of approvals) {
    const known = highest.get(approval.agency);
    if (known === undefined || approval.rank > known.rank) highest.set(approval.agency, approval);
  }
  const kept = [...highest.values()];
  return kept.map((approval, i) => ({ approval, i })).sort((a, b) => a.approval.rank - b.approval.rank || a.i - b.i).map(({ approval }) => approval);
}

/** An approver with the body, as the workbook and the register name it. */
export function approverText({ approver, agency }: Pick<Approval, "approver" | "agency">): string {
  return `${approver} (${agency})`;
}

/** Demanded approvers who are not among those asked, unless somebody of the same body and at least that rank is. */
export function notAsked(virement: Pick<Virement, "agreements">, demanded: readonly Approval[], books: RuleBooks): readonly string[] {
  const asked = virement.agreements.map(({ approver }) => approver);
  return demanded.filter((approval) => {
    const higher = books.bands.filter((band) => band.agency === approval.agency && band.rank >= approval.rank && band.approver !== "").map(approverText);
    const body = `(${approval.agency})`;
    return !asked.some((text) => text === approverText(approval) || higher.includes(text) || (text.startsWith(GOVERNING) && text.endsWith(body)));
  }).map(approverText);
}

/** The words of the row that closes the period for one of the bodies on the day, or null. */
export function closedPeriod(bodies: readonly Agency[], recurrence: Virement["recurrence"], on: IsoDate, books: RuleBooks): string | null {
  const kind = recurrence === "recurrent" ? "permanent" : "one-off";
  const standing = booksOn(books, on);
  for (const body of bodies) {
    const row = prohibitionsOf("closed-period", body, standing)
      .find((one) => one.effect === "refuse" && (one.kinds === undefined || one.kinds.includes(kind)) && isClosedOn(one, on));
    if (row !== undefined) return `${row.words} (${row.id}, ${body.name})`;
  }
  return null;
}

/** How every governing body's approval begins: nobody of the body ranks above it. */
const GOVERNING = "full council, board or commissioner of ";
