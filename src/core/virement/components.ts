// Cuts a suggestion model into parts that share no line and no limit: each can be solved on its own, and small ones solve at once.
import type { ModelArc, SuggestionModel } from "./types";
import { inLimit } from "./compileModel";

export interface ModelPart {
  readonly model: SuggestionModel;
  /** Position in the whole model's arcs of each arc of the part. */
  readonly arcs: readonly number[];
}

/**
 * The parts in the order of their first arcs. Moves between agencies stay in one part, since how evenly agencies give is judged over
 * all of them. Lines that no arc touches are in no part.
 */
export function modelParts(model: SuggestionModel): ModelPart[] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let up = root.get(top); up !== undefined && up !== top; up = root.get(top)) top = up;
    root.set(id, top);
    return top;
  };
  const join = (a: string, b: string): void => void root.set(find(a), find(b));
  for (const arc of model.arcs) join(arc.from, arc.to);
  const together = (arcs: readonly ModelArc[]): void => arcs.forEach((arc) => join(arc.from, arcs[0]?.from ?? arc.from));
  for (const limit of model.limits) together(model.arcs.filter((arc) => inLimit(arc, limit)));
  together(model.arcs.filter((arc) => arc.interAgency));

  const groups = new Map<string, number[]>();
  model.arcs.forEach((arc, i) => {
    const group = groups.get(find(arc.from));
    if (group === undefined) groups.set(find(arc.from), [i]);
    else group.push(i);
  });
  return [...groups.entries()].map(([top, arcs]) => partOf(model, arcs, (id) => root.has(id) && find(id) === top));
}

function partOf(model: SuggestionModel, positions: readonly number[], holds: (lineId: string) => boolean): ModelPart {
  const arcs = positions.flatMap((i) => model.arcs[i] ?? []);
  const ids = new Set(arcs.map((arc) => arc.id));
  const limits = model.limits
    .filter((limit) => arcs.some((arc) => inLimit(arc, limit)))
    .map((limit) => ({ ...limit, arcs: limit.arcs.filter((id) => ids.has(id)) }));
  return { arcs: positions, model: { ...model, arcs, limits, lines: model.lines.filter((line) => holds(line.id)) } };
}
