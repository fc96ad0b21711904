// A part of the model as a linear program: amounts and joint limits only, no moves counted and no tiers. Its corners are whole pence on a network.
import { limitArcs } from "./limitArcs";
import { wholeWeights, type Amounts } from "./objectives";
import type { MipAnswer, MipColumn, MipModel, MipRow } from "./solverPort";
import type { SuggestionModel } from "./types";

/** What every set that keeps a proven stage has in common: these lines, limits and arcs are used to the full. */
export interface Tight {
  readonly outOf: ReadonlySet<string>;
  readonly into: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  readonly arcs: ReadonlySet<string>;
}

export const NOTHING_TIGHT: Tight = { outOf: new Set(), into: new Set(), limits: new Set(), arcs: new Set() };

/** A row of the program: whose it is, the most it holds in pence, and its arcs by position. */
export interface LinearRow {
  readonly kind: "outOf" | "into" | "limits";
  readonly id: string;
  readonly maxPence: number;
  readonly arcs: readonly number[];
}

/** Every joint limit of the part: what leaves a line, what reaches it, and the limits of the model. */
export function linearRows(model: SuggestionModel): LinearRow[] {
  const out = grouped(model, "from");
  const into = grouped(model, "to");
  const ofLimit = limitArcs(model);
  return [
    ...model.lines.flatMap((line): LinearRow[] => {
      const [giving, taking] = [out.get(line.id), into.get(line.id)];
      return [
        ...(giving === undefined ? [] : [{ kind: "outOf" as const, id: line.id, maxPence: line.capPence, arcs: giving }]),
        ...(taking === undefined ? [] : [{ kind: "into" as const, id: line.id, maxPence: line.needPence, arcs: taking }]),
      ];
    }),
    ...model.limits.map((limit, l): LinearRow => ({ kind: "limits", id: limit.id, maxPence: limit.maxPence, arcs: ofLimit[l] ?? [] })),
  ];
}

/** Most weighted pressure closed in pence, no arc over its ceiling. What is tight is an equation. */
export function linearProgram(model: SuggestionModel, rows: readonly LinearRow[], tight: Tight, ceilings: Amounts): MipModel {
  const { ofLine } = wholeWeights(model);
  const columns = model.arcs.map((arc, i): MipColumn => ({
    cost: ofLine.get(arc.to) ?? 0, lower: tight.arcs.has(arc.id) ? arc.maxPence : 0, upper: ceilings[i] ?? 0, integer: false,
  }));
  return {
    sense: "max", columns,
    rows: rows.map((row): MipRow => ({ lower: tight[row.kind].has(row.id) ? row.maxPence : -Infinity, upper: row.maxPence, terms: row.arcs.map((i) => [i, 1] as const) })),
  };
}

export function wholePence(answer: MipAnswer): Amounts {
  return answer.values.map((value) => Math.round(value));
}

/** True when amounts fill to the penny what must be full. */
export function fills(model: SuggestionModel, rows: readonly LinearRow[], tight: Tight, amounts: Amounts): boolean {
  const full = rows.every((row) => !tight[row.kind].has(row.id) || row.arcs.reduce((sum, i) => sum + (amounts[i] ?? 0), 0) === row.maxPence);
  return full && model.arcs.every((arc, i) => !tight.arcs.has(arc.id) || amounts[i] === arc.maxPence);
}

function grouped(model: SuggestionModel, end: "from" | "to"): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  model.arcs.forEach((arc, i) => {
    const group = groups.get(arc[end]);
    if (group === undefined) groups.set(arc[end], [i]);
    else group.push(i);
  });
  return groups;
}
