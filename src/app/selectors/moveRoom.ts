// Why not more, in figures: what the giving line has left after the suggestions, and from where a larger move needs higher approval.
import { sumPenceBy, type Pence } from "../../core/money/pence";
import type { ArcTier, Move, Suggestions } from "../../core/virement/types";

export interface MoveRoom {
  /** What the giving line could still give after every move from it, or null where the model does not hold the line. */
  readonly giverLeftPence: Pence | null;
  /** What is held back on the giving line: flexible money that the model was not given. */
  readonly heldBackPence: Pence;
  /** The next step up: above `overPence` this move would need the higher `rank`. Null where no step lies within the move's reach. */
  readonly nextTier: ArcTier | null;
}

/** Taken from the model that was solved; a move that the model does not hold has no next step. */
export function moveRoom(move: Move, { model, moves, flexibility }: Suggestions): MoveRoom {
  const giver = model.lines.find((line) => line.id === move.from);
  const givenPence = sumPenceBy(moves.filter((other) => other.from === move.from), (other) => other.amountPence);
  const flexiblePence = flexibility.find((one) => one.lineId === move.from)?.flexiblePence ?? 0;
  const tiers = model.arcs.find((arc) => arc.from === move.from && arc.to === move.to)?.tiers ?? [];
  return {
    giverLeftPence: giver === undefined ? null : giver.capPence - givenPence,
    heldBackPence: giver === undefined ? 0 : Math.max(0, flexiblePence - giver.capPence),
    nextTier: tiers.find((tier) => tier.overPence >= move.amountPence && tier.rank > move.rank) ?? null,
  };
}
