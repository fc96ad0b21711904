// The objectives of a set of moves: which way each is better, and its exact value for given amounts.
import { asPence, type Pence } from "../money/pence";
import type { ArcTier, FairShare, ModelArc, ModelStage, Objective, SuggestionModel } from "./types";
import { OBJECTIVES } from "./types";

export const SENSE_OF: Readonly<Record<Objective, "max" | "min">> = {
  "pressure-closed": "max", "highest-rank": "min", "sum-of-ranks": "min", "number-of-moves": "min", "inter-agency-cash": "min",
  "unfairness": "min", "same-service": "max", "headroom-left": "max",
};

/** All objectives in the order of importance that a partnership starts with. */
export const DEFAULT_STAGES: readonly ModelStage[] = OBJECTIVES.map((objective) => ({ objective, sense: SENSE_OF[objective] }));

/** Amount of each arc in pence, by position in model.arcs. */
export type Amounts = readonly Pence[];

/** The rank an amount needs on an arc: 0 for no move. */
export function rankAt(tiers: readonly ArcTier[], pence: Pence): number {
  let rank = 0;
  for (const tier of tiers) if (pence > tier.overPence) rank = tier.rank;
  return rank;
}

/** Whole-number weights in the ratio of the lines' weights (held to a thousandth), smallest terms, and what one unit stands for. */
export function wholeWeights(model: SuggestionModel): { readonly ofLine: ReadonlyMap<string, number>; readonly unit: number } {
  const thousandths = model.lines.map((line) => Math.round(line.weight * 1000));
  const common = thousandths.filter((w) => w > 0).reduce((a, b) => gcd(a, b), 0) || 1;
  return { ofLine: new Map(model.lines.map((line, i) => [line.id, (thousandths[i] ?? 0) / common])), unit: common / 1000 };
}

/** Greatest common divisor of whole numbers; gcd(0, b) is b. */
export function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * Exact value of an objective. pressure-closed: Σ weight × pence. unfairness: the most by which what one agency gives to others is off its
 * fair share of what all give, pence (a fraction of a penny where shares say so).
 * headroom-left: what the sources keep of their caps, pence. The rest as named; ranks and moves are counted over amounts above 0.
 */
export function objectiveValue(objective: Objective, model: SuggestionModel, amounts: Amounts): number {
  const used = model.arcs.flatMap((arc, i) => ((amounts[i] ?? 0) > 0 ? [{ arc, pence: amounts[i] ?? 0 }] : []));
  const total = (some: readonly { readonly pence: Pence }[]): Pence => some.reduce((sum, move) => asPence(sum + move.pence), 0);
  switch (objective) {
    case "pressure-closed": {
      const { ofLine, unit } = wholeWeights(model);
      return used.reduce((sum, { arc, pence }) => asPence(sum + (ofLine.get(arc.to) ?? 0) * pence), 0) * unit;
    }
    case "highest-rank": return used.reduce((rank, { arc, pence }) => Math.max(rank, rankAt(arc.tiers, pence)), 0);
    case "sum-of-ranks": return used.reduce((sum, { arc, pence }) => sum + rankAt(arc.tiers, pence), 0);
    case "number-of-moves": return used.length;
    case "inter-agency-cash": return total(used.filter(({ arc }) => arc.interAgency));
    case "unfairness": {
      const between = used.filter(({ arc }) => arc.interAgency);
      const { whole, shares } = fairParts(model);
      const all = total(between);
      return Math.max(0, ...shares.map(({ agency, parts }) => Math.abs(asPence(whole * total(between.filter(({ arc }) => agencyOf(arc, model) === agency))) - asPence(parts * all)))) / whole;
    }
    case "same-service": return total(used.filter(({ arc }) => arc.sameService));
    case "headroom-left": return asPence(model.lines.reduce((sum, line) => asPence(sum + line.capPence), 0) - total(used));
  }
}

/** Every agency that gives or has a fair share, with its parts of `whole`, which is 1 at least. */
export function fairParts(model: SuggestionModel): { readonly whole: number; readonly shares: readonly FairShare[] } {
  const named = new Set<string>(model.fairShares.map((share) => share.agency));
  const shares = [...model.fairShares, ...givers(model).filter((agency) => !named.has(agency)).map((agency) => ({ agency, parts: 0 }))];
  return { whole: Math.max(1, shares.reduce((sum, share) => sum + share.parts, 0)), shares };
}

/** Agencies from which some arc leads to another agency, each once, in the order of the lines. */
function givers(model: SuggestionModel): string[] {
  const sources = new Set(model.arcs.filter((arc) => arc.interAgency).map((arc) => arc.from));
  return [...new Set(model.lines.filter((line) => sources.has(line.id)).map((line) => line.agency))];
}

function agencyOf(arc: ModelArc, model: SuggestionModel): string | undefined {
  return model.lines.find((line) => line.id === arc.from)?.agency;
}
