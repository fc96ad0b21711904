// What a careful person with a list would do: the largest pressure first, each from the largest source that may reach it.
import type { SuggestionModel } from "../../src/core/virement/types";

/** Amounts by position of the arcs, within every cap and joint limit; nothing below the minimum move. */
export function largestFirst(model: SuggestionModel): number[] {
  const need = new Map(model.lines.map((line) => [line.id, line.needPence]));
  const cap = new Map(model.lines.map((line) => [line.id, line.capPence]));
  const room = model.limits.map((limit) => limit.maxPence);
  const limitsOf = new Map<string, number[]>();
  model.limits.forEach((limit, l) => limit.arcs.forEach((id) => limitsOf.set(id, [...(limitsOf.get(id) ?? []), l])));
  const amounts = model.arcs.map(() => 0);
  const order = model.arcs.map((_, i) => i).sort((a, b) => (need.get(model.arcs[b]?.to ?? "") ?? 0) - (need.get(model.arcs[a]?.to ?? "") ?? 0) || (cap.get(model.arcs[b]?.from ?? "") ?? 0) - (cap.get(model.arcs[a]?.from ?? "") ?? 0) || a - b);
  for (const i of order) {
    const arc = model.arcs[i];
    if (arc === undefined) continue;
    const limits = limitsOf.get(arc.id) ?? [];
    const pence = Math.min(arc.maxPence, need.get(arc.to) ?? 0, cap.get(arc.from) ?? 0, ...limits.map((l) => room[l] ?? 0));
    if (pence < Math.max(1, model.minimumMovePence)) continue;
    amounts[i] = pence;
    need.set(arc.to, (need.get(arc.to) ?? 0) - pence);
    cap.set(arc.from, (cap.get(arc.from) ?? 0) - pence);
    for (const l of limits) room[l] = (room[l] ?? 0) - pence;
  }
  return amounts;
}
