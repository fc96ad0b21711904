// How much a changed model would close: the part of it that touches one pressure, solved anew for its first objective.
import { sumPenceBy, type Pence } from "../../money/pence";
import { modelParts } from "../components";
import { objectiveValue, SENSE_OF } from "../objectives";
import { solveModel } from "../solveModel";
import type { SolverPort } from "../solverPort";
import type { Move, SuggestionModel } from "../types";

/** Enough to favour one pressure among equals and never to cost another one a penny. */
const FAVOUR = 1_000;
const SEARCH = { nodeLimit: 400, timeLimitSeconds: 20 } as const;

export interface Asking {
  readonly solver: SolverPort;
  readonly signal?: AbortSignal;
}

export interface MoreClosed {
  /** More pressure closed in all, and what of it may reach the pressure asked about; 0 where nothing more closes. */
  readonly pence: Pence;
  /** What each arc of the part carries, by arc id. */
  readonly amounts: ReadonlyMap<string, Pence>;
}

export const NO_MORE: MoreClosed = { pence: 0, amounts: new Map() };

/** What the changed model closes on the target beyond the moves found, without closing less in all. */
export async function moreClosed(model: SuggestionModel, target: string, moves: readonly Pick<Move, "from" | "to" | "amountPence">[], { solver, signal }: Asking): Promise<MoreClosed> {
  const part = modelParts(model).find(({ model: { lines } }) => lines.some((line) => line.id === target))?.model;
  if (part === undefined) return NO_MORE;
  const favoured = {
    ...part, stages: [{ objective: "pressure-closed" as const, sense: SENSE_OF["pressure-closed"] }],
    lines: part.lines.map((line) => ({ ...line, weight: line.weight * FAVOUR + (line.id === target ? 1 : 0) })),
  };
  const { amounts } = await solveModel(favoured, { solver, ...SEARCH, ...(signal === undefined ? {} : { signal }) });
  const before = part.arcs.map((arc) => moves.find((move) => move.from === arc.from && move.to === arc.to)?.amountPence ?? 0);
  if (objectiveValue("pressure-closed", part, amounts) <= objectiveValue("pressure-closed", part, before)) return NO_MORE;
  const into = (some: readonly Pence[]): Pence => sumPenceBy(part.arcs.map((arc, i) => (arc.to === target ? (some[i] ?? 0) : 0)), (pence) => pence);
  const all = sumPenceBy(amounts, (pence) => pence) - sumPenceBy(before, (pence) => pence);
  return { pence: Math.max(0, Math.min(all, into(amounts) - into(before))), amounts: new Map(part.arcs.map((arc, i) => [arc.id, amounts[i] ?? 0])) };
}
