// A part of the model while it is being solved, and how a proven stage makes it smaller: what can't be used goes, what must be full is an equation.
import type { BlockWork } from "./blocks/blockWork";
import { compileModel, rising, type CompiledModel } from "./compileModel";
import { modelParts } from "./components";
import { NOTHING_TIGHT, type Tight } from "./linearPart";
import type { Amounts } from "./objectives";
import type { PressureBound } from "./pressureProof";
import type { MipRow } from "./solverPort";
import type { ModelArc, Objective, SuggestionModel } from "./types";

/** The best amounts so far, and earlier stages as rows that later ones must keep. */
export interface OpenPart {
  readonly model: SuggestionModel;
  /** Positions of its arcs in the whole model. */
  readonly arcs: readonly number[];
  readonly compiled: CompiledModel;
  readonly tight: Tight;
  readonly held: { readonly objective: Objective; readonly row: MipRow; readonly bound: number; readonly proven: boolean }[];
  amounts: Amounts;
  /** True when the most pressure was proven to be closed, so that `tight` stands for that stage. */
  readonly closedMost: boolean;
  /** Its blocks once they were looked for; null where it does not fall apart. */
  blocks?: BlockWork | null;
}

/** The whole model in its parts, nothing moved yet. */
export function openParts(model: SuggestionModel): OpenPart[] {
  return modelParts(model).map((part) => opened(part.model, part.arcs, NOTHING_TIGHT, part.arcs.map(() => 0), false));
}

/** A part whose pressure is proven, cut anew: arcs that no best set uses are gone, and with them often what held it together. */
export function withPressureProven(part: OpenPart, proof: PressureBound): OpenPart[] {
  return cut(part, part.model.arcs.map((arc, i) => (proof.idle.has(i) ? null : arc)), proof.tight);
}

/** The part with no amount that needs more than `rank`. Only for a part whose ranks never fall as amounts grow. */
export function withRankCeiling(part: OpenPart, rank: number): OpenPart[] {
  return cut(part, part.model.arcs.map((arc) => belowRank(arc, rank)), part.tight);
}

/** The most that each arc may carry without needing more than `rank`. */
export function rankCeilings(model: SuggestionModel, rank: number): Amounts {
  return model.arcs.map((arc) => belowRank(arc, rank)?.maxPence ?? 0);
}

export function ranksRise(model: SuggestionModel): boolean {
  return model.arcs.every(rising);
}

/** The arc as far as it needs no more than `rank`; null where every amount needs more. */
export function belowRank(arc: ModelArc, rank: number): ModelArc | null {
  const first = arc.tiers.findIndex((tier) => tier.rank > rank);
  if (first < 0) return arc;
  const maxPence = Math.min(arc.maxPence, arc.tiers[first]?.overPence ?? 0);
  return maxPence <= 0 ? null : { ...arc, maxPence, tiers: arc.tiers.slice(0, first) };
}

function cut(part: OpenPart, arcs: readonly (ModelArc | null)[], tight: Tight): OpenPart[] {
  const kept = arcs.flatMap((arc, i) => (arc === null ? [] : [i]));
  const model = { ...part.model, arcs: arcs.flatMap((arc) => arc ?? []) };
  return modelParts(model).map((piece) => {
    const positions = piece.arcs.map((i) => kept[i] ?? 0);
    return opened(piece.model, positions.map((i) => part.arcs[i] ?? 0), tight, positions.map((i) => part.amounts[i] ?? 0), true);
  });
}

function opened(model: SuggestionModel, arcs: readonly number[], tight: Tight, amounts: Amounts, closedMost: boolean): OpenPart {
  return { model, arcs, compiled: compileModel(model, tight), tight, held: [], amounts, closedMost };
}
