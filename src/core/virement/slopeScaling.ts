// Good sets of moves fast: best fit first, then the linear program solved again and again, each arc charged by what its last amount cost (dynamic slope scaling).
import { bestFit } from "./bestFit";
import { fills, linearProgram, linearRows, wholePence } from "./linearPart";
import { objectiveValue, rankAt, type Amounts } from "./objectives";
import { breaches, keepsHeld, limitsOf } from "./standing";
import type { OpenPart, SolveWork } from "./solveSteps";

const ROUNDS = 12;
/** What a move costs beside its rank, so that of two sets with the same ranks the one with fewer moves is cheaper. */
const A_MOVE = 0.05;
const SCALE = 1e6;

/**
 * The best set met, first by ranks and then by moves, or the part's own amounts. Nothing is proven here. After Kim and Pardalos, A
 * solution approach to the fixed charge network flow problem using a dynamic slope scaling procedure, 1999.
 */
export async function fewRanksAndMoves(part: OpenPart, rankWeight: 0 | 1, work: SolveWork): Promise<Amounts> {
  const { model, tight } = part;
  const rows = linearRows(model);
  const ceilings = model.arcs.map((arc) => arc.maxPence);
  const program = linearProgram(model, rows, tight, ceilings);
  const worth = (amounts: Amounts): number => rankWeight * objectiveValue("sum-of-ranks", model, amounts) + A_MOVE * objectiveValue("number-of-moves", model, amounts);
  const priceAt = (i: number, pence: number): number => (rankWeight * rankAt(model.arcs[i]?.tiers ?? [], pence) + A_MOVE) * SCALE / pence;
  const stands = (amounts: Amounts): boolean => breaches(model, amounts).length === 0 && fills(model, rows, tight, amounts) && keepsHeld(part, amounts);
  let best = part.amounts;
  const take = (amounts: Amounts | null): void => {
    if (amounts !== null && worth(amounts) < worth(best) && stands(amounts)) best = amounts;
  };
  take(bestFit(model, rows, tight, "from"));
  take(bestFit(model, rows, tight, "to"));
  const objective = rankWeight === 1 ? "sum-of-ranks" : "number-of-moves";
  if (objectiveValue(objective, model, best) === part.compiled.least[objective]) return best;
  let prices = ceilings.map((most, i) => priceAt(i, most));
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    work.signal?.throwIfAborted();
    const columns = program.columns.map((column, i) => ({ ...column, cost: -(prices[i] ?? 0) }));
    const answer = await work.solver.solve({ ...program, columns }, limitsOf(work));
    if (answer.status !== "optimal") break;
    const amounts = wholePence(answer);
    take(amounts);
    if (objectiveValue(objective, model, best) === part.compiled.least[objective]) break;
    const key = amounts.join();
    if (seen.has(key)) break;
    seen.add(key);
    prices = amounts.map((pence, i) => (pence > 0 ? priceAt(i, pence) : (prices[i] ?? 0)));
  }
  return best;
}
