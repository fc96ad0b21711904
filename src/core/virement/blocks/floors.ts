// The fewest moves and the least ranks that fill each block, whole numbers both: added up block by block they bound the part, rounded up in each.
import { withObjective } from "../compileModel";
import type { MipRow } from "../solverPort";
import type { OpenPart, SolveWork, Block, Blocks } from "../solveSteps";

/** Branches for one question; most blocks need a tenth of them. */
const NODES = 400;
/** Less than this is the optimiser's own rounding. */
const ALMOST = 1e-4;

/**
 * Rows over the part's columns that every set keeps. For each block two: what all its moves count at the least, and what those count that
 * no link shares when the linked ones are free, since links have floors of their own.
 */
export async function floorRows(part: OpenPart, blocks: Blocks, figure: { readonly rank: number; readonly move: number }, work: SolveWork): Promise<MipRow[]> {
  const rows: MipRow[] = [];
  for (const block of blocks.blocks) {
    const all = await floorRow(part, block, () => true, figure, work);
    const own = block.linksOf.some((links) => links.length > 0) ? await floorRow(part, block, (i) => (block.linksOf[i] ?? []).length === 0, figure, work) : null;
    rows.push(...[all, own].flatMap((row) => row ?? []));
  }
  return rows;
}

/** Null where the floor is nothing. */
async function floorRow(part: OpenPart, block: Block, counts: (arc: number) => boolean, { rank, move }: { readonly rank: number; readonly move: number }, work: SolveWork): Promise<MipRow | null> {
  work.signal?.throwIfAborted();
  const { compiled } = block;
  const terms = compiled.tierColumns.flatMap((tiers, i) => (counts(i) ? tiers.map((tier) => [tier.column, move + rank * tier.rank] as const) : []));
  if (terms.every(([, count]) => count === 0)) return null;
  const problem = withObjective(compiled, { terms, sense: "min", held: [], wholeAmounts: false });
  const answer = await work.solver.solve(problem, {
    timeLimitSeconds: work.timeLimitSeconds, boundFirst: true, ...(work.nodeLimit === undefined ? {} : { nodeLimit: NODES }), ...(work.signal === undefined ? {} : { signal: work.signal }),
  });
  const floor = Math.ceil(answer.bound - ALMOST);
  if (!Number.isFinite(floor) || floor <= 0) return null;
  const inPart = block.arcs.flatMap((arc, i) => (counts(i) ? (part.compiled.tierColumns[arc] ?? []).map((tier) => [tier.column, move + rank * tier.rank] as const) : []));
  return { lower: floor, upper: Infinity, terms: inPart };
}
