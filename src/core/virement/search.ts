// One question to the optimiser about a stage of a part: its answer is taken to whole pence and re-checked in whole numbers before it counts.
import { startOf, withObjective, type CompiledModel } from "./compileModel";
import { fills, linearRows } from "./linearPart";
import { objectiveValue, SENSE_OF, type Amounts } from "./objectives";
import { boundOf } from "./partBounds";
import type { MipAnswer, MipModel, MipRow } from "./solverPort";
import { breaches, keepsHeld, limitsOf } from "./standing";
import type { Objective, SuggestionModel } from "./types";
import type { OpenPart, SolveWork } from "./solveSteps";

export interface Question {
  readonly objective: Objective;
  /** Whether amounts must be whole numbers for the optimiser too. */
  readonly wholeAmounts: boolean;
  /** What is plain to see without a search. */
  readonly least: number;
  /** Only these arcs may be used; absent for all. The bound then says nothing of the part. */
  readonly only?: ReadonlySet<number>;
  /** More rows that every set keeps, to help the search. */
  readonly rows?: readonly MipRow[];
  /** True where good sets are known already and the bound is what is missing. */
  readonly boundFirst?: boolean;
  /** Most branches, where that is not left to the size of the part. */
  readonly branches?: number;
}

/** Asks the optimiser once; the part takes what is found. Null when the answer does not stand the check: then it is not believed in its bound either. */
export async function search(part: OpenPart, { objective, wholeAmounts, least, only, rows = [], boundFirst = false, branches }: Question, work: SolveWork): Promise<number | null> {
  const { model, compiled } = part;
  const before = objectiveValue(objective, model, part.amounts);
  const start = keepsStages(part, part.amounts) ? startOf(compiled, model, part.amounts) : undefined;
  const problem = narrowed(compiled, only, withObjective(compiled, {
    terms: compiled.expression[objective], sense: SENSE_OF[objective], held: [...part.held.map((stage) => stage.row), ...rows], wholeAmounts, ...(start === undefined ? {} : { start }),
  }));
  const answer = await work.solver.solve(problem, {
    ...limitsOf(work, only?.size ?? model.arcs.length), ...(branches === undefined ? {} : { nodeLimit: branches }), ...(boundFirst ? { boundFirst } : {}),
  });
  const found = await exactAmounts(model, compiled, problem, answer, work);
  const stands = found !== null && keepsStages(part, found) && notWorse(objective, objectiveValue(objective, model, found), before);
  if (!stands) return null;
  part.amounts = found;
  return boundOf(objective, part, answer, least);
}

/** The problem without the other arcs. */
function narrowed(compiled: CompiledModel, only: ReadonlySet<number> | undefined, problem: MipModel): MipModel {
  if (only === undefined) return problem;
  const shut = new Set(compiled.amountColumn.flatMap((column, i) => (only.has(i) ? [] : [column, ...(compiled.tierColumns[i] ?? []).map((tier) => tier.column)])));
  return { ...problem, columns: problem.columns.map((column, c) => (shut.has(c) ? { ...column, upper: column.lower } : column)) };
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
