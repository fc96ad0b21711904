// The grouping engine against the plainest way to do the same, in each of its ways of holding keys.
import fc from "fast-check";
import { PenceError } from "../../../src/core/money/pence";
import { encodeKey, groupColumns, rowsByGroup, type KeyColumn } from "../../../src/core/pooling/groupBy";

/** A key whose dictionary is far larger than the rows use: forces hashing, or packing in two steps. */
const wide = (codes: readonly number[], size: number): KeyColumn => ({ codes: Int32Array.from(codes), labels: { length: size } as readonly string[] });

function plain(keys: readonly KeyColumn[], amounts: Float64Array): Map<string, number> {
  const sums = new Map<string, number>();
  amounts.forEach((amount, i) => {
    const key = keys.map((k) => k.codes[i]).join("|");
    sums.set(key, (sums.get(key) ?? 0) + amount);
  });
  return sums;
}

function checkAgainstPlain(keys: readonly KeyColumn[], amounts: Float64Array): void {
  const grouped = groupColumns(keys, [amounts], amounts.length);
  const expected = plain(keys, amounts);
  expect(grouped.groupCount).toBe(expected.size);
  for (let g = 0; g < grouped.groupCount; g += 1) {
    const first = grouped.firstRow[g] ?? -1;
    expect(grouped.sums[0]?.[g]).toBe(expected.get(keys.map((k) => k.codes[first]).join("|")));
  }
  const { starts, rows } = rowsByGroup(grouped);
  for (let g = 0; g < grouped.groupCount; g += 1) {
    const own = [...rows.subarray(starts[g], starts[g + 1])];
    expect(own).toEqual([...own].sort((a, b) => a - b));
    expect(own.every((row) => grouped.groupOf[row] === g)).toBe(true);
    expect(own.length).toBe(grouped.counts[g]);
  }
}

describe("groupColumns", () => {
  test.each([
    ["a table of all keys", 50, 60],
    ["hashed keys", 2 ** 21, 2 ** 20],
    ["keys too many for one number", 2 ** 30, 2 ** 30],
  ])("sums as the plain way does: %s", (_, sizeA, sizeB) => {
    const row = fc.tuple(fc.nat({ max: sizeA - 1 }), fc.nat({ max: sizeB - 1 }), fc.nat({ max: 6 }), fc.integer());
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), fc.boolean(), (rows, narrow) => {
      const code = (value: number, size: number): number => (narrow ? (value % 4) * Math.floor(size / 4) : value);
      const keys = [wide(rows.map((r) => code(r[0], sizeA)), sizeA), wide(rows.map((r) => code(r[1], sizeB)), sizeB), wide(rows.map((r) => r[2]), 7)];
      checkAgainstPlain(keys, Float64Array.from(rows, (r) => r[3]));
    }));
  });

  test("stays right while the table of hashed keys grows", () => {
    const count = 20_000;
    const keys = [wide(Array.from({ length: count }, (_, i) => (i * 7_919) % 12_007), 2 ** 25)];
    checkAgainstPlain(keys, Float64Array.from({ length: count }, (_, i) => i - 9_000));
  });

  test("no rows and no keys", () => {
    expect(groupColumns([encodeKey([])], [new Float64Array()], 0).groupCount).toBe(0);
    expect(groupColumns([], [Float64Array.of(1, 2, 3)], 3).sums).toEqual([Float64Array.of(6)]);
  });

  test("refuses sums that a double could not hold to the penny, and parts of a penny", () => {
    const key = encodeKey(["a", "b"]);
    expect(() => groupColumns([key], [Float64Array.of(Number.MAX_SAFE_INTEGER, 1)], 2)).toThrow(PenceError);
    expect(() => groupColumns([key], [Float64Array.of(0.5, 1)], 2)).toThrow(PenceError);
  });

  test("codes follow first appearance and lead back to the texts", () => {
    const { codes, labels } = encodeKey(["b", "a", "b", ""]);
    expect([...codes].map((code) => labels[code])).toEqual(["b", "a", "b", ""]);
    expect(labels).toEqual(["b", "a", ""]);
  });
});
