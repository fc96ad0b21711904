// The first stage of a part: the most pressure closed, proven by prices in whole numbers wherever it can be, by searching otherwise.
import { objectiveValue, wholeWeights } from "./objectives";
import { withPressureProven } from "./openPart";
import { boundPressure } from "./pressureProof";
import { holdStage, solvePartStage } from "./solvePart";
import { breaches, limitsOf } from "./standing";
import type { OpenPart, SolveWork } from "./solveSteps";

export interface StageOfPart {
  /** What the part is from now on: one piece or several. */
  readonly pieces: readonly OpenPart[];
  readonly value: number;
  readonly bound: number;
}

/** Weighted pressure of the part, with its bound. The pieces together hold what the part holds. */
export async function closePressure(part: OpenPart, work: SolveWork): Promise<StageOfPart> {
  const objective = "pressure-closed" as const;
  const { unit } = wholeWeights(part.model);
  const proof = await boundPressure(part.model, work.solver, limitsOf(work));
  let bound = proof === null ? Infinity : Number(proof.mostUnits) * unit;
  if (proof !== null && breaches(part.model, proof.amounts).length === 0) part.amounts = proof.amounts;
  else bound = Math.min(bound, await solvePartStage(part, objective, work));
  const value = objectiveValue(objective, part.model, part.amounts);
  if (proof !== null && Math.abs(value - bound) < unit / 2 && Math.abs(Number(proof.mostUnits) * unit - value) < unit / 2) {
    return { pieces: withPressureProven(part, proof), value, bound: value };
  }
  holdStage(part, objective, value, Math.abs(bound - value) < unit / 2 ? value : bound);
  return { pieces: [part], value, bound };
}
