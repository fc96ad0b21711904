// One stage of one part of the model: good sets first, then the search that proves them, block by block where the part falls into blocks.
import { throughBlocks } from "./blocks/throughBlocks";
import { objectiveValue, SENSE_OF } from "./objectives";
import { ranksRise } from "./openPart";
import { cantImprove, inUnits, isCounted, plainBound, settledBound } from "./partBounds";
import { search } from "./search";
import { fewRanksAndMoves } from "./slopeScaling";
import type { Objective } from "./types";
import type { OpenPart, SolveWork } from "./solveSteps";

/** So many times the usual limit of branches for a part of no more than so many arcs that is not proven yet. */
const LONG_SEARCH = 10;
const LONG_SEARCH_ARCS = 110;

/** Improves the part's amounts as far as the objective goes and returns the proven bound of its value. */
export async function solvePartStage(part: OpenPart, objective: Objective, work: SolveWork): Promise<number> {
  const { model } = part;
  const now = (): number => objectiveValue(objective, model, part.amounts);
  const least = plainBound(part, objective);
  if (cantImprove(part, objective, now(), least)) return settledBound(part, objective, now(), least);
  if (work.enough?.() === true) return least;
  if (isCounted(objective) && part.closedMost && ranksRise(model)) {
    const found = await fewRanksAndMoves(part, objective === "sum-of-ranks" ? 1 : 0, work);
    if (objectiveValue(objective, model, found) <= now()) part.amounts = found;
    if (now() === least) return least;
  }
  const byBlocks = await throughBlocks(part, objective, least, work);
  if (byBlocks !== null) return byBlocks;
  // Fractions first, where they may do: its bound is far better, and for any choice of moves whole amounts are found afterwards.
  const fractions = cornersAreWhole(part, objective) || (isCounted(objective) && part.held.every((stage) => isCounted(stage.objective)));
  const bound = (fractions ? await search(part, { objective, wholeAmounts: false, least }, work) : null) ?? (await search(part, { objective, wholeAmounts: true, least }, work)) ?? least;
  if (!fractions || bound === now() || work.nodeLimit === undefined || model.arcs.length > LONG_SEARCH_ARCS || work.enough?.() === true) return bound;
  // A move too many here leaves every later stage loose, so the few small parts that are not proven yet are worth a longer search.
  return (await search(part, { objective, wholeAmounts: false, least: bound, branches: LONG_SEARCH * work.nodeLimit }, work)) ?? bound;
}

/** Keeps a stage's value from now on; `proven` when no better one exists. */
export function holdStage(part: OpenPart, objective: Objective, value: number, bound: number): void {
  const terms = part.compiled.expression[objective];
  if (terms.length === 0) return;
  const units = inUnits(part, objective, value);
  const row = SENSE_OF[objective] === "max" ? { lower: units, upper: Infinity, terms } : { lower: -Infinity, upper: units, terms };
  part.held.push({ objective, row, bound, proven: bound === value });
}

/** On a network, amounts are whole for any choice of moves; a stage held in pence, or one that compares agencies, cuts across it. */
function cornersAreWhole(part: OpenPart, objective: Objective): boolean {
  return part.compiled.network && objective !== "unfairness" && part.held.every((stage) => isCounted(stage.objective));
}
