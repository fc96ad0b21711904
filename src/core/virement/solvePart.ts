// One stage of one part of the model: asks the optimiser, takes its answer to whole pence, and re-checks it in whole numbers.
import { inLimit, withObjective, type CompiledModel } from "./compileModel";
import { objectiveValue, SENSE_OF, wholeWeights, type Amounts } from "./objectives";
import type { MipAnswer, MipModel, MipRow, SolveLimits } from "./solverPort";
import type { SolveWork } from "./solveModel";
import type { Objective, SuggestionModel } from "./types";

/** A part while it is being solved: the best amounts so far, and earlier stages as rows that later ones must keep. */
export interface OpenPart {
  readonly model: SuggestionModel;
  readonly arcs: readonly number[];
  readonly compiled: CompiledModel;
  readonly held: { readonly objective: Objective; readonly row: MipRow; readonly proven: boolean }[];
  amounts: Amounts;
}

const COUNTED: ReadonlySet<Objective> = new Set(["highest-rank", "sum-of-ranks", "number-of-moves"]);

/** Improves the part's amounts as far as the objective goes and returns the proven bound of its value. */
export async function solvePartStage(part: OpenPart, objective: Objective, work: SolveWork): Promise<number> {
  const { model, compiled } = part;
  const before = objectiveValue(objective, model, part.amounts);
  if (cantImprove(part, objective, before)) return before;
  const problem = withObjective(compiled, compiled.expression[objective], SENSE_OF[objective], part.held.map((stage) => stage.row));
  const answer = await work.solver.solve(problem, limitsOf(work));
  const found = await exactAmounts(model, compiled, problem, answer, work);
  const stands = found !== null && keepsStages(part, found) && notWorse(objective, objectiveValue(objective, model, found), before);
  // An optimiser whose answer does not stand the check is not believed in its bound either.
  if (!stands) return plainBound(objective, model);
  part.amounts = found;
  return boundOf(objective, part, answer);
}

/** Keeps a stage's value from now on; `proven` when no better one exists. */
export function holdStage(part: OpenPart, objective: Objective, value: number, proven: boolean): void {
  const terms = part.compiled.expression[objective];
  if (terms.length === 0) return;
  const units = inUnits(part, objective, value);
  const row = SENSE_OF[objective] === "max" ? { lower: units, upper: Infinity, terms } : { lower: -Infinity, upper: units, terms };
  part.held.push({ objective, row, proven });
}

/** The smallest difference between two values of an objective: one count, one penny, or one unit of weight. */
export function stepOf(objective: Objective, model: SuggestionModel): number {
  return objective === "pressure-closed" ? wholeWeights(model).unit : 1;
}

function limitsOf({ timeLimitSeconds, nodeLimit, signal }: SolveWork): SolveLimits {
  return { timeLimitSeconds, ...(nodeLimit === undefined ? {} : { nodeLimit }), ...(signal === undefined ? {} : { signal }) };
}

/**
 * Whole pence from the optimiser's binary fractions, re-checked against every limit in whole numbers. If rounding broke a limit, the
 * yes-or-no columns are pinned and the amounts solved once more. Null when there is no answer that stands the check.
 */
async function exactAmounts(model: SuggestionModel, compiled: CompiledModel, problem: MipModel, answer: MipAnswer, work: SolveWork): Promise<Amounts | null> {
  if (answer.values.length === 0) return null;
  const first = roundedAmounts(compiled, answer);
  const tiers = new Set(compiled.tierColumns.flat().map((tier) => tier.column));
  if (breaches(model, first).length === 0 && !leaks(compiled, answer, first)) return first;
  const columns = problem.columns.map((column, i) => {
    const pinned = Math.round(answer.values[i] ?? 0);
    return tiers.has(i) ? { ...column, lower: pinned, upper: pinned } : column;
  });
  const again = await work.solver.solve({ ...problem, columns }, limitsOf(work));
  const second = again.values.length === 0 ? null : roundedAmounts(compiled, again);
  if (second !== null && breaches(model, second).length === 0) return second;
  return breaches(model, first).length === 0 ? first : null;
}

function roundedAmounts(compiled: CompiledModel, answer: MipAnswer): Amounts {
  return compiled.amountColumn.map((column) => Math.round(answer.values[column] ?? 0) * compiled.unitPence);
}

/** True when some amount is over what its chosen tier covers: a yes-or-no column off by a hair lets small amounts through. */
function leaks(compiled: CompiledModel, answer: MipAnswer, amounts: Amounts): boolean {
  return amounts.some((pence, i) => {
    const covered = (compiled.tierColumns[i] ?? []).reduce((most, tier) => (Math.round(answer.values[tier.column] ?? 0) === 1 ? Math.max(most, tier.upToPence) : most), 0);
    return pence > covered;
  });
}

/** Ids of what a set of amounts breaks, checked in whole pence; empty when it keeps every limit of the model. */
export function breaches(model: SuggestionModel, amounts: Amounts): string[] {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  model.arcs.forEach((arc, i) => {
    out.set(arc.from, (out.get(arc.from) ?? 0) + (amounts[i] ?? 0));
    into.set(arc.to, (into.get(arc.to) ?? 0) + (amounts[i] ?? 0));
  });
  const arcs = model.arcs.filter((arc, i) => {
    const pence = amounts[i] ?? 0;
    return pence < 0 || pence > arc.maxPence || (pence > 0 && pence < model.minimumMovePence);
  });
  const lines = model.lines.filter((line) => (out.get(line.id) ?? 0) > line.capPence || (into.get(line.id) ?? 0) > line.needPence);
  const limits = model.limits.filter((limit) => model.arcs.reduce((sum, arc, i) => (inLimit(arc, limit) ? sum + (amounts[i] ?? 0) : sum), 0) > limit.maxPence);
  return [...arcs, ...lines, ...limits].map((broken) => broken.id);
}

/**
 * No arc that matters; a cost that is already nothing; or, where every need weighs the same, a total that the proven pressure closed
 * has fixed already: no optimiser can do better.
 */
function cantImprove(part: OpenPart, objective: Objective, value: number): boolean {
  const { model, compiled, amounts } = part;
  if (amounts.length === 0 || compiled.expression[objective].length === 0) return true;
  if (SENSE_OF[objective] === "min") return value === 0;
  const targets = new Set(model.arcs.map((arc) => arc.to));
  const weights = new Set(model.lines.filter((line) => targets.has(line.id)).map((line) => line.weight));
  const fixed = weights.size === 1 && !weights.has(0) && part.held.some((stage) => stage.objective === "pressure-closed" && stage.proven);
  return fixed && (objective === "headroom-left" || (objective === "same-service" && model.arcs.every((arc) => arc.sameService)));
}

function notWorse(objective: Objective, found: number, before: number): boolean {
  return SENSE_OF[objective] === "max" ? found >= before : found <= before;
}

function keepsStages(part: OpenPart, amounts: Amounts): boolean {
  return part.held.every(({ objective, row }) => {
    const units = inUnits(part, objective, objectiveValue(objective, part.model, amounts));
    return units >= row.lower && units <= row.upper;
  });
}

/** A value as the sum of the objective's terms (without what is constant), in the compiled model's own units. */
function inUnits({ model, compiled }: OpenPart, objective: Objective, value: number): number {
  if (COUNTED.has(objective)) return value;
  if (objective === "pressure-closed") return Math.round(value / wholeWeights(model).unit) / compiled.unitPence;
  return (value - constantOf(objective, model)) / compiled.unitPence;
}

function constantOf(objective: Objective, model: SuggestionModel): number {
  return objective === "headroom-left" ? model.lines.reduce((sum, line) => sum + line.capPence, 0) : 0;
}

/** The optimiser's bound as a value of the objective; where it gave none, or one that its own answer belies, what is plain to see. */
function boundOf(objective: Objective, part: OpenPart, answer: MipAnswer): number {
  const { model, compiled } = part;
  const weight = COUNTED.has(objective) ? 1 : compiled.unitPence * (objective === "pressure-closed" ? wholeWeights(model).unit : 1);
  const bound = answer.bound * weight + constantOf(objective, model);
  const value = objectiveValue(objective, model, part.amounts);
  const slack = stepOf(objective, model) / 2;
  const belied = SENSE_OF[objective] === "max" ? bound < value - slack : bound > value + slack;
  if (!Number.isFinite(bound) || belied) return plainBound(objective, model);
  // Values move in whole steps, so a bound between two of them is as good as the nearer one inside.
  return Math.abs(bound - value) < slack ? value : bound;
}

function plainBound(objective: Objective, model: SuggestionModel): number {
  if (SENSE_OF[objective] === "min") return 0;
  if (objective === "headroom-left") return constantOf(objective, model);
  if (objective === "same-service") return model.arcs.reduce((sum, arc) => (arc.sameService ? sum + arc.maxPence : sum), 0);
  return model.lines.reduce((sum, line) => sum + line.weight * line.needPence, 0);
}
