// Finds the best amounts of a tiny model by trying every one, with its own reading of the limits and objectives.
import type { SuggestionModel } from "../../../src/core/virement/types";

type Vector = readonly number[];

/** Best value of each stage in order, trying every amount that is a whole multiple of `step` pence. */
export function bruteForceStages(model: SuggestionModel, step: number): number[] {
  let candidates = allVectors(model, step).filter((vector) => feasible(model, vector));
  return model.stages.map((stage) => {
    const values = candidates.map((vector) => value(model, stage.objective, vector));
    const best = values.reduce((a, b) => (stage.sense === "max" ? Math.max(a, b) : Math.min(a, b)));
    candidates = candidates.filter((_, i) => Math.abs((values[i] ?? 0) - best) < 1e-9);
    return best;
  });
}

function allVectors(model: SuggestionModel, step: number): Vector[] {
  return model.arcs.reduce<Vector[]>((vectors, arc) => {
    const choices: number[] = [0];
    for (let pence = step; pence <= arc.maxPence; pence += step) if (pence >= model.minimumMovePence) choices.push(pence);
    return vectors.flatMap((vector) => choices.map((pence) => [...vector, pence]));
  }, [[]]);
}

function feasible(model: SuggestionModel, vector: Vector): boolean {
  const flow = (test: (arc: SuggestionModel["arcs"][number]) => boolean): number => model.arcs.reduce((sum, arc, i) => (test(arc) ? sum + (vector[i] ?? 0) : sum), 0);
  return (
    model.lines.every((line) => flow((arc) => arc.from === line.id) <= line.capPence && flow((arc) => arc.to === line.id) <= line.needPence) &&
    model.limits.every((limit) => flow((arc) => limit.arcs.includes(arc.id) || limit.lines.includes(arc.from)) <= limit.maxPence)
  );
}

function value(model: SuggestionModel, objective: string, vector: Vector): number {
  const moves = model.arcs.map((arc, i) => ({ arc, pence: vector[i] ?? 0 })).filter((move) => move.pence > 0);
  const line = (id: string): SuggestionModel["lines"][number] => {
    const found = model.lines.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no line ${id}`);
    return found;
  };
  const ranks = moves.map(({ arc, pence }) => [...arc.tiers].reverse().find((tier) => pence > tier.overPence)?.rank ?? 0);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  switch (objective) {
    case "pressure-closed": return sum(moves.map(({ arc, pence }) => line(arc.to).weight * pence));
    case "highest-rank": return Math.max(0, ...ranks);
    case "sum-of-ranks": return sum(ranks);
    case "number-of-moves": return moves.length;
    case "inter-agency-cash": return sum(moves.map(({ arc, pence }) => (arc.interAgency ? pence : 0)));
    case "unfairness": {
      const given = new Map<string, number>();
      for (const { arc, pence } of moves) if (arc.interAgency) given.set(line(arc.from).agency, (given.get(line(arc.from).agency) ?? 0) + pence);
      const whole = Math.max(1, sum(model.fairShares.map((share) => share.parts)));
      const all = sum([...given.values()]);
      const agencies = new Set([...given.keys(), ...model.fairShares.map((share) => share.agency)]);
      const off = [...agencies].map((agency) => whole * (given.get(agency) ?? 0) - (model.fairShares.find((share) => share.agency === agency)?.parts ?? 0) * all);
      return Math.max(0, ...off.map(Math.abs)) / whole;
    }
    case "same-service": return sum(moves.map(({ arc, pence }) => (arc.sameService ? pence : 0)));
    case "headroom-left": return sum(model.lines.map((l) => l.capPence)) - sum(moves.map(({ pence }) => pence));
    default: throw new Error(`no objective ${objective}`);
  }
}
