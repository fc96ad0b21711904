// Two whole sets of suggestions beside each other, move by move.
import type { Pence } from "../../core/money/pence";
import type { Suggestions } from "../../core/virement/types";
import type { WholeSet } from "../wholeSets";

export interface PairedMove {
  readonly from: string;
  readonly to: string;
  /** Null where the set has no such move. */
  readonly firstPence: Pence | null;
  readonly secondPence: Pence | null;
}

/** The sets found beside these very suggestions; null where none were looked for, or other suggestions were found since. */
export function setsBeside({ moves }: Pick<Suggestions, "moves">, sets: readonly WholeSet[] | null): readonly WholeSet[] | null {
  const [asked] = sets ?? [];
  const same = asked !== undefined && asked.moves.length === moves.length && asked.moves.every((move, i) => {
    const other = moves[i];
    return move.from === other?.from && move.to === other.to && move.amountPence === other.amountPence;
  });
  return same ? sets : null;
}

/** Every move of either set once: the first set's in its order, then what only the second has. */
export function pairedMoves(first: WholeSet, second: WholeSet): PairedMove[] {
  const amountIn = (set: WholeSet, from: string, to: string): Pence | null => set.moves.find((move) => move.from === from && move.to === to)?.amountPence ?? null;
  const only = second.moves.filter((move) => amountIn(first, move.from, move.to) === null);
  return [...first.moves, ...only].map(({ from, to }) => ({ from, to, firstPence: amountIn(first, from, to), secondPence: amountIn(second, from, to) }));
}
