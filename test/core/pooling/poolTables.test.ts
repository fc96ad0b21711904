// The sheets of full cost and of the year-end pack: values and formulas beside each other, re-added by hand.
import { poolPartnership } from "../../../src/core/pooling/pool";
import { costsSheet } from "../../../src/core/pooling/costsTable";
import { poolAccountsSheet } from "../../../src/core/pooling/yearEnd/poolAccountsTable";
import type { SheetSpec } from "../../../src/core/writing/types";
import { brackenshireReading, POOL } from "../../support/brackenshireLines";

const pool = poolPartnership(brackenshireReading({ C03: { actualPence: -320_000_000 }, C05: { actualPence: -150_000_000 }, C07: { actualPence: -45_000_000 } }));
const body = (spec: SheetSpec) => spec.rows.slice(4);
const formulaAt = (spec: SheetSpec, row: number, column: number): string => spec.rows[row]?.[column]?.formula ?? "";

test("full cost: each figure is a live sum over the lines, controllable the rest of its row", () => {
  const spec = costsSheet(pool.costViews, "2026-10-15");
  const council = body(spec).find((row) => row[0]?.value === "O1" && row[1]?.value === "COUNCIL");
  expect(council?.slice(2).map((cell) => cell?.value)).toEqual([30_450_000, 1_100_000, 0, 29_350_000]);
  expect(formulaAt(spec, 4, 3)).toBe('=ROUND(SUMIFS(tblLines[Who funds £],tblLines[Outcome],$A5,tblLines[Agency],$B5,tblLines[Part in the pool],"recharge"),2)');
  expect(formulaAt(spec, 5, 5)).toBe("=ROUND(C6-D6-E6,2)");
  const total = (column: number): number => body(spec).reduce((sum, row) => sum + Number(row[column]?.value), 0);
  expect([total(2), total(3), total(5)]).toEqual([126_310_000, 0, 126_310_000]);
});

test("the year-end pack: one row a partner; cost, what is owed, and the balance follow from the row", () => {
  const spec = poolAccountsSheet(pool.yearEnd, "2026-10-15");
  expect(body(spec).map((row) => row.map((cell) => cell?.value))).toEqual([
    [POOL, "COUNCIL", "host", 29_100_000, 579_784.26, 29_679_784.26, null, null, "joint operation", 36_880_926.4, -7_201_142.13, 0, 0, -0.01, null],
    [POOL, "ICB", "partner", 10_300_000, 205_215.74, 10_505_215.74, 5_150_000, 5_355_215.74, "joint operation", 13_054_073.6, -2_548_857.87, 0, 0, 0.01, null],
  ]);
  expect([formulaAt(spec, 5, 5), formulaAt(spec, 5, 13)]).toEqual(["=ROUND(D6+E6,2)", "=ROUND(F6-J6-K6-L6-M6,2)"]);
});

test("without pools the pack is an empty table", () => {
  expect(body(poolAccountsSheet([], "2026-10-15"))).toHaveLength(1);
});
