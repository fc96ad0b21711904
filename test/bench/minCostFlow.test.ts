// Minimum-cost flow through the optimiser's port: the sample of the DIMACS challenge, shortages, and trying everything.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { minimumCostFlow, readDimacs, totals, type FlowProblem } from "../../bench/solver/minCostFlow";
import { createHighsInProcess } from "../../src/solver/highsInProcess";

const solver = createHighsInProcess();
const SAMPLE = ["c sample of the First DIMACS Implementation Challenge", "p min 4 5", "n 1 4", "n 4 -4", "a 1 2 0 4 2", "a 1 3 0 2 2", "a 2 3 0 2 1", "a 2 4 0 3 3", "a 3 4 0 5 1"].join("\n");

test("the sample of the DIMACS challenge costs 14", async () => {
  const { cost, flow } = await minimumCostFlow(readDimacs(SAMPLE), solver);
  expect(cost).toBe(14n);
  expect(flow.reduce((sum, units) => sum + units, 0)).toBeGreaterThan(0);
});

test.each([["min1", 1970n], ["min2", 743n]])("the transportation case %s costs %d", async (name, least) => {
  const problem = readDimacs(readFileSync(join(__dirname, `../data/min-cost-flow/${name}.min`), "utf8"));
  const { cost, flow } = await minimumCostFlow(problem, solver);
  expect(cost).toBe(least);
  expect(flow.reduce((sum, units) => sum + units, 0)).toBe(Math.min(totals(problem).supply, totals(problem).demand));
});

test("where demand is more than supply, all the supply is sent; what no arc can carry is impossible", async () => {
  const short = await minimumCostFlow(readDimacs(SAMPLE.replace("n 4 -4", "n 4 -5")), solver);
  expect(short.cost).toBe(14n);
  const narrow = SAMPLE.replace("a 1 2 0 4 2", "a 1 2 0 1 2");
  expect((await minimumCostFlow(readDimacs(narrow), solver)).cost).toBeNull();
});

test("what is no minimum-cost-flow problem is refused with its line", () => {
  expect(() => readDimacs("p max 4 5")).toThrow("Line 1");
  expect(() => readDimacs("p min 4 5\na 1 2 0 4.5 2")).toThrow("Line 2");
});

/** Least cost by trying every flow, or null. */
function tried({ nodes, supply, arcs }: FlowProblem): number | null {
  let best: number | null = null;
  const go = (i: number, flow: readonly number[]): void => {
    const arc = arcs[i];
    if (arc === undefined) {
      const balance = Array.from({ length: nodes }, (_, n) => arcs.reduce((sum, a, j) => sum + (a.from === n + 1 ? (flow[j] ?? 0) : 0) - (a.to === n + 1 ? (flow[j] ?? 0) : 0), 0));
      const cost = arcs.reduce((sum, a, j) => sum + a.cost * (flow[j] ?? 0), 0);
      if (balance.every((units, n) => units === (supply.get(n + 1) ?? 0)) && (best === null || cost < best)) best = cost;
      return;
    }
    for (let units = arc.least; units <= arc.most; units += 1) go(i + 1, [...flow, units]);
  };
  go(0, []);
  return best;
}

test("equals trying every flow", async () => {
  const arc = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 9 }));
  await fc.assert(fc.asyncProperty(fc.array(arc, { minLength: 1, maxLength: 5 }), fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), async (raw, [a, b, c]) => {
    const arcs = raw.map(([from, to, most, cost]) => ({ from: from + 1, to: to + 1, least: 0, most, cost }));
    const problem = { nodes: 4, supply: new Map([[1, a], [2, b], [3, -Math.min(c, a + b)], [4, Math.min(c, a + b) - a - b]]), arcs };
    const { cost } = await minimumCostFlow(problem, solver);
    expect(cost === null ? null : Number(cost)).toBe(tried(problem));
  }), { numRuns: 100 });
});
