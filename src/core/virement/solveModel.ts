// Solves the suggestion model stage by stage: each objective is optimised with all earlier ones held at their best values.
import { compileModel } from "./compileModel";
import { modelParts } from "./components";
import { objectiveValue, SENSE_OF, type Amounts } from "./objectives";
import { holdStage, solvePartStage, stepOf, type OpenPart } from "./solvePart";
import type { SolverPort } from "./solverPort";
import type { Objective, StageProof, SuggestionModel } from "./types";

export interface SolveWork {
  readonly solver: SolverPort;
  /** Both for one part in one stage. */
  readonly timeLimitSeconds: number;
  readonly nodeLimit?: number;
  readonly signal?: AbortSignal;
  readonly onStage?: (objective: Objective, done: number, total: number) => void;
}

export interface ModelSolution {
  readonly amounts: Amounts;
  readonly stages: readonly StageProof[];
}

/** Objectives that count the worst part, not the sum of the parts. */
const WORST_OF_PARTS: ReadonlySet<Objective> = new Set(["highest-rank", "unfairness"]);

/** Each stage's best value with its proof. Throws the signal's reason when stopped, RangeError for a stage the wrong way round. */
export async function solveModel(model: SuggestionModel, work: SolveWork): Promise<ModelSolution> {
  const parts = modelParts(model).map((part): OpenPart => ({
    model: part.model, arcs: part.arcs, compiled: compileModel(part.model), held: [], amounts: part.arcs.map(() => 0),
  }));
  const stages: StageProof[] = [];
  for (const [i, { objective, sense }] of model.stages.entries()) {
    if (sense !== SENSE_OF[objective]) throw new RangeError(`The objective ${objective} can only be taken to its ${SENSE_OF[objective]}.`);
    work.signal?.throwIfAborted();
    work.onStage?.(objective, i, model.stages.length);
    const bounds: number[] = [];
    const values: number[] = [];
    for (const part of parts) {
      work.signal?.throwIfAborted();
      bounds.push(await solvePartStage(part, objective, work));
      values.push(objectiveValue(objective, part.model, part.amounts));
    }
    const value = objectiveValue(objective, model, wholeAmounts(model, parts));
    stages.push(proofOf(objective, value, values, bounds, stepOf(objective, model)));
    // The highest rank is one for all: a part below it may rise to it if that serves a later stage.
    for (const [p, part] of parts.entries()) holdStage(part, objective, objective === "highest-rank" ? value : (values[p] ?? 0), bounds[p] === values[p]);
  }
  return { amounts: wholeAmounts(model, parts), stages };
}

function wholeAmounts(model: SuggestionModel, parts: readonly OpenPart[]): Amounts {
  const amounts = model.arcs.map(() => 0);
  for (const part of parts) part.arcs.forEach((position, i) => (amounts[position] = part.amounts[i] ?? 0));
  return amounts;
}

/** Bounds of the parts add up as their values do; what lies in no part is the same in both. */
function proofOf(objective: Objective, value: number, values: readonly number[], bounds: readonly number[], step: number): StageProof {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const bound = WORST_OF_PARTS.has(objective) ? Math.max(0, ...bounds) : value + sum(bounds.map((b, i) => b - (values[i] ?? 0)));
  const optimal = Math.abs(bound - value) < step / 2;
  return { objective, value, bound: optimal ? value : bound, optimal };
}

/** Ids of what a set of amounts breaks, checked in whole pence; empty when it keeps every limit of the model. */
export { breaches } from "./solvePart";
