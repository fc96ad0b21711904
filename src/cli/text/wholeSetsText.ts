// Whole sets of suggestions side by side, for people and as JSON.
import type { WholeSet, WholeSetId } from "../../app/wholeSets";
import { formatPounds } from "../../core/money/format";

const NAMES: Readonly<Record<WholeSetId, string>> = {
  "as-asked": "As asked for", "officers-only": "Nothing that members or a board must decide", "across-outcomes": "Money may move across outcomes",
  "partners-pay": "Partners pay now what they will owe", "partners-give": "Those partners give all they can, which only they can offer",
};

/** A row for each set; empty without sets. */
export function wholeSetsText(sets: readonly WholeSet[]): string[] {
  if (sets.length === 0) return [];
  return ["", "Whole sets side by side:", ...sets.flatMap((set, i) => [
    `  ${String.fromCharCode(65 + i)}. ${NAMES[set.id]}: closes ${formatPounds(set.closedPence)}, leaves ${formatPounds(set.unclosedPence)} open, moves ${set.moves.length}, highest rank ${set.highestRank}, sum of ranks ${set.sumOfRanks}${set.proven ? "" : " (not proven best)"}.`,
    `     ${set.moves.length === 0 ? "No move." : set.moves.map((move) => `${move.from} to ${move.to} ${formatPounds(move.amountPence)}`).join("; ")}`,
  ])];
}

export function wholeSetsJson(sets: readonly WholeSet[]): object {
  if (sets.length === 0) return {};
  return {
    sets: sets.map(({ id, closedPence, unclosedPence, highestRank, sumOfRanks, proven, moves }) => ({
      id, closedPence, unclosedPence, highestRank, sumOfRanks, proven, moves: moves.map(({ from, to, amountPence, rank }) => ({ from, to, amountPence, rank })),
    })),
  };
}
