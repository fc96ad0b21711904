// Cuts a suggestion model into parts that share no line and no limit: each can be solved on its own, and small ones solve at once.
import { limitArcs } from "./limitArcs";
import type { ModelLine, SuggestionModel } from "./types";

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
  const ofLimit = limitArcs(model);
  const between = model.arcs.flatMap((arc, i) => (arc.interAgency ? [i] : []));
  for (const positions of [...ofLimit, between]) {
    const first = model.arcs[positions[0] ?? -1]?.from;
    for (const i of positions) if (first !== undefined) join(model.arcs[i]?.from ?? first, first);
  }

  const groups = new Map<string, Group>();
  model.arcs.forEach((arc, i) => {
    const top = find(arc.from);
    const group = groups.get(top) ?? { arcs: [], lines: [], limits: [] };
    groups.set(top, group);
    group.arcs.push(i);
  });
  for (const line of model.lines) if (root.has(line.id)) groups.get(find(line.id))?.lines.push(line);
  ofLimit.forEach((positions, l) => {
    const first = model.arcs[positions[0] ?? -1];
    if (first !== undefined) groups.get(find(first.from))?.limits.push(l);
  });
  return [...groups.values()].map((group) => partOf(model, group, ofLimit));
}

interface Group {
  readonly arcs: number[];
  readonly lines: ModelLine[];
  readonly limits: number[];
}

function partOf(model: SuggestionModel, group: Group, ofLimit: readonly (readonly number[])[]): ModelPart {
  const arcs = group.arcs.flatMap((i) => model.arcs[i] ?? []);
  const limits = group.limits.flatMap((l) => {
    const limit = model.limits[l];
    // The arcs of a limit by their own names: in a part, a line may have lost some of them.
    return limit === undefined ? [] : [{ ...limit, lines: [], arcs: (ofLimit[l] ?? []).flatMap((i) => model.arcs[i]?.id ?? []) }];
  });
  return { arcs: group.arcs, model: { ...model, arcs, limits, lines: group.lines } };
}
