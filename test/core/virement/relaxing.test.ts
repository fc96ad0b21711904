// What would help an open pressure is true: solving again with just that change closes just that much, and with a penny less of it, less.
import fc from "fast-check";
import { brackenshireReading, k } from "../../support/brackenshireLines";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { randomModel } from "../../resolve/randomModels";
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import type { Gateway, RuleBooks } from "../../../src/core/rules/types";
import { DEFAULT_STAGES, objectiveValue } from "../../../src/core/virement/objectives";
import { leastRise, limitsAt } from "../../../src/core/virement/relaxing/fullLimits";
import { relaxationWords, withRelaxations } from "../../../src/core/virement/relaxing/relaxations";
import { solveModel } from "../../../src/core/virement/solveModel";
import { suggestMoves, type SuggestionInput } from "../../../src/core/virement/suggestMoves";
import type { Relaxation, SuggestionOptions, Suggestions } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";

const solver = createHighsInProcess();
type Change = Readonly<Record<string, Partial<BudgetLine>>>;

function inputOf(asked: Partial<SuggestionOptions> = {}, books: RuleBooks = samplesRuleBooks(), change: Change = {}): SuggestionInput {
  const reading = brackenshireReading(change);
  const flexibility = assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate: "2026-10-15" });
  const options = { decisionDate: "2026-10-15", acrossOutcomes: false, minimumMovePence: 100, contingencyShare: 0, stages: DEFAULT_STAGES, ...asked };
  return { lines: reading.lines, agencies: reading.agencies, pools: poolPositions(reading), books, flexibility, options, solver };
}

const suggest = (asked?: Partial<SuggestionOptions>, books?: RuleBooks, change?: Change): Promise<Suggestions> => suggestMoves(inputOf(asked, books, change));
async function helping(line: string, asked?: Partial<SuggestionOptions>, books?: RuleBooks, change?: Change): Promise<readonly Relaxation[]> {
  const input = inputOf(asked, books, change);
  const open = (await withRelaxations(await suggestMoves(input), input)).unclosed.find((one) => one.line === line);
  return open?.relaxations ?? [];
}
const closes = (some: readonly Relaxation[], kind: Relaxation["kind"], ruleId?: string): number | undefined => some.find((one) => one.kind === kind && (ruleId === undefined || one.ruleId === ruleId))?.closesPence;

test("T-6.1 C01: across outcomes 30,000 more, by what the ICB owes 205,215.74, by its offer 550,000; each holds when solved again", async () => {
  const found = await helping("C01");
  expect(found.map((one) => one.kind).slice(0, 3)).toEqual(["outcome", "share", "offer"]);
  expect([closes(found, "outcome"), closes(found, "share"), closes(found, "offer")]).toEqual([k(30), 20_521_574, k(550)]);
  const before = (await suggest()).closedPence;
  expect((await suggest({ acrossOutcomes: true })).closedPence - before).toBe(k(30));
  expect((await suggest({ partnersPay: true })).closedPence - before).toBe(20_521_574);
  expect((await suggest({ offers: [{ agency: "ICB", upToPence: k(550) }] })).closedPence - before).toBe(k(550));
  expect((await suggest({ offers: [{ agency: "ICB", upToPence: k(550) - 1 }] })).closedPence - before).toBe(k(550) - 1);
  expect(relaxationWords({ relaxations: found })).toBe("The smallest change that would help: Moves across outcomes would close £30,000 more. The one that would help most: ICB could offer £550,000 more, above what it will owe; only it can.");
});

test("a gateway from fire to care would let in its 60,000, and with such a row and an offer it does", async () => {
  const found = await helping("C01");
  const rule = found.find((one) => one.ruleId === "NO-GATEWAY");
  expect(rule?.closesPence).toBe(k(60));
  expect(rule?.sentence).toContain("A gateway from FIRE to COUNCIL, of which none was found");
  const books = samplesRuleBooks();
  const row: Gateway = { id: "G99", jurisdiction: "*", from: null, to: null, source: "a test", verifiedBy: "a test", cell: null, fromBody: "FIRE", toBody: "COUNCIL", fromFund: "*", toPurpose: "*", instrument: "a grant", allow: "YES", conditions: "", capPence: null };
  const lifted = await suggest({ offers: [{ agency: "FIRE", upToPence: k(1_000) }] }, { ...books, gateways: [...books.gateways, row] });
  expect(lifted.closedPence - (await suggest()).closedPence).toBe(k(60));
});

test("where two rules stand in the way of every source, no single change is named", async () => {
  expect((await helping("P01")).map(({ ruleId, closesPence }) => [ruleId, closesPence])).toEqual([["P1", k(40)]]);
  const found = await helping("P01", {}, samplesRuleBooks(), { P03: { forecastPence: k(900) } });
  expect(found).toEqual([]);
  expect(relaxationWords({ relaxations: found })).toBe("No single change of a rule, a limit or what was asked for was found that would help.");
});

test("a ceiling on approvals and money held back are named first, with what they cost", async () => {
  expect(await helping("C01", { highestRank: 2 })).toMatchObject([{ kind: "asked", closesPence: k(65) }, { kind: "outcome" }]);
  expect((await helping("C01", { contingencyShare: 0.1 }))[0]).toMatchObject({ kind: "asked", closesPence: k(42) });
});

test("a cap in a gateway's row: the least rise closes what it says, a penny less closes a penny less", async () => {
  const capped = (pence: number): RuleBooks => {
    const books = samplesRuleBooks();
    return { ...books, gateways: books.gateways.map((row) => (row.id === "G18" && row.allow === "COND" ? { ...row, capPence: pence } : row)) };
  };
  const change = { N01: { forecastPence: k(21_000) } };
  const limit = (await helping("N04", {}, capped(k(20)), change)).find((one) => one.kind === "limit");
  expect(limit).toMatchObject({ changePence: k(30), closesPence: k(30), sentence: "£30,000 more under the cap of rule G18 would close £30,000 more." });
  const closed = async (pence: number): Promise<number> => (await suggest({}, capped(pence), change)).closedPence;
  const now = await closed(k(20));
  expect(await closed(k(50)) - now).toBe(k(30));
  expect(await closed(k(50) - 1) - now).toBe(k(30) - 1);
  expect(await closed(k(90)) - now).toBe(k(30));
});

test("on random models the least rise of a full limit is enough, and a penny less is not", async () => {
  let limited = 0;
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
    const random = randomModel(seed);
    // One pressure, so that what closes in all is what closes on it.
    const arcs = random.arcs.filter((arc) => arc.to === "T0");
    const limits = random.limits.map((limit) => ({ ...limit, arcs: limit.arcs.filter((id) => arcs.some((arc) => arc.id === id)) }));
    const model = { ...random, arcs, limits, minimumMovePence: 1, stages: DEFAULT_STAGES.slice(0, 1), lines: random.lines.map((line) => ({ ...line, weight: 1, needPence: line.id === "T0" ? line.needPence : 0 })) };
    const closed = async (extra: number, id: string): Promise<number> => {
      const risen = { ...model, limits: model.limits.map((limit) => (limit.id === id ? { ...limit, maxPence: limit.maxPence + extra } : limit)) };
      return objectiveValue("pressure-closed", risen, (await solveModel(risen, { solver, timeLimitSeconds: 20 })).amounts);
    };
    const { amounts } = await solveModel(model, { solver, timeLimitSeconds: 20 });
    const moves = model.arcs.map((arc, i) => ({ from: arc.from, to: arc.to, amountPence: amounts[i] ?? 0 })) as Suggestions["moves"][number][];
    for (const target of model.lines.filter((line) => line.needPence > 0)) {
      for (const { id } of limitsAt({ model, moves }, target.id)) {
        if (model.arcs.some((arc) => arc.maxPence === model.limits.find((limit) => limit.id === id)?.maxPence)) continue;
        const { closesPence, changePence } = await leastRise({ model, moves }, { id }, target.id, { solver });
        if (closesPence === 0) continue;
        limited += 1;
        const now = await closed(0, id);
        expect(await closed(changePence, id)).toBe(now + closesPence);
        expect(await closed(changePence - 1, id)).toBeLessThan(now + closesPence);
      }
    }
  }), { numRuns: 400, seed: 5 });
  expect(limited).toBeGreaterThan(20);
}, 120_000);
