// The second stage: the lowest rank under which the same pressure still closes, tried rank by rank over all parts together.
import { fills, linearProgram, linearRows, wholePence, type LinearRow } from "./linearPart";
import { objectiveValue, type Amounts } from "./objectives";
import { rankCeilings, ranksRise, withRankCeiling } from "./openPart";
import type { MipModel } from "./solverPort";
import { holdStage, solvePartStage } from "./solvePart";
import { breaches, limitsOf } from "./standing";
import type { OpenPart, SolveWork } from "./solveSteps";

export interface StageOfAll {
  readonly pieces: readonly OpenPart[];
  readonly bound: number;
}

const OBJECTIVE = "highest-rank" as const;

/** Lowers the highest rank of all parts as far as it goes. A part under the rank that another needs may rise to it. */
export async function lowerHighestRank(parts: readonly OpenPart[], work: SolveWork): Promise<StageOfAll> {
  const ranks = [...new Set([0, ...parts.flatMap((part) => part.model.arcs.flatMap((arc) => arc.tiers.map((tier) => tier.rank)))])].sort((a, b) => a - b);
  let proven = 0;
  for (const part of parts) {
    if (!isPlain(part)) proven = Math.max(proven, await solvePartStage(part, OBJECTIVE, work));
  }
  let rank = Math.max(0, ...parts.map((part) => (isPlain(part) ? 0 : objectiveValue(OBJECTIVE, part.model, part.amounts))));
  for (const part of parts) {
    if (!isPlain(part)) continue;
    work.signal?.throwIfAborted();
    const rows = linearRows(part.model);
    while (objectiveValue(OBJECTIVE, part.model, part.amounts) > rank) {
      const found = await under(part, rows, rank, work);
      if (found === "impossible") {
        rank = ranks.find((next) => next > rank) ?? rank;
        proven = Math.max(proven, rank);
      } else if (found === "unknown") {
        proven = Math.max(proven, await solvePartStage(part, OBJECTIVE, work));
        rank = Math.max(rank, objectiveValue(OBJECTIVE, part.model, part.amounts));
      } else {
        part.amounts = found;
      }
    }
  }
  const highest = Math.max(0, ...parts.map((part) => objectiveValue(OBJECTIVE, part.model, part.amounts)));
  const pieces = parts.flatMap((part) => {
    if (isPlain(part)) return withRankCeiling(part, highest);
    holdStage(part, OBJECTIVE, highest, Math.min(proven, highest));
    return [part];
  });
  return { pieces, bound: Math.min(proven, highest) };
}

function isPlain(part: OpenPart): boolean {
  return part.closedMost && part.held.length === 0 && ranksRise(part.model);
}

/** Amounts under a rank that keep the first stage, or a proof that there are none. */
async function under(part: OpenPart, rows: readonly LinearRow[], rank: number, work: SolveWork): Promise<Amounts | "impossible" | "unknown"> {
  const { model, tight } = part;
  const ceilings = rankCeilings(model, rank);
  const room = (row: LinearRow): number => row.arcs.reduce((sum, i) => sum + (ceilings[i] ?? 0), 0);
  if (rows.some((row) => tight[row.kind].has(row.id) && room(row) < row.maxPence)) return "impossible";
  if (model.arcs.some((arc, i) => tight.arcs.has(arc.id) && (ceilings[i] ?? 0) < arc.maxPence)) return "impossible";
  const program = linearProgram(model, rows, tight, ceilings);
  // Any set will do, so the one that uses large arcs is asked for: it needs fewer moves in the stages that follow.
  const columns = program.columns.map((column, i) => ({ ...column, cost: (ceilings[i] ?? 0) > 0 ? -1e6 / (ceilings[i] ?? 1) : 0 }));
  if (work.enough?.() === true) return "unknown";
  const answer = await work.solver.solve({ ...program, columns } satisfies MipModel, limitsOf(work));
  if (answer.status === "infeasible") return "impossible";
  const amounts = wholePence(answer);
  return answer.status === "optimal" && breaches(model, amounts).length === 0 && fills(model, rows, tight, amounts) ? amounts : "unknown";
}
