// The score over annotated tables: cells are counted once, the reader's parts stay above the plain baseline and above a floor.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { baselineCells, classifyCells } from "./classify";
import { precision, readAnnotated, recall, scoreTables, scoreText } from "./score";

const TABLES = readAnnotated(readFileSync(join(__dirname, "../../data/saus/six-tables.jsonl"), "utf8"));

test("one table scored by hand", () => {
  const table = {
    file_name: "hand", table_array: [["Table 1", "", ""], ["Item", "2001", "2002"], ["Apples", "10.0", "20.0"], ["Pears", "5.0", "6.0"], ["Plums", "1.0", "2.0"], ["Total", "16.0", "28.0"], ["Note", "", ""]],
    annotations: [["metadata", null, null], ["header", "header", "header"], ["attributes", "data", "data"], ["attributes", "data", "data"], ["attributes", "data", "data"], ["attributes", "derived", "derived"], ["notes", null, null]],
  };
  const [read] = readAnnotated(JSON.stringify(table));
  expect(read === undefined ? [] : classifyCells(read.grid)).toEqual([[null, null, null], ["header", "header", "header"], ...[1, 2, 3].map(() => [null, "data", "data"]), [null, "derived", "derived"], [null, null, null]]);
  expect(scoreTables(read === undefined ? [] : [read], classifyCells)).toEqual({ header: { found: 3, right: 3, wanted: 3 }, data: { found: 6, right: 6, wanted: 6 }, derived: { found: 2, right: 2, wanted: 2 } });
});

test("a record of another form is refused with its line", () => {
  expect(() => readAnnotated('{"table_array": []}')).toThrow("Line 1 is no annotated table.");
});

test("six tables: every class is told at least as well as by the baseline, and above a floor", () => {
  const [ours, plain] = [scoreTables(TABLES, classifyCells), scoreTables(TABLES, baselineCells)];
  for (const name of ["header", "data", "derived"] as const) {
    expect(precision(ours[name])).toBeGreaterThanOrEqual(precision(plain[name]));
    expect(recall(ours[name])).toBeGreaterThanOrEqual(recall(plain[name]));
  }
  expect(recall(ours.header)).toBeGreaterThan(0.9);
  expect(precision(ours.data)).toBeGreaterThan(0.95);
  expect(recall(ours.derived)).toBeGreaterThan(0.7);
  expect(scoreText(TABLES).split("\n")).toHaveLength(6);
});
