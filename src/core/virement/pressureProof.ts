// Proves the most pressure that can be closed by prices in whole numbers, and says what every best set has in common.
import { linearProgram, linearRows, NOTHING_TIGHT, wholePence, type LinearRow, type Tight } from "./linearPart";
import { wholeWeights, type Amounts } from "./objectives";
import type { SolveLimits, SolverPort } from "./solverPort";
import type { SuggestionModel } from "./types";

export interface PressureBound {
  /** Amounts that reach the linear program's best, rounded to whole pence; they may still break a limit or the minimum move. */
  readonly amounts: Amounts;
  /** No set closes more, in whole units of weight × pence. */
  readonly mostUnits: bigint;
  /** True of every set that closes the most: these arcs carry nothing, and these rows are full. */
  readonly idle: ReadonlySet<number>;
  readonly tight: Tight;
}

/** Prices need not be whole where limits cross each other; then a multiple of them is. */
const SCALES = [1, 2, 3, 4, 6, 12] as const;

/**
 * The bound by linear programming duality: prices on the rows such that no arc earns more than they charge bound what any set can close.
 * The prices come from the optimiser, the proof does not: it is added up here in whole numbers. Null without such prices.
 */
export async function boundPressure(model: SuggestionModel, solver: SolverPort, limits: SolveLimits): Promise<PressureBound | null> {
  const rows = linearRows(model);
  const answer = await solver.solve(linearProgram(model, rows, NOTHING_TIGHT, model.arcs.map((arc) => arc.maxPence)), limits);
  if (answer.status !== "optimal" || answer.rowPrices === undefined) return null;
  const amounts = wholePence(answer);
  const { ofLine } = wholeWeights(model);
  const weights = model.arcs.map((arc) => ofLine.get(arc.to) ?? 0);
  const closed = weights.reduce((sum, weight, i) => sum + BigInt(weight) * BigInt(amounts[i] ?? 0), 0n);
  for (const scale of SCALES) {
    const prices = answer.rowPrices.map((price) => Math.round(Math.abs(price) * scale));
    const gains = gainsOver(rows, weights.map((weight) => weight * scale), prices);
    const most = rows.reduce((sum, row, r) => sum + BigInt(prices[r] ?? 0) * BigInt(row.maxPence), 0n)
      + model.arcs.reduce((sum, arc, i) => sum + BigInt(Math.max(0, gains[i] ?? 0)) * BigInt(arc.maxPence), 0n);
    // Where the prices are exact, what they allow is what was found.
    if (most === closed * BigInt(scale)) return { amounts, mostUnits: closed, idle: new Set(gains.flatMap((gain, i) => (gain < 0 ? [i] : []))), tight: tightBy(model, rows, prices, gains) };
  }
  return null;
}

/** What each arc earns over the prices of its rows. */
function gainsOver(rows: readonly LinearRow[], weights: readonly number[], prices: readonly number[]): number[] {
  const gains = [...weights];
  rows.forEach((row, r) => {
    for (const i of row.arcs) gains[i] = (gains[i] ?? 0) - (prices[r] ?? 0);
  });
  return gains;
}

function tightBy(model: SuggestionModel, rows: readonly LinearRow[], prices: readonly number[], gains: readonly number[]): Tight {
  const full = (kind: LinearRow["kind"]): ReadonlySet<string> => new Set(rows.flatMap((row, r) => (row.kind === kind && (prices[r] ?? 0) > 0 ? [row.id] : [])));
  return { outOf: full("outOf"), into: full("into"), limits: full("limits"), arcs: new Set(model.arcs.flatMap((arc, i) => ((gains[i] ?? 0) > 0 ? [arc.id] : []))) };
}
