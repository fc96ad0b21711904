// From lines, flexibility and rule books to the best lawful set of moves, with its proof and what stands in the way of a better one.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { ServiceLink } from "../checks/costShunt";
import type { Flexibility } from "../flexibility/types";
import { sumPenceBy } from "../money/pence";
import { mayMove } from "../rules/evaluate";
import { headOf, type PriorMove } from "../rules/priorMoves";
import { ruleContext, withMoves, type RuleContext } from "../rules/ruleContext";
import type { RuleBooks } from "../rules/types";
import { compareText } from "../text";
import { blockedSources, unclosedPressures } from "./blocked";
import { buildModel, SHUNT_RULE, SUGGESTED_KINDS, type BuiltModel } from "./buildModel";
import { partnerCalls, poolsAfter } from "./calls";
import { proofOfRanks } from "./coupledRanks";
import { explainMove } from "./explain";
import { findPressures } from "./pressures";
import { shuntGuard, type ProposedMove, type ShuntGuard } from "./shuntGuard";
import { solveModel, type ModelSolution } from "./solveModel";
import type { SolverPort } from "./solverPort";
import type { Move, PoolPosition, Pressure, SuggestionModel, SuggestionOptions, Suggestions } from "./types";

export interface SuggestionInput {
  readonly lines: readonly BudgetLine[];
  readonly agencies: readonly Agency[];
  /** Pools as they stand before any move. */
  readonly pools: readonly PoolPosition[];
  readonly books: RuleBooks;
  readonly flexibility: readonly Flexibility[];
  readonly options: SuggestionOptions;
  readonly solver: SolverPort;
  /** What was applied or accepted before: it counts towards limits that add up. */
  readonly prior?: readonly PriorMove[];
  /** Services known to depend on each other, with the effect where people have said it. */
  readonly links?: readonly ServiceLink[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;
}

/**
 * Longest search for one part of the model in one stage; a stage cut short says so in the proof. Branches are counted so that the same
 * input gives the same answer on every machine; time only guards against a search that would not end.
 */
const SEARCH = { nodeLimit: 400, timeLimitSeconds: 60 } as const;

type BareMove = Omit<Move, "explanation">;

/** Deterministic: the same input gives the same suggestions in the same order. Rejects with the signal's reason when stopped. */
export async function suggestMoves(input: SuggestionInput): Promise<Suggestions> {
  const { lines, options, flexibility } = input;
  const context = ruleContext(input.books, input.agencies, options.decisionDate, options.acrossOutcomes, input.prior ?? []);
  const guard = shuntGuard(lines, input.links ?? []);
  const pressures = findPressures(lines, context);
  const built = buildModel({ lines, pressures, flexibility, options, context, guard });
  const { model, shunts, solution } = await solveClean(built, guard, input);
  const bare = movesOf(model, solution, { lines, flexibility, context, guard });
  const moves = explained(bare, { lines, flexibility, pressures, model, context });
  const pools = poolsAfter(input.pools, moves, lines);
  const reasons = { lines, pressures, flexibility, moves, context, model, ...(options.highestRank === undefined ? {} : { highestRank: options.highestRank }) };
  return {
    decisionDate: options.decisionDate, acrossOutcomes: options.acrossOutcomes, pressures, flexibility, moves,
    closedPence: sumPenceBy(moves, (move) => move.amountPence),
    unclosed: unclosedPressures(reasons),
    blocked: [...blockedSources(reasons), ...shunts],
    calls: partnerCalls({ pools, lines, flexibility, moves, context }),
    pools, proof: { stages: proofOfRanks(solution.stages, moves, model) }, model,
  };
}

/** Solves, and where moves that are each clean shift cost together, takes the heaviest of them out and solves again. */
async function solveClean(built: BuiltModel, guard: ShuntGuard, input: SuggestionInput): Promise<BuiltModel & { solution: ModelSolution }> {
  let { model, shunts } = built;
  for (;;) {
    const solution = await solveModel(model, {
      solver: input.solver, ...SEARCH,
      ...(input.signal === undefined ? {} : { signal: input.signal }),
      onStage: (objective, done, total) => input.onProgress?.({ step: `Weighing suggestions: ${objective.replace(/-/g, " ")}`, done, total }),
    });
    const chosen = model.arcs.map((arc, i) => ({ from: arc.from, to: arc.to, amountPence: solution.amounts[i] ?? 0 })).filter((move) => move.amountPence > 0);
    if (guard.test(chosen).verdict === "passes") return { model, shunts, solution };
    const heaviest = heaviestOf(chosen, guard);
    model = withoutArc(model, heaviest);
    shunts = [...shunts, { ...heaviest, ruleId: SHUNT_RULE, reason: "Together with the other moves it would shift cost on to a partner (cost-shunt test), so it is left out." }];
  }
}

/** The move whose own effect on other bodies is largest; ties go to the earlier arc. */
function heaviestOf(moves: readonly ProposedMove[], guard: ShuntGuard): ProposedMove {
  const harm = (move: ProposedMove): number => sumPenceBy(guard.test([move]).changes, (change) => Math.abs(change.pence));
  return moves.reduce((worst, move) => (harm(move) > harm(worst) ? move : worst));
}

function withoutArc(model: SuggestionModel, move: ProposedMove): SuggestionModel {
  const arcs = model.arcs.filter((arc) => arc.from !== move.from || arc.to !== move.to);
  const kept = new Set(arcs.map((arc) => arc.id));
  const limits = model.limits.map((limit) => ({ ...limit, arcs: limit.arcs.filter((id) => kept.has(id)) })).filter((limit) => limit.arcs.length + limit.lines.length > 0);
  return { ...model, arcs, limits };
}

interface MoveFactsInput {
  readonly lines: readonly BudgetLine[];
  readonly flexibility: readonly Flexibility[];
  readonly context: RuleContext;
  readonly guard: ShuntGuard;
}

/** The chosen amounts as moves, each asked of the rules again at its full amount: the sources with most to give come first. */
function movesOf(model: SuggestionModel, solution: ModelSolution, input: MoveFactsInput): BareMove[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  const flexOf = new Map(input.flexibility.map((flex) => [flex.lineId, flex]));
  const capOf = new Map(model.lines.map((line) => [line.id, line.capPence]));
  // Each move counts towards the limits of the year for those that follow it.
  let context = input.context;
  const moves = model.arcs.flatMap((arc, i): BareMove[] => {
    const amountPence = solution.amounts[i] ?? 0;
    const [from, to, flexibility] = [byId.get(arc.from), byId.get(arc.to), flexOf.get(arc.from)];
    if (amountPence === 0 || from === undefined || to === undefined || flexibility === undefined) return [];
    const answer = mayMove({ from, to, flexibility, amountPence, kinds: SUGGESTED_KINDS }, context);
    if (answer.verdict !== "yes") throw new RangeError(`The rules refuse ${arc.id}, which the model allowed.`);
    context = withMoves(context, [{ id: arc.id, from: headOf(from), to: headOf(to), amountPence, on: context.decisionDate, kinds: SUGGESTED_KINDS, reversedOn: null, state: "pending" }]);
    return [{
      id: "", from: from.id, to: to.id, amountPence, recurrence: flexibility.recurrence, scope: answer.scopes[0] ?? "same service",
      instrument: answer.instrument, ruleIds: answer.ruleIds, approvals: answer.approvals, rank: answer.rank,
      burden: input.guard.test([{ from: from.id, to: to.id, amountPence }]).changes,
    }];
  });
  moves.sort((a, b) =>
    (capOf.get(b.from) ?? 0) - (capOf.get(a.from) ?? 0) || compareText(a.from, b.from) || a.rank - b.rank || b.amountPence - a.amountPence || compareText(a.to, b.to));
  return moves.map((move, i) => ({ ...move, id: `M${i + 1}` }));
}

function explained(
  moves: readonly BareMove[],
  input: { lines: readonly BudgetLine[]; flexibility: readonly Flexibility[]; pressures: readonly Pressure[]; model: SuggestionModel; context: RuleContext },
): Move[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  return moves.flatMap((move): Move[] => {
    const [from, to] = [byId.get(move.from), byId.get(move.to)];
    if (from === undefined || to === undefined) return [];
    const headroomPence = input.flexibility.find((flex) => flex.lineId === move.from)?.headroomPence ?? 0;
    const pressure = input.pressures.find((candidate) => candidate.lineId === move.to);
    return [{ ...move, explanation: explainMove({ move, moves, from, to, headroomPence, pressure, model: input.model, context: input.context }) }];
  });
}
