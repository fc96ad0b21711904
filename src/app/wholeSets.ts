// Other whole sets of suggestions beside the one found, so that partners can weigh what each closes against whom each troubles.
import { sumPenceBy, type Pence } from "../core/money/pence";
import type { SolverPort } from "../core/virement/solverPort";
import type { Move, SuggestionOptions, Suggestions } from "../core/virement/types";
import type { WorkOptions } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { suggest } from "./suggest";

/** As asked for; the same without a rank above a director's; the same with money moving across outcomes. */
export type WholeSetId = "as-asked" | "officers-only" | "across-outcomes";

export interface WholeSet {
  readonly id: WholeSetId;
  readonly closedPence: Pence;
  readonly unclosedPence: Pence;
  readonly highestRank: number;
  readonly sumOfRanks: number;
  readonly proven: boolean;
  readonly moves: readonly Move[];
}

/** Rank of a director or chief finance officer: the highest that needs no elected member and no board. */
const OFFICERS_RANK = 2;

/** The set found and every other that differs in what it allows, each solved whole. Nothing is written. */
export async function wholeSets(from: Consolidation, options: SuggestionOptions, found: Suggestions, solver: SolverPort, work: WorkOptions = {}): Promise<WholeSet[]> {
  const officers = await suggest(from, { ...options, highestRank: Math.min(options.highestRank ?? OFFICERS_RANK, OFFICERS_RANK) }, solver, work);
  const across = options.acrossOutcomes ? [] : [setOf("across-outcomes", await suggest(from, { ...options, acrossOutcomes: true }, solver, work))];
  return [setOf("as-asked", found), setOf("officers-only", officers), ...across];
}

function setOf(id: WholeSetId, found: Suggestions): WholeSet {
  return {
    id, closedPence: found.closedPence, unclosedPence: sumPenceBy(found.unclosed, (open) => open.amountPence),
    highestRank: Math.max(0, ...found.moves.map((move) => move.rank)), sumOfRanks: found.moves.reduce((sum, move) => sum + move.rank, 0),
    proven: found.proof.stages.every((stage) => stage.optimal), moves: found.moves,
  };
}
