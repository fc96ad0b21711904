// Whatever the layout, the same lines: columns shuffled, blank rows and columns, another unit with its label; and no amount is lost.
import fc from "fast-check";
import type { BudgetLine } from "../../../src/core/budget/line";
import { cellAddress } from "../../../src/core/budget/cells";
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { sheetOf } from "../../support/sheetGrid";
import { plainTable, reorder, rowsOf, type PlainTable } from "./grids";

const RUNS = { numRuns: 150, seed: 20_260_401 };

const read = (rows: readonly (readonly CellValue[])[], more: Partial<SheetGrid> = {}): PartnershipReading => readPartnership([sheetOf("Budget", rows, more)]);
const bare = (lines: readonly BudgetLine[]): unknown => lines.map((l) => ({ id: l.id, code: l.code, description: l.description, sections: l.sections, nature: l.nature, original: l.originalPence, revised: l.revisedPence, forecast: l.forecastPence }));
const expected = (table: PlainTable, perUnit: number): unknown => table.sections.flatMap((s) => s.lines.map((l) => ({
  id: `COUNCIL/${l.code}`, code: l.code, description: l.description, sections: [s.name], nature: "GROSS_EXP",
  original: l.original * perUnit, revised: l.revised * perUnit, forecast: l.forecast * perUnit,
})));

test("a plain table is read line for line, its totals set aside and agreeing", () => {
  fc.assert(fc.property(plainTable, (table) => {
    const reading = read(rowsOf(table, "£000"));
    expect(bare(reading.lines)).toEqual(expected(table, 100_000));
    expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
    expect(reading.sheets[0]?.totals).toHaveLength((table.sections.length + 1) * 3);
  }), RUNS);
});

test("shuffled columns give the same lines", () => {
  fc.assert(fc.property(plainTable, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (table, order) => {
    expect(bare(read(reorder(rowsOf(table, "£"), order, 3)).lines)).toEqual(expected(table, 100));
  }), RUNS);
});

test("blank rows and blank columns change nothing", () => {
  fc.assert(fc.property(plainTable, fc.integer({ min: 0, max: 5 }), fc.array(fc.nat(30), { maxLength: 4 }), (table, blankColumn, blankRows) => {
    const rows = rowsOf(table, "£");
    for (const at of blankRows) rows.splice(Math.min(4 + at, rows.length), 0, []);
    const widened = rows.map((row) => [...row.slice(0, blankColumn), null, ...row.slice(blankColumn)]);
    expect(bare(read(widened).lines)).toEqual(expected(table, 100));
  }), RUNS);
});

test("the table moved down and across the sheet gives the same lines, each figure at its new cell", () => {
  fc.assert(fc.property(plainTable, fc.nat(12), fc.nat(9), (table, down, right) => {
    const moved = [...Array.from({ length: down }, (): CellValue[] => []), ...rowsOf(table, "£").map((row) => [...Array.from({ length: right }, () => null), ...row])];
    const reading = read(moved);
    expect(bare(reading.lines)).toEqual(expected(table, 100));
    expect(reading.lines[0]?.source.address).toBe(cellAddress(5 + down, 3 + right));
  }), RUNS);
});

test("notes above, beside, between and below the table change nothing", () => {
  const note = fc.constantFrom("Figures are subject to audit.", "Prepared by Finance on 3 April 2026", "Note 1: excludes capital", "See the report to Cabinet of 12 May");
  fc.assert(fc.property(plainTable, fc.array(fc.tuple(fc.nat(40), note), { minLength: 1, maxLength: 4 }), fc.boolean(), (table, notes, beside) => {
    const rows = rowsOf(table, "£").map((row, r) => (beside && r > 3 && typeof row[0] === "string" ? [...row, "seen by the group"] : [...row]));
    // Blank rows between sections, the row above the headings and rows below the table take a note without parting a section from its lines.
    for (const [at, text] of notes) {
      const free = [2, ...rows.flatMap((row, r) => (r > 4 && row.every((value) => value === null) ? [r] : []))];
      const row = rows[free[at % free.length] ?? 2];
      if (row !== undefined && at % 3 > 0) row[0] = text;
      else rows.push([], [text]);
    }
    const lines = read(rows).lines.map((l) => [l.id, l.originalPence, l.revisedPence, l.forecastPence]);
    expect(lines).toEqual(table.sections.flatMap((s) => s.lines.map((l) => [`COUNCIL/${l.code}`, l.original * 100, l.revised * 100, l.forecast * 100])));
  }), RUNS);
});

test("another unit with its label gives the same pence", () => {
  fc.assert(fc.property(plainTable, (table) => {
    const pounds = bare(read(rowsOf(table, "£", 1000)).lines);
    expect(bare(read(rowsOf(table, "£000")).lines)).toEqual(pounds);
    expect(bare(read(rowsOf(table, "all figures in thousands of pounds")).lines)).toEqual(pounds);
  }), RUNS);
});

test("numbers written as text give the same lines, in British and continental form", () => {
  const british = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
  const continental = (n: number): string => `${String(n).replace(/\B(?=(\d{3})+$)/g, ".")},00`;
  fc.assert(fc.property(plainTable, fc.constantFrom(british, continental), (table, form) => {
    const rows = rowsOf(table, "£").map((row) => row.map((value) => (typeof value === "number" ? form(value) : value)));
    expect(bare(read(rows).lines)).toEqual(expected(table, 100));
  }), RUNS);
});

describe("four ways to sign a sheet give the same lines", () => {
  const twoSided = fc.tuple(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }));
  const canonical = ([spending, income]: readonly [readonly number[], readonly number[]]): unknown => [
    ...income.map((n, i) => [`Fees and charges ${i + 1}`, -n * 100, "EXT_INCOME"]), ...spending.map((n, i) => [`Service ${i + 1}`, n * 100, "GROSS_EXP"]),
  ];
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const sheet = ([spending, income]: readonly [readonly number[], readonly number[]], signs: { income: 1 | -1; spending: 1 | -1; last: string; net: number }, cell: (n: number) => CellValue): CellValue[][] => [
    ["Larkshire Trust, £"], ["", "Annual budget"],
    ["Income", null], ...income.map((n, i): CellValue[] => [`Fees and charges ${i + 1}`, cell(signs.income * n)]), ["Total income", cell(signs.income * sum(income))],
    ["Expenditure", null], ...spending.map((n, i): CellValue[] => [`Service ${i + 1}`, cell(signs.spending * n)]), ["Total expenditure", cell(signs.spending * sum(spending))],
    [signs.last, cell(signs.net)],
  ];
  const plain = (n: number): CellValue => n;
  const brackets = (n: number): CellValue => (n < 0 ? `(${-n})` : String(n));
  test.each<[string, 1 | -1, 1 | -1, string, 1 | -1, (n: number) => CellValue]>([
    ["income negative", -1, 1, "Net expenditure", 1, plain], ["income in brackets", -1, 1, "Net expenditure", 1, brackets],
    ["company style", 1, -1, "Surplus/(deficit)", -1, plain], ["both positive", 1, 1, "Net expenditure", 1, plain], ["both positive, a surplus below", 1, 1, "Surplus/(deficit)", -1, plain],
  ])("%s", (_name, income, spending, last, factor, cell) => {
    fc.assert(fc.property(twoSided, (sides) => {
      const reading = read(sheet(sides, { income, spending, last, net: factor * (sum(sides[0]) - sum(sides[1])) }, cell));
      expect(reading.lines.map((l) => [l.description, l.revisedPence, l.nature])).toEqual(canonical(sides));
      expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
    }), RUNS);
  });
});

test("every amount of a stage column is a line's, a total's or set aside: none is lost and none is read twice", () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -5000, max: 5000 }) }, { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, "-", "n/a", "1,234", "(500)", "tbc", "£2.5m") });
  const label = fc.constantFrom("Staff", "Premises", "Total", "Sub-total services", "Net expenditure", "Grant income", "Memorandum: staff", "Contract with ICB", "", "Surplus/(deficit)");
  fc.assert(fc.property(fc.array(fc.tuple(label, cell, cell), { minLength: 1, maxLength: 14 }), (body) => {
    const rows: CellValue[][] = [["Larkshire Council, £"], ["Service", "Revised budget", "Forecast"], ...body.map((row) => [...row])];
    const reading = read(rows);
    const sheet = reading.sheets[0];
    const used = new Map<string, number>();
    const take = (address: string | undefined): void => { if (address !== undefined) used.set(address, (used.get(address) ?? 0) + 1); };
    for (const line of reading.lines) for (const stage of ["revised", "forecast"] as const) take(line.source.cells[stage]);
    for (const total of sheet?.totals ?? []) take(total.cell.address);
    const aside = new Set((sheet?.setAside ?? []).map((s) => s.cell.address.replace(/^[A-Z]+/, "")));
    rows.slice(2).forEach((row, i) => {
      for (const column of [1, 2]) {
        const address = cellAddress(i + 2, column);
        const value = row[column] ?? null;
        if (typeof value !== "number" && !/^[£(]?\d/.test(String(value))) continue;
        if (sheet?.kind === "budget") expect([address, (used.get(address) ?? 0) + (aside.has(String(i + 3)) ? 1 : 0)]).toEqual([address, 1]);
      }
    });
  }), { ...RUNS, numRuns: 400 });
});

test("any grid at all is read without a throw, and the same way twice", () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(fc.constant(null), fc.string({ maxLength: 12 }), fc.double({ noNaN: true }), fc.integer(), fc.boolean(), fc.constantFrom<CellValue>("Budget", "£000", "Total", "2026/27", "#REF!", "Forecast", "Description", "Code", "(1,2"));
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 }), (values) => {
    expect(read(values)).toEqual(read(values));
  }), { ...RUNS, numRuns: 400 });
});
