// Internal invoices in a city's budget by profit centre and account, in the form of Bonn's draft budget 2017: one file for costs, one for
// earnings, and each again for what its departments charge one another. The rows here are invented; the city's own figures are compared by
// npm run check:external, because the terms of its files are not stated.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { sheetOf } from "../../support/sheetGrid";

const HEADINGS = ["Profitcenter", "Sachkonto", "S/H", "costs", "earning", "Version", "Planjahr"];
const file = (name: string, rows: readonly (readonly CellValue[])[]): SheetGrid =>
  sheetOf(`City of Wrenbridge 2017-${name}`, [HEADINGS, ...rows.map((row) => [...row, 8, 2017])], { file: `City of Wrenbridge 2017-${name}.csv` });
const cost = (centre: number, account: number, amount: number, side: string | null = null): CellValue[] => [centre, account, side, amount, null];
const earning = (centre: number, account: number, amount: number, side: string | null = null): CellValue[] => [centre, account, side, null, amount];
const partners = sheetOf("Coding", [
  ["Agency", "Code or line", "Outcome", "Fund", "Arrangement"], [],
  ["Partner", "Ref", "Also called", "Body type"], ["City of Wrenbridge", "CITY", "", "Council"],
]);

const grids = [
  file("EXPENDITURE", [cost(130000512, 501100, 3_461.58), cost(190400412, 501100, 3_738.92), cost(166001205, 501100, 7_982.16), cost(141000403, 529100, 120.5)]),
  file("EXPENDITURE-INTERNAL_INVOICE", [cost(130000512, 94000000, 100.36, "S"), cost(190600903, 94000000, 55.04, "S"), cost(130000127, 94000000, -5.4, "S"), cost(120000105, 94000000, 50, "S")]),
  file("INCOME", [earning(121201606, 401100, 9_861.45), earning(121201606, 401200, 204.81), earning(121201606, 432100, 17.05)]),
  file("INCOME-INTERNAL_INVOICE", [earning(102000103, 94000000, 150, "H"), earning(110000123, 94000000, 60, "H"), earning(137000219, 94000000, -10, "H")]),
  partners,
];

test("internal invoices eliminate to nothing, a negative charge correcting the charges; outside costs and earnings remain", () => {
  const pool = poolPartnership(readPartnership(grids));
  expect(pool.eliminations).toEqual([expect.objectContaining({
    kind: "internal-recharge", payer: "CITY", paymentPence: 20_000, incomePence: -20_000, eliminatedPence: 20_000, differencePence: 0, differenceType: "NONE",
  })]);
  expect(pool.totals).toMatchObject({ grossPence: 1_530_316, incomePence: -1_008_331, sheetGrossPence: 1_550_316, sheetIncomePence: -1_028_331, unmatchedPence: 0 });
});

test("where the two sides do not agree the difference stays in the figures and is listed", () => {
  const uneven = grids.map((grid) => (grid.sheet.endsWith("2017-INCOME-INTERNAL_INVOICE") ? { ...grid, values: [...grid.values.slice(0, 2), earning(110000123, 94000000, 49.99, "H")] } : grid));
  const { totals, eliminations } = poolPartnership(readPartnership(uneven));
  expect(eliminations).toMatchObject([{ paymentPence: 20_000, incomePence: -19_999, eliminatedPence: 19_999, differencePence: 1 }]);
  expect([totals.unmatchedPence, totals.netPence - totals.deliveryPence]).toEqual([1, 1]);
});
