// What is said beside the suggestions: a search cut short, an effect not known.
import type { SolverPort } from "../../../src/core/virement/solverPort";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { issueText } from "../../../src/core/issues/issueText";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestionIssues } from "../../../src/core/virement/suggestionIssues";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import type { ServiceLink } from "../../../src/core/checks/costShunt";
import type { Suggestions } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading } from "../../support/brackenshireLines";

const highs = createHighsInProcess();

async function suggest(solver: SolverPort, links: readonly ServiceLink[] = []): Promise<Suggestions> {
  const { lines, agencies } = brackenshireReading();
  const books = samplesRuleBooks();
  const decisionDate = "2026-10-15";
  const flexibility = assessFlexibility({ lines, agencies, books, decisionDate });
  const options = { decisionDate, acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES };
  return suggestMoves({ lines, agencies, pools: [], books, flexibility, options, solver, links });
}

test("a full proof needs no words", async () => {
  expect(suggestionIssues(await suggest(highs))).toEqual([]);
});

test("a search that stops without an answer leaves no false proof: nothing is suggested as best, and that is said", async () => {
  const found = await suggest({ solve: async () => ({ status: "stopped", values: [], objective: NaN, bound: NaN }) });
  expect(found.moves).toEqual([]);
  expect(found.proof.stages[0]).toMatchObject({ objective: "pressure-closed", value: 0, optimal: false });
  expect(found.proof.stages.every((stage) => Number.isFinite(stage.bound))).toBe(true);
  expect(suggestionIssues(found).map(issueText)).toEqual([
    "The suggestions are good but not proven the best: the search was cut short at pressure closed, same service. Allow more time, or take them as they are.",
  ]);
});

test("a search cut short with an answer keeps the answer and states its bound", async () => {
  const solver: SolverPort = {
    solve: async (model, limits) => {
      const answer = await highs.solve(model, limits);
      return { ...answer, status: "feasible", bound: model.sense === "max" ? answer.bound + 10 : answer.bound - 1 };
    },
  };
  const found = await suggest(solver);
  expect(found.moves).not.toEqual([]);
  const first = found.proof.stages[0];
  expect(first).toMatchObject({ value: 82_500_000, optimal: false });
  expect(first?.bound).toBeGreaterThan(82_500_000);
});

test("an optimiser that answers nonsense is caught by the check in whole pence", async () => {
  const found = await suggest({ solve: async (model) => ({ status: "optimal", values: model.columns.map((column) => column.upper + 7), objective: 0, bound: 0 }) });
  expect(found.moves).toEqual([]);
  expect(found.proof.stages[0]?.optimal).toBe(false);
});

test("a link without a known effect is a question with the money at stake", async () => {
  const found = await suggest(highs, [{ fromLine: "C04", toLine: "N04", elasticity: null, evidence: "same clients" }]);
  expect(suggestionIssues(found).map((issue) => [issue.code, issue.severity, issue.facts["move"]])).toEqual([
    ["shunt-not-quantified", "question", "C04 to C01"], ["shunt-not-quantified", "question", "C04 to C06"],
  ]);
});
