// Holds the reading of generated sheets to a floor, on the first few building seeds; `npm run score:reading` measures on others.
import { scoreOf } from "./measure";
import { familyOf } from "./families";
import { planOf } from "./plan";
import { printSheet } from "./print";
import { MEASURING, summaryOf } from "./summary";

/** Seeds looked at while the reader is built. */
const BUILDING = { first: 1, count: 60 };
const scores = Array.from({ length: BUILDING.count }, (_, i) => scoreOf(BUILDING.first + i));
const summary = summaryOf(scores);

test("no sheet of the building seeds is wrong without a word", () => {
  expect(scores.filter((score) => score.silent).map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
});

test("most lines of the building seeds are exact in all amounts, with few questions", () => {
  expect(summary.exact / summary.lines).toBeGreaterThanOrEqual(0.99);
  expect([summary.totalsLoaded, summary.wrongUnits, summary.overThree]).toEqual([0, 0, 0]);
  expect(summary.questions / summary.sheets).toBeLessThanOrEqual(1);
});

test("in another vocabulary no sheet is wrong without a word either, and most lines are exact", () => {
  const others = Array.from({ length: BUILDING.count }, (_, i) => scoreOf(BUILDING.first + i, familyOf("other")(BUILDING.first + i)));
  expect(others.filter((score) => score.silent).map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
  const { exact, lines } = summaryOf(others);
  expect(exact / lines).toBeGreaterThanOrEqual(0.99);
});

test("of the layouts of published papers few lines are wrong, and no sheet without a word", () => {
  const third = Array.from({ length: BUILDING.count }, (_, i) => scoreOf(BUILDING.first + i, familyOf("third")(BUILDING.first + i)));
  expect(third.filter((score) => score.silent).map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
  const { exact, lines, overThree } = summaryOf(third);
  expect(exact / lines).toBeGreaterThanOrEqual(0.99);
  expect(overThree).toBe(0);
});

test("a seed gives the same sheet every time, and seeds for building are not those for measuring", () => {
  expect(printSheet(planOf(7)).grid).toEqual(printSheet(planOf(7)).grid);
  expect(BUILDING.first + BUILDING.count).toBeLessThan(MEASURING.first);
});

test("the generator varies what it prints: units, signs, numbers, headings, totals and second tables", () => {
  const plans = Array.from({ length: 200 }, (_, i) => planOf(i + 1));
  const kinds = (of: (plan: ReturnType<typeof planOf>) => string): number => new Set(plans.map(of)).size;
  expect([kinds((p) => p.unit), kinds((p) => p.signs), kinds((p) => p.numbers), kinds((p) => p.headerRows), kinds((p) => p.totalsAt), kinds((p) => p.second)]).toEqual([3, 7, 4, 3, 3, 7]);
});

test("the measure sees what is wrong: a truth that differs by a penny is a fault", () => {
  const sheet = printSheet(planOf(1));
  const [line] = sheet.lines;
  const off = new Map([...(line?.cells ?? [])].map(([address, cell]) => [address, { ...cell, pence: cell.pence === null ? null : cell.pence + 1 }]));
  const wrong = { ...sheet, lines: line === undefined ? [] : [{ ...line, cells: off }, ...sheet.lines.slice(1)] };
  expect(scoreOf(1, wrong).exact).toBe(scoreOf(1).exact - 1);
});

test("of the fourth family most lines are exact, and no sheet is wrong without a word", () => {
  const fourth = Array.from({ length: BUILDING.count }, (_, i) => scoreOf(BUILDING.first + i, familyOf("fourth")(BUILDING.first + i)));
  expect(fourth.filter((score) => score.silent).map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
  const { exact, lines, overThree } = summaryOf(fourth);
  expect(exact / lines).toBeGreaterThanOrEqual(0.97);
  expect(overThree).toBe(0);
});

test("of the fifth family most lines are exact, and no sheet is wrong without a word", () => {
  const fifth = Array.from({ length: BUILDING.count }, (_, i) => scoreOf(BUILDING.first + i, familyOf("fifth")(BUILDING.first + i)));
  expect(fifth.filter((score) => score.silent).map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
  const { exact, lines, overThree } = summaryOf(fifth);
  expect(exact / lines).toBeGreaterThanOrEqual(0.97);
  expect(overThree).toBe(0);
});
