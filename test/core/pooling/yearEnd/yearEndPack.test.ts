// The year-end pack of a pool: closing balance, balances owed, each partner's accounts under every preset, the note, and next year's witness.
import fc from "fast-check";
import type { BudgetLine } from "../../../../src/core/budget/line";
import { poolPartnership } from "../../../../src/core/pooling/pool";
import { poolPositions } from "../../../../src/core/pooling/poolPosition";
import { startingTerms } from "../../../../src/core/pooling/poolsTable";
import { ACCOUNT_PRESETS, type PoolTerms } from "../../../../src/core/pooling/poolTerms";
import type { LineYears } from "../../../../src/core/pooling/realTerms/otherYears";
import { readYearEnds, yearEndSheet, type YearEndRow } from "../../../../src/core/pooling/yearEnd/yearEndTable";
import type { YearEndPack } from "../../../../src/core/pooling/yearEnd/yearEndPack";
import type { CellValue } from "../../../../src/core/reading/grid";
import { brackenshireReading, k, POOL } from "../../../support/brackenshireLines";
import { sheetOf } from "../../../support/sheetGrid";

const [started] = startingTerms(poolPositions(brackenshireReading()));
if (started === undefined) throw new Error("The fixture has no pool.");
const terms = (change: Partial<PoolTerms> = {}): PoolTerms => ({ ...started, source: "Section 75 agreement 2026", ...change });
const years: LineYears = { yearOf: new Map([["C01", 2026], ["C04", 2026]]), earlier: [] };
const packOf = (change: Partial<PoolTerms> = {}, lines: Readonly<Record<string, Partial<BudgetLine>>> = {}): YearEndPack => {
  const [pack] = poolPartnership(brackenshireReading(lines), [terms(change)], { years }).yearEnd;
  if (pack === undefined) throw new Error("No pack.");
  return pack;
};
/** The forecast 400 under the budget. */
const under = { C01: { forecastPence: k(42_065) } };

describe("T-3.3 the account at the forecast", () => {
  test("contributions, client income, spending, overspend and its shares; nothing is carried forward", () => {
    expect(packOf()).toMatchObject({
      pool: POOL, host: "COUNCIL", year: 2026, account: "joint operation", openingPence: 0, contributionsPence: k(39_400), clientIncomePence: k(9_750),
      spendingPence: k(49_935), overspendPence: k(785), closingPence: 0, underspendRule: "",
      shares: [{ agency: "COUNCIL", contributionPence: k(29_100), ofPence: k(39_400), sharePence: 57_978_426 }, { agency: "ICB", contributionPence: k(10_300), ofPence: k(39_400), sharePence: 20_521_574 }],
    });
  });

  test("an underspend that stays is next year's opening balance; one that goes back is not", () => {
    expect(packOf({ underspend: "stay" }, under)).toMatchObject({ overspendPence: k(-400), keptPence: k(-400), closingPence: k(400), underspendRule: "stay" });
    expect(packOf({}, under)).toMatchObject({ overspendPence: k(-400), keptPence: 0, closingPence: 0, underspendRule: "return" });
    expect(packOf({ underspend: "windfall split", windfallPercent: 30 }, under)).toMatchObject({ keptPence: k(-280), closingPence: k(280) });
  });

  test("an opening balance is spent with the contributions", () => {
    expect(packOf({ broughtForwardPence: k(400), underspend: "carry forward" }, under)).toMatchObject({ openingPence: k(400), contributionsPence: k(39_000), closingPence: k(400) });
  });
});

describe("balances with the host", () => {
  test("without what was received only the share is owed", () => {
    expect(packOf().balances).toMatchObject([{ agency: "ICB", host: "COUNCIL", receivedPence: null, owedPence: 20_521_574 }]);
    expect(packOf({}, under).balances).toMatchObject([{ owedPence: -10_456_853 }]);
  });

  test("with it, contribution and share less what came in, with the host's cells", () => {
    const paid = { C03: { actualPence: k(-3_200) }, C05: { actualPence: k(-1_500) }, C07: { actualPence: k(-450) } };
    expect(packOf({}, paid).balances).toEqual([{
      agency: "ICB", host: "COUNCIL", contributionPence: k(10_300), sharePence: 20_521_574, receivedPence: k(5_150), owedPence: k(5_150) + 20_521_574,
      cells: [expect.objectContaining({ address: "D7" }), expect.objectContaining({ address: "D9" }), expect.objectContaining({ address: "D11" })],
    }]);
  });
});

describe("what the partners' accounts show", () => {
  const [COST_C, COST_I] = [k(29_100) + 57_978_426, k(10_300) + 20_521_574];

  test.each(["controlled by one body", "lead commissioner as principal"] as const)("%s: the host shows all, the partner a payment", (account) => {
    expect(packOf({ account }).accounts).toEqual([
      { agency: "COUNCIL", expenditurePence: k(49_935), incomePence: k(-9_750), toPartnersPence: 0, fromPartnersPence: -COST_I, balancePence: 0, costPence: COST_C },
      { agency: "ICB", expenditurePence: 0, incomePence: 0, toPartnersPence: COST_I, fromPartnersPence: 0, balancePence: 0, costPence: COST_I },
    ]);
  });

  test.each(["joint operation", "lead commissioner as agent"] as const)("%s: each its own part of spending and income, to the penny", (account) => {
    const accounts = packOf({ account }).accounts;
    expect(accounts.map((row) => [row.expenditurePence, row.incomePence, row.balancePence])).toEqual([
      [3_688_092_640, -720_114_213, 0], [1_305_407_360, -254_885_787, 1],
    ].map(([expenditure = 0, income = 0], i) => [expenditure, income, [COST_C, COST_I][i] as number - expenditure - income]));
    expect(accounts.reduce((sum, row) => sum + row.expenditurePence, 0)).toBe(k(49_935));
  });

  test("aligned: each its own lines", () => {
    expect(packOf({ account: "aligned" }).accounts.map((row) => [row.agency, row.expenditurePence, row.incomePence])).toEqual([["COUNCIL", k(49_935), k(-9_750)], ["ICB", 0, 0]]);
  });

  test("whatever the preset and the forecast, the accounts of all partners add to what the pool costs them", () => {
    fc.assert(fc.property(fc.constantFrom(...ACCOUNT_PRESETS), fc.integer({ min: -1e9, max: 1e10 }), fc.constantFrom("return", "stay", "windfall split"), (account, forecast, underspend) => {
      const pack = packOf({ account, underspend }, { C01: { forecastPence: forecast } });
      for (const row of pack.accounts) expect(row.expenditurePence + row.incomePence + row.toPartnersPence + row.fromPartnersPence + row.balancePence).toBe(row.costPence);
      expect(pack.accounts.reduce((sum, row) => sum + row.toPartnersPence + row.fromPartnersPence, 0)).toBe(0);
      expect(pack.closingPence).toBe(0 - pack.keptPence - pack.openPence || 0);
    }));
  });
});

test("the note holds facts alone", () => {
  expect(packOf().disclosure).toEqual([
    '"Independent later life" is a fund of Brackenshire Council, Brackenshire Integrated Care Board (Section 75 agreement 2026), kept by Brackenshire Council, for 2026/27.',
    "The fund is a joint operation (IFRS 11): each partner recognises its own share of spending and income.",
    "The partners put in £39,400,000: Brackenshire Council £29,100,000 (73.86%); Brackenshire Integrated Care Board £10,300,000 (26.14%).",
    "Spending is £49,935,000, met by £9,750,000 of client contributions and other income.",
    "The fund ends £785,000 over its budget; £579,784.26 falls on Brackenshire Council, £205,215.74 falls on Brackenshire Integrated Care Board.",
    "£0 is carried forward.",
  ]);
  expect(packOf({}, under).disclosure).toContain("The fund ends £400,000 under its budget; £295,431.47 goes back to Brackenshire Council, £104,568.53 goes back to Brackenshire Integrated Care Board.");
  // What residential care ends over is the other partner's, what reablement ends under the host's: the two cancel out, but not for each.
  const luton = { method: "C" as const, partRules: [{ key: "C01", weights: [{ agency: "COUNCIL", weight: 0 }, { agency: "ICB", weight: 1 }] }, { key: "C04", weights: [] }] };
  const level = { C01: { forecastPence: k(42_420) }, C02: { forecastPence: k(-9_600) }, C06: { forecastPence: k(1_800) } };
  expect(packOf(luton, level).disclosure).toContain("The fund ends on its budget; £420,000 falls on Brackenshire Integrated Care Board; £420,000 goes back to Brackenshire Council.");
  expect(packOf(luton, { ...level, C01: { forecastPence: k(42_400) } }).disclosure).toContain("The fund ends £20,000 under its budget; £400,000 falls on Brackenshire Integrated Care Board; £420,000 goes back to Brackenshire Council.");
  const open = packOf({ method: "D", partRules: [{ key: "C04", weights: [] }] }, { ...level, C04: { forecastPence: k(5_200) } }).disclosure;
  expect(open.slice(-2)).toEqual(["£420,000 is still to be agreed.", "The fund is overdrawn by £420,000 at the year's end."]);
});

describe("year ends kept, and R12", () => {
  const gridOf = (earlier: readonly YearEndRow[], packs: readonly YearEndPack[], edit: Readonly<Record<string, CellValue>> = {}) => {
    const spec = yearEndSheet(earlier, packs);
    const values = spec.rows.map((row) => row.map((cell) => cell?.value ?? null));
    for (const [heading, value] of Object.entries(edit)) (values[4] ?? [])[values[3]?.indexOf(heading) ?? -1] = value;
    return sheetOf(spec.name, values);
  };
  const lastYear: YearEndPack = { ...packOf({ underspend: "stay" }, under), year: 2025 };

  test("earlier years stay, this year's row is written anew", () => {
    const { rows } = readYearEnds([gridOf([], [lastYear])]);
    const again = readYearEnds([gridOf(readYearEnds([gridOf(rows, [packOf()])]).rows, [packOf()])]).rows;
    expect(again.map((row) => [row.pool, row.year, row.openingPence, row.closingPence])).toEqual([[POOL, 2025, 0, k(400)], [POOL, 2026, 0, 0]]);
    expect(again[1]?.note).toContain("The fund ends £785,000 over its budget");
  });

  test.each<[CellValue, CellValue, string, CellValue]>([[k(400) / 100, k(400), "green", 0], [k(390) / 100, k(400), "red", k(10)]])("closing %s against a balance brought forward is %s", (closing, broughtForward, result, difference) => {
    const { rows } = readYearEnds([gridOf([], [lastYear], { "Closing balance £": closing })]);
    const pool = poolPartnership(brackenshireReading(), [terms({ broughtForwardPence: Number(broughtForward) })], { years, yearEnds: rows });
    expect(pool.controls.find((control) => control.id === "R12")).toMatchObject({ result, differencePence: difference, cells: [{ sheet: "Purse Year End", address: "H5" }] });
  });

  test("nothing kept for last year: nothing to compare", () => {
    expect(poolPartnership(brackenshireReading(), [terms()], { years }).controls.find((control) => control.id === "R12")?.result).toBe("none");
  });

  test.each<[string, CellValue, string]>([["Year", "soon", "B5"], ["Closing balance £", "four", "H5"], ["Pool", null, "A5"]])("a bad %s is an issue at its cell", (heading, value, address) => {
    const { rows, issues } = readYearEnds([gridOf([], [lastYear], { [heading]: value })]);
    expect([rows, issues.map((issue) => issue.where?.address)]).toEqual([[], [address]]);
  });
});
