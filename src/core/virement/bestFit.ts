// A first set of moves by hand's rule: the largest line that must be filled, from or to the line that fits it best. Often as few as can be.
import type { LinearRow, Tight } from "./linearPart";
import type { Amounts } from "./objectives";
import type { SuggestionModel } from "./types";

type End = "from" | "to";

/**
 * Amounts that fill every tight line on one side, largest first, each by the tightest other line that takes all of it, else by the one
 * that takes most. Null when that leads nowhere; limits and minimum are left to the caller's own check.
 */
export function bestFit(model: SuggestionModel, rows: readonly LinearRow[], tight: Tight, side: End): Amounts | null {
  const kind = side === "from" ? "outOf" : "into";
  const other: End = side === "from" ? "to" : "from";
  const room = new Map(model.lines.map((line) => [line.id, side === "from" ? line.needPence : line.capPence]));
  const amounts = model.arcs.map(() => 0);
  const full = rows.filter((row) => row.kind === kind && tight[kind].has(row.id)).sort((a, b) => b.maxPence - a.maxPence);
  for (const row of full) {
    let left = row.maxPence;
    const arcs = new Set(row.arcs);
    while (left > 0) {
      const pick = fitting([...arcs], left, (i) => Math.min(model.arcs[i]?.maxPence ?? 0, room.get(model.arcs[i]?.[other] ?? "") ?? 0));
      if (pick === null) return null;
      arcs.delete(pick.arc);
      const pence = Math.min(left, pick.takes);
      amounts[pick.arc] = pence;
      const end = model.arcs[pick.arc]?.[other] ?? "";
      room.set(end, (room.get(end) ?? 0) - pence);
      left -= pence;
    }
  }
  return amounts;
}

function fitting(arcs: readonly number[], left: number, takesOf: (arc: number) => number): { arc: number; takes: number } | null {
  let best: { arc: number; takes: number } | null = null;
  for (const arc of arcs) {
    const takes = takesOf(arc);
    if (takes <= 0) continue;
    const better = best === null || (best.takes >= left ? takes >= left && takes < best.takes : takes > best.takes);
    if (better) best = { arc, takes };
  }
  return best;
}
