// Ledger extracts, a row per posting: added up to one line a code, whatever their order, quickly.
import fc from "fast-check";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const HEAD: CellValue[] = ["Posting date", "Cost centre", "Cost centre name", "Narrative", "Amount"];
const CODES = ["A100", "B200", "C300"];
const posting = (i: number, amount: number): CellValue[] => [46_120 + (i % 300), CODES[i % 3] ?? "", `Team ${CODES[i % 3] ?? ""}`, `Invoice ${i}`, amount];
const POSTINGS = Array.from({ length: 30 }, (_, i) => posting(i, i % 3 === 2 ? -10.25 : 100.5 + i));
const extract = (rows: readonly (readonly CellValue[])[], ...after: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Extract", [["Larkshire County Council"], HEAD, ...rows, ...after])]);
const sum = (code: string): number => POSTINGS.filter((p) => p[1] === code).reduce((s, p) => s + Math.round(Number(p[4]) * 100), 0);

test("one line a code: the sum of its postings, their number and where they stand", () => {
  const read = extract(POSTINGS);
  expect(read.lines.map((l) => [l.id, l.code, l.description, l.actualPence, l.source.address, l.note])).toEqual([
    ["COUNCIL/A100", "A100", "Team A100", sum("A100"), "E3:E30", "10 postings, E3:E30"], ["COUNCIL/B200", "B200", "Team B200", sum("B200"), "E4:E31", "10 postings, E4:E31"],
    ["COUNCIL/C300", "C300", "Team C300", -10_250, "E5:E32", "10 postings, E5:E32"],
  ]);
  expect(read.sheets[0]?.sentence).toBe("30 postings of a ledger added up to 3 lines, one a code, £, no printed totals.");
  expect(read.sheets[0]?.tables[0]).toMatchObject({ unit: "pounds", unitReason: "postings are printed to the penny" });
});

test("a total at the end is no posting; a row without a code that adds nothing is set aside with its money", () => {
  const total = POSTINGS.reduce((s, p) => s + Math.round(Number(p[4]) * 100), 0) / 100;
  const read = extract(POSTINGS, [null, null, null, "Total", total], [null, null, null, "Carried to control account", 77.5]);
  expect(read.lines.reduce((s, l) => s + (l.actualPence ?? 0), 0)).toBe(Math.round(total * 100));
  expect(read.controls.filter((c) => c.id === "R1").map((c) => [c.result, c.cells[0]?.address])).toEqual([["green", "E33"]]);
  expect(read.sheets[0]?.setAside.map((s) => [s.text, s.pence])).toEqual([["Carried to control account", 7_750]]);
});

test("debits and credits are two sides of one amount", () => {
  const rows = POSTINGS.map((p): CellValue[] => [...p.slice(0, 4), Number(p[4]) > 0 ? Number(p[4]) : null, Number(p[4]) < 0 ? -Number(p[4]) : null]);
  const read = readPartnership([sheetOf("Extract", [["Larkshire County Council"], [...HEAD.slice(0, 4), "Debit", "Credit"], ...rows])]);
  expect(read.lines.map((l) => l.actualPence)).toEqual([sum("A100"), sum("B200"), -10_250]);
});

test("two subjectives of one cost centre are two lines; budget and actual are added each for itself", () => {
  const rows = Array.from({ length: 24 }, (_, i): CellValue[] => [(i % 12) + 1, "A100", i % 2 === 0 ? "1001" : "4002", 10.01, 20.02]);
  const read = readPartnership([sheetOf("Extract", [["Larkshire County Council"], ["Period", "Cost centre", "Subjective", "Revised budget", "Actual"], ...rows])]);
  expect(read.lines.map((l) => [l.code, l.revisedPence, l.actualPence])).toEqual([["A100/1001", 12_012, 24_024], ["A100/4002", 12_012, 24_024]]);
});

test("words for an amount are an error, postings of two years a question, a lone line per code no ledger", () => {
  const odd = extract(POSTINGS.map((p, i) => (i === 4 ? [...p.slice(0, 4), "see note"] : p)));
  expect(odd.issues.map((i) => [i.severity, i.code, i.where?.address])).toContainEqual(["error", "text-in-amount", "E7"]);
  const years = extract(POSTINGS.map((p, i) => [i < 15 ? 45_700 : 46_200, ...p.slice(1)]));
  expect(years.issues.map((i) => [i.severity, i.code])).toContainEqual(["question", "several-years"]);
  const plain = readPartnership([sheetOf("Budget", [["Larkshire County Council, £"], ["Start date", "Code", "Description", "Revised budget"], ...Array.from({ length: 20 }, (_, i): CellValue[] => [46_113, `C${i}`, `Service ${i}`, 100 + i])])]);
  expect(plain.lines).toHaveLength(20);
});

test("property: the order of postings does not matter to the sums", () => {
  fc.assert(fc.property(fc.shuffledSubarray([...POSTINGS], { minLength: POSTINGS.length }), (rows) => {
    const read = extract(rows);
    expect(new Map(read.lines.map((l) => [l.code, l.actualPence]))).toEqual(new Map(CODES.map((c) => [c, sum(c)])));
  }), { numRuns: 30 });
});

test("200,000 postings on 2,000 codes take about ten times as long as 20,000", () => {
  const rows = (n: number): CellValue[][] => Array.from({ length: n }, (_, i): CellValue[] => [46_120 + (i % 300), `CC${i % 2000}`, `Team ${i % 2000}`, `Invoice ${i}`, (i % 977) + 0.25]);
  const timed = (n: number): number => {
    const grid = sheetOf("Extract", [["Larkshire County Council"], HEAD, ...rows(n)]);
    const start = performance.now();
    expect(readPartnership([grid]).lines).toHaveLength(2000);
    return performance.now() - start;
  };
  timed(20_000);
  const [small, large] = [timed(20_000), timed(200_000)];
  expect(large).toBeLessThan(Math.max(small, 40) * 40);
});
