// Other whole sets of suggestions beside the one found, so that partners can weigh what each closes against whom each troubles.
import { sumPenceBy, type Pence } from "../core/money/pence";
import { asksPartners } from "../core/virement/partnerTerms";
import type { SolverPort } from "../core/virement/solverPort";
import type { Move, SuggestionOptions, Suggestions } from "../core/virement/types";
import type { WorkOptions } from "../workbook/ports";
import type { Consolidation } from "./consolidate";
import { suggestOnly } from "./suggest";

/**
 * As asked for; the same without a rank above a director's; with money moving across outcomes; with partners paying now what they will
 * owe; and with those partners giving whatever they can, which only they can offer.
 */
export type WholeSetId = "as-asked" | "officers-only" | "across-outcomes" | "partners-pay" | "partners-give";

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
export const OFFICERS_RANK = 2;

/** The set found and every other that differs in what it allows, each solved whole. Nothing is written. */
export async function wholeSets(from: Consolidation, options: SuggestionOptions, found: Suggestions, solver: SolverPort, work: WorkOptions = {}): Promise<WholeSet[]> {
  const officers = await suggestOnly(from, { ...options, highestRank: Math.min(options.highestRank ?? OFFICERS_RANK, OFFICERS_RANK) }, solver, work);
  // Those that a pool's agreement makes owe something; others are not asked.
  const owing = [...new Set(found.calls.map((call) => call.agency))];
  const partners = owing.length === 0 || asksPartners(options) ? [] : [
    setOf("partners-pay", await suggestOnly(from, { ...options, partnersPay: true }, solver, work)),
    setOf("partners-give", await suggestOnly(from, { ...options, partnersPay: true, offers: owing.map((agency) => ({ agency, upToPence: Number.MAX_SAFE_INTEGER })) }, solver, work)),
  ];
  const across = options.acrossOutcomes ? [] : [setOf("across-outcomes", await suggestOnly(from, { ...options, acrossOutcomes: true }, solver, work))];
  return [setOf("as-asked", found), setOf("officers-only", officers), ...across, ...partners];
}

function setOf(id: WholeSetId, found: Suggestions): WholeSet {
  return {
    id, closedPence: found.closedPence, unclosedPence: sumPenceBy(found.unclosed, (open) => open.amountPence),
    highestRank: Math.max(0, ...found.moves.map((move) => move.rank)), sumOfRanks: found.moves.reduce((sum, move) => sum + move.rank, 0),
    proven: found.proof.stages.every((stage) => stage.optimal), moves: found.moves,
  };
}
