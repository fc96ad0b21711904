// Whole random partnerships: the suggestions keep every rule by an independent checker, and nothing lawful does better.
import fc from "fast-check";
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import type { RuleBooks } from "../../../src/core/rules/types";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { suggestMoves } from "../../../src/core/virement/suggestMoves";
import type { SuggestionModel, Suggestions } from "../../../src/core/virement/types";
import { createHighsInProcess } from "../../../src/solver/highsInProcess";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireAgencies, brackenshireLines } from "../../support/brackenshireLines";
import { bruteForceStages } from "./bruteForce";
import { faultsOf, free, lawful, lawfulBetween, mostGiven, over, rankFor } from "./checkSuggestions";

const solver = createHighsInProcess();
const DATE = "2026-10-15";

interface Partnership {
  readonly lines: readonly BudgetLine[];
  readonly books: RuleBooks;
  readonly acrossOutcomes: boolean;
  readonly minimumMovePence: number;
  readonly offers: Readonly<Record<string, number>>;
}

const template = brackenshireLines()[0];

function lineOf(id: string, raw: { agency: string; fund: string; outcome: string; client: string; pooled: boolean; budget: number; change: number; floor: number | null; committed: number | null; priority: number }): BudgetLine {
  if (template === undefined) throw new Error("no template");
  return {
    ...template, id, code: id, agency: raw.agency, description: `Line ${id}`, outcome: raw.outcome, clientGroup: raw.client,
    funding: [{ fund: raw.fund, ringFence: null, pence: raw.budget }], arrangement: raw.pooled ? "pooled" : "own", pool: raw.pooled ? "The pool" : null,
    control: raw.agency === "JCP" ? "CENTRAL" : "LOCAL", priority: raw.priority, floorPence: raw.floor, committedPence: raw.committed,
    originalPence: raw.budget, revisedPence: raw.budget, forecastPence: raw.budget + raw.change,
  };
}

const FUNDS: Readonly<Record<string, readonly string[]>> = { COUNCIL: ["GEN", "GEN", "GEN", "PHG", "DSG"], ICB: ["ALLOC", "ALLOC", "RCA", "BCFMIN"], FIRE: ["PREC"], JCP: ["CENT"] };

const line = fc.constantFrom("COUNCIL", "COUNCIL", "COUNCIL", "ICB", "ICB", "FIRE", "JCP").chain((agency) => fc.record({
  agency: fc.constant(agency), fund: fc.constantFrom(...(FUNDS[agency] ?? ["GEN"])), outcome: fc.constantFrom("O0", "O1", "O1", "O1", "O2"), client: fc.constantFrom("OP", "DA"),
  pooled: agency === "COUNCIL" ? fc.boolean() : fc.constant(false), budget: fc.integer({ min: 10, max: 20 }), change: fc.integer({ min: -4, max: 4 }),
  floor: fc.option(fc.integer({ min: 8, max: 20 }), { freq: 4 }), committed: fc.option(fc.integer({ min: 8, max: 20 }), { freq: 4 }), priority: fc.constantFrom(1, 1, 2),
}));

const partnership: fc.Arbitrary<Partnership> = fc.record({
  raw: fc.array(line, { minLength: 2, maxLength: 6 }), edge: fc.integer({ min: 1, max: 4 }), acrossOutcomes: fc.boolean(), minimumMovePence: fc.integer({ min: 1, max: 2 }),
  offers: fc.constantFrom({}, { ICB: 3 }, { ICB: 2, COUNCIL: 1 }, { ICB: 9, COUNCIL: 9 }),
}).map(({ raw, edge, acrossOutcomes, minimumMovePence, offers }): Partnership => {
  const books = samplesRuleBooks();
  const bands = books.bands.map((band) => (band.id === "COUNCIL-S1" ? { ...band, upToPence: edge } : band.id === "COUNCIL-S2" ? { ...band, overPence: edge } : band));
  return { lines: raw.map((facts, i) => lineOf(`L${i}`, facts)), books: { ...books, bands }, acrossOutcomes, minimumMovePence, offers };
});

function suggest({ lines, books, acrossOutcomes, minimumMovePence, offers }: Partnership): Promise<Suggestions> {
  const flexibility = assessFlexibility({ lines, agencies: brackenshireAgencies, books, decisionDate: DATE });
  const offered = Object.entries(offers).map(([agency, upToPence]) => ({ agency, upToPence }));
  const options = { decisionDate: DATE, acrossOutcomes, minimumMovePence, contingencyShare: 0, stages: DEFAULT_STAGES, offers: offered };
  return suggestMoves({ lines, agencies: brackenshireAgencies, pools: [], books, flexibility, options, solver });
}

/** The same problem built afresh from the lines by the checker's own reading of the rules. */
function ownModel({ lines, books, acrossOutcomes, minimumMovePence, offers }: Partnership): SuggestionModel {
  const lineModels = lines.map((l) => ({ id: l.id, agency: l.agency, needPence: over(l), weight: l.priority, capPence: free(l) }));
  const arcs = lines.flatMap((from) => lines.flatMap((to) => {
    const maxPence = Math.min(free(from), over(to));
    const between = from.agency !== to.agency;
    const most = between ? Math.min(maxPence, mostGiven(from.agency, lines, offers)) : maxPence;
    if (most === 0 || !(between ? lawfulBetween : lawful)(from, to, acrossOutcomes)) return [];
    if (between) return [{ id: `${from.id}>${to.id}`, from: from.id, to: to.id, maxPence: most, interAgency: true, sameService: false, tiers: [{ overPence: 0, rank: 5 }] }];
    const tiers = Array.from({ length: maxPence }, (_, pence) => ({ overPence: pence, rank: rankFor(from.agency, pence + 1, books, DATE) }));
    return [{ id: `${from.id}>${to.id}`, from: from.id, to: to.id, maxPence, interAgency: false, sameService: from.outcome === to.outcome && from.clientGroup === to.clientGroup, tiers }];
  }));
  const givers = ["COUNCIL", "ICB"].map((agency) => ({ agency, most: mostGiven(agency, lines, offers), arcs: arcs.filter((arc) => arc.interAgency && lines.find((l) => l.id === arc.from)?.agency === agency).map((arc) => arc.id) }))
    .filter((giver) => giver.arcs.length > 0);
  const limits = givers.map((giver) => ({ id: giver.agency, kind: "liability" as const, arcs: giver.arcs, lines: [], maxPence: giver.most }));
  return { lines: lineModels, arcs, limits, fairShares: fairly(givers), minimumMovePence, stages: DEFAULT_STAGES };
}

/** Thousandths in the ratio of what two bodies may give; the odd one to the larger remainder, and where these are equal to the first. */
function fairly(givers: readonly { readonly agency: string; readonly most: number }[]): { agency: string; parts: number }[] {
  const [first, second] = givers;
  if (first === undefined) return [];
  if (second === undefined) return [{ agency: first.agency, parts: 1_000 }];
  const exact = (1_000 * first.most) / (first.most + second.most);
  const parts = exact - Math.floor(exact) >= 0.5 ? Math.ceil(exact) : Math.floor(exact);
  return [{ agency: first.agency, parts }, { agency: second.agency, parts: 1_000 - parts }];
}

/** What no rule lets move lies on both sides alike: only money with an arc counts as headroom. */
function movable(model: SuggestionModel): SuggestionModel {
  const sources = new Set(model.arcs.map((arc) => arc.from));
  return { ...model, lines: model.lines.map((l) => ({ ...l, capPence: sources.has(l.id) ? l.capPence : 0 })) };
}

test("every suggestion passes the independent checker, and trying everything lawful finds no better set", async () => {
  await fc.assert(fc.asyncProperty(partnership, async (some) => {
    const found = await suggest(some);
    expect(faultsOf(found, some.lines, some.books, some.minimumMovePence, some.offers)).toEqual([]);
    const own = movable(ownModel(some));
    fc.pre(own.arcs.reduce((ways, arc) => ways * (arc.maxPence + 1), 1) <= 20_000);
    const best = bruteForceStages(own, 1);
    const unreached = found.model.lines.reduce((sum, l) => sum + l.capPence, 0) - own.lines.reduce((sum, l) => sum + l.capPence, 0);
    expect(found.proof.stages.map((stage) => (stage.objective === "headroom-left" ? stage.value - unreached : stage.value))).toEqual(best);
    expect(found.proof.stages.every((stage) => stage.optimal)).toBe(true);
  }), { numRuns: 2_000 });
}, 180_000);

test("the order in which lines are read changes nothing in the moves", async () => {
  await fc.assert(fc.asyncProperty(partnership, async (some) => {
    const [one, other] = [await suggest(some), await suggest({ ...some, lines: [...some.lines].reverse() })];
    expect(other.moves).toEqual(one.moves);
    expect(JSON.stringify(await suggest(some))).toBe(JSON.stringify(one));
  }), { numRuns: 60 });
});

test("the worked set of Brackenshire passes the same checker", async () => {
  const lines = brackenshireLines();
  const books = samplesRuleBooks();
  for (const acrossOutcomes of [false, true]) {
    const found = await suggest({ lines, books, acrossOutcomes, minimumMovePence: 100, offers: {} });
    expect(faultsOf(found, lines, books, 100)).toEqual([]);
  }
});
