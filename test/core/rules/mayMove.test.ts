// One evaluator answers "may I?" and "why not?": gateways, rings, pools, alignment, outcomes, dates, prohibitions.
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { mayMove } from "../../../src/core/rules/evaluate";
import { ruleContext, type MoveAnswer, type MoveFacts } from "../../../src/core/rules/ruleContext";
import type { RuleBooks, VirementKind } from "../../../src/core/rules/types";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading, k } from "../../support/brackenshireLines";

interface Ask {
  readonly thousands?: number;
  readonly change?: Readonly<Record<string, Partial<BudgetLine>>>;
  readonly date?: string;
  readonly acrossOutcomes?: boolean;
  readonly kinds?: readonly VirementKind[];
  readonly facts?: MoveFacts;
  readonly books?: RuleBooks;
}

function ask(from: string, to: string, { thousands = 10, change = {}, date = "2026-10-15", acrossOutcomes = false, kinds = ["one-off"], facts = {}, books = samplesRuleBooks() }: Ask = {}): MoveAnswer {
  const { lines, agencies } = brackenshireReading(change);
  const flexibility = assessFlexibility({ lines, agencies, books, decisionDate: date });
  const at = lines.findIndex((line) => line.id === from);
  const [source, target, flex] = [lines[at], lines.find((line) => line.id === to), flexibility[at]];
  if (source === undefined || target === undefined || flex === undefined) throw new Error("no such line");
  return mayMove({ from: source, to: target, flexibility: flex, amountPence: k(thousands), kinds, facts }, ruleContext(books, agencies, date, acrossOutcomes));
}

const refusedBy = (answer: MoveAnswer): string[] => answer.refusals.map((ground) => ground.ruleId);

test("inside the pool the council decides by its own scheme, and the answer names rule, approver and instrument", () => {
  const answer = ask("C04", "C06", { thousands: 105 });
  expect(answer).toMatchObject({ verdict: "yes", rank: 2, ruleIds: ["COUNCIL-S1"], instrument: "virement inside the pool Independent later life", scopes: ["pool", "same service"] });
});

test("boundaries hold to the penny: £250,000.00 is the director's, £250,000.01 the Executive's", () => {
  expect(ask("C04", "C01", { thousands: 250 }).rank).toBe(2);
  expect(ask("C04", "C01", { thousands: 250.00001 }).rank).toBe(3);
});

test("no gateway, no move: fire prevention money to residential care", () => {
  const answer = ask("F01", "C01");
  expect(answer.verdict).toBe("no");
  expect(refusedBy(answer)).toEqual(["NO-GATEWAY"]);
  expect(answer.approvals).toEqual([]);
});

test("a gateway between bodies needs the partner, at rank 5 on both sides", () => {
  const answer = ask("N01", "C01");
  expect(answer).toMatchObject({ verdict: "partner", rank: 5 });
  expect(answer.ruleIds).toContain("G01");
  expect(answer.approvals.map((a) => a.agency)).toEqual(["ICB", "COUNCIL"]);
});

test("an aligned model never moves a partner's money", () => {
  for (const side of ["N01", "C01"]) {
    const answer = ask("N01", "C01", { change: { [side]: { arrangement: "aligned" } } });
    expect(answer.verdict).toBe("no");
    expect(refusedBy(answer)).toContain("P13");
  }
});

test("running costs: to programme one way, never back and never out", () => {
  expect(ask("N05", "N04")).toMatchObject({ verdict: "yes", ruleIds: ["G18", "ICB-S1"] });
  expect(refusedBy(ask("N01", "N05", { acrossOutcomes: true }))).toEqual(["G18"]);
  expect(refusedBy(ask("N05", "C01"))).toEqual(["G18"]);
});

test("money in a pool can't leave it", () => {
  expect(refusedBy(ask("C04", "C17"))).toEqual(["P12"]);
});

test("ring-fenced accounts take no other money and give none", () => {
  expect(refusedBy(ask("C15", "C13", { acrossOutcomes: true }))).toEqual(["G13"]);
  expect(refusedBy(ask("C13", "C01", { acrossOutcomes: true, change: { C13: { forecastPence: k(29_000) } } }))).toEqual(["G13"]);
});

test("ring-fenced money moves inside its purpose only", () => {
  const grant = { originalPence: k(-3_650), revisedPence: k(-3_650), funding: [{ fund: "PHG", ringFence: "PHG", pence: k(-3_650) }] };
  const change = { C08: { forecastPence: k(3_500), committedPence: null }, C09: grant, C11: { clientGroup: "DA" } };
  expect(ask("C08", "C11", { change })).toMatchObject({ verdict: "yes", ruleIds: ["G11", "COUNCIL-S1"] });
  expect(refusedBy(ask("C08", "C11a", { change }))).toEqual(["P1"]);
  // While more is coded to the grant than comes in, nobody can tell that the money is the grant's.
  expect(refusedBy(ask("C08", "C11", { change: { ...change, C09: {} } }))).toEqual(["R6"]);
});

test("central money can be aligned, not moved", () => {
  expect(refusedBy(ask("J02", "J01"))).toEqual(["G20"]);
  expect(refusedBy(ask("B01", "P01"))).toEqual(["G21", "P13"]);
});

test("money agreed for an outcome stays on it unless moves across outcomes are on", () => {
  expect(refusedBy(ask("C15", "C01"))).toEqual(["OUTCOME"]);
  expect(ask("C15", "C01", { acrossOutcomes: true }).verdict).toBe("yes");
});

test("the source is never driven into overspend or below its statutory minimum", () => {
  expect(refusedBy(ask("C04", "C01", { thousands: 420.00001 }))).toEqual(["P14"]);
  expect(refusedBy(ask("C04", "C01", { thousands: 301, change: { C04: { floorPence: k(4_900) } } }))).toEqual(["P7", "P14"]);
});

test("rules are judged on the decision date, not today", () => {
  const later = samplesRuleBooks();
  const books = { ...later, bands: later.bands.map((band) => (band.id === "COUNCIL-S1" ? { ...band, to: "2026-09-30" } : band)) };
  expect(ask("C04", "C06", { books, date: "2026-09-30" }).rank).toBe(2);
  expect(ask("C04", "C06", { books, date: "2026-10-01" })).toMatchObject({ rank: 4, ruleIds: ["NO-SCHEME"] });
});

test("rules of another jurisdiction do not answer", () => {
  const books = samplesRuleBooks();
  const welsh = { ...books, gateways: books.gateways.map((row) => ({ ...row, jurisdiction: "Wales" })) };
  expect(refusedBy(ask("N01", "C01", { books: welsh }))).toEqual(["NO-GATEWAY"]);
});

test("what people know of a move counts: permanence, closed periods, splitting, policy", () => {
  expect(refusedBy(ask("C04", "C01", { kinds: ["permanent"] }))).toEqual(["P5"]);
  expect(refusedBy(ask("C04", "C01", { facts: { periodClosed: true } }))).toEqual(["P10"]);
  expect(ask("C04", "C01", { thousands: 200, facts: { earlierPence: k(60) } })).toMatchObject({ rank: 3, ruleIds: ["P9", "COUNCIL-S2"] });
  expect(ask("C04", "C01", { facts: { newHead: true } })).toMatchObject({ rank: 4, ruleIds: ["P8", "COUNCIL-S3"] });
});

test("a prohibition that the partners took out of their table is not applied", () => {
  const books = samplesRuleBooks();
  expect(ask("C04", "C17", { books: { ...books, prohibitions: books.prohibitions.filter((row) => row.id !== "P12") } }).verdict).toBe("yes");
});
