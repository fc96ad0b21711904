// Published schemes of virement: who approves, to the penny and on the day.
import type { Agency } from "../../../src/core/budget/agency";
import type { BudgetLine } from "../../../src/core/budget/line";
import { approvalFor, approvalSteps, NO_SCHEME } from "../../../src/core/rules/approvals";
import { virementBalance } from "../../../src/core/rules/balance";
import { DEFAULT_BOOKS } from "../../../src/core/rules/defaultBooks";
import { booksOn } from "../../../src/core/rules/inForce";
import { bandsFor, PUBLISHED_SCHEMES } from "../../../src/core/rules/publishedSchemes";
import { brackenshireLines } from "../../support/brackenshireLines";
import type { Approval, RuleBooks, SchemeBand, VirementKind, VirementScope } from "../../../src/core/rules/types";

const council: Agency = { id: "X", name: "Council X", aliases: [], bodyType: "COUNCIL", jurisdiction: "England", source: null, recognisedBy: "title" };

function brackenshireLine(id: string): BudgetLine {
  const found = brackenshireLines().find((line) => line.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
}

function approve(scheme: string, pounds: number, date: string, kinds: VirementKind[] = ["one-off"], scopes: VirementScope[] = ["same service"]): Approval {
  const books: RuleBooks = { ...DEFAULT_BOOKS, bands: bandsFor(scheme, "X") };
  return approvalFor({ agency: council, scopes, kinds }, Math.round(pounds * 100), booksOn(books, date));
}

test.each([
  [50_000, "2024-01-15", 2, "Chief officer or section 151 officer"],
  [50_000.01, "2024-01-15", 3, "Cabinet"],
  [100_000, "2024-01-15", 3, "Cabinet"],
  [100_000.01, "2024-01-15", 4, "Council"],
  [50_000.01, "2024-06-01", 3, "Policy & Resources Committee"],
])("T-5.1 West Lancashire: £%d on %s is rank %d, %s", (pounds, date, rank, approver) => {
  expect(approve("WEST-LANCASHIRE", pounds, date)).toMatchObject({ rank, approver });
});

test("T-5.2 X15 Flintshire: £80,000 is Cabinet's in 2016 and below its threshold in 2018", () => {
  expect(approve("FLINTSHIRE", 80_000, "2016-05-01")).toMatchObject({ rank: 3, approver: "Cabinet" });
  expect(approve("FLINTSHIRE", 80_000, "2018-05-01").rank).toBe(2);
});

test("T-5.4 Oxfordshire: the limit is for each virement, so £105,000 then £315,000 are judged one by one", () => {
  expect(approve("OXFORDSHIRE", 105_000, "2004-05-01").rank).toBe(2);
  expect(approve("OXFORDSHIRE", 250_000, "2004-05-01").rank).toBe(2);
  expect(approve("OXFORDSHIRE", 315_000, "2004-05-01")).toMatchObject({ rank: 3, approver: "Executive" });
});

test("T-5.5 Oxfordshire: a permanent £90,000 is the Council's though below the limit", () => {
  expect(approve("OXFORDSHIRE", 90_000, "2004-05-01", ["permanent"])).toMatchObject({ rank: 4, approver: "Council" });
});

test("T-5.6 Bath & NE Somerset: eight parts balance to the penny, and between portfolios the Executive approves each", () => {
  const parts = [20_710, 9_580, 12_820, 9_120, 24_440, 89_700, 5_340, 3_870].map((pounds) => pounds * 100);
  expect(virementBalance([175_580 * 100], parts)).toMatchObject({ complete: true, differencePence: 0 });
  expect(virementBalance([175_580 * 100], parts.slice(1))).toMatchObject({ complete: false, differencePence: 20_710 * 100 });
  for (const pence of parts) expect(approve("BATH-NES", pence / 100, "2003-07-09", ["technical"], ["between services"])).toMatchObject({ rank: 3, approver: "Executive" });
});

test("T-5.7 Bath & NE Somerset: £31,026 is the Executive's for crossing portfolios, not for its size", () => {
  expect(approve("BATH-NES", 31_026, "2006-04-05", ["technical"], ["between services"]).rank).toBe(3);
  expect(approve("BATH-NES", 31_026, "2006-04-05", ["technical"], ["same service"]).rank).toBe(2);
});

test("Waverley's bands leave no gap between £1,000 and £1,001", () => {
  expect(approve("WAVERLEY", 1_000.5, "2020-01-01")).toMatchObject({ rank: 2, approver: "Management Board" });
});

test("Vale of White Horse: £7,000 was delegated, what is over it was the Executive's, and so were permanent adjustments", () => {
  expect(approve("VALE-WHITE-HORSE", 7_000, "2007-10-10")).toMatchObject({ rank: 2 });
  expect(approve("VALE-WHITE-HORSE", 7_000.01, "2007-10-10")).toMatchObject({ rank: 3, approver: "Executive" });
  expect(approve("VALE-WHITE-HORSE", 5_000, "2007-10-10", ["permanent"]).rank).toBe(3);
});

test("South Lakeland: carrying more than £100,000 forward is the Council's, and of nothing else were limits found", () => {
  const head = { ...brackenshireLine("C20"), sections: ["Carry-forward"] };
  const books: RuleBooks = { ...DEFAULT_BOOKS, bands: bandsFor("SOUTH-LAKELAND", "X") };
  const of = (pounds: number) => approvalFor({ agency: council, scopes: ["same service"], kinds: ["one-off"], from: { ...head, agency: "X" }, to: { ...head, agency: "X", id: "Y" } }, pounds * 100, books);
  expect(of(100_000.01)).toMatchObject({ rank: 4, approver: "Council" });
  expect(approve("SOUTH-LAKELAND", 10, "2020-06-01")).toMatchObject({ rank: 4, approver: "Council, as no limits of virement were found" });
});

test("Waverley's carry-forwards have limits of their own: the director of finance up to £5,000, then the Executive", () => {
  const head = { ...brackenshireLine("C20"), agency: "X", sections: ["Carry-forward"] };
  const books: RuleBooks = { ...DEFAULT_BOOKS, bands: bandsFor("WAVERLEY", "X") };
  const of = (pounds: number) => approvalFor({ agency: council, scopes: ["same service"], kinds: ["one-off"], from: head, to: { ...head, id: "Y" } }, Math.round(pounds * 100), books).approver;
  expect([of(5_000), of(5_000.01), of(60_000)]).toEqual(["Director of finance", "Executive", "Executive"]);
});

test("the published schemes are shipped, none is assigned by default, and no limit is made up", () => {
  expect(PUBLISHED_SCHEMES.map((scheme) => scheme.id)).toHaveLength(10);
  expect(PUBLISHED_SCHEMES.filter((scheme) => scheme.bands.length === 0)).toEqual([]);
  // Rows that were told from decisions, and not from a text that states limits, say so.
  const told = PUBLISHED_SCHEMES.filter((scheme) => bandsFor(scheme.id, "X", { netPence: 1, grossPence: 1 }).some((band) => band.verifiedBy !== "published text"));
  expect(told.map((scheme) => scheme.id)).toEqual(["VALE-WHITE-HORSE"]);
  expect(PUBLISHED_SCHEMES.every((scheme) => scheme.source !== "")).toBe(true);
  expect(DEFAULT_BOOKS.bands.every((band) => band.approver === "" && band.upToPence === null)).toBe(true);
  expect(() => bandsFor("NOWHERE", "X")).toThrow(RangeError);
});

test("without a scheme the governing body itself decides, and the answer says that none is entered", () => {
  const answer = approvalFor({ agency: council, scopes: ["same service"], kinds: ["one-off"] }, 100, DEFAULT_BOOKS);
  expect(answer).toMatchObject({ rank: 4, ruleId: NO_SCHEME });
  expect(answer.approver).toContain("no scheme of virement entered");
});

test("approval steps give the same rank as asking for the amount, either side of every edge", () => {
  const bands: SchemeBand[] = bandsFor("WAVERLEY", "X");
  const books: RuleBooks = { ...DEFAULT_BOOKS, bands };
  for (const scopes of [["same service"], ["between services"]] as VirementScope[][]) {
    const question = { agency: council, scopes, kinds: ["one-off"] as const };
    const steps = approvalSteps(question, books);
    for (const edge of [1, 10_000, 10_001, 100_000, 100_001, 500_000, 500_001, 5_000_000, 5_000_001]) {
      const step = steps.filter((candidate) => candidate.overPence < edge).at(-1);
      expect(step?.rank).toBe(approvalFor(question, edge, books).rank);
    }
  }
});
