// What a part's objectives can at best come to: what is plain to see, what earlier stages have fixed, and what the optimiser has proven.
import { fairParts, objectiveValue, SENSE_OF, wholeWeights } from "./objectives";
import type { MipAnswer } from "./solverPort";
import type { Objective, SuggestionModel } from "./types";
import type { OpenPart } from "./solveSteps";

/** Less than this is the optimiser's own rounding. */
const ALMOST = 1e-6;
const COUNTED: ReadonlySet<Objective> = new Set(["highest-rank", "sum-of-ranks", "number-of-moves"]);

/** True for objectives that count moves or ranks, not pence. */
export function isCounted(objective: Objective): boolean {
  return COUNTED.has(objective);
}

/** The smallest difference between two values of an objective: one count, one penny (or a part of one, where shares are judged), or one unit of weight. */
export function stepOf(objective: Objective, model: SuggestionModel): number {
  return objective === "pressure-closed" ? wholeWeights(model).unit : objective === "unfairness" ? 1 / fairParts(model).whole : 1;
}

/** No arc that matters, a bound that is reached, or a total that earlier stages have fixed already: no optimiser can do better. */
export function cantImprove(part: OpenPart, objective: Objective, value: number, least: number): boolean {
  if (part.amounts.length === 0 || part.compiled.expression[objective].length === 0) return true;
  return value === least || (objective === "number-of-moves" && oneRank(part) !== null) || isFixed(part, objective);
}

/** The bound of a value that can't be improved. */
export function settledBound(part: OpenPart, objective: Objective, value: number, least: number): number {
  const rank = objective === "number-of-moves" && value !== least ? oneRank(part) : null;
  const ranks = part.held.find((stage) => stage.objective === "sum-of-ranks");
  return rank === null || ranks === undefined ? value : Math.max(least, Math.ceil(ranks.bound / rank));
}

/** The one rank over 0 that every move of the part needs once ranks are held, so that ranks count moves; null otherwise. */
function oneRank({ model, held }: OpenPart): number | null {
  const ranks = new Set(model.arcs.flatMap((arc) => arc.tiers.map((tier) => tier.rank)));
  const [only] = ranks;
  return ranks.size === 1 && only !== undefined && only > 0 && held.some((stage) => stage.objective === "sum-of-ranks") ? only : null;
}

/** Where every need weighs the same, the proven pressure closed is the total that moves. */
function isFixed(part: OpenPart, objective: Objective): boolean {
  const { model } = part;
  const targets = new Set(model.arcs.map((arc) => arc.to));
  const weights = new Set(model.lines.filter((line) => targets.has(line.id)).map((line) => line.weight));
  const fixed = weights.size === 1 && !weights.has(0) && (part.closedMost || part.held.some((stage) => stage.objective === "pressure-closed" && stage.proven));
  return fixed && (objective === "headroom-left" || (objective === "same-service" && model.arcs.every((arc) => arc.sameService)));
}

/** A value as the sum of the objective's terms (without what is constant), in the compiled model's own units. */
export function inUnits({ model, compiled }: OpenPart, objective: Objective, value: number): number {
  if (COUNTED.has(objective)) return value;
  if (objective === "pressure-closed") return Math.round(value / wholeWeights(model).unit) / compiled.unitPence;
  if (objective === "unfairness") return Math.round(value * fairParts(model).whole) / compiled.unitPence;
  return (value - constantOf(objective, model)) / compiled.unitPence;
}

/** What of the value no move changes. */
export function constantOf(objective: Objective, model: SuggestionModel): number {
  return objective === "headroom-left" ? model.lines.reduce((sum, line) => sum + line.capPence, 0) : 0;
}

/** The optimiser's bound as a value of the objective; where it gave none, or one that its own answer belies, what is plain to see. */
export function boundOf(objective: Objective, part: OpenPart, answer: MipAnswer, least: number): number {
  const { model, compiled } = part;
  const weight = COUNTED.has(objective) ? 1 : compiled.unitPence * stepOf(objective, model);
  return boundAt(objective, part, answer.bound * weight + constantOf(objective, model), least);
}

/** A bound that was computed in fractions, as far as whole numbers go; what is plain to see where the part's amounts belie it. */
export function boundAt(objective: Objective, part: OpenPart, bound: number, least: number): number {
  const value = objectiveValue(objective, part.model, part.amounts);
  const slack = stepOf(objective, part.model) / 2;
  const belied = SENSE_OF[objective] === "max" ? bound < value - slack : bound > value + slack;
  if (!Number.isFinite(bound) || belied) return least;
  // Values move in whole steps, so a bound between two of them is as good as the nearer one inside.
  if (Math.abs(bound - value) < slack) return value;
  if (SENSE_OF[objective] === "max") return Math.min(bound, least);
  return Math.max(isCounted(objective) ? Math.ceil(bound - ALMOST) : bound, least);
}

/** The best that can be seen without a search; `least` of its own objective. */
export function plainBound({ model, compiled, amounts }: OpenPart, objective: Objective): number {
  const given = (pence: (line: SuggestionModel["lines"][number]) => number): number => model.lines.reduce((sum, line) => sum + pence(line), 0);
  switch (objective) {
    case "sum-of-ranks": case "number-of-moves": return compiled.least[objective];
    case "highest-rank": case "inter-agency-cash": case "unfairness": return 0;
    case "headroom-left": return given((line) => line.capPence);
    case "pressure-closed": return given((line) => line.weight * line.needPence);
    case "same-service": return Math.max(objectiveValue(objective, model, amounts), model.arcs.reduce((sum, arc) => (arc.sameService ? sum + arc.maxPence : sum), 0));
  }
}
