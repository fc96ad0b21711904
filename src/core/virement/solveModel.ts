// Solves the suggestion model stage by stage: each objective is optimised with all earlier ones held at their best values.
import { closePressure, type StageOfPart } from "./closePressure";
import { lowerHighestRank } from "./lowestRank";
import { leaveOut } from "./leaveOut";
import { objectiveValue, SENSE_OF, type Amounts } from "./objectives";
import { openParts } from "./openPart";
import { isCounted, stepOf } from "./partBounds";
import { holdStage, solvePartStage } from "./solvePart";
import type { Objective, StageProof, SuggestionModel } from "./types";
import type { OpenPart, SolveWork, ModelSolution } from "./solveSteps";

/** Objectives that count the worst part, not the sum of the parts. */
const WORST_OF_PARTS: ReadonlySet<Objective> = new Set(["highest-rank", "unfairness"]);

/** Each stage's best value with its proof. Throws the signal's reason when stopped, RangeError for a stage the wrong way round. */
export async function solveModel(model: SuggestionModel, work: SolveWork): Promise<ModelSolution> {
  let parts: readonly OpenPart[] = openParts(model);
  const stages: StageProof[] = [];
  for (const [i, { objective, sense }] of model.stages.entries()) {
    if (sense !== SENSE_OF[objective]) throw new RangeError(`The objective ${objective} can only be taken to its ${SENSE_OF[objective]}.`);
    work.signal?.throwIfAborted();
    work.onStage?.(objective, i, model.stages.length);
    const solved = await solveStage(parts, objective, i === 0, work);
    parts = solved.pieces;
    const value = objectiveValue(objective, model, wholeAmounts(model, parts));
    stages.push(proofOf(objective, value, solved.parts, stepOf(objective, model)));
    if (solved.held) continue;
    // The highest rank is one for all: a part below it may rise to it if that serves a later stage.
    for (const [p, part] of parts.entries()) {
      const own = solved.parts[p] ?? { value: 0, bound: 0 };
      holdStage(part, objective, objective === "highest-rank" ? value : own.value, own.bound);
    }
    if (work.enough?.() !== true && isCounted(objective)) parts = await smaller(parts, objective, work);
  }
  return { amounts: wholeAmounts(model, parts), stages };
}

interface ValueAndBound {
  readonly value: number;
  readonly bound: number;
}

interface SolvedStage {
  readonly pieces: readonly OpenPart[];
  /** Of each part, or of all as one. */
  readonly parts: readonly ValueAndBound[];
  /** True when the pieces hold the stage already. */
  readonly held: boolean;
}

/** The first stages have ways of their own when they come first and in the usual order; every other one is searched part by part. */
async function solveStage(parts: readonly OpenPart[], objective: Objective, first: boolean, work: SolveWork): Promise<SolvedStage> {
  if (first && objective === "pressure-closed") {
    const closed: StageOfPart[] = [];
    for (const part of parts) {
      work.signal?.throwIfAborted();
      closed.push(await closePressure(part, work));
    }
    return { pieces: closed.flatMap((part) => part.pieces), parts: closed, held: true };
  }
  if (objective === "highest-rank" && parts.every((part) => part.held.every((stage) => stage.objective === "pressure-closed"))) {
    const { pieces, bound } = await lowerHighestRank(parts, work);
    const value = Math.max(0, ...pieces.map((part) => objectiveValue(objective, part.model, part.amounts)));
    return { pieces, parts: [{ value, bound }], held: true };
  }
  const found: ValueAndBound[] = [];
  for (const part of parts) {
    work.signal?.throwIfAborted();
    const bound = await solvePartStage(part, objective, work);
    found.push({ value: objectiveValue(objective, part.model, part.amounts), bound });
  }
  return { pieces: parts, parts: found, held: false };
}

/** The parts as far as they can keep the stage that was held last. */
async function smaller(parts: readonly OpenPart[], objective: Objective, work: SolveWork): Promise<readonly OpenPart[]> {
  const pieces: OpenPart[] = [];
  for (const part of parts) pieces.push(...(await leaveOut(part, objective, work)));
  return pieces;
}

function wholeAmounts(model: SuggestionModel, parts: readonly OpenPart[]): Amounts {
  const amounts = model.arcs.map(() => 0);
  for (const part of parts) part.arcs.forEach((position, i) => (amounts[position] = part.amounts[i] ?? 0));
  return amounts;
}

/** Bounds of the parts add up as their values do; what lies in no part is the same in both. */
function proofOf(objective: Objective, value: number, parts: readonly ValueAndBound[], step: number): StageProof {
  const bound = WORST_OF_PARTS.has(objective) ? Math.max(0, ...parts.map((part) => part.bound)) : value + parts.reduce((sum, part) => sum + part.bound - part.value, 0);
  const optimal = Math.abs(bound - value) < step / 2;
  return { objective, value, bound: optimal ? value : bound, optimal };
}

/** Ids of what a set of amounts breaks, checked in whole pence; empty when it keeps every limit of the model. */
export { breaches } from "./standing";
