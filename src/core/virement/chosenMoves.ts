// The amounts that the optimiser chose as moves: each asked of the rules again at its full amount, with its entries, its burden and its explanation.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import type { Pence } from "../money/pence";
import { mayMove } from "../rules/evaluate";
import { headOf } from "../rules/priorMoves";
import { withMoves, type RuleContext } from "../rules/ruleContext";
import { compareText } from "../text";
import { explainMove } from "./explain";
import { entriesOf } from "./fourEntries";
import type { Amounts } from "./objectives";
import { owedBy, type PartnerTerms } from "./partnerTerms";
import type { ShuntGuard } from "./shuntGuard";
import { suggestedKinds } from "./suggestedKinds";
import type { Move, Pressure, SuggestionModel } from "./types";

interface MoveFactsInput {
  readonly lines: readonly BudgetLine[];
  readonly flexibility: readonly Flexibility[];
  readonly context: RuleContext;
  readonly guard: ShuntGuard;
  /** Null where every body keeps to itself. */
  readonly terms: PartnerTerms | null;
}

type BareMove = Omit<Move, "explanation">;

/** In the order shown: the sources with most to give come first. Throws RangeError when the rules refuse what the model allowed. */
export function movesOf(model: SuggestionModel, amounts: Amounts, input: MoveFactsInput): BareMove[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  const flexOf = new Map(input.flexibility.map((flex) => [flex.lineId, flex]));
  const capOf = new Map(model.lines.map((line) => [line.id, line.capPence]));
  const givenBy = new Map<AgencyId, Pence>();
  // Each move counts towards the limits of the year for those that follow it.
  let context = input.context;
  const moves = model.arcs.flatMap((arc, i): BareMove[] => {
    const amountPence = amounts[i] ?? 0;
    const [from, to, flexibility] = [byId.get(arc.from), byId.get(arc.to), flexOf.get(arc.from)];
    if (amountPence === 0 || from === undefined || to === undefined || flexibility === undefined) return [];
    // Of the rules before any of these moves, as the model was built.
    const kinds = suggestedKinds({ from, to, flexibility }, input.context);
    const answer = mayMove({ from, to, flexibility, amountPence, kinds }, context);
    if (answer.verdict !== (arc.interAgency ? "partner" : "yes")) throw new RangeError(`The rules refuse ${arc.id}, which the model allowed.`);
    context = withMoves(context, [{ id: arc.id, from: headOf(from), to: headOf(to), amountPence, on: context.decisionDate, kinds, reversedOn: null, state: "pending" }]);
    return [{
      id: "", from: from.id, to: to.id, amountPence, recurrence: kinds.includes("permanent") ? "recurrent" : "one-off", scope: answer.scopes[0] ?? "same service",
      instrument: answer.instrument, ruleIds: answer.ruleIds, approvals: answer.approvals, rank: answer.rank,
      entries: entriesOf(from, to, amountPence, input.lines),
      burden: [...input.guard.test([{ from: from.id, to: to.id, amountPence, agreed: arc.interAgency }]).changes, ...(arc.interAgency ? gift(from, to, amountPence, givenBy, input.terms) : [])],
    }];
  });
  moves.sort((a, b) =>
    (capOf.get(b.from) ?? 0) - (capOf.get(a.from) ?? 0) || compareText(a.from, b.from) || a.rank - b.rank || b.amountPence - a.amountPence || compareText(a.to, b.to));
  return moves.map((move, i) => ({ ...move, id: `M${i + 1}` }));
}

/** What the payer gives above what it will owe anyway: only that changes what either body bears at the year's end. */
function gift(from: BudgetLine, to: BudgetLine, pence: Pence, givenBy: Map<AgencyId, Pence>, terms: PartnerTerms | null): Move["burden"] {
  const before = givenBy.get(from.agency) ?? 0;
  givenBy.set(from.agency, before + pence);
  const owed = terms === null ? 0 : owedBy(from.agency, terms);
  const above = Math.max(0, before + pence - owed) - Math.max(0, before - owed);
  return above === 0 ? [] : [{ agency: from.agency, pence: above }, { agency: to.agency, pence: -above }];
}

export function explained(
  moves: readonly BareMove[],
  input: { lines: readonly BudgetLine[]; flexibility: readonly Flexibility[]; pressures: readonly Pressure[]; model: SuggestionModel; context: RuleContext },
): Move[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  return moves.flatMap((move): Move[] => {
    const [from, to] = [byId.get(move.from), byId.get(move.to)];
    if (from === undefined || to === undefined) return [];
    const source = input.flexibility.find((flex) => flex.lineId === move.from);
    const pressure = input.pressures.find((candidate) => candidate.lineId === move.to);
    return [{ ...move, explanation: explainMove({ move, moves, from, to, headroomPence: source?.headroomPence ?? 0, recurs: source?.recurrence === "recurrent", pressure, model: input.model, context: input.context }) }];
  });
}
