// A ceiling on approvals keeps every move under it, and what stays open says so.
import { brackenshireAgencies, brackenshireLines, k } from "../../support/brackenshireLines";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";

test("without the Executive, C04 gives C01 no more than £250,000", async () => {
  const [lines, books] = [brackenshireLines(), samplesRuleBooks()];
  const flexibility = assessFlexibility({ lines, agencies: brackenshireAgencies, books, decisionDate: "2026-10-15" });
  const options = { decisionDate: "2026-10-15", acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES, highestRank: 2 };
  const found = await suggestMoves({ lines, agencies: brackenshireAgencies, pools: [], books, flexibility, options, solver: createHighsInProcess() });
  expect(found.moves.map((move) => `${move.from}>${move.to} ${move.amountPence}`)).toEqual([`N01>N04 ${k(300)}`, `C04>C01 ${k(250)}`, `C04>C06 ${k(105)}`]);
  expect(found.moves.every((move) => move.rank <= 2)).toBe(true);
  expect(found.unclosed.find((open) => open.line === "C01")?.reason).toContain("Only moves up to approval rank 2 were looked for: £250,000.01 of C04 would need Executive.");
});
