// The objectives that add up over blocks, each as a sum to be kept small: so much for a move, for its rank, and for what it carries.
import { SENSE_OF } from "../objectives";
import { constantOf, isCounted } from "../partBounds";
import type { ModelArc, Objective } from "../types";
import type { OpenPart, Block, Prices, Way } from "../solveSteps";

/** What one move counts: for its rank, for being one, and for its amount (in the measure that the blocks count amounts in). */
export interface Figure {
  readonly objective: Objective;
  readonly rank: number;
  readonly move: number;
  readonly amount: (arc: ModelArc) => number;
}

const nothing = (): number => 0;

/** Null for objectives that are no sums over the moves, or that parts count in units of their own. */
export function figureOf(objective: Objective): Figure | null {
  switch (objective) {
    case "sum-of-ranks": return { objective, rank: 1, move: 0, amount: nothing };
    case "number-of-moves": return { objective, rank: 0, move: 1, amount: nothing };
    case "inter-agency-cash": return { objective, rank: 0, move: 0, amount: (arc) => (arc.interAgency ? 1 : 0) };
    case "same-service": return { objective, rank: 0, move: 0, amount: (arc) => (arc.sameService ? -1 : 0) };
    case "headroom-left": return { objective, rank: 0, move: 0, amount: () => 1 };
    case "pressure-closed": case "highest-rank": case "unfairness": return null;
  }
}

/** What one of an objective's units in a part's program comes to in the figure: the sign turned where more is better. */
export function figureOfUnit({ objective }: Figure, { compiled }: OpenPart, measurePence: number): number {
  return (SENSE_OF[objective] === "max" ? -1 : 1) * (isCounted(objective) ? 1 : compiled.unitPence / measurePence);
}

/** The objective's value that a sum of the figure stands for. */
export function valueOf(figure: Figure, sum: number, part: OpenPart, measurePence: number): number {
  const sign = SENSE_OF[figure.objective] === "max" ? -1 : 1;
  return sum * sign * (isCounted(figure.objective) ? 1 : measurePence) + constantOf(figure.objective, part.model);
}

/** The figure of a way to fill a block. */
export function sumOf(figure: Figure, block: Block, way: Way): number {
  const amounts = way.amounts.reduce((sum, amount, i) => {
    const arc = block.model.arcs[i];
    return arc === undefined ? sum : sum + amount * figure.amount(arc);
  }, 0);
  return figure.rank * way.ranks + figure.move * way.moves + amounts;
}

/** Prices too small to matter are none: the optimiser would take them for rounding. */
function plain(price: number): number {
  return Math.abs(price) < 1e-6 ? 0 : price;
}

/** What is charged inside a block: the objective, less what the ties that it draws on are worth. Prices of held stages first, then of links. */
export function pricesFor(block: Block, figure: Figure, held: readonly Figure[], at: readonly number[]): Prices {
  const all = [{ one: figure, factor: 1 }, ...held.map((one, h) => ({ one, factor: -(at[h] ?? 0) }))];
  const sum = (charge: (one: Figure) => number): number => all.reduce((total, { one, factor }) => total + factor * charge(one), 0);
  return {
    rank: sum((one) => one.rank),
    move: sum((one) => one.move),
    amounts: block.model.arcs.map((arc, i) => plain(sum((one) => one.amount(arc)) - (block.linksOf[i] ?? []).reduce((total, l) => total + (at[held.length + l] ?? 0), 0))),
  };
}
