// Which arcs each joint limit bears on, found once by name instead of anew for every pair of an arc and a limit.
import type { SuggestionModel } from "./types";

/** For each limit of the model the positions of its arcs, ascending. */
export function limitArcs({ arcs, limits }: Pick<SuggestionModel, "arcs" | "limits">): number[][] {
  if (limits.length === 0) return [];
  const byId = new Map(arcs.map((arc, i) => [arc.id, i]));
  const bySource = new Map<string, number[]>();
  arcs.forEach((arc, i) => {
    const others = bySource.get(arc.from);
    if (others === undefined) bySource.set(arc.from, [i]);
    else others.push(i);
  });
  return limits.map((limit) => {
    const named = limit.arcs.flatMap((id) => byId.get(id) ?? []);
    const whole = limit.lines.flatMap((id) => bySource.get(id) ?? []);
    return [...new Set([...named, ...whole])].sort((a, b) => a - b);
  });
}

/**
 * True when amounts meet only limits of single lines, or limits inside one source that nest in each other or lie apart: a network, whose
 * corners are whole multiples of the data.
 */
export function isNetwork(model: Pick<SuggestionModel, "arcs" | "limits">): boolean {
  const ofLimit = limitArcs(model);
  const families = new Map<string, ReadonlySet<number>[]>();
  for (const positions of ofLimit) {
    const source = model.arcs[positions[0] ?? -1]?.from;
    if (source === undefined) continue;
    if (positions.some((i) => model.arcs[i]?.from !== source)) return false;
    const set = new Set(positions);
    const family = families.get(source) ?? [];
    if (family.some((other) => crosses(set, other))) return false;
    families.set(source, [...family, set]);
  }
  return true;
}

function crosses(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const shared = [...one].filter((i) => other.has(i)).length;
  return shared > 0 && shared < one.size && shared < other.size;
}
