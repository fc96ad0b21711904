// Sharing to the penny: the published and worked cases by number, then what must hold for any shares.
import fc from "fast-check";
import { PenceError, sumPence } from "../../../src/core/money/pence";
import { shareByWeights } from "../../../src/core/money/share";

describe("shareByWeights", () => {
  test("T-9.1 £1,234,567.89 at 99:96 is 626,780.62 and 607,787.27", () => {
    expect(shareByWeights(123_456_789, [99, 96])).toEqual([62_678_062, 60_778_727]);
  });

  test("T-9.2 £785,000.00 at 29,100:10,300 is 579,784.26 and 205,215.74", () => {
    expect(shareByWeights(78_500_000, [29_100, 10_300])).toEqual([57_978_426, 20_521_574]);
  });

  test("T-9.3 £100.00 in three equal parts gives the odd penny to the first partner", () => {
    expect(shareByWeights(10_000, [1, 1, 1])).toEqual([3_334, 3_333, 3_333]);
  });

  test("T-9.4 −£1,000,000.01 at 40:25:15:12:8 shares the size and keeps the sign", () => {
    expect(shareByWeights(-100_000_001, [40, 25, 15, 12, 8])).toEqual([-40_000_001, -25_000_000, -15_000_000, -12_000_000, -8_000_000]);
  });

  test("T-9.5 £1,234.56 at 23:17:15:13:12:11:9", () => {
    expect(shareByWeights(123_456, [23, 17, 15, 13, 12, 11, 9])).toEqual([28_395, 20_988, 18_518, 16_049, 14_815, 13_580, 11_111]);
  });

  test.each([
    ["no weights", []],
    ["no positive weight", [0, 0]],
    ["a negative weight", [2, -1]],
    ["a broken weight", [1.5, 1]],
  ])("refuses %s", (_, weights) => {
    expect(() => shareByWeights(100, weights)).toThrow(PenceError);
  });

  const totals = fc.maxSafeInteger();
  const weightLists = fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1, maxLength: 12 }).filter((w) => w.some((x) => x > 0));

  test("parts always add to the total, exactly", () => {
    fc.assert(fc.property(totals, weightLists, (total, weights) => {
      const parts = shareByWeights(total, weights);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
    }));
  });

  test("each part is within a penny of its exact share, on the side of zero it belongs to", () => {
    fc.assert(fc.property(totals, weightLists, (total, weights) => {
      const sum = weights.reduce((a, w) => a + BigInt(w), 0n);
      shareByWeights(total, weights).forEach((part, i) => {
        const distance = BigInt(part) * sum - BigInt(total) * BigInt(weights[i] ?? 0);
        expect(distance > -sum && distance < sum).toBe(true);
        expect(part === 0 || Math.sign(part) === Math.sign(total)).toBe(true);
      });
    }));
  });

  test("a partner without weight gets nothing, and scaling all weights changes nothing", () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 2, max: 99 }), (total, some, factor) => {
      const weights = [...some, 0, 1];
      const parts = shareByWeights(total, weights);
      expect(parts[some.length]).toBe(0);
      expect(shareByWeights(total, weights.map((w) => w * factor))).toEqual(parts);
    }));
  });

  test("sharing back what was shared loses nothing", () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 6 }), (total, weights) => {
      expect(sumPence([...shareByWeights(total, weights), ...shareByWeights(-total, weights)])).toBe(0);
    }));
  });
});
