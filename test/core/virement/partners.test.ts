// Moves between bodies: only where a gateway leads, within what a partner will owe or offers, in four entries, and never at another's cost.
import { brackenshireReading, k } from "../../support/brackenshireLines";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { sumPenceBy } from "../../../src/core/money/pence";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import type { SuggestionOptions, Suggestions } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";

const solver = createHighsInProcess();

async function suggest(asked: Partial<SuggestionOptions>, change: Readonly<Record<string, Partial<BudgetLine>>> = {}): Promise<Suggestions> {
  const [reading, books] = [brackenshireReading(change), samplesRuleBooks()];
  const flexibility = assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate: "2026-10-15" });
  const options = { decisionDate: "2026-10-15", acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES, ...asked };
  return suggestMoves({ lines: reading.lines, agencies: reading.agencies, pools: poolPositions(reading), books, flexibility, options, solver });
}

const between = (found: Suggestions): Suggestions["moves"] => found.moves.filter((move) => move.scope === "inter-agency");
const valueOf = (found: Suggestions, objective: string): number | undefined => found.proof.stages.find((stage) => stage.objective === objective)?.value;

test("T-6.1 M4: the ICB pays its risk share of 205,215.74 now, in four entries that need both partners", async () => {
  const found = await suggest({ partnersPay: true });
  expect(found.moves.map((m) => `${m.from}>${m.to} ${m.amountPence} rank ${m.rank}`)).toEqual([
    `N01>N04 ${k(300)} rank 2`, "N01>C01 20521574 rank 5", `C04>C06 ${k(105)} rank 2`, `C04>C01 ${k(315)} rank 3`,
  ]);
  expect(found.closedPence).toBe(k(720) + 20_521_574);
  expect(found.unclosed.find((open) => open.line === "C01")?.amountPence).toBe(57_978_426);
  const [payment] = between(found);
  expect(payment?.approvals.map((a) => [a.agency, a.rank])).toEqual([["ICB", 5], ["COUNCIL", 5]]);
  expect(payment?.entries.map((e) => [e.agency, e.nature, e.pence])).toEqual([
    ["ICB", "spending", -20_521_574], ["ICB", "payment to partner", 20_521_574], ["COUNCIL", "income from partner", -20_521_574], ["COUNCIL", "spending", 20_521_574],
  ]);
  expect(payment?.burden).toEqual([]);
  for (const part of ["no virement but a payment between two bodies", "s75", "VAT", "no more than it will owe"]) expect(payment?.explanation).toContain(part);
  expect(valueOf(found, "inter-agency-cash")).toBe(20_521_574);
  expect(found.proof.stages.every((stage) => stage.optimal)).toBe(true);
  // What it pays now it is not called for again.
  expect(found.calls).toEqual([]);
});

test("T-6.1 alternative A: an offer of 500,000 closes 1,220,000 and is 294,784.26 above what the ICB owes", async () => {
  const found = await suggest({ offers: [{ agency: "ICB", upToPence: k(500) }] });
  expect(found.closedPence).toBe(k(1_220));
  expect(found.unclosed.find((open) => open.line === "C01")?.amountPence).toBe(k(285));
  const [payment] = between(found);
  expect(payment?.amountPence).toBe(k(500));
  expect(payment?.burden).toEqual([{ agency: "ICB", pence: 29_478_426 }, { agency: "COUNCIL", pence: -29_478_426 }]);
  expect(payment?.explanation).toContain("£294,784.26 of it is above what ICB will owe at the year's end: a gift, which only ICB can offer, and has");
});

test("T-6.1 alternative B: unless asked for, nothing goes between bodies", async () => {
  expect(between(await suggest({}))).toEqual([]);
});

test("an offer never takes a body past break-even, whatever it says", async () => {
  // The ICB is forecast £550,000 under in all; with N05 on budget and N02 £200,000 over, £300,000 remain.
  const found = await suggest({ offers: [{ agency: "ICB", upToPence: k(5_000) }] }, { N05: { forecastPence: k(2_400) }, N02: { forecastPence: k(34_200), funding: [{ fund: "RCA", ringFence: "RCA", pence: k(34_000) }] } });
  const given = sumPenceBy(between(found), (move) => move.amountPence);
  expect(found.model.limits.find((limit) => limit.kind === "break-even")?.maxPence).toBeGreaterThan(0);
  expect(given).toBe(Math.min(k(500), found.model.limits.find((limit) => limit.kind === "break-even")?.maxPence ?? 0));
});

test("no gateway, no move, whoever offers: fire to care, central money, and partners who only align", async () => {
  const offers = ["FIRE", "JCP", "PROBATION"].map((agency) => ({ agency, upToPence: k(1_000) }));
  expect(between(await suggest({ offers, acrossOutcomes: true }))).toEqual([]);
  const aligned = Object.fromEntries(brackenshireReading().lines.map((line) => [line.id, { arrangement: "aligned" as const }]));
  expect(between(await suggest({ partnersPay: true, offers: [{ agency: "ICB", upToPence: k(500) }] }, aligned))).toEqual([]);
});

test("fair shares follow what each may be asked for, and every set of entries sums to nothing in each body but what it gives", async () => {
  const found = await suggest({ partnersPay: true, offers: [{ agency: "COUNCIL", upToPence: k(50) }], acrossOutcomes: true });
  expect(sumPenceBy(found.model.fairShares, (share) => share.parts)).toBe(1_000);
  for (const move of found.moves) {
    expect(sumPenceBy(move.entries, (entry) => entry.pence)).toBe(0);
    for (const agency of new Set(move.entries.map((entry) => entry.agency))) {
      expect(sumPenceBy(move.entries.filter((entry) => entry.agency === agency), (entry) => entry.pence)).toBe(0);
    }
  }
});
