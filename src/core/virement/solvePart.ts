// One stage of one part of the model: asks the optimiser, takes its answer to whole pence, and re-checks it in whole numbers.
import { fills, linearRows } from "./linearPart";
import { startOf, withObjective, type CompiledModel } from "./compileModel";
import { objectiveValue, SENSE_OF, type Amounts } from "./objectives";
import { ranksRise, type OpenPart } from "./openPart";
import { boundOf, cantImprove, inUnits, isCounted, plainBound, settledBound } from "./partBounds";
import { breaches, keepsHeld, limitsOf } from "./standing";
import { fewRanksAndMoves } from "./slopeScaling";
import type { MipAnswer, MipModel } from "./solverPort";
import type { SolveWork } from "./solveModel";
import type { Objective, SuggestionModel } from "./types";

/** Improves the part's amounts as far as the objective goes and returns the proven bound of its value. */
export async function solvePartStage(part: OpenPart, objective: Objective, work: SolveWork): Promise<number> {
  const { model } = part;
  const now = (): number => objectiveValue(objective, model, part.amounts);
  const least = plainBound(part, objective);
  if (cantImprove(part, objective, now(), least)) return settledBound(part, objective, now(), least);
  if (work.enough?.() === true) return least;
  if (isCounted(objective) && part.closedMost && ranksRise(model)) {
    const found = await fewRanksAndMoves(part, objective === "sum-of-ranks" ? 1 : 0, work);
    if (objectiveValue(objective, model, found) <= now()) part.amounts = found;
    if (now() === least) return least;
  }
  // Fractions first, where they may do: its bound is far better, and for any choice of moves whole amounts are found afterwards.
  const fractions = cornersAreWhole(part, objective) || (isCounted(objective) && part.held.every((stage) => isCounted(stage.objective)));
  return (fractions ? await search(part, objective, work, false, least) : null) ?? (await search(part, objective, work, true, least)) ?? least;
}

/** Asks the optimiser once. Null when its answer does not stand the check: then it is not believed in its bound either. */
async function search(part: OpenPart, objective: Objective, work: SolveWork, wholeAmounts: boolean, least: number): Promise<number | null> {
  const { model, compiled } = part;
  const before = objectiveValue(objective, model, part.amounts);
  const start = keepsStages(part, part.amounts) ? startOf(compiled, model, part.amounts) : undefined;
  const problem = withObjective(compiled, {
    terms: compiled.expression[objective], sense: SENSE_OF[objective], held: part.held.map((stage) => stage.row), wholeAmounts, ...(start === undefined ? {} : { start }),
  });
  const answer = await work.solver.solve(problem, limitsOf(work, model.arcs.length));
  const found = await exactAmounts(model, compiled, problem, answer, work);
  const stands = found !== null && keepsStages(part, found) && notWorse(objective, objectiveValue(objective, model, found), before);
  if (!stands) return null;
  part.amounts = found;
  return boundOf(objective, part, answer, least);
}

/** Keeps a stage's value from now on; `proven` when no better one exists. */
export function holdStage(part: OpenPart, objective: Objective, value: number, bound: number): void {
  const terms = part.compiled.expression[objective];
  if (terms.length === 0) return;
  const units = inUnits(part, objective, value);
  const row = SENSE_OF[objective] === "max" ? { lower: units, upper: Infinity, terms } : { lower: -Infinity, upper: units, terms };
  part.held.push({ objective, row, bound, proven: bound === value });
}

/** On a network, amounts are whole for any choice of moves; a stage held in pence, or one that compares agencies, cuts across it. */
function cornersAreWhole(part: OpenPart, objective: Objective): boolean {
  return part.compiled.network && objective !== "unfairness" && part.held.every((stage) => isCounted(stage.objective));
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
    if (tiers.has(i)) return { ...column, lower: pinned, upper: pinned };
    return { ...column, integer: compiled.columns[i]?.integer ?? column.integer };
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

function notWorse(objective: Objective, found: number, before: number): boolean {
  return SENSE_OF[objective] === "max" ? found >= before : found <= before;
}

function keepsStages(part: OpenPart, amounts: Amounts): boolean {
  return fills(part.model, linearRows(part.model), part.tight, amounts) && keepsHeld(part, amounts);
}
