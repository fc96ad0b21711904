// One block at given prices: the cheapest way to fill it, and what no way can be cheaper than.
import { startOf, withObjective } from "../compileModel";
import type { Amounts } from "../objectives";
import type { MipModel, MipRow } from "../solverPort";
import type { SolveWork, Block, Prices, Priced, Way } from "../solveSteps";

/** What the optimiser's own rounding may add to a bound, and more. */
const MARGIN = 1e-5;

/** Null where the optimiser gave no bound. Amounts may be fractions of a penny, which only makes the bound more careful. */
export async function priceBlock(block: Block, prices: Prices & { readonly rows?: readonly MipRow[] }, measurePence: number, nodeLimit: number | undefined, work: SolveWork): Promise<Priced | null> {
  const answer = await work.solver.solve(problemOf(block, prices, measurePence, prices.rows ?? []), {
    timeLimitSeconds: work.timeLimitSeconds, boundFirst: true, ...(nodeLimit === undefined ? {} : { nodeLimit }), ...(work.signal === undefined ? {} : { signal: work.signal }),
  });
  if (!Number.isFinite(answer.bound)) return null;
  if (answer.values.length === 0) return { bound: answer.bound - MARGIN, open: 0, way: null };
  const { compiled } = block;
  let [ranks, moves] = [0, 0];
  for (const tier of compiled.tierColumns.flat()) {
    if ((answer.values[tier.column] ?? 0) < 0.5) continue;
    ranks += tier.rank;
    moves += 1;
  }
  const bound = Math.min(answer.bound, answer.objective) - MARGIN;
  return { bound, open: answer.objective - bound, way: { ranks, moves, amounts: compiled.amountColumn.map((column) => answer.values[column] ?? 0) } };
}

/** The way that known amounts fill the block. */
export function wayOf(block: Block, amounts: Amounts, measurePence: number): Way {
  const values = startOf(block.compiled, block.model, amounts);
  let [ranks, moves] = [0, 0];
  for (const tier of block.compiled.tierColumns.flat()) {
    ranks += (values[tier.column] ?? 0) * tier.rank;
    moves += values[tier.column] ?? 0;
  }
  return { ranks, moves, amounts: amounts.map((pence) => pence / measurePence) };
}

/** Amounts counted in the measure, so that no coefficient is large; the rows that only compare moves with one another are left out. */
function problemOf({ compiled }: Block, prices: Prices, measurePence: number, proven: readonly MipRow[]): MipModel {
  const scale = compiled.unitPence / measurePence;
  const amounts = new Set(compiled.amountColumn);
  const asides = new Set([compiled.topRank, ...(compiled.mostOff === null ? [] : [compiled.mostOff])]);
  const terms = [
    ...compiled.tierColumns.flat().map((tier) => [tier.column, prices.move + prices.rank * tier.rank] as const),
    ...compiled.amountColumn.map((column, i) => [column, prices.amounts[i] ?? 0] as const),
  ];
  const whole = withObjective(compiled, { terms, sense: "min", held: proven, wholeAmounts: false });
  const needless = needlessTiers(compiled, prices);
  return {
    sense: "min",
    columns: whole.columns.map((column, c) => (needless.has(c) ? { ...column, upper: 0 } : amounts.has(c) ? { ...column, lower: column.lower * scale, upper: column.upper * scale } : asides.has(c) ? { ...column, integer: false } : column)),
    rows: whole.rows.filter((row) => (row.terms.length > 1 || row.upper !== 1) && !row.terms.some(([column]) => asides.has(column))).map((row) =>
      row.terms.some(([column]) => amounts.has(column))
        ? { lower: row.lower * scale, upper: row.upper * scale, terms: row.terms.map(([column, factor]) => [column, amounts.has(column) ? factor : factor * scale] as const) }
        : row,
    ),
  };
}

/** Tiers of an arc beside which a higher one, which allows at least as much, costs no more. */
function needlessTiers({ tierColumns }: Block["compiled"], { rank, move }: Prices): ReadonlySet<number> {
  const cost = (tier: { readonly rank: number }): number => move + rank * tier.rank;
  return new Set(tierColumns.flatMap((tiers) => tiers.flatMap((tier, t) => (tiers.slice(t + 1).some((higher) => cost(higher) <= cost(tier)) ? [tier.column] : []))));
}
