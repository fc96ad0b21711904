// Texts listed in one sentence or cell: all of a short list, the first dozen of a long one.
import { listSome } from "../../src/core/text";

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `L${i + 1}`);

test.each([
  [[], ""],
  [["L1"], "L1"],
  [names(12), "L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12"],
  [names(13), "L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, and 1 more"],
])("%j", (texts, sentence) => {
  expect(listSome(texts, ", ")).toBe(sentence);
});

test("a flow of a hundred thousand lines fits one cell of Excel", () => {
  expect(listSome(names(100_000), ", ").length).toBeLessThan(32_767);
});
