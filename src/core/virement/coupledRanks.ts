// Ranks where limits add up over several moves: the model ranks each move alone, so the proof says what the moves together need.
import { sumPenceBy } from "../money/pence";
import type { Move, StageProof, SuggestionModel } from "./types";

/**
 * The stages as they stand for the moves' true ranks. Where limits that add up raise a rank above what the move alone would need, the
 * stage of ranks gives the true value beside the bound of the moves alone, which no set can beat; it and every later stage is not
 * proven, and later bounds are only what the lines hold.
 */
export function proofOfRanks(stages: readonly StageProof[], moves: readonly Pick<Move, "rank">[], model: SuggestionModel): readonly StageProof[] {
  const highest = moves.reduce((rank, move) => Math.max(rank, move.rank), 0);
  const sum = moves.reduce((total, move) => total + move.rank, 0);
  const most = sumPenceBy(model.lines, (line) => line.capPence);
  const senses = new Map(model.stages.map((stage) => [stage.objective, stage.sense]));
  let raised = false;
  return stages.map((stage) => {
    const value = stage.objective === "highest-rank" ? highest : stage.objective === "sum-of-ranks" ? sum : stage.value;
    const before = raised;
    raised ||= value > stage.value;
    if (!raised) return stage;
    return { ...stage, value, optimal: false, bound: !before || stage.objective === "highest-rank" ? stage.bound : senses.get(stage.objective) === "max" ? most : 0 };
  });
}
