// What is known of a part's blocks while a stage of it is solved: the ways to fill each, what was asked, and what it proved.
import type { MipRow } from "../solverPort";
import { blocksOf } from "./blocksOf";
import { pricesFor, sumOf, type Figure } from "./figures";
import { mixtureOf, type Tie } from "./master";
import { priceBlock, wayOf } from "./priceBlock";
import type { OpenPart, SolveWork, Block, Prices, Way, BlockWork } from "../solveSteps";

/** Branches for one block at one set of prices. */
const NODES = 40;
/** Amounts are counted in hundredths of the largest that one move may carry. */
const MEASURES = 100;
/** Ways with less than this share in a mixture, amounts below it, and what a row may be off by: rounding. */
const ALMOST = 1e-6;

/** One stage of a part: what is to be kept small, and what ties the blocks: stages held first, then links. */
export interface BlockStage {
  readonly part: OpenPart;
  readonly blocks: BlockWork;
  readonly figure: Figure;
  readonly held: readonly Figure[];
  readonly ties: readonly Tie[];
  readonly work: SolveWork;
}

/** Null where the part does not fall into blocks. */
export function openBlocks(part: OpenPart, mostArcs?: number): BlockWork | null {
  const cut = blocksOf(part, mostArcs);
  return cut === null ? null : { ...cut, ways: cut.blocks.map(() => []), asked: new Map(), measurePence: Math.max(1, ...part.model.arcs.map((arc) => arc.maxPence)) / MEASURES };
}

/** Takes the part's own amounts as a way to fill each block. */
export function rememberWays({ part, blocks }: BlockStage): void {
  blocks.blocks.forEach((block, b) => blocks.ways[b]?.push(wayOf(block, block.arcs.map((i) => part.amounts[i] ?? 0), blocks.measurePence)));
}

/** What all blocks cost at the least at these prices, and by how much their searches fell short of proof. Null without a bound for each. */
export async function priceAll({ part, blocks, figure, held, ties, work }: BlockStage, at: readonly number[]): Promise<{ readonly cost: number; readonly open: number; readonly rows: MipRow[] } | null> {
  let cost = ties.reduce((sum, tie, t) => sum + (at[t] ?? 0) * tie.most, 0);
  let open = 0;
  const rows: MipRow[] = [];
  const inside = blocks.blocks.map((block) => rowsInside(part, block));
  for (const [b, block] of blocks.blocks.entries()) {
    work.signal?.throwIfAborted();
    const prices = pricesFor(block, figure, held, at);
    const key = `${b} ${prices.rank} ${prices.move} ${prices.amounts.join()}`;
    const known = blocks.asked.get(key);
    const priced = known ?? await priceBlock(block, { ...prices, rows: inside[b] ?? [] }, blocks.measurePence, work.nodeLimit === undefined ? undefined : NODES, work);
    if (priced === null) return null;
    blocks.asked.set(key, priced);
    if (known === undefined && priced.way !== null) blocks.ways[b]?.push(priced.way);
    cost += priced.bound;
    open += priced.open;
    rows.push(rowOf(part, block, prices, priced.bound, blocks.measurePence));
  }
  return { cost, open, rows };
}

/** What was proven of the part, as far as it concerns the block alone, over the block's columns. */
function rowsInside(part: OpenPart, block: Block): MipRow[] {
  const columns = new Map<number, readonly [number, number]>();
  const factor = block.compiled.unitPence / part.compiled.unitPence;
  block.arcs.forEach((arc, i) => {
    columns.set(part.compiled.amountColumn[arc] ?? -1, [block.compiled.amountColumn[i] ?? -1, factor]);
    const own = block.compiled.tierColumns[i] ?? [];
    (part.compiled.tierColumns[arc] ?? []).forEach((tier, t) => columns.set(tier.column, [own[t]?.column ?? -1, 1]));
  });
  return part.proven.filter((row) => row.terms.every(([column]) => columns.has(column))).map((row) => ({
    ...row,
    terms: row.terms.map(([column, coefficient]) => {
      const [to, by] = columns.get(column) ?? [-1, 0];
      return [to, coefficient * by] as const;
    }),
  }));
}

/** What a priced block proves, as a row over the part's columns. */
function rowOf({ compiled }: OpenPart, block: Block, prices: Prices, bound: number, measurePence: number): MipRow {
  const terms = block.arcs.flatMap((arc, i) => [
    [compiled.amountColumn[arc] ?? 0, ((prices.amounts[i] ?? 0) * compiled.unitPence) / measurePence] as const,
    ...(compiled.tierColumns[arc] ?? []).map((tier) => [tier.column, prices.move + prices.rank * tier.rank] as const),
  ]);
  return { lower: bound - ALMOST * Math.max(1, Math.abs(bound)), upper: Infinity, terms };
}

/** The best mixture of known ways: its prices, and the arcs it uses, with those of the part's own amounts. */
export async function mixture({ part, blocks, figure, held, ties, work }: BlockStage): Promise<{ readonly cost: number; readonly prices: readonly number[]; readonly used: ReadonlySet<number> } | null> {
  const takes = (block: Block, way: Way): number[] => [
    ...held.map((one) => sumOf(one, block, way)),
    ...blocks.links.map((_, l) => way.amounts.reduce((sum, amount, i) => ((block.linksOf[i] ?? []).includes(l) ? sum + amount : sum), 0)),
  ];
  const ways = blocks.blocks.flatMap((block, b) => (blocks.ways[b] ?? []).map((way) => ({ block: b, way, cost: sumOf(figure, block, way), takes: takes(block, way) })));
  const mixed = await mixtureOf(ways, ties, blocks.blocks.length, work.solver, { timeLimitSeconds: work.timeLimitSeconds });
  if (mixed === null) return null;
  const used = new Set(part.amounts.flatMap((pence, i) => (pence > 0 || part.tight.arcs.has(part.model.arcs[i]?.id ?? "") ? [i] : [])));
  ways.forEach(({ block, way }, w) => {
    if ((mixed.shares[w] ?? 0) < ALMOST) return;
    blocks.blocks[block]?.arcs.forEach((arc, i) => void ((way.amounts[i] ?? 0) > ALMOST && used.add(arc)));
  });
  return { cost: mixed.cost, prices: mixed.prices, used };
}
