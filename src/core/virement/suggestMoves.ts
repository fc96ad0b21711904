// From lines, flexibility and rule books to the best lawful set of moves, with its proof and what stands in the way of a better one.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { ServiceLink } from "../checks/costShunt";
import type { Flexibility } from "../flexibility/types";
import { sumPenceBy } from "../money/pence";
import type { PriorMove } from "../rules/priorMoves";
import { ruleContext } from "../rules/ruleContext";
import type { RuleBooks } from "../rules/types";
import { blockedSources, unclosedPressures } from "./blocked";
import { buildModel, SHUNT_RULE, type BuiltModel } from "./buildModel";
import { partnerCalls, poolsAfter } from "./calls";
import { explained, movesOf } from "./chosenMoves";
import { proofOfRanks } from "./coupledRanks";
import { asksPartners, narrowed, partnerTerms, type PartnerTerms } from "./partnerTerms";
import { findPressures } from "./pressures";
import { shuntGuard, type ProposedMove, type ShuntGuard } from "./shuntGuard";
import { solveModel } from "./solveModel";
import type { SolverPort } from "./solverPort";
import type { PoolPosition, SuggestionModel, SuggestionOptions, Suggestions } from "./types";
import type { ModelSolution } from "./solveSteps";

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
  /** True once the search is to end with the best found so far. */
  readonly enough?: () => boolean;
  readonly onProgress?: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;
}

/**
 * Longest search for one part of the model in one stage; a stage cut short says so in the proof. Branches are counted so that the same
 * input gives the same answer on every machine; time only guards against a search that would not end.
 */
const SEARCH = { nodeLimit: 400, timeLimitSeconds: 60 } as const;

/**
 * Deterministic: the same input gives the same suggestions in the same order. Rejects with the signal's reason when stopped. Where
 * partners are asked, what each will owe is told by every body's own best moves first.
 */
export async function suggestMoves(input: SuggestionInput): Promise<Suggestions> {
  const own = await suggestUnder(input, null);
  if (!asksPartners(input.options)) return own;
  let terms = partnerTerms(own.pools, input.lines, input.options);
  for (;;) {
    const found = await suggestUnder(input, terms);
    // Other moves of its own may leave a partner owing less than it pays: then it is asked for less.
    const next = narrowed(terms, partnerTerms(found.pools, input.lines, input.options));
    if (next.liabilities.every((one, i) => one.pence === terms.liabilities[i]?.pence)) return found;
    terms = next;
  }
}

async function suggestUnder(input: SuggestionInput, terms: PartnerTerms | null): Promise<Suggestions> {
  const { lines, options, flexibility } = input;
  const context = ruleContext(input.books, input.agencies, options.decisionDate, options.acrossOutcomes, input.prior ?? []);
  const guard = shuntGuard(lines, input.links ?? []);
  const pressures = findPressures(lines, context);
  const built = buildModel({ lines, pressures, flexibility, options, context, guard, terms });
  const { model, shunts, solution } = await solveClean(built, guard, input);
  const bare = movesOf(model, solution.amounts, { lines, flexibility, context, guard, terms });
  const moves = explained(bare, { lines, flexibility, pressures, model, context });
  // A payment between bodies settles the payer's share; the pool is shared as it stands before it.
  const [own, between] = [moves.filter((move) => move.scope !== "inter-agency"), moves.filter((move) => move.scope === "inter-agency")];
  const pools = poolsAfter(input.pools, own, lines);
  const reasons = { lines, pressures, flexibility, moves, context, model, ...(options.highestRank === undefined || options.highestRank === Infinity ? {} : { highestRank: options.highestRank }) };
  return {
    asked: options, decisionDate: options.decisionDate, acrossOutcomes: options.acrossOutcomes, pressures, flexibility, moves,
    closedPence: sumPenceBy(moves, (move) => move.amountPence),
    unclosed: unclosedPressures(reasons),
    blocked: [...blockedSources(reasons), ...shunts],
    calls: partnerCalls({ pools, lines, flexibility, moves: own, context, payments: between }),
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
      ...(input.enough === undefined ? {} : { enough: input.enough }),
      onStage: (objective, done, total) => input.onProgress?.({ step: `Weighing suggestions: ${objective.replace(/-/g, " ")}`, done, total }),
    });
    const chosen = model.arcs.map((arc, i) => ({ from: arc.from, to: arc.to, amountPence: solution.amounts[i] ?? 0, agreed: arc.interAgency })).filter((move) => move.amountPence > 0);
    if (guard.test(chosen).verdict === "passes") return { model, shunts, solution };
    const heaviest = heaviestOf(chosen, guard);
    model = withoutArc(model, heaviest);
    const { from, to, amountPence } = heaviest;
    shunts = [...shunts, { from, to, amountPence, ruleId: SHUNT_RULE, reason: "Together with the other moves it would shift cost on to a partner (cost-shunt test), so it is left out." }];
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
