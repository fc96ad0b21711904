// Joint limits where the parts of one line's free money reach different targets: no set of arcs may draw more than its parts hold.
import type { Flexibility } from "../flexibility/types";
import { sumPenceBy } from "../money/pence";
import type { ModelArc, ModelLimit } from "./types";

/** More distinct funds on one line than this are limited one by one and not in every combination. */
const MOST_PARTS = 10;

/**
 * For every set of parts, the arcs that can be paid from that set only may together draw what the set holds (Hall's condition, which
 * is also enough). Sets that limit nothing more than the line's own cap are left out.
 */
export function partLimits(flexibility: Flexibility, arcs: readonly ModelArc[], usable: ReadonlyMap<string, readonly number[]>): ModelLimit[] {
  const movable = flexibility.parts.flatMap((part, i) => (part.reach === "nowhere" || part.reach === "align only" ? [] : [i]));
  if (movable.length < 2) return [];
  return partSets(movable).flatMap((set, n) => {
    const inside = arcs.filter((arc) => (usable.get(arc.id) ?? []).every((i) => set.includes(i)));
    if (inside.length === 0) return [];
    const maxPence = sumPenceBy(set, (i) => flexibility.parts[i]?.pence ?? 0);
    return [{ id: `${flexibility.lineId}#${n + 1}`, kind: "fund" as const, arcs: inside.map((arc) => arc.id), lines: [], maxPence }];
  });
}

/** Every proper, non-empty subset (singletons only beyond MOST_PARTS), in a fixed order. */
function partSets(parts: readonly number[]): number[][] {
  if (parts.length > MOST_PARTS) return parts.map((part) => [part]);
  const sets: number[][] = [];
  for (let bits = 1; bits < 2 ** parts.length - 1; bits += 1) sets.push(parts.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1));
  return sets;
}
