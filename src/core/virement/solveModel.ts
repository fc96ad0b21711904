// Solves the suggestion model stage by stage: each objective is optimised with all earlier ones held at their best values.
import { compileModel, inLimit, withObjective, type CompiledModel } from "./compileModel";
import { objectiveValue, SENSE_OF, wholeWeights, type Amounts } from "./objectives";
import type { MipAnswer, MipModel, MipRow, SolverPort } from "./solverPort";
import type { Objective, StageProof, SuggestionModel } from "./types";

export interface SolveWork {
  readonly solver: SolverPort;
  readonly timeLimitSeconds: number;
  readonly signal?: AbortSignal;
  readonly onStage?: (objective: Objective, done: number, total: number) => void;
}

/** An earlier stage's best value, as a row that later stages must keep. */
interface HeldStage {
  readonly objective: Objective;
  readonly row: MipRow;
}

export interface ModelSolution {
  readonly amounts: Amounts;
  readonly stages: readonly StageProof[];
}

/** Each stage's best value with its proof. Throws the signal's reason when stopped, RangeError for a stage the wrong way round. */
export async function solveModel(model: SuggestionModel, work: SolveWork): Promise<ModelSolution> {
  const compiled = compileModel(model);
  const stages: StageProof[] = [];
  const held: HeldStage[] = [];
  let amounts: Amounts = model.arcs.map(() => 0);
  for (const [i, stage] of model.stages.entries()) {
    if (stage.sense !== SENSE_OF[stage.objective]) throw new RangeError(`The objective ${stage.objective} can only be taken to its ${SENSE_OF[stage.objective]}.`);
    work.signal?.throwIfAborted();
    work.onStage?.(stage.objective, i, model.stages.length);
    const result = await solveStage(model, compiled, stage.objective, held, amounts, work);
    amounts = result.amounts;
    stages.push(result.proof);
    const units = valueInUnits(model, compiled, stage.objective, amounts);
    const terms = compiled.expression[stage.objective];
    if (terms.length === 0) continue;
    held.push({ objective: stage.objective, row: stage.sense === "max" ? { lower: units, upper: Infinity, terms } : { lower: -Infinity, upper: units, terms } });
  }
  return { amounts, stages };
}

async function solveStage(
  model: SuggestionModel, compiled: CompiledModel, objective: Objective, held: readonly HeldStage[], before: Amounts, work: SolveWork,
): Promise<{ amounts: Amounts; proof: StageProof }> {
  const value = objectiveValue(objective, model, before);
  if (cantImprove(objective, compiled, before, value)) return { amounts: before, proof: { objective, value, bound: value, optimal: true } };
  const problem = withObjective(compiled, compiled.expression[objective], SENSE_OF[objective], held.map((stage) => stage.row));
  const answer = await work.solver.solve(problem, limitsOf(work));
  const found = await exactAmounts(model, compiled, problem, answer, work);
  const better = found !== null && keepsStages(compiled, model, held, found) && notWorse(objective, objectiveValue(objective, model, found), value);
  const amounts = better ? found : before;
  const reached = objectiveValue(objective, model, amounts);
  const bound = boundOf(objective, model, compiled, answer);
  const optimal = answer.status === "optimal" && better && Math.abs(reached - bound) < tolerance(objective, model);
  return { amounts, proof: { objective, value: reached, bound: optimal ? reached : bound, optimal } };
}

function limitsOf(work: SolveWork): { timeLimitSeconds: number; signal?: AbortSignal } {
  return work.signal === undefined ? { timeLimitSeconds: work.timeLimitSeconds } : { timeLimitSeconds: work.timeLimitSeconds, signal: work.signal };
}

/**
 * Whole pence from the optimiser's binary fractions, re-checked against every limit in whole numbers. If rounding broke a limit, the
 * yes-or-no columns are pinned and the amounts solved once more. Null when there is no answer that stands the check.
 */
async function exactAmounts(model: SuggestionModel, compiled: CompiledModel, problem: MipModel, answer: MipAnswer, work: SolveWork): Promise<Amounts | null> {
  if (answer.values.length === 0) return null;
  const first = roundedAmounts(compiled, answer);
  if (breaches(model, first).length === 0) return first;
  const tiers = new Set(compiled.tierColumns.flat().map((tier) => tier.column));
  const columns = problem.columns.map((column, i) => {
    const pinned = Math.round(answer.values[i] ?? 0);
    return tiers.has(i) ? { ...column, lower: pinned, upper: pinned } : column;
  });
  const again = await work.solver.solve({ ...problem, columns }, limitsOf(work));
  const second = again.values.length === 0 ? null : roundedAmounts(compiled, again);
  return second !== null && breaches(model, second).length === 0 ? second : null;
}

function roundedAmounts(compiled: CompiledModel, answer: MipAnswer): Amounts {
  return compiled.amountColumn.map((column) => Math.round(answer.values[column] ?? 0) * compiled.unitPence);
}

/** Ids of what a set of amounts breaks, checked in whole pence; empty when it keeps every limit of the model. */
export function breaches(model: SuggestionModel, amounts: Amounts): string[] {
  const flow = (chosen: (i: number) => boolean): number => amounts.reduce((sum, pence, i) => (chosen(i) ? sum + pence : sum), 0);
  const arcs = model.arcs.flatMap((arc, i) => {
    const pence = amounts[i] ?? 0;
    return pence < 0 || pence > arc.maxPence || (pence > 0 && pence < model.minimumMovePence) ? [arc.id] : [];
  });
  const lines = model.lines.flatMap((line) => {
    const out = flow((i) => model.arcs[i]?.from === line.id);
    const into = flow((i) => model.arcs[i]?.to === line.id);
    return out > line.capPence || into > line.needPence ? [line.id] : [];
  });
  const limits = model.limits.flatMap((limit) => {
    const joint = flow((i) => {
      const arc = model.arcs[i];
      return arc !== undefined && inLimit(arc, limit);
    });
    return joint > limit.maxPence ? [limit.id] : [];
  });
  return [...arcs, ...lines, ...limits];
}

/** No move at all, or a cost that is already nothing: no optimiser can do better. */
function cantImprove(objective: Objective, compiled: CompiledModel, before: Amounts, value: number): boolean {
  if (before.length === 0 || compiled.expression[objective].length === 0) return true;
  return SENSE_OF[objective] === "min" && value === 0;
}

function notWorse(objective: Objective, found: number, before: number): boolean {
  return SENSE_OF[objective] === "max" ? found >= before : found <= before;
}

function keepsStages(compiled: CompiledModel, model: SuggestionModel, held: readonly HeldStage[], amounts: Amounts): boolean {
  return held.every(({ objective, row }) => {
    const units = valueInUnits(model, compiled, objective, amounts);
    return units >= row.lower && units <= row.upper;
  });
}

const COUNTED: ReadonlySet<Objective> = new Set(["highest-rank", "sum-of-ranks", "number-of-moves"]);

/** The value of the objective's terms (without what is constant) in the compiled model's own units. */
function valueInUnits(model: SuggestionModel, compiled: CompiledModel, objective: Objective, amounts: Amounts): number {
  const value = objectiveValue(objective, model, amounts);
  if (COUNTED.has(objective)) return value;
  if (objective === "pressure-closed") return Math.round(value / wholeWeights(model).unit) / compiled.unitPence;
  return (value - constantOf(objective, model)) / compiled.unitPence;
}

function constantOf(objective: Objective, model: SuggestionModel): number {
  return objective === "headroom-left" ? model.lines.reduce((sum, line) => sum + line.capPence, 0) : 0;
}

function boundOf(objective: Objective, model: SuggestionModel, compiled: CompiledModel, answer: MipAnswer): number {
  if (COUNTED.has(objective)) return answer.bound;
  const weight = objective === "pressure-closed" ? wholeWeights(model).unit : 1;
  return answer.bound * compiled.unitPence * weight + constantOf(objective, model);
}

/** Values are whole counts, whole pence, or whole units of weight: half the smallest step tells two values apart. */
function tolerance(objective: Objective, model: SuggestionModel): number {
  return objective === "pressure-closed" ? wholeWeights(model).unit / 2 : 0.5;
}
