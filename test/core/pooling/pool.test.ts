// The pooled view of Brackenshire, to the penny: totals, agencies, outcomes, eliminations and every view.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import type { Elimination, PooledView } from "../../../src/core/pooling/types";
import { brackenshireReading, k, POOL } from "../../support/brackenshireLines";

const pool = poolPartnership(brackenshireReading());
const view = (id: string): PooledView => {
  const found = pool.views.find((v) => v.id === id);
  if (found === undefined) throw new Error(`No view ${id}.`);
  return found;
};
const rowTotal = (id: string, row: string, figure: "fundsPence" | "spendsPence" | "forecastPence"): number =>
  view(id).cells.filter((cell) => cell.row === row).reduce((sum, cell) => sum + cell[figure], 0);
const flow = (payer: string, payee: string): Elimination | undefined => pool.eliminations.find((e) => e.payer === payer && e.payee === payee);

describe("T-3.1 the worked consolidation", () => {
  test("totals", () => {
    expect(pool.totals).toEqual({
      sheetGrossPence: k(185_850), sheetIncomePence: k(-59_540),
      grossPence: k(172_460), incomePence: k(-46_150), netPence: k(126_310), deliveryPence: k(126_300),
      eliminatedPence: k(13_390), unmatchedPence: k(10),
      forecastNetPence: k(128_595), variancePence: k(2_285), varianceOutsideRingsPence: k(185),
    });
  });

  test.each([
    ["COUNCIL", 88_100, -55_450, 32_650, 42_150, -9_500, 35_505, 2_855],
    ["ICB", 70_600, 0, 70_600, 60_000, 10_600, 70_050, -550],
    ["PCC", 13_150, -700, 12_450, 12_200, 250, 12_560, 110],
    ["FIRE", 1_300, 0, 1_300, 1_300, 0, 1_240, -60],
    ["PROBATION", 4_700, 0, 4_700, 4_700, 0, 4_650, -50],
    ["JCP", 4_400, 0, 4_400, 4_200, 200, 4_330, -70],
    ["HA", 2_900, -2_700, 200, 1_200, -1_000, 250, 50],
    ["VCS", 700, -690, 10, 550, -540, 10, 0],
  ])("agency row of %s", (agency, gross, income, net, delivery, netPaid, forecast, variance) => {
    expect(pool.agencies.find((row) => row.agency === agency)).toMatchObject({
      grossPence: k(gross), incomePence: k(income), netPence: k(net), deliveryPence: k(delivery),
      netPaidPence: k(netPaid), forecastPence: k(forecast), variancePence: k(variance),
    });
  });

  test.each([
    ["ICB", "COUNCIL", 10_300, -10_300, 10_300, 0],
    ["ICB", "VCS", 300, -300, 300, 0],
    ["PCC", "COUNCIL", 250, -250, 250, 0],
    ["COUNCIL", "HA", 1_000, -1_000, 1_000, 0],
    ["JCP", "COUNCIL", 200, -200, 200, 0],
    ["COUNCIL", "VCS", 250, -240, 240, 10],
    ["COUNCIL", "COUNCIL", 1_100, -1_100, 1_100, 0],
  ])("elimination %s to %s", (payer, payee, payment, income, eliminated, difference) => {
    expect(flow(payer, payee)).toMatchObject({
      paymentPence: k(payment), incomePence: k(income), eliminatedPence: k(eliminated), differencePence: k(difference),
    });
  });

  test("seven flows and no more; one payment stands against three incomes", () => {
    expect(pool.eliminations).toHaveLength(7);
    expect(flow("ICB", "COUNCIL")).toMatchObject({ payerLineIds: ["N03"], payeeLineIds: ["C03", "C05", "C07"], differenceType: "NONE" });
    expect(flow("ICB", "COUNCIL")?.payeeCells.map((cell) => cell.address)).toEqual(["D7", "D9", "D11"]);
    expect(flow("COUNCIL", "COUNCIL")?.kind).toBe("internal-recharge");
  });

  test("the one difference is listed with both cells and raised, never plugged", () => {
    expect(flow("COUNCIL", "VCS")).toMatchObject({
      payerCells: [{ sheet: "Brackenshire Council", address: "D22" }], payeeCells: [{ sheet: "Age Concern Brackenshire", address: "D47" }],
      differenceType: "PRICE",
    });
    expect(pool.issues.filter((issue) => issue.code === "unmatched-flow")).toEqual([
      expect.objectContaining({
        severity: "warning", pence: k(10), where: { file: null, sheet: "Brackenshire Council", address: "D22" },
        facts: expect.objectContaining({ payment: "£250,000", income: "£240,000", difference: "£10,000" }) as unknown,
      }),
    ]);
  });
});

describe("T-3.2 net by outcome", () => {
  test.each([
    ["O1", 99_960, 100_185],
    ["O2", 18_850, 18_960],
    ["O3", 5_100, 5_000],
    ["O4", 0, 2_100],
    ["O0", 2_400, 2_350],
  ])("%s net and forecast", (outcome, net, forecast) => {
    expect(rowTotal("P1", outcome, "fundsPence")).toBe(k(net));
    expect(rowTotal("P1", outcome, "forecastPence")).toBe(k(forecast));
  });

  test.each([
    ["O1", "COUNCIL", 30_450], ["O1", "ICB", 68_200], ["O1", "FIRE", 1_300], ["O1", "VCS", 10],
    ["O2", "COUNCIL", 1_500], ["O2", "PCC", 12_450], ["O2", "PROBATION", 4_700], ["O2", "HA", 200],
    ["O3", "COUNCIL", 700], ["O3", "JCP", 4_400], ["O4", "COUNCIL", 0], ["O0", "COUNCIL", 0], ["O0", "ICB", 2_400],
  ])("%s in %s", (outcome, agency, net) => {
    expect(view("P1").cells.find((cell) => cell.row === outcome && cell.agency === agency)?.fundsPence).toBe(k(net));
  });

  test("thirteen cells, unallocated last, each with its lines", () => {
    expect(view("P1").cells).toHaveLength(13);
    expect(view("P1").rows).toEqual(["O1", "O2", "O3", "O4", "O0"]);
    expect(view("P1").cells.find((cell) => cell.row === "O0" && cell.agency === "COUNCIL")?.lineIds).toEqual(["C19", "C20"]);
  });
});

describe("views", () => {
  test("a view whose key no line tells is left out; the others all add to net and delivery", () => {
    expect(pool.views.map((v) => v.id)).toEqual(["P1", "P3", "P4", "P5", "P7"]);
    for (const v of pool.views) expect([v.totalFundsPence, v.totalSpendsPence]).toEqual([k(126_310), k(126_300)]);
  });

  test("P3 places a line on each of its funds, and what they do not explain on 'not told'", () => {
    const halved = poolPartnership(brackenshireReading({
      C01: { funding: [{ fund: "GEN", ringFence: null, pence: k(30_000) }, { fund: "SOCIAL", ringFence: null, pence: k(10_000) }] },
    }));
    const cells = halved.views.find((v) => v.id === "P3")?.cells.filter((cell) => cell.lineIds.includes("C01")) ?? [];
    expect(cells.map((cell) => cell.row)).toEqual(["GEN", "SOCIAL", "not told"]);
    expect(cells.find((cell) => cell.row === "SOCIAL")).toMatchObject({ fundsPence: k(10_000), forecastPence: k(10_000) + 29_761_905 });
    expect(cells.find((cell) => cell.row === "not told")).toMatchObject({ fundsPence: k(2_000), spendsPence: k(2_000) });
    expect(halved.issues.filter((issue) => issue.code === "funding-split" && issue.facts.line === "C01")).toHaveLength(1);
  });

  test("P7 keeps overspends apart from underspends", () => {
    const variance = (row: string): number => rowTotal("P7", row, "forecastPence") - rowTotal("P7", row, "fundsPence");
    expect(variance("Forecast over budget")).toBe(k(1_250 + 105 + 2_100 + 300 + 150 + 50));
    expect(variance("Forecast under budget")).toBe(k(-150 - 420 - 30 - 800 - 50 - 40 - 60 - 50 - 70));
    expect(variance("On budget")).toBe(0);
  });

  test("P2 appears as soon as one line stands under a heading", () => {
    const headed = poolPartnership(brackenshireReading({ C01: { sections: ["Adult social care", "Older people"] } }));
    expect(headed.views.find((v) => v.id === "P2")?.rows).toEqual(["Adult social care", "not told"]);
  });
});

describe("T-3.3 the pool's contributions and shares", () => {
  test("Independent later life: 29,100 and 10,300; the 785 overspend falls 579,784.26 and 205,215.74", () => {
    expect(poolPositions(brackenshireReading())).toMatchObject([{
      host: "COUNCIL", terms: null,
      pool: POOL, budgetPence: k(39_400), forecastPence: k(40_185), overspendPence: k(785),
      shares: [
        { agency: "COUNCIL", contributionPence: k(29_100), sharePence: 57_978_426 },
        { agency: "ICB", contributionPence: k(10_300), sharePence: 20_521_574 },
      ],
    }]);
  });

  test("a pool line that a partner holds itself counts as its contribution", () => {
    const [position] = poolPositions(brackenshireReading({ N04: { pool: POOL, arrangement: "pooled" } }));
    expect(position?.budgetPence).toBe(k(42_000));
    expect(position?.shares.map((share) => share.contributionPence)).toEqual([k(29_100), k(12_900)]);
  });

  test("an aligned line stays out of the pool although it names it", () => {
    const [position] = poolPositions(brackenshireReading({ F01: { pool: POOL, arrangement: "aligned" } }));
    expect(position?.shares.map((share) => share.agency)).toEqual(["COUNCIL", "ICB"]);
  });
});
