// The proof where limits that add up raise ranks: the true value, a bound that holds, and no claim of what was not proven.
import { proofOfRanks } from "../../../src/core/virement/coupledRanks";
import type { StageProof, SuggestionModel } from "../../../src/core/virement/types";

const stage = (objective: StageProof["objective"], value: number): StageProof => ({ objective, value, bound: value, optimal: true });
const STAGES = [stage("pressure-closed", 500), stage("highest-rank", 3), stage("sum-of-ranks", 5), stage("number-of-moves", 2), stage("headroom-left", 100)];
const MODEL: SuggestionModel = {
  lines: [{ id: "A", agency: "X", needPence: 0, weight: 1, capPence: 600 }], arcs: [], limits: [], fairShares: [], minimumMovePence: 1,
  stages: STAGES.map(({ objective }) => ({ objective, sense: objective === "pressure-closed" || objective === "headroom-left" ? "max" : "min" })),
};

test("ranks that are what each move alone needs leave the proof as it is", () => {
  expect(proofOfRanks(STAGES, [{ rank: 3 }, { rank: 2 }], MODEL)).toEqual(STAGES);
});

test("a raised rank is told with the bound of the moves alone, and no later stage is called proven", () => {
  expect(proofOfRanks(STAGES, [{ rank: 3 }, { rank: 3 }], MODEL)).toEqual([
    STAGES[0], STAGES[1], { ...STAGES[2], value: 6, optimal: false }, { ...STAGES[3], bound: 0, optimal: false }, { ...STAGES[4], bound: 600, optimal: false },
  ]);
  expect(proofOfRanks(STAGES, [{ rank: 4 }, { rank: 3 }], MODEL).map((one) => [one.value, one.bound, one.optimal])).toEqual([
    [500, 500, true], [4, 3, false], [7, 0, false], [2, 0, false], [100, 600, false],
  ]);
});
