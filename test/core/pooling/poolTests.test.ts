// The pass-through test of a pool, and full beside controllable cost.
import fc from "fast-check";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { issueText } from "../../../src/core/issues/issueText";
import type { BudgetLine } from "../../../src/core/budget/line";
import { brackenshireLines, brackenshireReading, k } from "../../support/brackenshireLines";
import { randomLines, readingOf } from "../../support/randomPartnership";

const [template] = brackenshireLines();
if (template === undefined) throw new Error("The fixture is empty.");
const line = (id: string, agency: string, pence: number, change: Partial<BudgetLine>): BudgetLine => ({
  ...(template), id, agency, pool: "Care homes", arrangement: "pooled", scheme: null, funding: [], counterparty: null, originalPence: pence, revisedPence: pence, forecastPence: pence, ...change,
});
const inAndOut = (partner: string, paid: number, drawn: number): BudgetLine[] => [
  line(`${partner}-in`, "COUNCIL", k(-paid), { nature: "IA_INCOME", counterparty: partner }), line(`${partner}-out`, "COUNCIL", k(drawn), { nature: "IA_PAYMENT", counterparty: partner }),
];
const own = line("own", "COUNCIL", k(500), { nature: "GROSS_EXP" });

describe("the pass-through test (regional fund in Wales, paid in and returned to each contributor)", () => {
  const test_ = (...lines: BudgetLine[]) => poolPartnership(readingOf([own, ...lines]));

  test("every partner draws what it put in: flagged with the figures", () => {
    const { passThrough, issues } = test_(...inAndOut("ICB", 1_000, 1_000), ...inAndOut("VCS", 200, 199));
    expect(passThrough).toMatchObject([{ pool: "Care homes", host: "COUNCIL", passesThrough: true, partners: [{ agency: "ICB", contributedPence: k(1_000), drawnPence: k(1_000) }, { agency: "VCS", contributedPence: k(200), drawnPence: k(199) }] }]);
    const [issue] = issues.filter((one) => one.code === "pass-through-pool");
    expect(issue === undefined ? "" : issueText(issue)).toContain("Brackenshire Integrated Care Board puts in £1,000,000 and draws £1,000,000; Age Concern Brackenshire puts in £200,000 and draws £199,000");
  });

  test("one partner that does not, or a pool into which nobody pays, is none", () => {
    expect(test_(...inAndOut("ICB", 1_000, 1_000), ...inAndOut("VCS", 200, 150)).passThrough[0]?.passesThrough).toBe(false);
    expect(test_().passThrough[0]?.passesThrough).toBe(false);
    expect(poolPartnership(brackenshireReading()).passThrough).toMatchObject([{ passesThrough: false }]);
  });
});

describe("E5 full cost and controllable cost", () => {
  const { costViews, totals } = poolPartnership(brackenshireReading({ H02: { nature: "NON_CONTROLLABLE" } }));
  const sum = (of: typeof costViews, figure: "fullCostPence" | "rechargePence" | "controllablePence"): number => of.reduce((total, row) => total + row[figure], 0);

  test("the recharge puts 1,100 into later life and takes it from no outcome: dropped, the outcomes are what managers can influence", () => {
    const council = (outcome: string) => costViews.find((row) => row.outcome === outcome && row.agency === "COUNCIL");
    expect(council("O1")).toMatchObject({ fullCostPence: k(30_450), rechargePence: k(1_100), controllablePence: k(29_350) });
    expect(council("O0")).toMatchObject({ fullCostPence: 0, rechargePence: k(-1_100), controllablePence: k(1_100) });
  });

  test("what no manager influences is apart; both views keep the place's net apart from it", () => {
    expect(costViews.find((row) => row.agency === "HA")).toMatchObject({ nonControllablePence: k(-1_700), controllablePence: k(1_900) });
    expect([sum(costViews, "fullCostPence"), sum(costViews, "rechargePence"), sum(costViews, "controllablePence")]).toEqual([totals.netPence, 0, totals.netPence + k(1_700)]);
  });

  test("for any partnership full cost adds to the net and to its parts", () => {
    fc.assert(fc.property(randomLines, (lines) => {
      const pool = poolPartnership(readingOf(lines));
      expect(sum(pool.costViews, "fullCostPence")).toBe(pool.totals.netPence);
      for (const row of pool.costViews) expect(row.controllablePence + row.rechargePence + row.nonControllablePence).toBe(row.fullCostPence);
    }));
  });
});
