// Limits that add up over the year couple the moves that share them, and say what one penny more would need.
import { brackenshireAgencies, brackenshireLines, k } from "../../support/brackenshireLines";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";

const DATE = "2026-10-15";
const lines = brackenshireLines();
const usual = samplesRuleBooks();
const template = usual.bands.find((band) => band.id === "COUNCIL-S1");
if (template === undefined) throw new Error("no band to copy");
const others = usual.bands.filter((band) => band.agency !== "COUNCIL");
const books = { ...usual, bands: [...others, { ...template, id: "HEAD", overPence: 0, upToPence: k(200), cumulative: "per head" as const, kinds: "*" as const, scopes: "*" as const }] };

test("a head's limit for the year is taken once by all moves that leave it, and the next penny is the governing body's", async () => {
  const flexibility = assessFlexibility({ lines, agencies: brackenshireAgencies, books, decisionDate: DATE });
  const options = { decisionDate: DATE, acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES };
  const found = await suggestMoves({ lines, agencies: brackenshireAgencies, pools: [], books, flexibility, options, solver: createHighsInProcess() });
  const given = found.moves.filter((move) => move.from === "C04").reduce((sum, move) => sum + move.amountPence, 0);
  expect(given).toBe(k(200));
  expect(found.model.limits.filter((limit) => limit.kind === "cumulative" && limit.arcs.length > 1).map((limit) => [limit.arcs, limit.maxPence])).toContainEqual([["C04>C01", "C04>C06"], k(200)]);
  expect(found.unclosed.find((open) => open.line === "C01")?.reason).toContain("£200,000.01 would need the governing body");
  expect(found.proof.stages.every((stage) => stage.optimal)).toBe(true);
});
