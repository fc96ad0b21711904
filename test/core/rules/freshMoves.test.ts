// Rules on moves of made-up partnerships: closed days by dates, calls on contingency, what either body's law forbids, caps and what was moved before.
import { DEFAULT_BOOKS } from "../../../src/core/rules/defaultBooks";
import { mayMove } from "../../../src/core/rules/evaluate";
import { capLeft } from "../../../src/core/rules/gatewayCaps";
import { headOf, type PriorMove } from "../../../src/core/rules/priorMoves";
import { ruleContext } from "../../../src/core/rules/ruleContext";
import type { Gateway, RuleBooks } from "../../../src/core/rules/types";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import type { SheetGrid } from "../../../src/core/reading/grid";
import { officersAndCabinet, ruleTable, suggested, together, withRows, type FreshAgency, type FreshLine } from "../../support/freshPartnership";

const line = (ref: string, words: string, budget: number, forecast: number, coding: FreshLine["coding"] = {}): FreshLine => ({ ref, words, budget, forecast, coding });
const body = (ref: string, type: string, lines: readonly FreshLine[], jurisdiction = "England"): FreshAgency => ({ ref, name: `${ref} body`, type, jurisdiction, lines });
const scheme = (...refs: readonly string[]): SheetGrid => ruleTable("Purse Schemes", refs.flatMap(officersAndCabinet));
const SHORT = line("W1", "Adult placements", 1_000_000, 1_100_000);
const SPARE = line("W2", "Day services", 500_000, 440_000);
const wessex = [body("WESSEX", "Council", [SHORT, SPARE])];

const closed = (more: Record<string, string | null>): SheetGrid =>
  withRows("Purse Prohibitions", { Rule: "P90", Test: "closed-period", Agency: "WESSEX", Effect: "refuse", Words: "the ledger is being replaced", "From date": "2026-10-10", "To date": "2026-10-20", ...more });

test("a closed period may be given by its two dates, both included", async () => {
  for (const date of ["2026-10-10", "2026-10-15", "2026-10-20"]) {
    const { moves, blocked } = await suggested(wessex, [scheme("WESSEX"), closed({})], date);
    expect(moves).toEqual([]);
    expect(blocked.map(({ from, ruleId }) => [from, ruleId])).toEqual([["W2", "P90"]]);
  }
  for (const date of ["2026-10-09", "2026-10-21"]) expect((await suggested(wessex, [scheme("WESSEX"), closed({})], date)).moves).toHaveLength(1);
});

test("a closed period with one date alone is an error at the cell that is empty", () => {
  const faults = (more: Record<string, null>) => together(wessex, [scheme("WESSEX"), closed(more)]).issues.filter((issue) => issue.severity === "error").map((issue) => issue.where?.address.replace(/\d+/, ""));
  expect(faults({ "To date": null })).toEqual(["H"]);
  expect(faults({ "From date": null })).toEqual(["G"]);
});

test("what is closed to the receiving body is closed to a payment from another", () => {
  const books: RuleBooks = { ...DEFAULT_BOOKS, prohibitions: [...DEFAULT_BOOKS.prohibitions, { id: "P90", test: "closed-period", agency: "ICB1", effect: "refuse", words: "closed", jurisdiction: "*", from: "2026-10-01", to: "2026-10-31", source: "", verifiedBy: "", cell: null }] };
  const pair = [body("WESSEX", "Council", [SPARE]), body("ICB1", "ICB", [line("I1", "Beds", 1_000, 2_000, { Fund: "ALLOC" })])];
  expect(ask(pair, "W2", "I1", books, "2026-10-15")).toMatchObject({ verdict: "no", refusals: [{ ruleId: "P90" }] });
  expect(ask(pair, "W2", "I1", books, "2026-11-01").verdict).toBe("partner");
});

function ask(agencies: readonly FreshAgency[], from: string, to: string, books: RuleBooks, date: string, prior: readonly PriorMove[] = [], amountPence = 100) {
  const { reading } = together(agencies, []);
  const context = ruleContext(books, reading.agencies, date, true, prior);
  const [giver, taker] = [reading.lines.find(({ id }) => id === from), reading.lines.find(({ id }) => id === to)];
  const [flexibility] = assessFlexibility({ lines: giver === undefined ? [] : [giver], agencies: reading.agencies, books, decisionDate: date });
  if (giver === undefined || taker === undefined || flexibility === undefined) throw new Error("no such line");
  return mayMove({ from: giver, to: taker, flexibility, amountPence, kinds: ["one-off"] }, context);
}

const CONTINGENCY = line("W4", "Central contingency", 200_000, 0);

test("a call on contingency is for members, is made only where other money does not do, and says so", async () => {
  const enough = await suggested([body("WESSEX", "Council", [line("W1", "Adult placements", 1_000_000, 1_040_000), SPARE, CONTINGENCY])], [scheme("WESSEX")]);
  expect(enough.moves.map((move) => [move.from, move.rank])).toEqual([["W2", 2]]);
  const short = await suggested([body("WESSEX", "Council", [SHORT, SPARE, CONTINGENCY])], [scheme("WESSEX")]);
  const call = short.moves.find((move) => move.from === "W4");
  expect(call?.approvals).toEqual([{ agency: "WESSEX", approver: "Cabinet", rank: 3, ruleId: "WESSEX-S2" }]);
  expect(call?.ruleIds).toContain("P11");
  expect(short.proof.stages.every((stage) => stage.optimal)).toBe(true);
  // No call on it stays under a ceiling at officers' rank, however small.
  const officers = await suggested([body("WESSEX", "Council", [SHORT, SPARE, CONTINGENCY])], [scheme("WESSEX")], "2026-10-15", { highestRank: 2 });
  expect(officers.moves.map((move) => move.from)).toEqual(["W2"]);
});

test.each(["Civil contingencies unit", "Contingency planning"])("%s is no contingency", async (words) => {
  const { moves } = await suggested([body("WESSEX", "Council", [line("W1", "Adult placements", 1_000, 1_100), line("W4", words, 2_000, 1_000)])], [scheme("WESSEX")]);
  expect(moves.map((move) => [move.from, move.rank])).toEqual([["W4", 2]]);
});

test("a law of one nation lets no money pass to a body of another, and what one side's law forbids is forbidden", () => {
  const pair = (council: string, icb: string): FreshAgency[] => [body("WESSEX", "Council", [SPARE], council), body("ICB1", "ICB", [line("I1", "Beds", 1_000, 2_000, { Fund: "ALLOC" })], icb)];
  expect(ask(pair("England", "England"), "W2", "I1", DEFAULT_BOOKS, "2026-10-15").verdict).toBe("partner");
  expect(ask(pair("Wales", "England"), "W2", "I1", DEFAULT_BOOKS, "2026-10-15")).toMatchObject({ verdict: "no", refusals: [{ ruleId: "NO-GATEWAY" }] });
  expect(ask(pair("England", "Wales"), "W2", "I1", DEFAULT_BOOKS, "2026-10-15")).toMatchObject({ verdict: "no", refusals: [{ ruleId: "NO-GATEWAY" }] });
  const forbids: Gateway = { ...(DEFAULT_BOOKS.gateways[0] as Gateway), id: "X1", fromBody: "COUNCIL", toBody: "ICB", fromFund: "GEN", toPurpose: "*", allow: "NO", jurisdiction: "Wales", from: null, to: null };
  const both: Gateway = { ...forbids, id: "X2", allow: "COND", jurisdiction: "*", fromFund: "*" };
  expect(ask(pair("England", "Wales"), "W2", "I1", { ...DEFAULT_BOOKS, gateways: [forbids, both] }, "2026-10-15").refusals[0]?.ruleId).toBe("X1");
});

test("rows that share an id keep their own caps, and what was moved by one this year counts towards it", async () => {
  const paid = (id: string, toBody: Gateway["toBody"], capPence: number): Gateway => ({ ...(DEFAULT_BOOKS.gateways[0] as Gateway), id, fromBody: "ICB", toBody, fromFund: "*", toPurpose: "*", allow: "COND", jurisdiction: "*", from: null, to: null, capPence });
  const agencies = [
    body("ICB1", "ICB", [line("I1", "Continuing care", 1_000_000, 500_000, { Fund: "ALLOC" })]), body("WESSEX", "Council", [SHORT]),
    body("HOMES", "Housing association", [line("H1", "Extra care", 1_000_000, 1_100_000, { Fund: "RENT" })]),
  ];
  const books = { ...DEFAULT_BOOKS, gateways: [paid("G02", "COUNCIL", 3_000_000), paid("G02", "HOUSING_ASSOCIATION", 1_000_000)] };
  const row = { ...paid("G02", "COUNCIL", 3_000_000), capPence: 3_000_000 };
  expect(ask(agencies, "I1", "W1", books, "2026-10-15").limitPence).toBe(3_000_000);
  expect(ask(agencies, "I1", "H1", books, "2026-10-15").limitPence).toBe(1_000_000);
  const { reading } = together(agencies, []);
  const [from, to] = [reading.lines.find(({ id }) => id === "I1"), reading.lines.find(({ id }) => id === "W1")];
  if (from === undefined || to === undefined) throw new Error("no such line");
  const before = (on: string): PriorMove => ({ id: "V1", from: headOf(from), to: headOf(to), amountPence: 2_000_000, on, kinds: ["one-off"], reversedOn: null, state: "approved", ruleIds: ["G02"] });
  expect(ask(agencies, "I1", "W1", books, "2026-10-15", [before("2026-06-01")]).limitPence).toBe(1_000_000);
  expect(ask(agencies, "I1", "W1", books, "2026-10-15", [before("2026-03-31")]).limitPence).toBe(3_000_000);
  expect(ask(agencies, "I1", "W1", books, "2026-10-15", [before("2026-06-01")], 1_000_001).refusals[0]?.sentence).toContain("capped at £30,000, of which £10,000 is left this year");
  expect(capLeft(row, "WESSEX", ruleContext(books, reading.agencies, "2026-10-15", true, [before("2026-06-01")]))).toBe(3_000_000);
  const table = ruleTable("Purse Gateways", [
    { Rule: "G02", "From body": "ICB", "To body": "COUNCIL", Allow: "COND", Instrument: "s256", "Cap £": 30_000 }, { Rule: "G02", "From body": "ICB", "To body": "HOUSING_ASSOCIATION", Allow: "COND", Instrument: "s256", "Cap £": 10_000 },
  ]);
  const { moves } = await suggested(agencies, [scheme("WESSEX", "ICB1", "HOMES"), table], "2026-10-15", { offers: [{ agency: "ICB1", upToPence: 50_000_000 }] });
  expect(moves.map((move) => [move.to, move.amountPence]).sort()).toEqual([["H1", 1_000_000], ["W1", 3_000_000]]);
});

test("NHS revenue and capital keep apart both ways; a council's revenue may pay for capital, and its capital for no revenue", () => {
  const two = (type: string, fund: string): FreshAgency[] => [body("X", type, [line("R", "Beds", 1_000, 500, { Fund: fund }), line("R2", "Wards", 1_000, 2_000, { Fund: fund }), line("C", "Buildings", 1_000, 2_000, { Fund: "CAP" }), line("C2", "Equipment", 1_000, 500, { Fund: "CAP" })])];
  const movable: RuleBooks = { ...DEFAULT_BOOKS, funds: DEFAULT_BOOKS.funds.map((row) => (row.fund === "CAP" ? { ...row, movable: true } : row)) };
  const refused = (type: string, fund: string, from: string, to: string): string[] => ask(two(type, fund), from, to, movable, "2026-10-15").refusals.map((ground) => ground.ruleId);
  expect(refused("ICB", "ALLOC", "R", "C")).toEqual(["G19"]);
  expect(refused("ICB", "ALLOC", "C2", "R2")).toEqual(["G19", "P2"]);
  expect(refused("ICB", "ALLOC", "C2", "C")).toEqual([]);
  expect(refused("Council", "GEN", "R", "C")).toEqual([]);
  expect(refused("Council", "GEN", "C2", "R2")).toEqual(["G15", "P2"]);
  expect(refused("Council", "GEN", "C2", "C")).toEqual([]);
});

test("the children's gateway is for children's client groups, whatever number a partnership gives their outcome", () => {
  const pair = (coding: FreshLine["coding"]): FreshAgency[] => [body("OPCC", "PCC", [line("P1", "Diversion", 1_000, 500, { Outcome: "O4", Fund: "PFUND" })]), body("WESSEX", "Council", [line("W1", "Placements", 1_000, 2_000, { Outcome: "O4", Fund: "GEN", ...coding })])];
  expect(ask(pair({ "Client group": "CYP" }), "P1", "W1", DEFAULT_BOOKS, "2026-10-15")).toMatchObject({ verdict: "partner", conditions: [{ ruleId: "G10" }] });
  expect(ask(pair({ "Client group": "WA" }), "P1", "W1", DEFAULT_BOOKS, "2026-10-15").refusals[0]?.ruleId).toBe("G07");
});

test("a joint board's direction carries money back to the council and the health board in Scotland alone", () => {
  const pair = (place: string): FreshAgency[] => [body("IJB", "Integration joint board", [line("J1", "Delegated services", 1_000, 500)], place), body("CLYDE", "Council", [line("C1", "Homecare", 1_000, 2_000)], place)];
  expect(ask(pair("Scotland"), "J1", "C1", DEFAULT_BOOKS, "2026-10-15")).toMatchObject({ verdict: "partner", conditions: [{ ruleId: "G24" }] });
  expect(ask(pair("England"), "J1", "C1", DEFAULT_BOOKS, "2026-10-15").verdict).toBe("no");
});
