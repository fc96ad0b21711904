// An underspend is this year's only until its owner confirms that it recurs: then the move for a recurrent need is permanent, where the rules allow it.
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import type { Move } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import { brackenshireReading } from "../../support/brackenshireLines";

async function movesOfC04(change: Readonly<Record<string, Partial<BudgetLine>>>, date = "2026-10-15"): Promise<Move[]> {
  const [reading, books] = [brackenshireReading(change), samplesRuleBooks()];
  const flexibility = assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate: date });
  const options = { decisionDate: date, acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES };
  const found = await suggestMoves({ lines: reading.lines, agencies: reading.agencies, pools: poolPositions(reading), books, flexibility, options, solver: createHighsInProcess() });
  return found.moves.filter((move) => move.from === "C04");
}

test("without a confirmation every move is one-off and says until when", async () => {
  const moves = await movesOfC04({});
  expect(moves.map((move) => move.recurrence)).toEqual(["one-off", "one-off"]);
  expect(moves[0]?.explanation).toContain("The money is this year's only, until 2027-03-31: next year's need is not met by it.");
});

// The council's scheme, published by Oxfordshire County Council, leaves permanent virements to members.
test("a confirmed underspend moves for good to a need that recurs, and is asked of the rules as a permanent move", async () => {
  const moves = await movesOfC04({ C04: { underspendRecurs: true } });
  expect(moves.length).toBeGreaterThan(0);
  for (const move of moves) {
    expect(move).toMatchObject({ recurrence: "recurrent", rank: 4 });
    expect(move.approvals.map(({ approver }) => approver)).toContain("Council");
    expect(move.explanation).toContain("so the move is permanent: next year's budgets begin from it.");
  }
});

test("to a need of this year alone it is one-off", async () => {
  const moves = await movesOfC04({ C04: { underspendRecurs: true }, C01: { recurrence: "NONREC" }, C06: { recurrence: "NONREC" } });
  expect(moves.map((move) => move.recurrence)).toEqual(["one-off", "one-off"]);
  expect(moves[0]?.explanation).toContain("The underspend is confirmed to recur, but the need is this year's only.");
});

test("in March, when no permanent move is allowed, it still bridges the year, and says so", async () => {
  const closed = samplesRuleBooks().prohibitions.find(({ id }) => id === "P17");
  expect(closed?.kinds).toContain("permanent");
  const moves = await movesOfC04({ C04: { underspendRecurs: true } }, "2027-03-10");
  expect(moves.length).toBeGreaterThan(0);
  for (const move of moves) {
    expect(move.recurrence).toBe("one-off");
    expect(move.explanation).toContain("no permanent move is allowed now: this one bridges the year");
  }
});

test("the flexibility of such a line is recurrent and has no end", () => {
  const reading = brackenshireReading({ C04: { underspendRecurs: true } });
  const found = assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books: samplesRuleBooks(), decisionDate: "2026-10-15" });
  expect(found.find(({ lineId }) => lineId === "C04")).toMatchObject({ recurrence: "recurrent", until: null });
  expect(found.find(({ lineId }) => lineId === "N01")).toMatchObject({ recurrence: "one-off", until: "2027-03-31" });
});
