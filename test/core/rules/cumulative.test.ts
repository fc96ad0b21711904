// Limits that add up over the year, in the four published designs; splitting, sending money back, closed days; to the penny.
import type { BudgetLine } from "../../../src/core/budget/line";
import { assessFlexibility } from "../../../src/core/flexibility/assessFlexibility";
import { approvalSteps } from "../../../src/core/rules/approvals";
import { virementBalance } from "../../../src/core/rules/balance";
import { cumulativeLimits } from "../../../src/core/rules/cumulative";
import { approvalQuestion, mayMove } from "../../../src/core/rules/evaluate";
import { headOf, type PriorMove } from "../../../src/core/rules/priorMoves";
import { bandsFor } from "../../../src/core/rules/publishedSchemes";
import { ruleContext, type MoveAnswer, type MoveFacts } from "../../../src/core/rules/ruleContext";
import type { RuleBooks, SchemeBand, VirementKind } from "../../../src/core/rules/types";
import { samplesRuleBooks } from "../../../samples/ruleBooks";
import { brackenshireReading, k } from "../../support/brackenshireLines";

const DATE = "2026-10-15";
const { lines, agencies } = brackenshireReading({ C04: { forecastPence: 0, sections: ["Social services"] }, C01: { sections: ["Social services"] } });

function line(id: string): BudgetLine {
  const found = lines.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
}

function prior(from: string, to: string, pence: number, more: Partial<PriorMove> = {}): PriorMove {
  return { id: `${from}-${to}`, from: headOf(line(from)), to: headOf(line(to)), amountPence: pence, on: "2026-06-01", kinds: ["one-off"], reversedOn: null, state: "approved", ...more };
}

function band(facts: Partial<SchemeBand>): SchemeBand {
  return {
    id: "S1", agency: "COUNCIL", jurisdiction: "*", from: null, to: null, source: "", verifiedBy: "", cell: null, scopes: "*", kinds: "*",
    overPence: 0, upToPence: null, cumulative: "none", approver: "Director", rank: 2, form: false, ...facts,
  };
}

interface Ask {
  readonly from?: string;
  readonly to?: string;
  readonly bands?: readonly SchemeBand[];
  readonly before?: readonly PriorMove[];
  readonly kinds?: readonly VirementKind[];
  readonly facts?: MoveFacts;
  readonly date?: string;
  readonly books?: RuleBooks;
}

function setting({ from = "C04", to = "C01", bands, before = [], kinds = ["one-off"], facts = {}, date = DATE, books = samplesRuleBooks() }: Ask, pence: number) {
  const used = bands === undefined ? books : { ...books, bands };
  const flexibility = assessFlexibility({ lines, agencies, books: used, decisionDate: date }).find((flex) => flex.lineId === from);
  if (flexibility === undefined) throw new Error("no flexibility");
  const context = ruleContext(used, agencies, date, true, before);
  return { context, question: { from: line(from), to: line(to), flexibility, amountPence: pence, kinds, facts } };
}

function ask(pence: number, about: Ask = {}): MoveAnswer {
  const { question, context } = setting(about, pence);
  return mayMove(question, context);
}

const blackpool = bandsFor("BLACKPOOL", "COUNCIL", { netPence: k(140_000), grossPence: k(400_000) });

test("T-5.3 Blackpool's caps are £700,000, £140,000, £350,000 and £4,000,000 of a net £140.0m and gross £400m", () => {
  expect(blackpool.map((row) => [row.heads ?? "*", row.upToPence])).toEqual([[["social services"], k(700)], [["new"], k(140)], ["*", k(350)], ["*", k(4_000)]]);
});

test("T-5.3 Blackpool: a social-services head at £620,000 may give £80,000.00; £80,000.01 is beyond the freedom and the Council's", () => {
  const before = [prior("C04", "C06", k(400)), prior("C04", "C17", k(220))];
  expect(ask(k(80), { bands: blackpool, before })).toMatchObject({ verdict: "yes", rank: 3 });
  const beyond = ask(k(80) + 1, { bands: blackpool, before });
  expect(beyond).toMatchObject({ verdict: "yes", rank: 4 });
  expect(beyond.approvals[0]?.approver).toContain("full council");
});

test("T-5.3 any other head stops at £350,000, a new one at £140,000, and all together at £4,000,000", () => {
  const elsewhere = { from: "C15", to: "C11", bands: blackpool };
  const rank = (pence: number, before: readonly PriorMove[], facts: MoveFacts = {}): number | undefined =>
    approvalSteps(approvalQuestion(setting({ ...elsewhere, before, facts }, pence).question, agencies[0] ?? never(), setting({ ...elsewhere, before, facts }, pence).context), setting(elsewhere, pence).context.books)
      .filter((step) => step.overPence < pence).at(-1)?.rank;
  expect(rank(k(50), [prior("C15", "C11", k(300))])).toBe(3);
  expect(rank(k(50) + 1, [prior("C15", "C11", k(300))])).toBe(4);
  expect(rank(k(140), [], { newHead: true })).toBe(3);
  expect(rank(k(140) + 1, [], { newHead: true })).toBe(4);
  expect(rank(k(10), [prior("C20", "C06", k(3_990))])).toBe(3);
  expect(rank(k(10) + 1, [prior("C20", "C06", k(3_990))])).toBe(4);
});

function never(): never {
  throw new Error("no agency");
}

const ladder = (cumulative: SchemeBand["cumulative"]): SchemeBand[] => [
  band({ id: "S1", cumulative, upToPence: k(250) }), band({ id: "S2", cumulative, overPence: k(250), rank: 3, approver: "Executive" }),
];

test("T-5.4 with £180,000 before, £105,000 is the Executive's where limits add up, and the director's where each stands alone", () => {
  const before = [prior("C04", "C06", k(180))];
  expect(ask(k(105), { bands: ladder("per head"), before }).rank).toBe(3);
  expect(ask(k(105), { bands: ladder("none"), before }).rank).toBe(2);
  expect(ask(k(70), { bands: ladder("per head"), before }).rank).toBe(2);
  expect(ask(k(70) + 1, { bands: ladder("per head"), before }).rank).toBe(3);
});

test("the designs add up different things: a head on either side, a pair, a service, the year", () => {
  const rank = (cumulative: SchemeBand["cumulative"], moved: PriorMove): number => ask(k(100), { bands: ladder(cumulative), before: [moved] }).rank;
  const [sameGiver, sameTaker, samePair, otherHeads, other] = [
    prior("C04", "C06", k(200)), prior("C06", "C01", k(200)), prior("C04", "C01", k(200), { on: "2026-06-01" }), prior("C06", "C17", k(200)), prior("C15", "C11", k(200)),
  ];
  expect([sameGiver, sameTaker, samePair, otherHeads, other].map((move) => rank("per head", move))).toEqual([3, 3, 3, 2, 2]);
  expect([sameGiver, sameTaker, samePair, otherHeads, other].map((move) => rank("per pair", move))).toEqual([2, 2, 3, 2, 2]);
  expect([sameGiver, sameTaker, samePair, otherHeads, other].map((move) => rank("per service", move))).toEqual([3, 3, 3, 3, 2]);
  expect([sameGiver, sameTaker, samePair, otherHeads, other].map((move) => rank("per year", move))).toEqual([3, 3, 3, 3, 3]);
});

test("what counts: this financial year up to the decision, pending too, technical only by name, reversed unless in the same month", () => {
  const rank = (more: Partial<PriorMove>, date = DATE): number => ask(k(100), { bands: ladder("per head"), before: [prior("C04", "C06", k(200), more)], date }).rank;
  expect(rank({ state: "pending" })).toBe(3);
  expect(rank({ on: "2026-03-31" })).toBe(2);
  expect(rank({ on: "2026-11-01" })).toBe(2);
  expect(rank({}, "2027-04-01")).toBe(2);
  expect(rank({ kinds: ["technical"] })).toBe(2);
  expect(rank({ reversedOn: "2026-06-30" })).toBe(2);
  expect(rank({ reversedOn: "2026-07-01" })).toBe(3);
  const technical = ladder("per head").map((row) => ({ ...row, kinds: ["one-off", "technical"] as const }));
  expect(ask(k(100), { bands: technical, before: [prior("C04", "C06", k(200), { kinds: ["technical"] })] }).rank).toBe(3);
});

test("one virement to several heads is tested on its total at the giver", () => {
  expect(ask(k(100), { bands: ladder("per head") }).rank).toBe(2);
  expect(ask(k(100), { bands: ladder("per head"), facts: { alsoGivenPence: k(151) } }).rank).toBe(3);
});

test("a share of the head's own budget: a tenth of a vote in the year, as in Vhembe", () => {
  const vhembe = [band({ cumulative: "per head", percent: { of: "head", overPercent: 0, upToPercent: 10 }, approver: "Municipal manager", rank: 2 })];
  // A tenth of C04's £5,200,000 is less than a tenth of C01's.
  expect(ask(k(20), { bands: vhembe, before: [prior("C04", "C06", k(500))] }).rank).toBe(2);
  expect(ask(k(20) + 1, { bands: vhembe, before: [prior("C04", "C06", k(500))] }).rank).toBe(4);
});

test("limits that couple moves are told with what is left and the ranks along the way", () => {
  const { question, context } = setting({ bands: ladder("per head"), before: [prior("C04", "C06", k(180))] }, 1);
  const [council] = agencies;
  const limits = cumulativeLimits(approvalQuestion(question, council ?? never(), context), context.books, 4);
  expect(limits.map(({ kind, ruleIds, usedPence, remainingPence, tiers }) => ({ kind, ruleIds, usedPence, remainingPence, tiers }))).toEqual([
    { kind: "per head", ruleIds: ["S1", "S2"], usedPence: k(180), remainingPence: null, tiers: [{ overPence: 0, rank: 2 }, { overPence: k(70), rank: 3 }] },
    { kind: "per head", ruleIds: ["S1", "S2"], usedPence: 0, remainingPence: null, tiers: [{ overPence: 0, rank: 2 }, { overPence: k(250), rank: 3 }] },
  ]);
  const capped = setting({ bands: blackpool, before: [prior("C04", "C06", k(620))] }, 1);
  const ends = cumulativeLimits(approvalQuestion(capped.question, council ?? never(), capped.context), capped.context.books, 4);
  expect(ends.map((limit) => [limit.kind, limit.remainingPence])).toEqual([["per head", k(80)], ["per head", k(700)], ["per year", k(3_380)]]);
  expect(ends[0]?.tiers).toEqual([{ overPence: 0, rank: 3 }, { overPence: k(80), rank: 4 }]);
});

test("parts of one move within thirty days are approved as their sum, and that is said only where it matters", () => {
  const near = prior("C04", "C01", k(200), { on: "2026-09-15" });
  expect(ask(k(60), { before: [near] })).toMatchObject({ rank: 3, ruleIds: ["P9", "COUNCIL-S2"] });
  expect(ask(k(50), { before: [near] })).toMatchObject({ rank: 2, ruleIds: ["COUNCIL-S1"] });
  expect(ask(k(60), { before: [{ ...near, on: "2026-09-14" }] }).rank).toBe(2);
  expect(ask(k(60), { before: [prior("C04", "C06", k(200), { on: "2026-10-01" })] }).rank).toBe(2);
});

test("money is not sent back the way it came; the earlier virement is reversed instead", () => {
  const answer = ask(k(10), { before: [prior("C01", "C04", k(50))] });
  expect(answer.refusals.map((ground) => ground.ruleId)).toEqual(["P16"]);
  expect(answer.nextStep).toBe("Reverse the earlier virement in the register.");
  expect(ask(k(10), { before: [prior("C01", "C04", k(50), { reversedOn: "2026-08-01" })] }).verdict).toBe("yes");
  expect(ask(k(10), { before: [prior("C01", "C04", k(50), { on: "2026-03-01" })] }).verdict).toBe("yes");
});

test("closed days: policy waits in March, other moves do not, and the way on is next year's budget", () => {
  const march = (kinds: VirementKind[], date = "2027-03-01"): MoveAnswer => ask(k(10), { kinds, date });
  expect(march(["policy"]).refusals.map((ground) => ground.ruleId)).toEqual(["P17"]);
  expect(march(["policy"]).nextStep).toContain("next year's budget");
  expect(march(["policy"], "2027-02-28").verdict).toBe("yes");
  expect(march(["one-off"]).verdict).toBe("yes");
});

test("capital money does not meet revenue, a call on contingency is for members, and a row turned to approval no longer refuses", () => {
  const capital = { ...line("C04"), pool: null, funding: [{ fund: "CAP", ringFence: "CAP", pence: k(5_200) }] };
  const { question, context } = setting({}, k(10));
  expect(mayMove({ ...question, from: capital }, context).refusals.map((ground) => ground.ruleId)).toContain("P2");
  expect(ask(k(10), { facts: { fromContingency: true } })).toMatchObject({ verdict: "yes", rank: 4, ruleIds: ["P11", "COUNCIL-S3"] });
  const books = samplesRuleBooks();
  const softer = { ...books, prohibitions: books.prohibitions.map((row) => (row.id === "P12" ? { ...row, effect: "needs-approval" as const } : row)) };
  const answer = ask(k(10), { to: "C17", books: softer });
  // Members decide: the lowest of them whom the scheme names for such a move.
  expect(answer).toMatchObject({ verdict: "yes", rank: 3, approvals: [{ approver: "Executive", ruleId: "COUNCIL-S2" }] });
  expect(answer.ruleIds).toContain("P12");
});

test("a split through other lines for one reason, or into one line over several days, is approved as its sum", () => {
  const rank = (...before: readonly PriorMove[]): number => ask(k(60), { before, facts: { reason: "New case-management system" } }).rank;
  expect(rank(prior("C15", "C11", k(200), { on: "2026-10-01", reason: "Winter beds" }))).toBe(2);
  expect(rank(prior("C15", "C11", k(200), { on: "2026-10-01", reason: "new case-management system." }))).toBe(3);
  expect(rank(prior("C15", "C11", k(100), { on: "2026-10-01", reason: "New case-management system" }), prior("C20", "C01", k(100), { on: "2026-10-08" }))).toBe(3);
  // Into one line by others on one day: both lie before the approvers together.
  expect(rank(prior("C15", "C01", k(200), { on: DATE }))).toBe(2);
  expect(rank(prior("C15", "C01", k(200), { on: "2026-10-14" }))).toBe(3);
  expect(rank(prior("N01", "C01", k(200), { on: "2026-10-14" }))).toBe(2);
});

test("the answer says whether a form is needed and what comes next", () => {
  expect(ask(k(10))).toMatchObject({ form: true, nextStep: "Fill in the virement form and send it to: Director and Head of Finance with executive member." });
  expect(ask(k(10), { bands: [band({})] })).toMatchObject({ form: false, nextStep: "No form is needed; to decide: Director." });
  expect(ask(k(10), { from: "N01" }).nextStep).toContain("Ask Brackenshire Council to agree a change of contribution");
});

test("a row may speak of kinds of cost only, and each partner's own scheme names who agrees for it", () => {
  const bands = [band({ id: "S1", upToPence: k(250) }), band({ id: "S2", costFrom: "staffing", costTo: "non-staffing", rank: 3, approver: "Executive" })];
  expect(ask(k(10), { bands }).rank).toBe(3);
  expect(ask(k(10), { bands, from: "N01", to: "N04" }).rank).toBe(4);
  expect(ask(k(10), { bands, from: "C15", to: "C20" }).rank).toBe(2);
  const partners = ask(k(10), { from: "N01" }).approvals.map((approval) => [approval.agency, approval.approver, approval.rank]);
  expect(partners).toEqual([
    ["ICB", "Chief finance officer of Brackenshire Integrated Care Board (ICB-S1), as a partner to the agreement (G01)", 5],
    ["COUNCIL", "Director and Head of Finance with executive member of Brackenshire Council (COUNCIL-S1), as a partner to the agreement (G01)", 5],
  ]);
});

test("T-5.8 Bath & NE Somerset: one part of the back-office savings does not balance with the other, so the virement stays incomplete", () => {
  expect(virementBalance([57_079_00], [84_025_00])).toMatchObject({ complete: false, differencePence: -26_946_00 });
  expect(virementBalance([57_079_00, 26_946_00], [84_025_00]).complete).toBe(true);
});
