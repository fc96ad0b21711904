// Lancashire's seventeen agencies as one place, from their revenue outturn return 2017/18 (test/data/mhclg, Open Government Licence).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate } from "../../../src/app/consolidate";
import { readWorkbook } from "../../../src/file/readWorkbook";
import { sumPenceBy } from "../../../src/core/money/pence";

const NAME = "lancashire-17-agencies-rs-2017-18.csv";
const { reading, pool, issues } = consolidate(readWorkbook(readFileSync(join(__dirname, "../../data/mhclg", NAME)), NAME));
/** £000 to two decimals. */
const thousands = (pence: number): string => (pence / 100_000).toFixed(2);
/** What the lines under these totals of the return add to, over all agencies. */
const under = (...totals: readonly string[]): number =>
  sumPenceBy((pool.views.find((view) => view.id === "P2")?.cells ?? []).filter((cell) => totals.includes(cell.row)), (cell) => cell.fundsPence);
const SERVICE = "TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)";

test("seventeen agencies, each with its lines; every printed total agrees", () => {
  expect(reading.agencies).toHaveLength(17);
  expect(pool.agencies.every((agency) => agency.lineIds.length > 0)).toBe(true);
  expect(reading.sheets[0]?.totals.filter((total) => total.label.startsWith(SERVICE)).map((total) => total.computedPence === total.printedPence)).toEqual(Array.from({ length: 17 }, () => true));
});

test("total service expenditure 2,636,242.58, net current expenditure 3,060,161.76, net revenue expenditure 1,443,511.03 (£000)", () => {
  expect(thousands(under(SERVICE))).toBe("2636242.58");
  expect(thousands(under(SERVICE, "NET CURRENT EXPENDITURE"))).toBe("3060161.76");
  expect(thousands(under(SERVICE, "NET CURRENT EXPENDITURE", "SUB-TOTAL", "REVENUE EXPENDITURE", "NET REVENUE EXPENDITURE"))).toBe("1443511.03");
});

test("levies and precepts: no agency's return names another, so each is listed with its payer and eliminated from nothing", () => {
  const kinds = [...new Set(pool.levies.map((levy) => levy.description))];
  expect(kinds.map((kind) => [kind, thousands(sumPenceBy(pool.levies.filter((levy) => levy.description === kind), (levy) => levy.pence))])).toEqual([
    ["Levy: Environment Agency flood defence", "798.00"], ["Other levies", "418.00"], ["Parish Precepts", "6142.99"],
  ]);
  expect(pool.levies.every((levy) => !levy.matched && levy.counterparty === null && levy.cell.address !== "")).toBe(true);
  expect(issues.filter((issue) => issue.code === "levy-listed")).toHaveLength(3);
  expect(pool.totals).toMatchObject({ eliminatedPence: 0, unmatchedPence: 0 });
});

test("every view adds to the same place", () => {
  for (const view of pool.views) expect([view.totalFundsPence, view.totalSpendsPence]).toEqual([pool.totals.netPence, pool.totals.deliveryPence]);
  expect(pool.totals.netPence).toBe(sumPenceBy(pool.agencies, (agency) => agency.netPence));
});
