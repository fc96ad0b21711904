// Memory of a layout: rows and columns put in anywhere and columns swapped are followed; a heading renamed, gone or new stops by its name.
import fc from "fast-check";
import { correctionsText } from "../../../../src/core/reading/memory/corrections";
import type { CellValue } from "../../../../src/core/reading/grid";
import { withoutPeriod } from "../../../../src/core/reading/memory/headingPeriod";
import { columnsOf, columnsText } from "../../../../src/core/reading/memory/rememberedColumns";
import { rowsOfRange } from "../../../../src/core/reading/memory/followCorrections";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading, SheetReading, Corrections } from "../../../../src/core/reading/types";
import { mappingSheet } from "../../../../src/core/writing/mappingTable";
import { sheetOf } from "../../../support/sheetGrid";
import { plainTable, reorder, rowsOf, type PlainTable } from "../grids";

type Rows = readonly (readonly CellValue[])[];
const RUNS = { numRuns: 120, seed: 20_261_123 };

/** The mapping as it is written after a reading, with a change of a person's in its first table. */
function memoryOf(rows: Rows, corrections?: Corrections): ReturnType<typeof sheetOf> {
  const sheets = readPartnership([sheetOf("Budget", rows)]).sheets;
  const settled = corrections === undefined ? sheets : sheets.map((sheet): SheetReading => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, corrections, confirmedBy: "Treasurer" })) }));
  const written = mappingSheet(settled);
  return sheetOf(written.name, Array.from(written.rows, (row) => row.map((cell) => cell?.value ?? null)));
}

const again = (rows: Rows, memory: ReturnType<typeof sheetOf>): PartnershipReading => readPartnership([sheetOf("Budget", rows), memory]);
const figures = (reading: PartnershipReading): unknown => reading.lines.map((l) => [l.id, l.description, l.originalPence, l.revisedPence, l.forecastPence]);
const changed = (reading: PartnershipReading) => reading.issues.filter(({ code }) => code === "layout-changed");
const followed = (reading: PartnershipReading): string => reading.issues.filter(({ code }) => code === "layout-followed").map(({ facts }) => facts.difference).join("; ");

/** A column put in before `at`, with its heading in the heading row and something in each line. */
const withColumn = (rows: Rows, at: number, heading: CellValue, cell: CellValue): CellValue[][] => rows.map((row, r) => (r < 3 ? [...row] : [...row.slice(0, at), r === 3 ? heading : typeof row[4] === "number" ? cell : null, ...row.slice(at)]));

describe("what is followed", () => {
  test("rows and unused columns put in anywhere, and columns in any order, give the same lines", () => {
    const order = fc.oneof(fc.constant([0, 1, 2, 3, 4]), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }));
    const column = fc.record({ at: fc.integer({ min: 0, max: 5 }), heading: fc.constantFrom("Comments", "Notes", "RAG", null) });
    fc.assert(fc.property(plainTable, order, fc.array(column, { maxLength: 2 }), fc.array(fc.nat(30), { maxLength: 4 }), (table, columns, inserted, blanks) => {
      const before = rowsOf(table, "£000");
      let now = reorder(before, columns, 3);
      // A blank column between columns in another order may part one table from another.
      const inOrder = columns.every((column, i) => column === i);
      for (const { at, heading } of inserted.filter((one) => one.heading !== null || inOrder)) now = withColumn(now, at, heading, heading === null ? null : "see minute");
      for (const at of blanks) now.splice(Math.min(4 + at, now.length), 0, []);
      const reading = again(now, memoryOf(before));
      expect(changed(reading)).toEqual([]);
      expect(figures(reading)).toEqual(figures(again(before, memoryOf(before))));
    }), RUNS);
  });

  test("what moved is told as a note, with both its columns", () => {
    const before = rowsOf(oneTable(), "£000");
    const note = followed(again(withColumn(before, 3, "Comments", "seen"), memoryOf(before)));
    expect(note).toContain('"Revised budget" moved from column D to E');
    expect(note).toContain('"Comments" (column D), not used, is new');
    expect(followed(again([["A note on top"], ...before], memoryOf(before)))).toContain("its headings moved from row 4 to 5");
    expect(followed(again(before, memoryOf(before)))).toBe("");
  });

  test("a monthly report a month later is known again; a year later it is not", () => {
    const head = (actual: string, budget = "2026/27 budget"): Rows => [["Fictown Borough Council, £000"], ["Code", "Service", budget, actual], ["A1", "Parks", 10, 4], ["A2", "Roads", 20, 9]];
    const memory = memoryOf(head("Actual to 30 Sept 2026"));
    const october = again(head("Actual to 31 October 2026"), memory);
    expect(changed(october)).toEqual([]);
    expect(followed(october)).toContain('"Actual to 30 Sept 2026" is headed "Actual to 31 October 2026" now');
    expect(changed(again(head("Actual to 30 Sept 2026", "2027/28 budget"), memory))[0]?.facts.difference).toContain("2027/28 budget");
    expect(withoutPeriod("Forecast P6 2026/27")).toBe(withoutPeriod("Forecast P7 2026/27"));
    expect(withoutPeriod("Budget 2026/27")).not.toBe(withoutPeriod("Budget 2027/28"));
  });
});

test("a sheet renamed, or in a file renamed, is known again by its layout; not where people settled something about it, or two are alike", () => {
  const before = rowsOf(oneTable(), "£000");
  const known = readPartnership([sheetOf("Oct", before), memoryOf(before)]);
  expect([changed(known), followed(known)]).toEqual([[], 'the sheet was called "Budget"']);
  const settled = memoryOf(before, { columns: [], range: null, sign: null, unit: "thousands", agency: null });
  expect(changed(readPartnership([sheetOf("Oct", before), settled]))).toHaveLength(1);
  expect(changed(readPartnership([sheetOf("Oct", before), sheetOf("Nov", before.map((row) => row.map((value) => (typeof value === "number" ? value + 1 : value)))), memoryOf(before)]))).toHaveLength(1);
  const files = (council: string, icb: string) => [sheetOf("Budget", [["Larkshire ICB"], ["", "£"], ["Code", "Service", "Plan"], ["B1", "Acute", 9], ["B2", "Care", 8]], { file: icb }), sheetOf("Budget", before, { file: council })];
  const written = mappingSheet(readPartnership(files("council P6.xlsx", "icb P6.xlsx")).sheets);
  const memory = sheetOf(written.name, Array.from(written.rows, (row) => row.map((cell) => cell?.value ?? null)));
  expect(changed(readPartnership([...files("council P7.xlsx", "icb P6.xlsx"), memory]))).toEqual([]);
  expect(changed(readPartnership([...files("council P7.xlsx", "icb P7.xlsx"), memory]))).toEqual([]);
});

describe("what stops, by its name", () => {
  const AMOUNTS = [[2, "Original budget"], [3, "Revised budget"], [4, "Forecast outturn"]] as const;

  test("an amount heading that is renamed", () => {
    const others = fc.constantFrom("Adjusted totals", "Budget 2", "Latest approved budget", "Projected outturn", "Prior year actual", "Sundry");
    fc.assert(fc.property(plainTable, fc.constantFrom(...AMOUNTS), others, (table, [at, heading], other) => {
      const before = rowsOf(table, "£000");
      const now = before.map((row, r) => (r === 3 ? row.map((value, c) => (c === at ? other : value)) : row));
      const found = changed(again(now, memoryOf(before)));
      expect(found.map(({ severity }) => severity)).toEqual(["error"]);
      expect(found[0]?.facts.difference).toContain(heading);
    }), RUNS);
  });

  test("an amount column that is gone, whatever else moved", () => {
    fc.assert(fc.property(plainTable, fc.constantFrom(...AMOUNTS), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (table, [at, heading], order) => {
      const before = rowsOf(table, "£000");
      const found = changed(again(reorder(before, order.filter((column) => column !== at), 3), memoryOf(before)));
      expect(found).toHaveLength(1);
      expect(found[0]?.facts.difference).toContain(`"${heading}"`);
    }), RUNS);
  });

  test("another unit, and a budget column that comes in beside the known ones", () => {
    const before = rowsOf(oneTable(), "£000");
    const [unit] = changed(again(rowsOf(oneTable(), "£"), memoryOf(before)));
    expect([unit?.facts.difference, unit?.pence]).toEqual(["the unit was £000 and is £", 700]);
    expect(changed(again(withColumn(before, 4, "Outturn 2026/27", 5), memoryOf(before)))[0]?.facts.difference).toContain("Outturn 2026/27");
  });

  test("a unit confirmed by a person does not hide that the sheet now tells another", () => {
    const plain = rowsOf(oneTable(), "as agreed");
    const memory = memoryOf(plain, { columns: [], range: null, sign: null, unit: "thousands", agency: null });
    expect(again(plain, memory).lines[0]?.revisedPence).toBe(200_000);
    expect(changed(again(plain, memory))).toEqual([]);
    expect(changed(again(rowsOf(oneTable(), "£m"), memory))[0]?.facts.difference).toBe("the unit was £ and is £m");
  });

  test("a sheet that is gone, and a table more than before", () => {
    const before = rowsOf(oneTable(), "£000");
    const gone = readPartnership([sheetOf("Other", [["Larkshire ICB, £"], ["Code", "Service", "Plan"], ["B1", "Acute", 9], ["B2", "Care", 8]]), memoryOf(before)]);
    expect(changed(gone)[0]?.facts.difference).toMatch(/^the sheet is no longer there, which stood under "Cost centre"/);
    const capital: Rows = [[], ["Capital programme"], ["Scheme", "Approved budget", "Forecast"], ["Hall roof", 50, 60], ["Depot", 70, 70], ["Total", 120, 130]];
    const split = changed(again([...before, ...capital], memoryOf(before)));
    expect(split.map(({ facts }) => facts.difference).join()).toContain("a table is there that was not before");
    expect(split.map(({ where }) => where?.sheet)).toEqual(["Budget"]);
  });

  test("another sign habit is asked about, and followed", () => {
    const sides = (net: number): Rows => [["Fictown Trust, £"], ["", "Annual budget"], ["Income"], ["Fees", -net], ["Expenditure"], ["Staff", 50], ["Rooms", 30], ["Net expenditure", 80 - net]];
    const flipped: Rows = [["Fictown Trust, £"], ["", "Annual budget"], ["Income"], ["Fees", 20], ["Expenditure"], ["Staff", -50], ["Rooms", -30], ["Surplus/(deficit)", -60]];
    const reading = again(flipped, memoryOf(sides(20)));
    expect(reading.lines.map((l) => l.revisedPence)).toEqual([-2000, 5000, 3000]);
    expect(reading.issues.filter(({ code }) => code === "layout-followed").map(({ severity }) => severity)).toEqual(["question"]);
    expect(followed(reading)).toContain('its sign habit was "expenditure-positive" and is "income-positive"');
  });
});

describe("corrections move with what was corrected", () => {
  const TWICE: Rows = [["Fictown Borough Council, £000"], ["Code", "Service", "Base position", "Budget", "Forecast"], ["A1", "Libraries", 100, 120, 130], ["A2", "Parks", 200, 210, 205], ["A3", "Roads", 300, 330, 330]];
  const NONE: Corrections = { columns: [], range: null, sign: null, unit: null, agency: null };

  test("a re-pointed column, through columns put in and swapped", () => {
    const memory = memoryOf(TWICE, { ...NONE, columns: [{ column: 2, heading: "Base position", field: "revised" }] });
    const shuffle = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(fc.property(shuffle, fc.integer({ min: 0, max: 5 }), (order, at) => {
      const now = reorder(TWICE, order, 1).map((row, r) => (r === 0 ? row : [...row.slice(0, at), r === 1 ? "Comments" : "seen", ...row.slice(at)]));
      const reading = again(now, memory);
      expect(reading.lines.map((l) => [l.code, l.revisedPence])).toEqual([["A1", 10_000_000], ["A2", 20_000_000], ["A3", 30_000_000]]);
      const column = now[1]?.indexOf("Base position");
      expect(reading.sheets[0]?.tables[0]?.corrections?.columns).toEqual([{ column, heading: "Base position", field: "revised" }]);
    }), { ...RUNS, numRuns: 60 });
  });

  test("of two columns with one heading, the one that was meant", () => {
    const twins: Rows = TWICE.map((row, r) => (r === 1 ? ["Code", "Service", "Position", "Position", "Forecast"] : row));
    const memory = memoryOf(twins, { ...NONE, columns: [{ column: 3, heading: "Position", field: "revised" }] });
    const now = twins.map((row, r) => (r === 0 ? row : [...row.slice(0, 2), r === 1 ? "Comments" : "seen", ...row.slice(2)]));
    expect(again(twins, memory).lines.map((l) => l.revisedPence)).toEqual([12_000_000, 21_000_000, 33_000_000]);
    expect(again(now, memory).lines.map((l) => l.revisedPence)).toEqual([12_000_000, 21_000_000, 33_000_000]);
    const third = now.map((row, r) => (r === 0 ? row : row.map((value, c) => (c === 2 ? (r === 1 ? "Position" : 7) : value))));
    expect(changed(again(third, memory))[0]?.facts.difference).toContain('"Position" stands over another number of columns than before');
  });

  test("a range, through rows and columns put in above, beside and inside it", () => {
    const range = { top: 1, left: 0, bottom: 3, right: 4 };
    const memory = memoryOf(TWICE, { ...NONE, range, rangeRows: rowsOfRange(sheetOf("Budget", TWICE), range) });
    expect(again(TWICE, memory).lines.map((l) => l.code)).toEqual(["A1", "A2"]);
    const wider = TWICE.map((row, r) => (r === 0 ? row : [null, ...row.slice(0, 3), r === 1 ? "Comments" : "seen", ...row.slice(3)]));
    const now = again([["A note"], [], ...wider.slice(0, 3), [null, "A15", "Halls", 1, "seen", 2, 3], ...wider.slice(3)], memory);
    expect(now.lines.map((l) => l.code)).toEqual(["A1", "A15", "A2"]);
    expect(changed(now)).toEqual([]);
    expect(correctionsText(now.sheets[0]?.tables[0]?.corrections ?? NONE)).toContain("range B4:G7");
    const lost = again(TWICE.filter((_, r) => r !== 3), memory);
    expect(changed(lost)[0]?.facts.difference).toContain('the row "A2 | Parks"');
  });
});

test("the columns' text is read back as it was written, and text that is none is told", () => {
  const heading = fc.string({ maxLength: 20 }).filter((text) => !/; [A-Z]{1,3} "/.test(text));
  const column = fc.record({ column: fc.nat(800), heading, field: fc.constantFrom("code" as const, "revised" as const, "ignored" as const) });
  fc.assert(fc.property(fc.array(column, { minLength: 1, maxLength: 6 }), (columns) => expect(columnsOf(columnsText(columns))).toEqual(columns)));
  expect(columnsOf("cut off at the en")).toBeNull();
});

function oneTable(): PlainTable {
  return { sections: [{ name: "ADULTS", lines: [{ code: "A101", description: "Day care", original: 1, revised: 2, forecast: 3 }, { code: "A102", description: "Meals", original: 4, revised: 5, forecast: 7 }] }] };
}
