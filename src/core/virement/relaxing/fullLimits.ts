// Joint limits that the moves have used up, and the least by which one must rise to let in as much as it holds back.
import { sumPenceBy, type Pence } from "../../money/pence";
import { limitArcs } from "../limitArcs";
import type { ModelLimit, SuggestionModel, Suggestions } from "../types";
import { moreClosed, type Asking } from "./mostClosed";

export interface FullLimit {
  readonly id: string;
  readonly kind: ModelLimit["kind"];
  /** What it is, in words. */
  readonly words: string;
}

/** Limits over some arc to the target that no penny more fits under. What a line's own funds hold is no rule to relax. */
export function limitsAt({ model, moves }: Pick<Suggestions, "model" | "moves">, target: string): FullLimit[] {
  const arcsOf = limitArcs(model);
  return model.limits.flatMap((limit, l): FullLimit[] => {
    const arcs = (arcsOf[l] ?? []).flatMap((i) => model.arcs[i] ?? []);
    const used = sumPenceBy(arcs, (arc) => moves.find((move) => move.from === arc.from && move.to === arc.to)?.amountPence ?? 0);
    // A minimum move may leave a little room that no move fits into.
    const full = used > limit.maxPence - Math.max(1, model.minimumMovePence);
    if (limit.kind === "fund" || limit.kind === "liability" || limit.kind === "break-even" || !full || !arcs.some((arc) => arc.to === target)) return [];
    const rule = limit.id.split(/[ /]/)[0] ?? limit.id;
    return [{ id: limit.id, kind: limit.kind, words: limit.kind === "cumulative" ? `the year's limit of rule ${rule}` : `the cap of rule ${rule}` }];
  });
}

/** What lifting the limit would close, and the least rise that closes as much. An arc that the limit alone kept short may grow with it. */
export async function leastRise(found: Pick<Suggestions, "model" | "moves">, limit: Pick<FullLimit, "id">, target: string, asking: Asking): Promise<{ readonly closesPence: Pence; readonly changePence: Pence }> {
  const { model, moves } = found;
  const risen = (pence: Pence): SuggestionModel => raised(model, limit.id, pence);
  const most = sumPenceBy(model.lines, (line) => line.capPence);
  const lifted = await moreClosed(risen(most), target, moves, asking);
  if (lifted.pence === 0) return { closesPence: 0, changePence: 0 };
  const enough = async (pence: Pence): Promise<boolean> => (await moreClosed(risen(pence), target, moves, asking)).pence >= lifted.pence;
  // A penny more of limit closes a penny at most, so that what closes is the least that could do.
  let [low, high] = [lifted.pence, most];
  if (await enough(low)) return { closesPence: lifted.pence, changePence: low };
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (await enough(middle)) high = middle;
    else low = middle;
  }
  return { closesPence: lifted.pence, changePence: high };
}

/** Arcs under a cap were built no larger than it: with the cap they rise to what their two lines allow. */
function raised(model: SuggestionModel, id: string, pence: Pence): SuggestionModel {
  const position = model.limits.findIndex((limit) => limit.id === id);
  const old = model.limits[position];
  const inside = new Set(limitArcs(model)[position] ?? []);
  const [caps, needs] = [new Map(model.lines.map((line) => [line.id, line.capPence])), new Map(model.lines.map((line) => [line.id, line.needPence]))];
  const arcs = model.arcs.map((arc, i) =>
    (inside.has(i) && arc.maxPence === old?.maxPence ? { ...arc, maxPence: Math.min(arc.maxPence + pence, caps.get(arc.from) ?? 0, needs.get(arc.to) ?? 0) } : arc));
  return { ...model, arcs, limits: model.limits.map((limit) => (limit.id === id ? { ...limit, maxPence: limit.maxPence + pence } : limit)) };
}
