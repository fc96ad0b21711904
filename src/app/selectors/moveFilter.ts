// The part of the suggestions that a person asks to see: one agency's, one outcome's, or those that need one approval.
import type { AgencyId } from "../../core/budget/agency";
import { compareText } from "../../core/text";
import type { Move, Pressure, Suggestions, Unclosed } from "../../core/virement/types";
import type { LineFinder } from "./lines";

/** Null: all of them. */
export interface MoveFilter {
  readonly agency: AgencyId | null;
  readonly outcome: string | null;
  readonly rank: number | null;
}

export const NO_FILTER: MoveFilter = { agency: null, outcome: null, rank: null };

export interface FilteredSuggestions {
  readonly moves: readonly Move[];
  readonly pressures: readonly Pressure[];
  readonly unclosed: readonly Unclosed[];
}

/** Moves with the agency or outcome on either side; of pressures, with a rank asked for, those that such a move reaches. What stays open needs no approval. */
export function filtered(suggestions: Suggestions, filter: MoveFilter, find: LineFinder): FilteredSuggestions {
  const isOf = (id: string): boolean => {
    const line = find.line(id);
    return (filter.agency === null || line?.agency === filter.agency) && (filter.outcome === null || line?.outcome === filter.outcome);
  };
  const moves = suggestions.moves.filter((move) => (isOf(move.from) || isOf(move.to)) && (filter.rank === null || move.rank === filter.rank));
  const reached = new Set(moves.map((move) => move.to));
  return {
    moves,
    pressures: suggestions.pressures.filter((pressure) => isOf(pressure.lineId) && (filter.rank === null || reached.has(pressure.lineId))),
    unclosed: suggestions.unclosed.filter((open) => isOf(open.line)),
  };
}

export interface FilterChoices {
  readonly agencies: readonly AgencyId[];
  readonly outcomes: readonly string[];
  readonly ranks: readonly number[];
}

/** What there is to choose from: only what some pressure or move has. */
export function filterChoices(suggestions: Suggestions, find: LineFinder): FilterChoices {
  const lines = [...suggestions.moves.flatMap((move) => [move.from, move.to]), ...suggestions.pressures.map((pressure) => pressure.lineId)].flatMap((id) => find.line(id) ?? []);
  return {
    agencies: [...new Set(lines.map((line) => line.agency))].sort(compareText),
    outcomes: [...new Set(lines.map((line) => line.outcome))].sort(compareText),
    ranks: [...new Set(suggestions.moves.map((move) => move.rank))].sort((a, b) => a - b),
  };
}
