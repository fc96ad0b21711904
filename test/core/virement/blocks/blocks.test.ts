// Parts solved block by block: never a bound that trying everything can beat, and the same proofs as without blocks.
import fc from "fast-check";
import { blocksOf } from "../../../../src/core/virement/blocks/blocksOf";
import { mixtureOf } from "../../../../src/core/virement/blocks/master";
import { priceBlock } from "../../../../src/core/virement/blocks/priceBlock";
import { closePressure } from "../../../../src/core/virement/closePressure";
import { DEFAULT_STAGES, objectiveValue, rankAt } from "../../../../src/core/virement/objectives";
import { openParts } from "../../../../src/core/virement/openPart";
import { breaches, solveModel } from "../../../../src/core/virement/solveModel";
import type { ModelArc, SuggestionModel } from "../../../../src/core/virement/types";
import { createHighsInProcess } from "../../../../src/solver/highsInProcess";
import { bruteForceStages } from "../bruteForce";
import type { OpenPart } from "../../../../src/core/virement/solveSteps";

const solver = createHighsInProcess();
const SLOW = 180_000;
const work = { solver, timeLimitSeconds: 20, blockArcs: 2 };
const whole = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });

/** Two groups of lines and sometimes a joint limit; the last source and the last target belong to both groups and tie them. */
function tied(unit: number): fc.Arbitrary<SuggestionModel> {
  const arc = fc.record({ most: whole(1, 4), same: fc.boolean(), edge: whole(0, 3), ranks: fc.tuple(whole(0, 3), whole(0, 3)), between: fc.boolean() });
  return fc.record({
    caps: fc.array(whole(1, 5), { minLength: 3, maxLength: 3 }), needs: fc.array(whole(1, 5), { minLength: 3, maxLength: 3 }), weights: fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: 3, maxLength: 3 }),
    arcs: fc.array(arc, { minLength: 6, maxLength: 6 }), minimum: whole(1, 2), limit: fc.tuple(fc.boolean(), fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 2 }), whole(2, 7)),
    // Only where single lines limit amounts are the best ones whole thousands.
    inter: unit > 1 ? fc.constant(false) : fc.boolean(),
  }).map((raw): SuggestionModel => {
    const lines = [
      ...raw.caps.map((cap, i) => ({ id: `S${i}`, agency: i === 0 && raw.inter ? "B" : "A", needPence: 0, weight: 1, capPence: cap * unit })),
      ...raw.needs.map((need, i) => ({ id: `T${i}`, agency: "A", needPence: need * unit, weight: raw.weights[i] ?? 1, capPence: 0 })),
    ];
    const pairs = [[0, 0], [0, 2], [1, 1], [2, 0], [2, 1], [1, 2]] as const;
    const arcs = pairs.flatMap(([i, j], a): ModelArc[] => {
      const facts = raw.arcs[a];
      if (facts === undefined) return [];
      const [low, high] = [...facts.ranks].sort((x, y) => x - y);
      const tiers = [{ overPence: 0, rank: low ?? 0 }, ...(facts.edge > 0 ? [{ overPence: facts.edge * unit, rank: high ?? 0 }] : [])];
      return [{ id: `S${i}>T${j}`, from: `S${i}`, to: `T${j}`, maxPence: facts.most * unit, interAgency: i === 0 && raw.inter, sameService: facts.same, tiers }];
    });
    const [limited, of, most] = raw.limit;
    const limits = limited && unit === 1 ? [{ id: "L", kind: "cap" as const, arcs: of.flatMap((a) => arcs[a]?.id ?? []), lines: [], maxPence: most * unit }] : [];
    return { lines, arcs, limits, fairShares: [], minimumMovePence: unit > 1 ? unit : raw.minimum, stages: DEFAULT_STAGES };
  });
}

test("equals trying everything on every stage where parts go through blocks of two arcs", async () => {
  let cut = 0;
  await fc.assert(fc.asyncProperty(fc.oneof(tied(1), tied(1_000)), async (problem) => {
    cut += openParts(problem).some((part) => blocksOf(part, 2) !== null) ? 1 : 0;
    const { amounts, stages } = await solveModel(problem, work);
    expect(breaches(problem, amounts)).toEqual([]);
    expect(stages.map((stage) => stage.value)).toEqual(bruteForceStages(problem, problem.minimumMovePence > 2 ? 1_000 : 1));
    expect(stages.every((stage) => stage.optimal && stage.bound === stage.value)).toBe(true);
  }), { numRuns: 500 });
  expect(cut).toBeGreaterThan(300);
}, SLOW);

test("cut short, no stage claims more than trying everything allows", async () => {
  await fc.assert(fc.asyncProperty(tied(1), async (problem) => {
    const { amounts, stages } = await solveModel(problem, { ...work, nodeLimit: 0 });
    expect(breaches(problem, amounts)).toEqual([]);
    const best = bruteForceStages(problem, 1);
    for (const [i, { sense }] of DEFAULT_STAGES.entries()) {
      const [stage, most] = [stages[i], best[i] ?? NaN];
      expect(sense === "max" ? (stage?.bound ?? NaN) >= most - 1e-9 : (stage?.bound ?? NaN) <= most + 1e-9).toBe(true);
      if (stage?.optimal === true) expect(stage.value).toBe(most);
      // What later stages must keep is another value from here on.
      else break;
    }
  }), { numRuns: 300 });
}, SLOW);

/** Every way to fill a block in whole pence, at these prices. */
function cheapest(model: SuggestionModel, full: (amounts: readonly number[]) => boolean, cost: (arc: number, pence: number) => number): number {
  let ways: number[][] = [[]];
  for (const arc of model.arcs) ways = ways.flatMap((way) => Array.from({ length: arc.maxPence + 1 }, (_, pence) => [...way, pence]));
  return Math.min(...ways.filter((way) => breaches(model, way).length === 0 && full(way)).map((way) => way.reduce((sum, pence, i) => sum + cost(i, pence), 0)));
}

test("no way to fill a block costs less than its bound, at any prices", async () => {
  const prices = fc.record({ rank: fc.double({ min: 0, max: 3, noNaN: true }), move: fc.double({ min: 0, max: 3, noNaN: true }), each: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }) });
  let asked = 0;
  await fc.assert(fc.asyncProperty(tied(1), prices, async (problem, { rank, move, each }) => {
    const closed = (await Promise.all(openParts(problem).map((part) => closePressure(part, work)))).flatMap((stage) => stage.pieces);
    for (const part of closed.filter((one: OpenPart) => one.closedMost)) {
      for (const block of blocksOf(part, 2)?.blocks ?? []) {
        asked += 1;
        const amounts = block.arcs.map((_, i) => each[i] ?? 0);
        const priced = await priceBlock(block, { rank, move, amounts }, 0.04, 50, work);
        const linked = blocksOf(part, 2)?.links.map(({ row }) => `${row.kind} ${row.id}`) ?? [];
        const mustFill = (kind: "outOf" | "into" | "limits", id: string): boolean => part.tight[kind].has(id) && !linked.includes(`${kind} ${id}`);
        const full = (way: readonly number[]): boolean => {
          const filled = (kind: "outOf" | "into" | "limits", id: string, most: number, its: (arc: ModelArc) => boolean): boolean => !mustFill(kind, id) || !block.model.arcs.some(its)
            || block.model.arcs.reduce((sum, arc, i) => (its(arc) ? sum + (way[i] ?? 0) : sum), 0) === most;
          return block.model.arcs.every((arc, i) => !part.tight.arcs.has(arc.id) || way[i] === arc.maxPence)
            && block.model.limits.every((limit) => filled("limits", limit.id, limit.maxPence, (arc) => limit.arcs.includes(arc.id)))
            && block.model.lines.every((one) => filled("outOf", one.id, one.capPence, (arc) => arc.from === one.id) && filled("into", one.id, one.needPence, (arc) => arc.to === one.id));
        };
        const best = cheapest(block.model, full, (i, pence) => (pence === 0 ? 0 : rank * rankAt(block.model.arcs[i]?.tiers ?? [], pence) + move + ((amounts[i] ?? 0) * pence) / 0.04));
        expect(priced === null ? -Infinity : priced.bound).toBeLessThanOrEqual(best + 1e-6);
      }
    }
  }), { numRuns: 300 });
  expect(asked).toBeGreaterThan(200);
}, SLOW);

test("the mixture's price is what one more of a tie would save", async () => {
  const ways = [{ block: 0, cost: 0, takes: [4] }, { block: 0, cost: 3, takes: [1] }, { block: 1, cost: 0, takes: [4] }, { block: 1, cost: 6, takes: [1] }];
  const mixed = await mixtureOf(ways, [{ most: 5, full: false }], 2, solver, { timeLimitSeconds: 5 });
  expect(mixed?.cost).toBeCloseTo(3);
  expect(mixed?.prices[0]).toBeLessThanOrEqual(-1);
  expect(mixed?.prices[0]).toBeGreaterThanOrEqual(-2);
  const roomy = await mixtureOf(ways, [{ most: 8, full: false }], 2, solver, { timeLimitSeconds: 5 });
  expect([roomy?.cost, roomy?.prices[0]].map((figure) => Math.round((figure ?? NaN) * 1e6) + 0)).toEqual([0, 0]);
});

test("a part is cut where few lines tie it, and not where it is small or tied by many", () => {
  const line = (id: string, needPence: number, capPence: number) => ({ id, agency: "A", needPence, weight: 1, capPence });
  const arc = (from: string, to: string): ModelArc => ({ id: `${from}>${to}`, from, to, maxPence: 5, interAgency: false, sameService: false, tiers: [{ overPence: 0, rank: 1 }] });
  const names = (letter: string): string[] => Array.from({ length: 6 }, (_, i) => `${letter}${i}`);
  const clique = (a: string, b: string): ModelArc[] => names(a).flatMap((from) => names(b).map((to) => arc(from, to)));
  const model: SuggestionModel = {
    lines: [...[..."PR"].flatMap((letter) => names(letter).map((id) => line(id, 0, 5))), ...[..."QS"].flatMap((letter) => names(letter).map((id) => line(id, 5, 0))), line("X", 0, 5)],
    arcs: [...clique("P", "Q"), ...clique("R", "S"), ...names("Q").map((to) => arc("X", to)), ...names("S").map((to) => arc("X", to))],
    limits: [], fairShares: [], minimumMovePence: 1, stages: DEFAULT_STAGES,
  };
  const [part] = openParts(model);
  expect(part && blocksOf(part)).toBeNull();
  const cut = part === undefined ? null : blocksOf(part, 50);
  expect(cut?.links.map(({ row }) => `${row.kind} ${row.id}`)).toEqual(["outOf X"]);
  expect(cut?.blocks.map((block) => block.arcs.length)).toEqual([42, 42]);
  expect(cut?.blocks.every((block) => objectiveValue("number-of-moves", block.model, block.arcs.map(() => 1)) === 42)).toBe(true);
});
