// A search that is ended keeps the best found so far with its gap, whether a person or the clock ends it; a stop of anything else leaves things as they were.
import { brackenshireReading, k } from "../support/brackenshireLines";
import { samplesRuleBooks } from "../../samples/ruleBooks";
import { endingSolver, isOver, type SearchEnd } from "../../src/app/searchEnd";
import { assessFlexibility } from "../../src/core/flexibility/assessFlexibility";
import { poolPositions } from "../../src/core/pooling/poolPosition";
import { DEFAULT_STAGES } from "../../src/core/virement/objectives";
import type { SolverPort } from "../../src/core/virement/solverPort";
import { suggestMoves } from "../../src/core/virement/suggestMoves";
import type { Suggestions } from "../../src/core/virement/types";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { sampleSession } from "../taskpane/support/partnership";

const highs = createHighsInProcess();

function suggest(solver: SolverPort, end: SearchEnd, signal?: AbortSignal): Promise<Suggestions> {
  const reading = brackenshireReading();
  const books = samplesRuleBooks();
  const flexibility = assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate: "2026-10-15" });
  const options = { decisionDate: "2026-10-15", acrossOutcomes: true, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES };
  return suggestMoves({
    lines: reading.lines, agencies: reading.agencies, pools: poolPositions(reading), books, flexibility, options, solver: endingSolver(solver, end),
    enough: () => isOver(end), ...(signal === undefined ? {} : { signal }),
  });
}

/** Calls back before each question to the optimiser. */
const watched = (before: (n: number) => void): SolverPort => {
  let n = 0;
  return { solve: (model, limits) => { n += 1; before(n); return highs.solve(model, limits); } };
};

test("ended after the first questions, the moves found stand, keep every limit, and the stages say that they are not proven", async () => {
  for (const last of [1, 2, 3, 5]) {
    const end = new AbortController();
    const found = await suggest(watched((n) => { if (n === last) queueMicrotask(() => end.abort()); }), { signal: end.signal });
    expect(found.closedPence).toBeLessThanOrEqual(k(750));
    const stage = found.proof.stages[0];
    expect(stage?.bound).toBeGreaterThanOrEqual(stage?.value ?? 0);
    if (found.closedPence < k(750)) expect(stage?.optimal).toBe(false);
    for (const line of found.model.lines) {
      expect(found.moves.filter((move) => move.from === line.id).reduce((sum, move) => sum + move.amountPence, 0)).toBeLessThanOrEqual(line.capPence);
    }
  }
});

test("ended before it began, nothing is suggested and nothing fails; the bound says how much there might be", async () => {
  const found = await suggest(highs, { secondsLeft: () => 0 });
  expect(found.moves).toEqual([]);
  expect(found.proof.stages[0]).toMatchObject({ value: 0, optimal: false });
  expect(found.proof.stages[0]?.bound).toBeGreaterThanOrEqual(85_500_000);
});

test("with time enough the end changes nothing", async () => {
  expect((await suggest(highs, { secondsLeft: () => 1_000, signal: new AbortController().signal })).moves).toEqual((await suggest(highs, {})).moves);
});

test("a question under way is ended too, but a stop of the whole work still rejects", async () => {
  const hanging: SolverPort = { solve: (_, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason instanceof Error ? signal.reason : new Error("stopped")))) };
  const end = new AbortController();
  const ended = suggest(hanging, { signal: end.signal });
  setTimeout(() => end.abort(), 5);
  expect((await ended).moves).toEqual([]);
  const stop = new AbortController();
  const stopped = suggest(hanging, { signal: new AbortController().signal }, stop.signal);
  setTimeout(() => stop.abort(new Error("stopped by hand")), 5);
  await expect(stopped).rejects.toThrow("stopped by hand");
});

test("in the pane, stopping while suggestions are looked for shows what was found so far and says so", async () => {
  const session = sampleSession();
  await session.readSheets();
  const stopAtOnce = session.subscribe(() => { if (session.getState().job?.keepsBest === true) session.stop(); });
  await session.suggest();
  stopAtOnce();
  const { suggestions, notice, failure } = session.getState();
  expect(failure).toBeNull();
  expect(suggestions).not.toBeNull();
  expect(notice).toContain("The search was stopped: these are the best found so far.");
});
