// A part of the model while it is being solved, and how a proven stage makes it smaller: what can't be used goes, what must be full is an equation.
import { compileModel, rising } from "./compileModel";
import { modelParts } from "./components";
import { NOTHING_TIGHT, type Tight } from "./linearPart";
import type { Amounts } from "./objectives";
import type { PressureBound } from "./pressureProof";
import type { MipRow } from "./solverPort";
import type { ModelArc, SuggestionModel } from "./types";
import type { OpenPart } from "./solveSteps";

/** The whole model in its parts, nothing moved yet. */
export function openParts(model: SuggestionModel): OpenPart[] {
  return modelParts(model).map((part) => opened(part.model, part.arcs, NOTHING_TIGHT, part.arcs.map(() => 0), false));
}

/** A part whose pressure is proven, cut anew: arcs that no best set uses are gone, and with them often what held it together. */
export function withPressureProven(part: OpenPart, proof: PressureBound): OpenPart[] {
  return cut(part, part.model.arcs.map((arc, i) => (proof.idle.has(i) ? null : arc)), proof.tight, true);
}

/** The part with these arcs in place of its own (null for those that go), in pieces or as one. Nothing is held yet. */
export function withArcsCut(part: OpenPart, arcs: readonly (ModelArc | null)[], apart: boolean): OpenPart[] {
  const kept = arcs.flatMap((arc, i) => (arc === null ? [] : [i]));
  const whole = (): OpenPart[] => [opened({ ...part.model, arcs: arcs.flatMap((arc) => arc ?? []) }, kept.map((i) => part.arcs[i] ?? 0), part.tight, kept.map((i) => part.amounts[i] ?? 0), part.closedMost)];
  const pieces = apart ? cut(part, arcs, part.tight, part.closedMost) : whole();
  const elsewhere = (piece: OpenPart): ReadonlySet<number> => new Set(pieces.flatMap((other) => (other === piece ? [] : other.arcs)));
  for (const piece of pieces) piece.proven.push(...rowsIn(piece, part, elsewhere(piece)));
  return pieces;
}

/** What was proven of the whole, as far as it concerns the piece alone. */
function rowsIn(piece: OpenPart, whole: OpenPart, others: ReadonlySet<number>): MipRow[] {
  const at = new Map(piece.arcs.map((position, i) => [position, i]));
  const columns = new Map<number, { readonly column: number; readonly factor: number }>();
  const elsewhere = new Set<number>();
  whole.arcs.forEach((position, i) => {
    const own = at.get(position);
    const tiers = whole.compiled.tierColumns[i] ?? [];
    const amount = whole.compiled.amountColumn[i];
    if (others.has(position)) for (const column of [amount ?? -1, ...tiers.map((tier) => tier.column)]) elsewhere.add(column);
    if (own === undefined || amount === undefined) return;
    columns.set(amount, { column: piece.compiled.amountColumn[own] ?? -1, factor: piece.compiled.unitPence / whole.compiled.unitPence });
    const ownTiers = piece.compiled.tierColumns[own] ?? [];
    for (const tier of tiers) columns.set(tier.column, { column: ownTiers.find((one) => one.overPence === tier.overPence)?.column ?? -1, factor: 1 });
  });
  return whole.proven.flatMap((row) => {
    const terms = row.terms.flatMap(([column, coefficient]) => {
      const to = columns.get(column);
      return to === undefined || to.column < 0 ? [] : [[to.column, coefficient * to.factor] as const];
    });
    return row.terms.some(([column]) => elsewhere.has(column)) ? [] : [{ ...row, terms }];
  });
}

/** The part with no amount that needs more than `rank`. Only for a part whose ranks never fall as amounts grow. */
export function withRankCeiling(part: OpenPart, rank: number): OpenPart[] {
  return cut(part, part.model.arcs.map((arc) => belowRank(arc, rank)), part.tight, part.closedMost);
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

function cut(part: OpenPart, arcs: readonly (ModelArc | null)[], tight: Tight, closedMost: boolean): OpenPart[] {
  const kept = arcs.flatMap((arc, i) => (arc === null ? [] : [i]));
  const model = { ...part.model, arcs: arcs.flatMap((arc) => arc ?? []) };
  return modelParts(model).map((piece) => {
    const positions = piece.arcs.map((i) => kept[i] ?? 0);
    return opened(piece.model, positions.map((i) => part.arcs[i] ?? 0), tight, positions.map((i) => part.amounts[i] ?? 0), closedMost);
  });
}

function opened(model: SuggestionModel, arcs: readonly number[], tight: Tight, amounts: Amounts, closedMost: boolean): OpenPart {
  return { model, arcs, compiled: compileModel(model, tight), tight, held: [], proven: [], amounts, closedMost };
}
