// A stage of a part block by block: each block is searched at prices for what ties it to the others, which bounds the whole and tells where to look for better sets.
import { objectiveValue, SENSE_OF } from "../objectives";
import { ranksRise } from "../openPart";
import { boundAt, isCounted } from "../partBounds";
import { search } from "../search";
import type { MipRow } from "../solverPort";
import type { Objective } from "../types";
import { mixture, openBlocks, priceAll, rememberWays, type BlockStage } from "./blockWork";
import { figureOf, figureOfUnit, valueOf } from "./figures";
import { floorRows } from "./floors";
import { firstPrices } from "./firstPrices";
import type { Tie } from "./master";
import type { OpenPart, SolveWork } from "../solveSteps";

/** Rounds of prices. The first ones gain most. */
const ROUNDS = 4;
/** How far the next prices go from the best so far towards the mixture's own. */
const STEP = 0.3;
/** Less than this is the optimiser's own rounding. */
const ALMOST = 1e-6;
/** Branches of the search of the whole part that follows the blocks. */
const LAST_NODES = 100;
/** Prices are moved on while a stage in pence may gain more than this share of its bound. */
const WORTH_MORE = 0.005;

/** Improves the part's amounts and returns the proven bound of the objective; null where the part or the objective does not fall into blocks. */
export async function throughBlocks(part: OpenPart, objective: Objective, least: number, work: SolveWork): Promise<number | null> {
  const figure = figureOf(objective);
  const held = part.held.flatMap((stage) => figureOf(stage.objective) ?? []);
  if (figure === null || held.length < part.held.length || !part.closedMost || !ranksRise(part.model)) return null;
  if (part.blocks === undefined) part.blocks = openBlocks(part, work.blockArcs);
  const { blocks } = part;
  if (blocks === null) return null;
  const ties: Tie[] = [
    ...held.map((one, h) => ({ most: heldAt(part, h) * figureOfUnit(one, part, blocks.measurePence), full: false })),
    ...blocks.links.map(({ row, full }) => ({ most: row.maxPence / blocks.measurePence, full })),
  ];
  return pricedRounds({ part, blocks, figure, held, ties, work }, objective, least);
}

async function pricedRounds(stage: BlockStage, objective: Objective, least: number): Promise<number> {
  const { part, blocks, work } = stage;
  const value = (): number => objectiveValue(objective, part.model, part.amounts);
  rememberWays(stage);
  if (isCounted(objective) && work.enough?.() !== true) part.proven.push(...(await floorRows(part, blocks, stage.figure, work)));
  let at: readonly number[] = await firstPrices(part, { ...stage, links: blocks.links, measurePence: blocks.measurePence }, work);
  let [centre, best] = [at, -Infinity];
  let bound = least;
  let step = STEP;
  let rows: readonly MipRow[] = [];
  let seen: ReadonlySet<number> = new Set();
  for (let round = 0; round < ROUNDS; round += 1) {
    work.signal?.throwIfAborted();
    if (work.enough?.() === true) break;
    const priced = await priceAll(stage, at);
    if (priced === null) break;
    if (priced.cost > best) [best, centre, rows] = [priced.cost, at, priced.rows];
    bound = boundAt(objective, part, valueOf(stage.figure, best, part, blocks.measurePence), least);
    if (bound === value()) break;
    const mixed = await mixture(stage);
    if (mixed === null) break;
    const hoped = valueOf(stage.figure, mixed.cost, part, blocks.measurePence);
    if (worthSearching(objective, hoped, value()) && [...mixed.used].some((arc) => !seen.has(arc))) {
      await search(part, { objective, wholeAmounts: false, least, only: mixed.used }, work);
      rememberWays(stage);
      seen = mixed.used;
    }
    // As far as whole numbers go, no prices can gain more than what is mixed, less what the blocks' own searches left open.
    if (bound === value() || (isCounted(objective) && Math.ceil(mixed.cost - priced.open - ALMOST) <= bound)) break;
    if (!isCounted(objective) && mixed.cost - priced.open - best < WORTH_MORE * Math.abs(best)) break;
    step = priced.cost < best ? step / 2 : Math.min(1, step * 1.5);
    at = mixed.prices.map((price, t) => step * price + (1 - step) * (centre[t] ?? 0));
  }
  bound = inSteps(stage, objective, bound);
  part.proven.push(...rows);
  if (bound === value() || work.enough?.() === true) return bound;
  const question = { objective, least: bound, rows: part.proven, ...(work.nodeLimit === undefined ? {} : { branches: LAST_NODES }) };
  const whole = (await search(part, { ...question, wholeAmounts: false }, work)) ?? (part.compiled.network ? null : await search(part, { ...question, wholeAmounts: true }, work));
  return whole === null || !isBetter(objective, whole, bound) ? boundAt(objective, part, bound, least) : whole;
}

/** On a network with no stage held in pence, the best amounts are whole multiples of the unit, and so is their bound. */
function inSteps({ part, held }: BlockStage, objective: Objective, bound: number): number {
  const unit = part.compiled.unitPence;
  const whole = part.compiled.network && held.every((one) => isCounted(one.objective)) && SENSE_OF[objective] === "max" && Number.isFinite(bound);
  return whole ? Math.floor(bound / unit + ALMOST) * unit : bound;
}

/** True when a mixture of ways is so much better than what is known that whole ones may be too. */
function worthSearching(objective: Objective, mixed: number, value: number): boolean {
  return isCounted(objective) ? Math.ceil(mixed - ALMOST) < value : Math.abs(mixed - value) > 0.001 * Math.abs(value);
}

/** A bound nearer to what is possible. */
function isBetter(objective: Objective, one: number, other: number): boolean {
  return SENSE_OF[objective] === "max" ? one < other : one > other;
}

/** The value that a held stage keeps, in its units. */
function heldAt(part: OpenPart, h: number): number {
  const stage = part.held[h];
  return stage === undefined ? 0 : SENSE_OF[stage.objective] === "max" ? stage.row.lower : stage.row.upper;
}
