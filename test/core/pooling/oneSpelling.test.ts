// Names that differ in capital letters alone: one pool, one outcome, one sum in Excel and in ours, and a remark.
import { issueText } from "../../../src/core/issues/issueText";
import { withOneSpelling } from "../../../src/core/pooling/oneSpelling";
import { poolPartnership } from "../../../src/core/pooling/pool";
import { brackenshireReading, POOL } from "../../support/brackenshireLines";
import { writtenSheets } from "../../support/writtenSheets";

test("a pool, a fund and an outcome in other capital letters are the same ones, whatever the order of lines; the partners' own list decides", () => {
  const plain = brackenshireReading();
  const odd = brackenshireReading({ C04: { pool: POOL.toUpperCase(), outcome: "o1" } });
  const [read, reversed] = [withOneSpelling(odd), withOneSpelling({ ...odd, lines: [...odd.lines].reverse() })];
  const spellings = new Set(read.lines.flatMap((line) => line.pool ?? []));
  expect(spellings).toEqual(new Set(reversed.lines.flatMap((line) => line.pool ?? [])));
  expect([spellings.size, read.lines.find((line) => line.id === "C04")?.outcome]).toEqual([1, "O1"]);
  const [position, expected] = [poolPartnership(read).positions, poolPartnership(plain).positions];
  expect(position.map(({ budgetPence, overspendPence, shares }) => [budgetPence, overspendPence, shares])).toEqual(expected.map(({ budgetPence, overspendPence, shares }) => [budgetPence, overspendPence, shares]));
  expect(read.issues.map(issueText)).toEqual(expect.arrayContaining([expect.stringMatching(/The outcome "o1" is written "O1" elsewhere.*taken as one/), expect.stringMatching(/The pool /)]));
});

test("a reading in which every name is written one way is left as it is", () => {
  const reading = brackenshireReading();
  expect(withOneSpelling(reading)).toBe(reading);
});

test("lines whose ids differ in capital letters alone are told apart in the account", () => {
  const reading = brackenshireReading();
  const lines = reading.lines.map((line) => (line.id === "C06" ? { ...line, id: "c01" } : line));
  const rows = writtenSheets({ ...reading, lines }, []).find((sheet) => sheet.name === "Memorandum Account")?.rows ?? [];
  const formula = (id: string): string => rows.find((row) => row[0]?.value === id)?.[2]?.formula ?? "";
  expect([formula("C01"), formula("c01")]).toEqual([expect.stringContaining("EXACT(tblLines[Line],"), expect.stringContaining("EXACT(tblLines[Line],")]);
  expect(formula("C04")).toContain("SUMIFS(");
});
