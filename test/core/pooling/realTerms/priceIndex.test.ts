// Real terms: what money of one year is worth in another, by the index in its newest version.
import fc from "fast-check";
import { atPricesOf, changePercent, newestIndices, type IndexValue, type PriceIndex } from "../../../../src/core/pooling/realTerms/priceIndex";
import { k } from "../../../support/brackenshireLines";

const value = (year: number, of: number, version = "2026-03-31", index = "GDP deflator"): IndexValue => ({ index, year, value: of, version, source: "", cell: null });
const only = (...rows: IndexValue[]): PriceIndex => {
  const [index] = newestIndices(rows);
  if (index === undefined) throw new Error("No index.");
  return index;
};

describe("T-3.4 real terms", () => {
  const deflator = only(value(2026, 100), value(2027, 102.7));
  const cash = Math.round(k(126_310) * 0.98);

  test("126,310 less 2% in cash is 123,783.8, and 120,529.5 at base prices", () => {
    expect(cash).toBe(k(123_783.8));
    expect(atPricesOf(cash, 2027, 2026, deflator)).toBe(12_052_950_341);
    expect(Math.round((atPricesOf(cash, 2027, 2026, deflator) ?? 0) / 10_000) / 10).toBe(120_529.5);
  });

  test("cash −2.0% under a deflator of +2.7% is −4.5764%, not −4.7%", () => {
    expect(changePercent(k(126_310), cash)?.toFixed(4)).toBe("-2.0000");
    expect(changePercent(k(126_310), cash, 100, 102.7)?.toFixed(4)).toBe("-4.5764");
  });

  test("a year without a value has no real terms, and nothing has no percentage of change", () => {
    expect(atPricesOf(1, 2025, 2026, deflator)).toBeNull();
    expect(changePercent(0, 1)).toBeNull();
  });
});

test("the version published last counts, whole, and on a date the one of that date", () => {
  const rows = [value(2026, 100, "2025-12-01"), value(2027, 103, "2025-12-01"), value(2026, 100), value(2027, 102.7), value(2026, 90, "2026-03-31", "Care fees")];
  expect(newestIndices(rows).map((index) => [index.name, index.version, [...index.values]])).toEqual([
    ["Care fees", "2026-03-31", [[2026, 90]]], ["GDP deflator", "2026-03-31", [[2026, 100], [2027, 102.7]]],
  ]);
  expect(newestIndices(rows, "2026-01-01")[0]?.values.get(2027)).toBe(103);
  expect(newestIndices(rows, "2025-01-01")).toEqual([]);
});

test("halves of a penny go away from zero, for income as for spending; the same year changes nothing", () => {
  const index = only(value(1999, 2), value(2000, 3));
  expect([atPricesOf(1, 1999, 2000, index), atPricesOf(-1, 1999, 2000, index), atPricesOf(3, 2000, 1999, index)]).toEqual([2, -2, 2]);
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (pence) => {
    expect(atPricesOf(pence, 2000, 2000, index)).toBe(pence === 0 ? 0 : pence);
    expect(atPricesOf(-pence, 1999, 2000, index)).toBe(0 - (atPricesOf(pence, 1999, 2000, index) ?? 0) || 0);
  }));
});
