// Looks for suggestions under the partners' own rule books, through whatever optimiser the composition root supplies.
import { assessFlexibility } from "../core/flexibility/assessFlexibility";
import { poolPositions } from "../core/pooling/poolPosition";
import { DEFAULT_STAGES } from "../core/virement/objectives";
import type { SolverPort } from "../core/virement/solverPort";
import { priorVirements } from "../core/virement/priorVirements";
import { suggestMoves } from "../core/virement/suggestMoves";
import type { SuggestionOptions, Suggestions } from "../core/virement/types";
import type { WorkOptions } from "../workbook/ports";
import type { Consolidation } from "./consolidate";

/** Options as a partnership starts with them: outcomes kept apart, nothing held back, no move under £1. */
export function defaultOptions(decisionDate: string): SuggestionOptions {
  return {
    decisionDate,
    acrossOutcomes: false,
    minimumMovePence: 100,
    contingencyShare: 0,
    stages: DEFAULT_STAGES,
  };
}

/** The best set of moves, with its proof and what blocks a better one. Nothing is written. */
export function suggest(from: Consolidation, options: SuggestionOptions, solver: SolverPort, work: WorkOptions = {}): Promise<Suggestions> {
  const flexibility = assessFlexibility({ lines: from.reading.lines, agencies: from.reading.agencies, books: from.books, decisionDate: options.decisionDate });
  return suggestMoves({
    lines: from.reading.lines, agencies: from.reading.agencies, pools: poolPositions(from.reading, from.poolTerms, options.decisionDate), books: from.books, flexibility, options, solver,
    links: from.agreed.links, prior: priorVirements(from.records.map((record) => record.virement), from.register, from.reading.lines), ...work,
  });
}
