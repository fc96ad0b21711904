// Repeatable random suggestion models for GLPK to solve again: several bodies, tiers, joint limits, moves between bodies and fair shares.
import { DEFAULT_STAGES } from "../../src/core/virement/objectives";
import type { ModelArc, ModelLimit, SuggestionModel } from "../../src/core/virement/types";

/** Repeatable numbers in [0, 1): a linear congruential generator (Numerical Recipes' constants). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Amounts in odd pence, so that nothing is a multiple of anything. */
export function randomModel(seed: number): SuggestionModel {
  const next = numbers(seed);
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const agencies = ["A", "B", "C"].slice(0, whole(1, 3));
  const agency = (): string => agencies[whole(0, agencies.length - 1)] ?? "A";
  const sources = Array.from({ length: whole(2, 4) }, (_, i) => ({ id: `S${i}`, agency: agency(), needPence: 0, weight: 1, capPence: whole(50, 9_999) }));
  const targets = Array.from({ length: whole(2, 3) }, (_, i) => ({ id: `T${i}`, agency: agency(), needPence: whole(50, 9_999), weight: [1, 1, 2, 0.5, 1.25][whole(0, 4)] ?? 1, capPence: 0 }));
  const arcs = sources.flatMap((from) => targets.flatMap((to): ModelArc[] => {
    if (next() < 0.25) return [];
    const maxPence = Math.min(from.capPence, to.needPence, whole(50, 9_999));
    const edges = [...new Set([0, whole(1, 9_999), whole(1, 9_999)])].sort((a, b) => a - b).filter((edge) => edge < maxPence);
    const ranks = edges.map(() => whole(0, 4)).sort((a, b) => a - b);
    return [{ id: `${from.id}>${to.id}`, from: from.id, to: to.id, maxPence, interAgency: from.agency !== to.agency, sameService: next() < 0.4, tiers: edges.map((overPence, i) => ({ overPence, rank: ranks[i] ?? 0 })) }];
  }));
  const limits = Array.from({ length: whole(0, 2) }, (_, i): ModelLimit => ({
    id: `L${i}`, kind: "cumulative", arcs: arcs.filter(() => next() < 0.5).map((arc) => arc.id), lines: i === 1 ? ["S0"] : [], maxPence: whole(100, 12_000),
  }));
  return { lines: [...sources, ...targets], arcs, limits, fairShares: agencies.map((id) => ({ agency: id, parts: whole(0, 5) })), minimumMovePence: whole(1, 40), stages: DEFAULT_STAGES };
}
