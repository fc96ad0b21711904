// Random edits of a sheet whose layout is kept: a refresh gives the same lines with their new figures, or stops and names the difference; never others in silence.
import fc from "fast-check";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { mappingSheet } from "../../../../src/core/writing/mappingTable";
import { sheetOf } from "../../../support/sheetGrid";
import { plainTable, reorder, rowsOf, type PlainTable } from "../grids";

type Rows = CellValue[][];

/** The sheet as it is edited, with the row of its headings. */
interface Sheet {
  readonly name: string;
  readonly rows: Rows;
  readonly head: number;
}

type Edit = (sheet: Sheet, at: number) => Sheet;

const isLine = (row: readonly CellValue[]): boolean => row.some((cell) => typeof cell === "string" && /^A\d{3}$/.test(cell));
const isTotal = (row: readonly CellValue[]): boolean => row.some((cell) => typeof cell === "string" && /^(Total |Net expenditure)/.test(cell));
const put = (rows: Rows, at: number, ...added: Rows): Rows => [...rows.slice(0, at), ...added, ...rows.slice(at)];
const body = ({ rows, head }: Sheet, at: number): number => head + 1 + (at % (rows.length - head));

/** Edits that change no line: each is followed. */
const KEPT: Readonly<Record<string, Edit>> = {
  "a blank row": (s, at) => ({ ...s, rows: put(s.rows, body(s, at), []) }),
  "a second title row": (s) => ({ ...s, rows: put(s.rows, 1, ["Adult and children's directorates"]), head: s.head + 1 }),
  "a column of remarks": (s, at) => {
    const before = at % 6;
    return { ...s, rows: s.rows.map((row, r) => (r < s.head ? row : [...Array.from({ length: before }, (_, c) => row[c] ?? null), r === s.head ? "Comments" : isLine(row) ? "seen" : null, ...row.slice(before)])) };
  },
  "columns in another order": (s, at) => {
    const width = Math.max(...s.rows.map((row) => row.length));
    return { ...s, rows: reorder(s.rows, Array.from({ length: width }, (_, c) => (c + at) % width), s.head) };
  },
  "the sheet renamed": (s, at) => ({ ...s, name: `Month ${at % 12}` }),
  "descriptions renamed": (s) => ({ ...s, rows: s.rows.map((row) => (isLine(row) ? row.map((cell) => (typeof cell === "string" && /\d\.\d$/.test(cell) ? `${cell} and more` : cell)) : row)) }),
  "new figures": (s) => ({ ...s, rows: s.rows.map((row, r) => (r <= s.head ? row : row.map((cell) => (typeof cell === "number" ? cell * 2 : cell)))) }),
};

/** Edits after which the figures may not be the same ones: each stops by a name that it must say. */
const STOPPED: Readonly<Record<string, { readonly edit: (sheet: Sheet) => Sheet; readonly names: RegExp }>> = {
  "an amount's heading renamed": { edit: (s) => heading(s, "Revised budget", "Prior year actual"), names: /"Revised budget"/ },
  "an amount's column deleted": { edit: (s) => without(s, "Forecast outturn"), names: /"Forecast outturn"/ },
  "another unit": { edit: (s) => ({ ...s, rows: s.rows.map((row, r) => (r < s.head ? row.map((cell) => (typeof cell === "string" ? cell.replace("£000", "£m") : cell)) : row)) }), names: /the unit was £000 and is £m/ },
};

function heading(s: Sheet, from: string, to: string): Sheet {
  return { ...s, rows: s.rows.map((row, r) => (r === s.head ? row.map((cell) => (cell === from ? to : cell)) : row)) };
}

function without(s: Sheet, name: string): Sheet {
  const at = (s.rows[s.head] ?? []).indexOf(name);
  return { ...s, rows: s.rows.map((row, r) => (r < s.head ? row : row.filter((_, c) => c !== at))) };
}

const kept = fc.array(fc.tuple(fc.constantFrom(...Object.keys(KEPT)), fc.nat(40)), { maxLength: 4 });
const RUNS = { numRuns: 120, seed: 20_270_105 };

function edited(sheet: Sheet, edits: readonly (readonly [string, number])[]): Sheet {
  return edits.reduce((now, [name, at]) => KEPT[name]?.(now, at) ?? now, sheet);
}

const start = (table: PlainTable): Sheet => ({ name: "Budget", rows: rowsOf(table, "£000"), head: 3 });
const read = ({ name, rows }: Sheet, ...memory: SheetGrid[]): PartnershipReading => readPartnership([sheetOf(name, rows), ...memory]);

function memoryOf(sheet: Sheet): SheetGrid {
  const written = mappingSheet(read(sheet).sheets);
  return sheetOf(written.name, Array.from(written.rows, (row) => row.map((cell) => cell?.value ?? null)));
}

const changes = (reading: PartnershipReading): string => reading.issues.filter(({ code }) => code === "layout-changed").map(({ facts }) => facts.difference ?? "").join("; ");
const lines = (reading: PartnershipReading): unknown => reading.lines.map((l) => [l.id, l.originalPence, l.revisedPence, l.forecastPence]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
const meant = (table: PlainTable, factor: number): unknown => table.sections.flatMap((s) => s.lines.map((l) => [`COUNCIL/${l.code}`, l.original, l.revised, l.forecast].map((v) => (typeof v === "number" ? v * 100_000 * factor : v))));

test("edits that change no line give the same lines by their codes, with the figures of now", () => {
  fc.assert(fc.property(plainTable, kept, (table, edits) => {
    const sheet = start(table);
    const reading = read(edited(sheet, edits), memoryOf(sheet));
    expect(changes(reading)).toBe("");
    expect(lines(reading)).toEqual(meant(table, 2 ** edits.filter(([name]) => name === "new figures").length));
  }), RUNS);
});

test("a change that matters stops by its name, whatever else was edited", () => {
  fc.assert(fc.property(plainTable, fc.constantFrom(...Object.keys(STOPPED)), kept, (table, name, edits) => {
    const sheet = start(table);
    const how = STOPPED[name];
    const now = how?.edit(edited(sheet, edits)) ?? sheet;
    // A sheet under another name is known by its layout alone, so that what is told then is that the old one is gone.
    const renamed = now.name !== sheet.name;
    expect(changes(read(now, memoryOf(sheet)))).toMatch(renamed ? /the sheet is no longer there|"|the unit/ : how?.names ?? /never/);
  }), RUNS);
});

test("rows sorted by code and a total deleted: the same lines, and no total among them", () => {
  fc.assert(fc.property(plainTable, fc.nat(4), (table, which) => {
    const sheet = start(table);
    const sorted = [...sheet.rows.slice(0, 4), ...sheet.rows.slice(4).filter(isLine).reverse()];
    expect(lines(read({ ...sheet, rows: sorted }, memoryOf(sheet)))).toEqual(meant(table, 1));
    const totals = sheet.rows.flatMap((row, r) => (isTotal(row) ? [r] : []));
    const gone = totals[which % totals.length];
    expect(lines(read({ ...sheet, rows: sheet.rows.filter((_, r) => r !== gone) }, memoryOf(sheet)))).toEqual(meant(table, 1));
  }), RUNS);
});

test("blank columns among columns in another order: the same lines", () => {
  fc.assert(fc.property(plainTable, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }), (table, order, blanks) => {
    const sheet = start(table);
    const shuffled = reorder(sheet.rows, order, 3);
    const rows = blanks.reduce((now, at) => now.map((row, r) => (r < 3 ? row : [...row.slice(0, at), null, ...row.slice(at)])), shuffled);
    const reading = read({ ...sheet, rows }, memoryOf(sheet));
    expect(changes(reading)).toBe("");
    expect(lines(reading)).toEqual(meant(table, 1));
  }), RUNS);
});
