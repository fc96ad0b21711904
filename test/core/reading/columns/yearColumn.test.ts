// A list kept for several years, with a column that names each row's: its years are never money, and one year is read.
import fc from "fast-check";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { sheetOf } from "../../../support/sheetGrid";

const LINES = [["A1", "Day care", 100, 110], ["A2", "Home support", 200, 190], ["A3", "Respite", 50, 55], ["A4", "Meals", 70, 71]] as const;

function ledger(years: readonly (number | string)[], title: string, heading = "Financial Year"): CellValue[][] {
  return [["Larkshire County Council"], [title], [heading, "Cost centre", "Service", "Original budget", "Revised budget"],
    ...years.flatMap((year, y) => LINES.map(([code, service, original, revised]): CellValue[] => [year, code, service, original + 1000 * y, revised + 1000 * y]))];
}

const read = (rows: readonly (readonly CellValue[])[]): PartnershipReading => readPartnership([sheetOf("Ledger", rows)]);
const figures = (reading: PartnershipReading): unknown[] => reading.lines.map((l) => [l.code, l.originalPence, l.revisedPence, l.source.cells.revised]);

test("the latest year is read, the others are set aside and asked about", () => {
  const reading = read(ledger([2024, 2025, 2026], "Budgets, £"));
  expect(figures(reading)[0]).toEqual(["A1", 210_000, 211_000, "E12"]);
  expect(reading.lines).toHaveLength(4);
  expect(reading.sheets[0]?.setAside.map((row) => row.text)).toEqual(["4 rows of 2024", "4 rows of 2025"]);
  expect(reading.issues.filter((i) => i.code === "several-years").map((i) => [i.severity, i.where?.address, i.facts.year])).toEqual([["question", "A3", "only 2026"]]);
});

test("the year that the title names is read without a question, also where years are words", () => {
  const reading = read(ledger(["2024/25", "2025/26", "2026/27"], "Budgets 2025/26, £", "FY"));
  expect(figures(reading)[0]).toEqual(["A1", 110_000, 111_000, "E8"]);
  expect(reading.issues.map((i) => i.code)).not.toContain("several-years");
});

test("years may bear a letter before them", () => {
  expect(read(ledger(["x2024", "x2025"], "Budgets, £", "year")).lines).toHaveLength(4);
});

test("a column of one year is no money", () => {
  const reading = read([["Larkshire County Council"], ["Budgets, £"], ["Budget fiscal year", "Cost centre", "Service", "Budget"], ...[...LINES, ["A5", "Advocacy", 20, 21], ["A6", "Carers", 30, 31]].map(([code, service, original]): CellValue[] => [2026, code ?? "", service ?? "", original ?? 0])]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([10_000, 20_000, 5_000, 7_000, 2_000, 3_000]);
});

test("figures under a heading that speaks of a year are money, whatever their size", () => {
  const reading = read([["Larkshire County Council"], ["Budgets 2026/27, £000"], ["Cost centre", "Service", "Full year budget"], ...Array.from({ length: 8 }, (_, i): CellValue[] => [`A${i}`, `Service ${i}`, 2000 + i])]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual(Array.from({ length: 8 }, (_, i) => (2000 + i) * 100_000));
});

test("rows of the years in any order give the same lines", () => {
  fc.assert(fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (order) => {
    const rows = ledger([2024, 2025, 2026], "Budgets, £");
    const shuffled = [...rows.slice(0, 3), ...order.map((i) => rows[3 + i] ?? [])];
    const sorted = (reading: PartnershipReading): unknown => reading.lines.map((l) => `${l.code} ${l.originalPence} ${l.revisedPence}`).sort();
    expect(sorted(read(shuffled))).toEqual(sorted(read(rows)));
  }), { numRuns: 40 });
});

test("what was spent stands beside the budget it is held against, not in its place", () => {
  const reading = read([["Larkshire County Council"], ["2026/27, £"], ["Code", "Fund", "Adopted budget amount", "Total expenditures", "Total budget", "Budget uncommitted amount"],
    ["A1", "Sewers", 100, 40, 120, 80], ["A2", "Parks", 200, 90, 210, 120], ["A3", "Libraries", 50, 20, 50, 30]]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence, l.actualPence])).toEqual([[10_000, 12_000, 4_000], [20_000, 21_000, 9_000], [5_000, 5_000, 2_000]]);
  expect(reading.issues.map((i) => i.code)).not.toContain("column-unsure");
});
