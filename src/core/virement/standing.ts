// What an answer of the optimiser must keep before it is believed: limits in whole pence and the stages before it; and how long it may take.
import { limitArcs } from "./limitArcs";
import { objectiveValue, type Amounts } from "./objectives";
import { inUnits } from "./partBounds";
import type { SolveLimits } from "./solverPort";
import type { SuggestionModel } from "./types";
import type { OpenPart, SolveWork } from "./solveSteps";

/** Parts of up to so many arcs are searched as far as the limit of branches goes. */
const FULL_SEARCH_ARCS = 20;
const FEWEST_NODES = 20;

/** How long one question to the optimiser may take: the larger the part, the fewer branches, so that no part holds up the others. */
export function limitsOf({ timeLimitSeconds, nodeLimit, signal }: SolveWork, arcs = 0): SolveLimits {
  const nodes = nodeLimit === undefined ? undefined : Math.max(FEWEST_NODES, Math.min(nodeLimit, Math.floor((nodeLimit * FULL_SEARCH_ARCS) / Math.max(1, arcs))));
  return { timeLimitSeconds, ...(nodes === undefined ? {} : { nodeLimit: nodes }), ...(signal === undefined ? {} : { signal }) };
}

/** Ids of what a set of amounts breaks, checked in whole pence; empty when it keeps every limit of the model. */
export function breaches(model: SuggestionModel, amounts: Amounts): string[] {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  model.arcs.forEach((arc, i) => {
    out.set(arc.from, (out.get(arc.from) ?? 0) + (amounts[i] ?? 0));
    into.set(arc.to, (into.get(arc.to) ?? 0) + (amounts[i] ?? 0));
  });
  const arcs = model.arcs.filter((arc, i) => {
    const pence = amounts[i] ?? 0;
    return pence < 0 || pence > arc.maxPence || (pence > 0 && pence < model.minimumMovePence);
  });
  const lines = model.lines.filter((line) => (out.get(line.id) ?? 0) > line.capPence || (into.get(line.id) ?? 0) > line.needPence);
  const ofLimit = limitArcs(model);
  const limits = model.limits.filter((limit, l) => (ofLimit[l] ?? []).reduce((sum, i) => sum + (amounts[i] ?? 0), 0) > limit.maxPence);
  return [...arcs, ...lines, ...limits].map((broken) => broken.id);
}

/** True when amounts keep every earlier stage that is held as a row. */
export function keepsHeld(part: OpenPart, amounts: Amounts): boolean {
  return part.held.every(({ objective, row }) => {
    const units = inUnits(part, objective, objectiveValue(objective, part.model, amounts));
    return units >= row.lower && units <= row.upper;
  });
}
