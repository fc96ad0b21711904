// How few moves, and how little rank, it takes to fill what must be full: bounds that hold for every set, and rows that help the optimiser.
import type { LinearRow, Tight } from "./linearPart";
import type { Pence } from "../money/pence";

/** A choice for one arc: moving up to `upToPence` needs `rank`. */
export interface Reach {
  readonly upToPence: Pence;
  readonly rank: number;
}

/** What filling a row takes at least. */
export interface Cover {
  readonly row: LinearRow;
  readonly moves: number;
  readonly ranks: number;
}

/** One cover for each row that must be full. `reaches` are the tiers of each arc by position, ranks rising with amounts. */
export function coversOf(rows: readonly LinearRow[], tight: Tight, reaches: readonly (readonly Reach[])[]): Cover[] {
  return rows.filter((row) => row.maxPence > 0 && tight[row.kind].has(row.id)).map((row) => {
    const arcs = row.arcs.map((i) => reaches[i] ?? []);
    return { row, moves: fewestMoves(row.maxPence, arcs), ranks: leastRanks(row.maxPence, arcs) };
  });
}

/** Best of the bounds that rows give which share no arc: what leaves the lines, or what reaches them. */
export function coverBound(covers: readonly Cover[], figure: "moves" | "ranks"): number {
  const sum = (kind: LinearRow["kind"]): number => covers.reduce((total, cover) => (cover.row.kind === kind ? total + cover[figure] : total), 0);
  return Math.max(sum("outOf"), sum("into"));
}

function fewestMoves(need: Pence, arcs: readonly (readonly Reach[])[]): number {
  const most = arcs.map((tiers) => tiers.reduce((best, tier) => Math.max(best, tier.upToPence), 0)).sort((a, b) => b - a);
  let moves = 0;
  for (let reached = 0; reached < need && moves < most.length; moves += 1) reached += most[moves] ?? 0;
  return moves;
}

/** Smallest sum of ranks whose tiers together reach the need: the most that each sum of ranks can reach, arc by arc. */
function leastRanks(need: Pence, arcs: readonly (readonly Reach[])[]): number {
  let most: number[] = [0];
  for (const tiers of arcs) {
    const next = [...most];
    for (const { upToPence, rank } of tiers) {
      most.forEach((reached, ranks) => {
        next[ranks + rank] = Math.max(next[ranks + rank] ?? 0, reached + upToPence);
      });
    }
    // Sums of ranks that nothing reaches exactly stay as far as the ones below them.
    for (let ranks = 1; ranks < next.length; ranks += 1) next[ranks] = Math.max(next[ranks] ?? 0, next[ranks - 1] ?? 0);
    const enough = next.findIndex((reached) => reached >= need);
    most = enough < 0 ? next : next.slice(0, enough + 1);
  }
  const found = most.findIndex((reached) => reached >= need);
  return Math.max(0, found);
}
