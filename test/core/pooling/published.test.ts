// Published partnerships and guidance: their printed figures must come out of our own pooling, sharing and adding.
import type { Agency } from "../../../src/core/budget/agency";
import type { BudgetLine } from "../../../src/core/budget/line";
import { sumPence, type Pence } from "../../../src/core/money/pence";
import { shareByWeights } from "../../../src/core/money/share";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { poolPositions } from "../../../src/core/pooling/poolPosition";
import { brackenshireAgencies, brackenshireLines } from "../../support/brackenshireLines";
import { readingOf } from "../../support/randomPartnership";
import { writtenSheets } from "../../support/writtenSheets";

const pounds = (amount: number): Pence => Math.round(amount * 100);
const millions = (amount: number): Pence => Math.round(amount * 100_000_000);

const [someAgency] = brackenshireAgencies;
const [someLine] = brackenshireLines();
if (someAgency === undefined || someLine === undefined) throw new Error("The fixture is empty.");
const agency = (id: string): Agency => ({ ...someAgency, id, name: id });

function line(id: string, holder: string, pence: Pence, change: Partial<BudgetLine> = {}): BudgetLine {
  return {
    ...someLine as BudgetLine, id, code: id, agency: holder, description: id, nature: "GROSS_EXP", counterparty: null, pool: null, arrangement: "own", funding: [],
    originalPence: pence, revisedPence: pence, forecastPence: pence, ...change,
  };
}

describe("HM Treasury's example of a pooled budget (Consolidated budgeting guidance)", () => {
  const pooled = { pool: "Joint programme", arrangement: "pooled" } as const;
  /** A puts in 1,000 and provides 700 of services; host B puts in 2,000, provides 1,400 and buys 900 outside. */
  const own = [
    line("A-contribution", "A", pounds(1_000), { nature: "IA_PAYMENT", counterparty: "B", scheme: "contribution" }),
    line("A-services", "A", pounds(700), pooled),
    line("A-paid", "A", pounds(-700), { ...pooled, nature: "IA_INCOME", counterparty: "B", scheme: "services" }),
    line("B-received", "B", pounds(-1_000), { ...pooled, nature: "IA_INCOME", counterparty: "A", scheme: "contribution" }),
    line("B-services", "B", pounds(2_300), pooled),
    line("B-pays-A", "B", pounds(700), { ...pooled, nature: "IA_PAYMENT", counterparty: "A", scheme: "services" }),
  ];

  test("gross in the host's books: −1000 + 2300 + 700 = 2000, and A 1000 + 700 − 700 = 1000", () => {
    const pool = poolPartnership(readingOf(own, [agency("A"), agency("B")]));
    expect(pool.agencies.map((row) => [row.agency, row.netPence])).toEqual([["A", pounds(1_000)], ["B", pounds(2_000)]]);
    expect(pool.totals).toMatchObject({ netPence: pounds(3_000), deliveryPence: pounds(3_000), grossPence: pounds(3_000), incomePence: 0, eliminatedPence: pounds(1_700) });
  });

  test("a purchase from a partner is spending of the pool and no contribution: 1000 and 2000 are put in", () => {
    const [position] = poolPositions(readingOf(own, [agency("A"), agency("B")]));
    expect(position).toMatchObject({ host: "B", budgetPence: pounds(3_000) });
    expect(position?.shares.map((share) => [share.agency, share.contributionPence])).toEqual([["B", pounds(2_000)], ["A", pounds(1_000)]]);
  });

  test("a partner that holds none of the pool's cost supplies it: its income for that is beside the pool, and it puts nothing in", () => {
    const lines = own.filter(({ id }) => id !== "A-services");
    const reading = readingOf(lines, [agency("A"), agency("B")]);
    const [position] = poolPositions(reading);
    expect(position).toMatchObject({ budgetPence: pounds(3_000) });
    expect(position?.shares.map((share) => [share.agency, share.contributionPence])).toEqual([["B", pounds(2_000)], ["A", pounds(1_000)]]);
    const [pack] = poolPartnership(reading).yearEnd;
    expect(pack).toMatchObject({ spendingPence: pounds(3_000), contributionsPence: pounds(3_000), closingPence: 0 });
    const { rows } = writtenSheets(reading).find(({ name }) => name === "Memorandum Account") ?? { rows: [] };
    expect(rows.flatMap((row) => (row[1]?.value === "Total spending" ? [row[2]?.value] : []))).toEqual([3_000]);
  });

  test("with the pool as a body of its own: −3000 + 900 + 2100 = 0, A 1000, B 2000", () => {
    const flows = (id: string, payer: string, payee: string, amount: number): BudgetLine[] => [
      line(`${id}-paid`, payer, pounds(amount), { nature: "IA_PAYMENT", counterparty: payee, scheme: id }),
      line(`${id}-received`, payee, pounds(-amount), { nature: "IA_INCOME", counterparty: payer, scheme: id }),
    ];
    const lines = [
      ...flows("a-in", "A", "POOL", 1_000), ...flows("b-in", "B", "POOL", 2_000), ...flows("a-out", "POOL", "A", 700), ...flows("b-out", "POOL", "B", 1_400),
      line("outside", "POOL", pounds(900)), line("a-services", "A", pounds(700)), line("b-services", "B", pounds(1_400)),
    ];
    const pool = poolPartnership(readingOf(lines, ["A", "B", "POOL"].map(agency)));
    expect(pool.agencies.map((row) => row.netPence)).toEqual([pounds(1_000), pounds(2_000), 0]);
    expect(pool.totals).toMatchObject({ netPence: pounds(3_000), grossPence: pounds(3_000), deliveryPence: pounds(3_000), unmatchedPence: 0 });
  });
});

test("X1 Oxfordshire's older people's pool 2013/14: £195m is the council's 99 and the CCG's 96, exactly 50.7692% and 49.2308%", () => {
  const pooled = { pool: "Older people", arrangement: "pooled" } as const;
  const lines = [
    line("spend", "COUNCIL", millions(195), { ...pooled, forecastPence: millions(196) }),
    line("ccg", "COUNCIL", millions(-96), { ...pooled, nature: "IA_INCOME", counterparty: "CCG" }),
  ];
  const [position] = poolPositions(readingOf(lines, [agency("COUNCIL"), agency("CCG")]));
  expect(position?.shares).toEqual([
    { agency: "COUNCIL", contributionPence: millions(99), sharePence: 50_769_231 }, { agency: "CCG", contributionPence: millions(96), sharePence: 49_230_769 },
  ]);
  expect([sumPence([millions(30), millions(78)]), sumPence([millions(96), millions(99)])]).toEqual([millions(108), millions(195)]);
});

test("T-9.10 X2 Oldham's section 75 budget 2018/19 adds up as printed, and so do its variances", () => {
  expect(sumPence([millions(124.986), millions(1.447), millions(9.192)])).toBe(millions(135.625));
  expect(sumPence([millions(135.625), millions(-2.163)])).toBe(millions(133.462));
  const council = sumPence([millions(1.615), millions(2.71)]);
  expect(council).toBe(millions(4.325));
  expect(sumPence([millions(8.812), -council])).toBe(millions(4.487));
  const pooled = { pool: "Section 75", arrangement: "pooled" } as const;
  const [position] = poolPositions(readingOf([line("spend", "COUNCIL", millions(133.462), { ...pooled, forecastPence: millions(133.462) + millions(8.812) })], [agency("COUNCIL")]));
  expect(position?.overspendPence).toBe(millions(8.812));
  expect(((position?.overspendPence ?? 0) / (position?.budgetPence ?? 1) * 100).toFixed(2)).toBe("6.60");
  expect((council / (position?.overspendPence ?? 1) * 100).toFixed(2)).toBe("49.08");
});

test("T-10.1 X10 the four Community Budget pilots come to £204.2m a year", () => {
  const yearly = (total: number, years: number): Pence => shareByWeights(millions(total), Array.from({ length: years }, () => 1))[0] ?? 0;
  expect([yearly(270, 5), yearly(56, 5), yearly(414, 6)]).toEqual([millions(54), millions(11.2), millions(69)]);
  expect(sumPence([yearly(270, 5), yearly(56, 5), yearly(414, 6), millions(70)])).toBe(millions(204.2));
});

test("X12 Total Place: Birmingham's £7.3bn by body, and the councils' 37% of Worcestershire's £3.5bn", () => {
  const bodies: readonly [string, number][] = [["COUNCIL", 3_600], ["PCTS", 1_900], ["JCP", 699], ["OTHERS", 1_101]];
  const birmingham = poolPartnership(readingOf(bodies.map(([id, amount]) => line(id, id, millions(amount))), bodies.map(([id]) => agency(id))));
  expect(birmingham.totals.netPence).toBe(millions(7_300));
  const worcestershire = poolPartnership(readingOf([line("c", "COUNCILS", millions(1_300)), line("o", "OTHERS", millions(2_200))], [agency("COUNCILS"), agency("OTHERS")]));
  expect(Math.round((worcestershire.agencies[0]?.netPence ?? 0) / worcestershire.totals.netPence * 100)).toBe(37);
});

test("X16 fifteen councils' improved Better Care Fund grants 2023/24 add to £211,876,691", () => {
  const grants = [
    10_707_003, 9_621_518, 13_450_589, 4_903_011, 3_404_809, 6_616_137, 67_918_344, 8_349_082, 10_875_315, 14_875_163, 13_438_749, 1_524_876, 23_388_296, 13_344_692, 9_459_107,
  ];
  const lines = grants.map((grant, i) => line(`G${i}`, `C${i}`, pounds(grant)));
  expect(poolPartnership(readingOf(lines, lines.map((l) => agency(l.agency)))).totals.netPence).toBe(pounds(211_876_691));
});

test("T-11.3 the public health cut of 2015/16: £200m of £3.23bn is 6.19195%, and a council with £12,345,678 loses £764,438.27", () => {
  const own = pounds(12_345_678);
  const [cut] = shareByWeights(millions(200), [own, millions(3_230) - own]);
  expect(cut).toBe(pounds(764_438.27));
  expect((200 / 3_230 * 100).toFixed(5)).toBe("6.19195");
  expect(sumPence([millions(2_800), millions(430)])).toBe(millions(3_230));
});
