// What no set that keeps a stage can use: arcs and tiers that by the linear program's prices cost more than there is room for are left out, and what is left falls apart.
import { withObjective } from "./compileModel";
import { isCounted } from "./partBounds";
import { objectiveValue } from "./objectives";
import { withArcsCut } from "./openPart";
import { holdStage } from "./solvePart";
import type { MipModel } from "./solverPort";
import { limitsOf } from "./standing";
import type { ModelArc, Objective } from "./types";
import type { OpenPart, SolveWork } from "./solveSteps";

/** Cutting arcs makes the program tighter, which may cut more. */
const ROUNDS = 3;
/** What the prices' own rounding may come to, and more. */
const MARGIN = 1e-4;

/** The part as far as it can keep the counted objective that was held last; in pieces where every stage held is proven. */
export async function leaveOut(part: OpenPart, objective: Objective, work: SolveWork): Promise<readonly OpenPart[]> {
  let pieces: readonly OpenPart[] = [part];
  for (let round = 0; round < ROUNDS; round += 1) {
    const next: OpenPart[] = [];
    for (const piece of pieces) next.push(...(await cutOnce(piece, objective, work)));
    if (next.length === pieces.length && next.every((piece, i) => piece === pieces[i])) break;
    pieces = next;
  }
  return pieces;
}

async function cutOnce(part: OpenPart, objective: Objective, work: SolveWork): Promise<readonly OpenPart[]> {
  const { compiled, model } = part;
  if (model.arcs.length === 0 || !part.held.every((stage) => isCounted(stage.objective))) return [part];
  const own = part.held.findIndex((stage) => stage.objective === objective);
  const room = part.held[own]?.row.upper;
  if (room === undefined || !Number.isFinite(room)) return [part];
  const held = part.held.filter((_, h) => h !== own).map((stage) => stage.row);
  const whole = withObjective(compiled, { terms: compiled.expression[objective], sense: "min", held, wholeAmounts: false });
  const problem = { ...whole, rows: [...whole.rows, ...part.proven], columns: whole.columns.map((column) => ({ ...column, integer: false })) };
  const answer = await work.solver.solve(problem, limitsOf(work));
  if (answer.rowPrices === undefined) return [part];
  const { bound, reduced } = priced(problem, answer.rowPrices);
  const tooDear = (column: number): boolean => bound + (reduced[column] ?? 0) > room + MARGIN;
  const arcs = model.arcs.map((arc, i): ModelArc | null => {
    const tiers = compiled.tierColumns[i] ?? [];
    const usable = tiers.reduce((last, tier, t) => (tooDear(tier.column) ? last : t), -1);
    if (usable === tiers.length - 1) return arc;
    const top = tiers[usable];
    // What the set at hand carries is never cut.
    if ((part.amounts[i] ?? 0) > (top?.upToPence ?? 0)) return arc;
    return top === undefined ? null : { ...arc, maxPence: top.upToPence, tiers: arc.tiers.filter((tier) => tier.overPence < top.upToPence) };
  });
  if (arcs.every((arc, i) => arc === model.arcs[i])) return [part];
  const apart = part.held.every((stage) => stage.proven);
  const pieces = withArcsCut(part, arcs, apart);
  for (const piece of pieces) {
    for (const stage of part.held) {
      const value = stage.objective === "highest-rank" || !apart ? stage.row.upper : objectiveValue(stage.objective, piece.model, piece.amounts);
      holdStage(piece, stage.objective, value, stage.proven ? value : stage.bound);
    }
  }
  return pieces;
}

/** What the prices prove of every set, and what each column adds to it per unit. Any prices give a true bound. */
function priced(problem: MipModel, prices: readonly number[]): { readonly bound: number; readonly reduced: readonly number[] } {
  const reduced = problem.columns.map((column) => column.cost);
  let bound = 0;
  problem.rows.forEach((row, r) => {
    const price = prices[r] ?? 0;
    const side = price > 0 ? row.lower : row.upper;
    if (price === 0 || !Number.isFinite(side)) return;
    bound += price * side;
    for (const [column, factor] of row.terms) reduced[column] = (reduced[column] ?? 0) - price * factor;
  });
  problem.columns.forEach((column, c) => {
    const each = reduced[c] ?? 0;
    bound += Math.min(each * column.lower, each * column.upper);
  });
  return { bound, reduced };
}
