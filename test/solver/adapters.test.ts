// Both ways to run the optimiser answer alike; the worker stops at once and starts again.
import fc from "fast-check";
import type { MipModel, SolverPort } from "../../src/core/virement/solverPort";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { createHighsWorker, SolverFailure, type SolverWorker } from "../../src/solver/highsWorker";
import type { SolveReply, SolveRequest } from "../../src/solver/workerMessages";

const inProcess = createHighsInProcess();

/** Stands in for a worker: answers by the in-process solver, later, or keeps silent. */
class StandInWorker implements SolverWorker {
  terminated = false;
  private hear: (event: { readonly data: SolveReply }) => void = () => undefined;
  private fail: (event: { readonly message?: string }) => void = () => undefined;
  constructor(private readonly manner: "answers" | "silent" | "fails" | "breaks") {}
  addEventListener(type: "message" | "error", listener: (event: never) => void): void {
    if (type === "message") this.hear = listener as typeof this.hear;
    else this.fail = listener as typeof this.fail;
  }
  postMessage({ id, model, limits: asked }: SolveRequest): void {
    if (this.manner === "answers") void inProcess.solve(model, asked).then((answer) => this.hear({ data: { id, answer } }));
    if (this.manner === "fails") queueMicrotask(() => this.hear({ data: { id, failure: "out of memory" } }));
    if (this.manner === "breaks") queueMicrotask(() => this.fail({ message: "blocked" }));
  }
  terminate(): void {
    this.terminated = true;
  }
}

/** Most value within a weight of 10: items of weight 5, 4, 6 and 3 worth 10, 40, 30 and 50. */
const knapsack: MipModel = {
  sense: "max",
  columns: [10, 40, 30, 50].map((cost) => ({ cost, lower: 0, upper: 1, integer: true })),
  rows: [{ lower: -Infinity, upper: 10, terms: [[0, 5], [1, 4], [2, 6], [3, 3]] }],
};
const limits = { timeLimitSeconds: 5 };

const adapters: readonly (readonly [string, () => SolverPort])[] = [
  ["in process", createHighsInProcess],
  ["worker", () => createHighsWorker(() => new StandInWorker("answers"))],
];

describe.each(adapters)("%s", (_, create) => {
  test("solves to proof", async () => {
    const answer = await create().solve(knapsack, limits);
    expect(answer).toMatchObject({ status: "optimal", objective: 90, bound: 90 });
    expect(answer.values.map(Math.round)).toEqual([0, 1, 0, 1]);
  });

  test("says when nothing is possible", async () => {
    const answer = await create().solve({ ...knapsack, rows: [{ lower: 100, upper: Infinity, terms: [[0, 1]] }] }, limits);
    expect(answer).toMatchObject({ status: "infeasible", values: [] });
  });

  test("takes a model without columns and one without rows", async () => {
    expect(await create().solve({ sense: "min", columns: [], rows: [] }, limits)).toMatchObject({ status: "optimal", values: [], objective: 0 });
    const free = await create().solve({ ...knapsack, rows: [] }, limits);
    expect(free).toMatchObject({ status: "optimal", objective: 130 });
  });

  test("takes whole and broken numbers, one-sided and two-sided rows", async () => {
    const model: MipModel = {
      sense: "min",
      columns: [{ cost: 1, lower: 0, upper: Infinity, integer: false }, { cost: 1, lower: 0, upper: Infinity, integer: true }],
      rows: [{ lower: 2.5, upper: 2.5, terms: [[0, 1], [1, 1]] }, { lower: 1, upper: Infinity, terms: [[1, 2]] }],
    };
    const answer = await create().solve(model, limits);
    expect(answer).toMatchObject({ status: "optimal" });
    expect(answer.objective).toBeCloseTo(2.5, 9);
  });

  test("refuses to start when already stopped", async () => {
    await expect(create().solve(knapsack, { ...limits, signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
  });
});

test("stopping ends the worker at once, and the next question starts a new one", async () => {
  const workers: StandInWorker[] = [];
  const solver = createHighsWorker(() => {
    const worker = new StandInWorker(workers.length === 0 ? "silent" : "answers");
    workers.push(worker);
    return worker;
  });
  const stop = new AbortController();
  const waiting = solver.solve(knapsack, { ...limits, signal: stop.signal });
  stop.abort(new Error("stopped by hand"));
  await expect(waiting).rejects.toThrow("stopped by hand");
  expect(workers[0]?.terminated).toBe(true);
  expect((await solver.solve(knapsack, limits)).objective).toBe(90);
  expect((await solver.solve(knapsack, limits)).objective).toBe(90);
  expect(workers).toHaveLength(2);
});

test.each(["fails", "breaks"] as const)("a worker that %s is an error in words, not a hang", async (manner) => {
  const solver = createHighsWorker(() => new StandInWorker(manner));
  await expect(solver.solve(knapsack, limits)).rejects.toThrow(SolverFailure);
});

test("no native memory is left behind by many solves", async () => {
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 200; i += 1) await inProcess.solve(knapsack, limits);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test("random assignment problems: the same as trying every order", async () => {
  const costs = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
  const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
  await fc.assert(fc.asyncProperty(costs, async (cost) => {
    const at = (i: number, j: number): number => cost[i]?.[j] ?? 0;
    const columns = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => ({ cost: at(i, j), lower: 0, upper: 1, integer: true })));
    const rows = [0, 1, 2].flatMap((i) => [
      { lower: 1, upper: 1, terms: [0, 1, 2].map((j) => [i * 3 + j, 1] as const) },
      { lower: 1, upper: 1, terms: [0, 1, 2].map((j) => [j * 3 + i, 1] as const) },
    ]);
    const answer = await inProcess.solve({ sense: "min", columns, rows }, limits);
    expect(answer.objective).toBe(Math.min(...orders.map((order) => order.reduce((sum, j, i) => sum + at(i, j), 0))));
  }), { numRuns: 40 });
});
