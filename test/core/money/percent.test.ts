// Percentages for display: rounded once from exact amounts.
import { percentWords } from "../../../src/core/money/percent";

test.each<[number, number, 1 | 2, string | null]>([
  [29_100, 39_400, 2, "73.86%"], [10_300, 39_400, 2, "26.14%"], [9_900, 19_500, 2, "50.77%"], [1, 3, 1, "33.3%"], [1, 800, 1, "0.1%"],
  [0, 5, 2, "0.00%"], [5, 5, 1, "100.0%"], [-1, 4, 1, "−25.0%"], [-1, -4, 1, "25.0%"], [-1, 100_000, 1, "0.0%"], [1, 0, 2, null],
  [9_007_199_254_740_991, 9_007_199_254_740_991, 2, "100.00%"],
])("%d of %d to %d decimals is %s", (part, whole, decimals, expected) => {
  expect(percentWords(part, whole, decimals)).toBe(expected);
});
