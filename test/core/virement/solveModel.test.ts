// The optimiser against trying everything, on thousands of small random models, to the penny and on every stage.
import fc from "fast-check";
import { DEFAULT_STAGES, objectiveValue } from "../../../src/core/virement/objectives";
import { breaches, solveModel } from "../../../src/core/virement/solveModel";
import type { ModelArc, ModelStage, SuggestionModel } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import { bruteForceStages } from "./bruteForce";

const solver = createHighsInProcess();
/** Thousands of models on a busy machine. */
const SLOW = 180_000;
const work = { solver, timeLimitSeconds: 20 };
const amount = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

interface Shape {
  /** Amounts are multiples of this many pence. */
  readonly unit: number;
  readonly monotone: boolean;
  readonly interAgency: boolean;
  readonly limits: boolean;
  readonly stages: fc.Arbitrary<readonly ModelStage[]>;
}

function model({ unit, monotone, interAgency, limits, stages }: Shape): fc.Arbitrary<SuggestionModel> {
  const source = fc.record({ agency: fc.constantFrom("A", "B"), cap: amount(7) });
  const target = fc.record({ agency: fc.constantFrom("A", "B"), need: fc.integer({ min: 1, max: 6 }), weight: fc.constantFrom(1, 1, 2, 0.5, 3) });
  const arc = fc.record({ used: fc.boolean(), max: fc.integer({ min: 1, max: 5 }), same: fc.boolean(), edge: amount(5), ranks: fc.tuple(amount(4), amount(4)) });
  return fc.record({
    sources: fc.array(source, { minLength: 1, maxLength: 2 }), targets: fc.array(target, { minLength: 1, maxLength: 2 }),
    arcs: fc.array(arc, { minLength: 4, maxLength: 4 }), limit: fc.tuple(fc.subarray([0, 1, 2, 3]), amount(6), fc.boolean()), minimum: fc.integer({ min: 1, max: 3 }), stages,
    shares: fc.constantFrom([], [{ agency: "A", parts: 1 }, { agency: "B", parts: 1 }], [{ agency: "B", parts: 2 }, { agency: "A", parts: 1 }], [{ agency: "A", parts: 613 }, { agency: "B", parts: 387 }]),
  }).map((raw): SuggestionModel => {
    const lines = [
      ...raw.sources.map((s, i) => ({ id: `S${i}`, agency: s.agency, needPence: 0, weight: 1, capPence: s.cap * unit })),
      ...raw.targets.map((t, i) => ({ id: `T${i}`, agency: t.agency, needPence: t.need * unit, weight: t.weight, capPence: 0 })),
    ];
    const arcs = raw.sources.flatMap((s, i) => raw.targets.flatMap((t, j): ModelArc[] => {
      const facts = raw.arcs[i * 2 + j];
      if (facts === undefined || !facts.used || (s.agency !== t.agency && !interAgency)) return [];
      const [low, high] = monotone ? [...facts.ranks].sort((a, b) => a - b) : facts.ranks;
      const tiers = [{ overPence: 0, rank: low ?? 0 }, ...(facts.edge > 0 ? [{ overPence: facts.edge * unit, rank: high ?? 0 }] : [])];
      return [{ id: `S${i}>T${j}`, from: `S${i}`, to: `T${j}`, maxPence: facts.max * unit, interAgency: s.agency !== t.agency, sameService: facts.same, tiers }];
    }));
    const [picked, most, byLine] = raw.limit;
    const limit = { id: "L", kind: "fund" as const, arcs: arcs.filter((_, i) => picked.includes(i)).map((a) => a.id), lines: byLine ? ["S0"] : [], maxPence: most * unit };
    return { lines, arcs, limits: limits ? [limit] : [], fairShares: interAgency ? raw.shares : [], minimumMovePence: unit > 1 ? unit : raw.minimum, stages: raw.stages };
  });
}

const usual = fc.constant(DEFAULT_STAGES);
const shuffled = fc.shuffledSubarray([...DEFAULT_STAGES], { minLength: 1 });

async function agrees(problem: SuggestionModel, step: number): Promise<void> {
  const { amounts, stages } = await solveModel(problem, work);
  expect(breaches(problem, amounts)).toEqual([]);
  const best = bruteForceStages(problem, step);
  expect(stages.map((stage) => stage.value)).toEqual(best);
  expect(stages.every((stage) => stage.optimal && stage.bound === stage.value)).toBe(true);
  expect(problem.stages.map((stage) => objectiveValue(stage.objective, problem, amounts))).toEqual(best);
}

test("equals trying everything: one body's moves, tiers and a minimum, in the usual order", async () => {
  await fc.assert(fc.asyncProperty(model({ unit: 1, monotone: true, interAgency: false, limits: false, stages: usual }), (problem) => agrees(problem, 1)), { numRuns: 1_000 });
}, SLOW);

test("equals trying everything: moves between bodies, joint limits, tiers that fall, any order of objectives", async () => {
  await fc.assert(fc.asyncProperty(model({ unit: 1, monotone: false, interAgency: true, limits: true, stages: shuffled }), (problem) => agrees(problem, 1)), { numRuns: 1_000 });
}, SLOW);

test("equals trying everything in steps of half a unit, where amounts are whole thousands of pounds", async () => {
  await fc.assert(fc.asyncProperty(model({ unit: 100_000, monotone: true, interAgency: false, limits: false, stages: usual }), (problem) => agrees(problem, 50_000)), { numRuns: 300 });
}, SLOW);

test("amounts of hundreds of millions of pounds come out to the penny", async () => {
  const needPence = 98_765_432_109;
  const problem: SuggestionModel = {
    lines: [
      { id: "S", agency: "A", needPence: 0, weight: 1, capPence: 98_765_432_107 },
      { id: "S2", agency: "A", needPence: 0, weight: 1, capPence: 1 },
      { id: "T", agency: "A", needPence, weight: 1.5, capPence: 0 },
    ],
    arcs: ["S", "S2"].map((from) => ({
      id: `${from}>T`, from, to: "T", maxPence: from === "S" ? 98_765_432_107 : 1, interAgency: false, sameService: true,
      tiers: [{ overPence: 0, rank: 2 }, { overPence: 98_765_432_106, rank: 3 }].filter((tier) => from === "S" || tier.overPence === 0),
    })),
    limits: [{ id: "L", kind: "cap", arcs: ["S>T", "S2>T"], lines: [], maxPence: 98_765_432_107 }],
    fairShares: [], minimumMovePence: 1, stages: DEFAULT_STAGES,
  };
  const { amounts, stages } = await solveModel(problem, work);
  expect(stages[0]?.value).toBe(98_765_432_107 * 1.5);
  expect(stages[1]?.value).toBe(2);
  expect(amounts).toEqual([98_765_432_106, 1]);
});

test("an objective the wrong way round is refused, and no arcs means no work", async () => {
  const empty: SuggestionModel = { lines: [], arcs: [], limits: [], fairShares: [], minimumMovePence: 1, stages: DEFAULT_STAGES };
  expect((await solveModel(empty, work)).stages.every((stage) => stage.optimal && stage.value === 0)).toBe(true);
  await expect(solveModel({ ...empty, stages: [{ objective: "highest-rank", sense: "max" }] }, work)).rejects.toThrow(RangeError);
});

test("a stop is seen before the next stage", async () => {
  const stop = new AbortController();
  const reached: string[] = [];
  const problem: SuggestionModel = { lines: [], arcs: [], limits: [], fairShares: [], minimumMovePence: 1, stages: DEFAULT_STAGES };
  const solving = solveModel(problem, {
    ...work, signal: stop.signal,
    onStage: (objective) => { reached.push(objective); if (reached.length === 2) stop.abort(new Error("stopped by hand")); },
  });
  await expect(solving).rejects.toThrow("stopped by hand");
  expect(reached).toHaveLength(2);
});
