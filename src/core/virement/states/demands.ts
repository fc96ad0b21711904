// Whose agreement the rules demand for a virement, asked of the rule books themselves and not of what the sheet says.
import type { Agency } from "../../budget/agency";
import type { BudgetLine } from "../../budget/line";
import type { Flexibility } from "../../flexibility/types";
import { approvalFor } from "../../rules/approvals";
import { approvalQuestion, mayMove } from "../../rules/evaluate";
import type { PriorMove } from "../../rules/priorMoves";
import { booksOn, inYearly } from "../../rules/inForce";
import { prohibitionsOf, ruleContext } from "../../rules/ruleContext";
import type { Approval, IsoDate, RuleBooks } from "../../rules/types";
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

/** Asks the rules of a day. Approvers are named even where the rules refuse, so that no refusal ever asks for fewer. */
export function demandsOf(virement: Pick<Virement, "id" | "from" | "to" | "amountPence" | "recurrence">, on: IsoDate, input: DemandInput): Demands {
  const from = input.lines.find((line) => line.id === virement.from);
  const to = input.lines.find((line) => line.id === virement.to);
  const flexibility = input.flexibility.find(({ lineId }) => lineId === virement.from);
  const giver = input.agencies.find(({ id }) => id === from?.agency);
  const taker = input.agencies.find(({ id }) => id === to?.agency);
  if (from === undefined || to === undefined || flexibility === undefined || giver === undefined || taker === undefined) {
    return { approvals: [], rank: 0, ruleIds: [], instrument: "", refusal: `A line of virement ${virement.id} is no longer on any sheet.` };
  }
  // Outcomes were agreed to be crossed, or not, when it was suggested: here only approval is asked.
  const context = ruleContext(input.books, input.agencies, on, true, input.prior);
  const question = { from, to, flexibility, amountPence: virement.amountPence, kinds: [virement.recurrence === "recurrent" ? "permanent" as const : "one-off" as const] };
  const answer = mayMove(question, context);
  const bodies = giver === taker ? [giver] : [giver, taker];
  const approvals = answer.approvals.length > 0 ? answer.approvals
    : bodies.map((body) => approvalFor(approvalQuestion(question, body, context), virement.amountPence, context.books));
  return {
    approvals, rank: approvals.reduce((rank, approval) => Math.max(rank, approval.rank), 0), ruleIds: answer.ruleIds, instrument: answer.instrument,
    refusal: answer.refusals[0]?.sentence ?? null,
  };
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
      .find(({ effect, kinds, yearly }) => effect === "refuse" && (kinds === undefined || kinds.includes(kind)) && yearly !== undefined && inYearly(yearly, on));
    if (row !== undefined) return `${row.words} (${row.id}, ${body.name})`;
  }
  return null;
}

/** How every governing body's approval begins: nobody of the body ranks above it. */
const GOVERNING = "full council, board or commissioner of ";
