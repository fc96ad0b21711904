// Who must approve an amount under a body's scheme of virement, and where along the amount the answer changes.
import type { Agency } from "../budget/agency";
import type { Pence } from "../money/pence";
import { holdsIn } from "./inForce";
import type { Approval, RuleBooks, SchemeBand, VirementKind, VirementScope } from "./types";

/** Rule id given where a body's scheme is not in the table: then the governing body itself must decide, which it always may. */
export const NO_SCHEME = "NO-SCHEME";
const GOVERNING_BODY_RANK = 4;

export interface ApprovalQuestion {
  readonly agency: Agency;
  /** Every scope the move falls under; the highest rank any of them asks for is taken. */
  readonly scopes: readonly VirementScope[];
  readonly kinds: readonly VirementKind[];
}

/** The rows of the body's scheme that speak about such a move, whatever the amount. Rows without an approver are still empty. */
export function schemeBands(question: ApprovalQuestion, books: RuleBooks): readonly SchemeBand[] {
  return books.bands.filter(
    (band) =>
      band.agency === question.agency.id && band.approver !== "" && holdsIn(band, question.agency.jurisdiction) &&
      (band.scopes === "*" || band.scopes.some((scope) => question.scopes.includes(scope))) &&
      (band.kinds === "*" || band.kinds.some((kind) => question.kinds.includes(kind))),
  );
}

/** True when the amount lies in the band: over its lower limit, up to and including its upper limit, to the penny. */
export function inBand(band: SchemeBand, amountPence: Pence): boolean {
  return amountPence > band.overPence && (band.upToPence === null || amountPence <= band.upToPence);
}

/** The approval an amount needs: the highest rank among the rows it falls into; the governing body where no row speaks. */
export function approvalFor(question: ApprovalQuestion, amountPence: Pence, books: RuleBooks): Approval {
  return highest(schemeBands(question, books), question.agency, amountPence);
}

function highest(bands: readonly SchemeBand[], agency: Agency, amountPence: Pence): Approval {
  let top: SchemeBand | undefined;
  for (const band of bands) {
    if (inBand(band, amountPence) && (top === undefined || band.rank > top.rank)) top = band;
  }
  if (top !== undefined) return { agency: agency.id, approver: top.approver, rank: top.rank, ruleId: top.id };
  const approver = `full council, board or commissioner of ${agency.name} (no scheme of virement entered for this move)`;
  return { agency: agency.id, approver, rank: GOVERNING_BODY_RANK, ruleId: NO_SCHEME };
}

/** The step function of rank over the amount: ascending, the first over 0, neighbours of different rank. */
export function approvalSteps(question: ApprovalQuestion, books: RuleBooks): readonly { readonly overPence: Pence; readonly rank: number }[] {
  const bands = schemeBands(question, books);
  const edges = new Set<Pence>([0]);
  for (const band of bands) {
    edges.add(band.overPence);
    if (band.upToPence !== null) edges.add(band.upToPence);
  }
  const steps: { overPence: Pence; rank: number }[] = [];
  for (const overPence of [...edges].sort((a, b) => a - b)) {
    const rank = highest(bands, question.agency, overPence + 1).rank;
    if (steps.at(-1)?.rank !== rank) steps.push({ overPence, rank });
  }
  return steps;
}
