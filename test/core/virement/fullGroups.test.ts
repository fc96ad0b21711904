// What must be full on both sides takes more moves than either side shows: the counts hold for every set, and lead to arcs that no set can use.
import fc from "fast-check";
import { openBlocks } from "../../../src/core/virement/blocks/blockWork";
import { floorRows } from "../../../src/core/virement/blocks/floors";
import { fullGroups } from "../../../src/core/virement/fullGroups";
import { leaveOut } from "../../../src/core/virement/leaveOut";
import { linearRows, NOTHING_TIGHT, type Tight } from "../../../src/core/virement/linearPart";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { openParts, withPressureProven } from "../../../src/core/virement/openPart";
import { holdStage } from "../../../src/core/virement/solvePart";
import { breaches } from "../../../src/core/virement/solveModel";
import type { ModelArc, SuggestionModel } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import type { OpenPart } from "../../../src/core/virement/solveSteps";

const work = { solver: createHighsInProcess(), timeLimitSeconds: 20 };
const TIERS = [{ overPence: 0, rank: 1 }];

/** Sources S0, S1… and targets T0, T1… with an arc between any two that `joins` names. */
function modelOf(caps: readonly number[], needs: readonly number[], joins: (from: number, to: number) => boolean, tiers = TIERS): SuggestionModel {
  const arcs = caps.flatMap((cap, i) => needs.flatMap((need, j): ModelArc[] => {
    const maxPence = Math.min(cap, need);
    return joins(i, j) && maxPence > 0 ? [{ id: `S${i}>T${j}`, from: `S${i}`, to: `T${j}`, maxPence, interAgency: false, sameService: false, tiers }] : [];
  }));
  const line = (id: string, needPence: number, capPence: number) => ({ id, agency: "A", needPence, weight: 1, capPence });
  return {
    lines: [...caps.map((cap, i) => line(`S${i}`, 0, cap)), ...needs.map((need, j) => line(`T${j}`, need, 0))],
    arcs, limits: [], fairShares: [], minimumMovePence: 1, stages: DEFAULT_STAGES,
  };
}

/** Every set in whole pence that keeps the limits and fills what must be full. */
function allSets(model: SuggestionModel, tight: Tight): number[][] {
  let sets: number[][] = [[]];
  for (const arc of model.arcs) sets = sets.flatMap((set) => Array.from({ length: arc.maxPence + 1 }, (_, pence) => [...set, pence]));
  const rows = linearRows(model);
  return sets.filter((set) => breaches(model, set).length === 0 && rows.every((row) => !tight[row.kind].has(row.id) || row.arcs.reduce((sum, i) => sum + (set[i] ?? 0), 0) === row.maxPence));
}

test("no set that fills what must be full uses fewer arcs than a group says", () => {
  const pence = fc.integer({ min: 1, max: 5 });
  const side = fc.array(pence, { minLength: 1, maxLength: 3 });
  let told = 0;
  fc.assert(fc.property(side, side, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (caps, needs, missing, full) => {
    const model = modelOf(caps, needs, (i, j) => caps.length * needs.length < 6 || missing[i * 3 + j] !== true);
    fc.pre(model.arcs.length <= 6);
    const tight: Tight = { ...NOTHING_TIGHT, outOf: new Set(caps.flatMap((_, i) => (full[i] === true ? [`S${i}`] : []))), into: new Set(needs.flatMap((_, j) => (full[3 + j] === true ? [`T${j}`] : []))) };
    const sets = allSets(model, tight);
    for (const { arcs, moves } of fullGroups(linearRows(model), tight)) {
      told += 1;
      for (const set of sets) expect(arcs.filter((i) => (set[i] ?? 0) > 0).length).toBeGreaterThanOrEqual(moves);
    }
  }), { numRuns: 1_500 });
  expect(told).toBeGreaterThan(200);
});

test("two sources and one target that must all be full, with room elsewhere: three moves where nothing adds up, two where it does", () => {
  const tight: Tight = { ...NOTHING_TIGHT, outOf: new Set(["S0", "S1"]), into: new Set(["T0"]) };
  const most = (model: SuggestionModel): number => Math.max(0, ...fullGroups(linearRows(model), tight).map((group) => group.moves));
  expect(most(modelOf([500, 700], [600, 900], () => true))).toBe(3);
  expect(most(modelOf([500, 700], [500, 900], () => true))).toBe(0);
});

function opened(model: SuggestionModel, tight: Tight): OpenPart {
  const [part] = openParts(model);
  if (part === undefined) throw new Error("no part");
  const [piece] = withPressureProven(part, { amounts: [], mostUnits: 0n, idle: new Set(), tight });
  if (piece === undefined) throw new Error("no piece");
  return piece;
}

test("a proven stage leaves out what costs more than there is room for, and what is left falls apart", async () => {
  // A rank 2 over 60 is needed once, for the source of 100; with that spent no other arc may carry over 60.
  const tiers = [{ overPence: 0, rank: 0 }, { overPence: 60, rank: 2 }];
  const model = modelOf([100, 80], [100, 40, 60], (i, j) => i === 1 || j === 0, tiers);
  const part = opened(model, { ...NOTHING_TIGHT, outOf: new Set(["S0", "S1"]) });
  part.amounts = part.model.arcs.map((arc) => ({ "S0>T0": 100, "S1>T1": 20, "S1>T2": 60 })[arc.id] ?? 0);
  holdStage(part, "sum-of-ranks", 2, 2);
  const pieces = await leaveOut(part, "sum-of-ranks", work);
  const left = pieces.flatMap((piece) => piece.model.arcs.map((arc) => [arc.id, arc.maxPence]));
  expect(left).toContainEqual(["S1>T0", 60]);
  expect(left).toContainEqual(["S0>T0", 100]);
  for (const piece of pieces) for (const [i, arc] of piece.model.arcs.entries()) expect(piece.amounts[i]).toBe({ "S0>T0": 100, "S1>T1": 20, "S1>T2": 60 }[arc.id] ?? 0);
});

test("arcs that would take a move too many go, and the part falls into pieces that hold the stage each", async () => {
  // S0 fits into T0 alone and S1 into T1: any use of the bridge S0>T1 is a third move.
  const model = modelOf([10, 7], [10, 7], (i, j) => i === j || i === 0);
  const part = opened(model, { ...NOTHING_TIGHT, outOf: new Set(["S0", "S1"]), into: new Set(["T0", "T1"]) });
  part.amounts = part.model.arcs.map((arc) => ({ "S0>T0": 10, "S1>T1": 7 })[arc.id] ?? 0);
  holdStage(part, "number-of-moves", 2, 2);
  const pieces = await leaveOut(part, "number-of-moves", work);
  expect(pieces.map((piece) => piece.model.arcs.map((arc) => arc.id))).toEqual([["S0>T0"], ["S1>T1"]]);
  expect(pieces.map((piece) => piece.held.map((stage) => [stage.row.upper, stage.proven]))).toEqual([[[1, true]], [[1, true]]]);
  expect(pieces.map((piece) => piece.amounts)).toEqual([[10], [7]]);
});

test("each block's floor holds for every set, and is told once for all its moves and once for those that no link shares", async () => {
  const caps = [2, 2, 1];
  const model = modelOf(caps, [3, 3], (i, j) => i === j || i === 2);
  const tight: Tight = { ...NOTHING_TIGHT, outOf: new Set(["S0", "S1", "S2"]) };
  const part = opened(model, tight);
  const blocks = openBlocks(part, 2);
  expect(blocks?.blocks).toHaveLength(2);
  const rows = blocks === null ? [] : await floorRows(part, blocks, { rank: 0, move: 1 }, work);
  expect(rows.length).toBeGreaterThan(2);
  for (const set of allSets(part.model, tight)) {
    const used = new Set(set.flatMap((pence, i) => (pence > 0 ? (part.compiled.tierColumns[i] ?? []).map((tier) => tier.column) : [])));
    for (const row of rows) expect(row.terms.reduce((sum, [column, count]) => sum + (used.has(column) ? count : 0), 0)).toBeGreaterThanOrEqual(row.lower);
  }
});
