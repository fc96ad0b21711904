// Amount cells in every form that sheets use, each kind kept apart from the others.
import fc from "fast-check";
import { numberStyleOf, readAmount } from "../../../../src/core/reading/words/amounts";
import type { CellValue } from "../../../../src/core/reading/grid";

const value = (cell: CellValue, style?: "uk" | "continental"): number | string => {
  const reading = readAmount(cell, style);
  return reading.kind === "number" ? reading.value : reading.kind;
};

test.each<[CellValue, number | string]>([
  [1234.5, 1234.5], [0, 0], ["1,234.50", 1234.5], ["£1,234", 1234], ["1 234", 1234], ["1\u00a0234\u00a0567", 1234567], ["1'234.5", 1234.5], ["+12", 12],
  ["(1,234)", -1234], ["£(1,234)", -1234], ["(£1,234)", -1234], ["-1,234", -1234], ["−1,234", -1234], ["–5", -5], ["1,234-", -1234], ["1,234 CR", -1234], ["1,234CR", -1234], ["1,234 DR", 1234],
  ["-", "nil"], ["–", "nil"], ["nil", "nil"], ["Nil", "nil"], ["", "blank"], ["  ", "blank"], [null, "blank"],
  ["n/a", "missing"], ["N/A", "missing"], ["…", "missing"], ["...", "missing"], ["tbc", "missing"], ["not known", "missing"], ["?", "missing"],
  ["#REF!", "error"], ["#N/A", "error"], ["#DIV/0!", "error"], ["45%", "percent"], ["about 40", "text"], ["see note 3", "text"], ["12 June", "text"], ["AB12", "text"], [true, "text"],
  ["1,2345", "text"], ["1.2.3", "text"], ["£000", "text"], ["£'000", "text"], ["2026/27", "text"], [Number.POSITIVE_INFINITY, "error"],
])("%p is %p", (cell, expected) => {
  expect(value(cell)).toBe(expected);
});

test.each<[string, number, string | null]>([["£69.1m", 69.1, "millions"], ["£744,000", 744_000, "pounds"], ["1.2bn", 1200, "millions"], ["250k", 250, "thousands"], ["£2.5 million", 2.5, "millions"], ["40p", 40, "pence"], ["£12", 12, null], ["744,000", 744_000, null]])("%s names its unit", (cell, size, unit) => {
  expect(readAmount(cell)).toMatchObject({ kind: "number", value: size, unit });
});

test("a point or a comma before three digits is read by the style of the sheet, and only there", () => {
  expect([value("1.234"), value("1.234", "continental"), value("1,234", "continental"), value("1.234,50"), value("1.234.567"), value("12,5"), value("1,234.5", "continental")])
    .toEqual([1.234, 1234, 1.234, 1234.5, 1234567, 12.5, 1234.5]);
  expect([value("12,5", "uk"), value("12,5", "continental")]).toEqual(["text", 12.5]);
  expect(numberStyleOf(["1.234,50", "2.000"])).toBe("continental");
  expect(numberStyleOf(["1,234.50", "2.000"])).toBe("uk");
  expect(numberStyleOf(["1.234", "2,000"])).toBe("uk");
});

test("any amount written in brackets, with either minus, or as a credit, is the same amount", () => {
  const written = (n: number): string => n.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_99 }), (pence) => {
    const size = pence / 100;
    for (const text of [`(${written(size)})`, `-${written(size)}`, `${written(size)}-`, `£(${written(size)})`, `${written(size)} CR`]) expect(value(text)).toBe(-size);
    expect(value(written(size))).toBe(size);
  }), { numRuns: 200, seed: 7 });
});
