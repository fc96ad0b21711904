// The blocks' ways put together: the best mixture that keeps what ties the blocks, and what each tie is worth at it.
import type { SolverPort, SolveLimits, MipColumn, MipRow } from "../solverPort";

/** A way as the master sees it: what it costs, and what it takes of each tie. */
export interface MasterWay {
  readonly block: number;
  readonly cost: number;
  readonly takes: readonly number[];
}

/** Something that blocks share: all together may take so much; `full` when they must. */
export interface Tie {
  readonly most: number;
  readonly full: boolean;
}

export interface Mixture {
  readonly cost: number;
  /** What one more of each tie would add to the cost: never above 0 unless the tie must be full. */
  readonly prices: readonly number[];
  /** How much of each way, by position. */
  readonly shares: readonly number[];
}

/** Cheapest mixture of ways, one whole per block (Dantzig and Wolfe 1960). Null when the optimiser ends without one. */
export async function mixtureOf(ways: readonly MasterWay[], ties: readonly Tie[], blocks: number, solver: SolverPort, limits: SolveLimits): Promise<Mixture | null> {
  const columns = ways.map((way): MipColumn => ({ cost: way.cost, lower: 0, upper: Infinity, integer: false }));
  const rows = ties.map(({ most, full }, t): MipRow => ({ lower: full ? most : -Infinity, upper: most, terms: ways.map((way, w) => [w, way.takes[t] ?? 0] as const) }));
  const one = Array.from({ length: blocks }, (_, b): MipRow => ({ lower: 1, upper: 1, terms: ways.flatMap((way, w) => (way.block === b ? [[w, 1] as const] : [])) }));
  const answer = await solver.solve({ sense: "min", columns, rows: [...rows, ...one] }, limits);
  if (answer.status !== "optimal" || answer.rowPrices === undefined) return null;
  return { cost: answer.objective, shares: answer.values, prices: ties.map((tie, t) => signed(answer.rowPrices?.[t] ?? 0, tie)) };
}

/** More room never costs more. */
export function signed(price: number, tie: Tie): number {
  return tie.full ? price : Math.min(0, price);
}
