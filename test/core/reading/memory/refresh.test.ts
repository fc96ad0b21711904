// What a refresh says changed, on random edits: new, gone and changed lines with old and new figures, whatever rows were inserted or sorted.
import fc from "fast-check";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { changesSince, type ChangesSince } from "../../../../src/core/pooling/changes/changesSince";
import { snapshotOf } from "../../../../src/core/pooling/changes/snapshot";
import { mappingSheet } from "../../../../src/core/writing/mappingTable";
import { sheetOf } from "../../../support/sheetGrid";
import { plainTable, rowsOf, type PlainTable } from "../grids";

const RUNS = { numRuns: 150, seed: 20_261_123 };

const read = (rows: readonly (readonly CellValue[])[], ...memory: SheetGrid[]): PartnershipReading => readPartnership([sheetOf("Budget", rows), ...memory]);

function memoryOf(rows: readonly (readonly CellValue[])[]): SheetGrid {
  const written = mappingSheet(read(rows).sheets);
  return sheetOf(written.name, Array.from(written.rows, (row) => row.map((cell) => cell?.value ?? null)));
}

type Line = PlainTable["sections"][number]["lines"][number];

/** What happens to one line: it stays, goes, has another forecast or revised budget, or is described otherwise. */
const fate = fc.constantFrom("stays", "stays", "goes", "forecast", "revised", "renamed");

const moved = fc.record({ table: plainTable, fates: fc.array(fate, { minLength: 24, maxLength: 24 }), added: fc.array(fc.tuple(fc.nat(3), fc.nat(6)), { maxLength: 3 }), blanks: fc.array(fc.nat(30), { maxLength: 3 }), backwards: fc.boolean() });

/** The table after it, with what was done by line id. */
function after({ table, fates, added, backwards }: Parameters<typeof check>[0]): { readonly table: PlainTable; readonly expected: string[] } {
  const expected: string[] = [];
  let at = 0;
  const sections = table.sections.map((section, s) => {
    const lines = section.lines.flatMap((line): Line[] => {
      const what = fates[at % fates.length];
      const id = `COUNCIL/${line.code}`;
      at += 1;
      const pence = (n: number): string => String(n * 100_000);
      if (what === "goes") {
        expected.push(...(["original", "revised", "forecast"] as const).map((stage) => `gone ${id} ${stage} ${pence(line[stage])} null`));
        return [];
      }
      if (what === "forecast" || what === "revised") {
        expected.push(`changed ${id} ${what} ${pence(line[what])} ${pence(line[what] + 17)}`);
        return [{ ...line, [what]: line[what] + 17 }];
      }
      if (what === "renamed") {
        expected.push(`changed ${id} description ${line.description} ${line.description} and more`);
        return [{ ...line, description: `${line.description} and more` }];
      }
      return [line];
    });
    added.forEach(([where, place], i) => {
      if (where !== s) return;
      const line = { code: `N${i}00`, description: `Wholly new ${i}`, original: 2_000_000 + i, revised: 2_100_000 + i, forecast: 2_200_000 + i };
      lines.splice(Math.min(place, lines.length), 0, line);
      expected.push(...(["original", "revised", "forecast"] as const).map((stage) => `new COUNCIL/${line.code} ${stage} null ${line[stage] * 100_000}`));
    });
    return { name: section.name, lines: backwards ? lines.reverse() : lines };
  }).filter(({ lines }) => lines.length > 0);
  return { table: { sections: backwards ? sections.reverse() : sections }, expected: expected.sort() };
}

const told = (changes: ChangesSince | null): string[] => (changes?.changes ?? []).map((c) => `${c.kind} ${c.lineId} ${c.field} ${c.before ?? c.beforePence ?? "null"} ${c.after ?? c.afterPence ?? "null"}`).sort();

function check(input: { table: PlainTable; fates: string[]; added: [number, number][]; blanks: number[]; backwards: boolean }): void {
  const before = rowsOf(input.table, "£000");
  const { table, expected } = after(input);
  if (table.sections.length === 0) return;
  const now = rowsOf(table, "£000");
  for (const at of input.blanks) now.splice(Math.min(4 + at, now.length), 0, []);
  const reading = read(now, memoryOf(before));
  expect(reading.issues.filter(({ code }) => code === "layout-changed")).toEqual([]);
  expect(told(changesSince(snapshotOf(read(before).lines, ""), reading.lines))).toEqual(expected);
}

test("lines that came, went, changed or were described otherwise are told with old and new figures, and no other", () => {
  fc.assert(fc.property(moved, check), RUNS);
});

test("lines of one code are told apart by their figures when one is put in among them", () => {
  const figures = fc.uniqueArray(fc.integer({ min: 1, max: 9_000 }), { minLength: 3, maxLength: 8 });
  const rows = (list: readonly number[]): CellValue[][] => [["Larkshire Council, £"], ["Code", "Service", "Revised budget"], ["B1", "Parks", 5], ...list.map((n): CellValue[] => ["A1", "Staff", n])];
  fc.assert(fc.property(figures, fc.nat(8), ([added = 0, ...list], at) => {
    const before = rows(list);
    const place = Math.min(at, list.length);
    const changes = changesSince(snapshotOf(read(before).lines, ""), read(rows([...list.slice(0, place), added, ...list.slice(place)]), memoryOf(before)).lines);
    expect([changes?.newLines, changes?.goneLines, changes?.changedLines]).toEqual([1, 0, 0]);
    expect(changes?.changes.map((c) => [c.kind, c.afterPence])).toEqual([["new", added * 100]]);
    const back = changesSince(snapshotOf(read(rows([added, ...list])).lines, ""), read(rows([...list].reverse())).lines);
    expect(back?.changes.map((c) => [c.kind, c.beforePence])).toEqual([["gone", added * 100]]);
  }), RUNS);
});

describe("two columns with one heading", () => {
  const twins = fc.record({ heading: fc.constantFrom("Budget", "2026/27", "Revised budget"), left: fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 9 }), swapped: fc.boolean(), changed: fc.nat(8), inserted: fc.nat(8), backwards: fc.boolean() });
  const rows = (heading: string, lines: readonly (readonly CellValue[])[], swap: boolean): CellValue[][] => [["Larkshire Council, £000"], ["Code", "Service", heading, heading], ...lines.map(([code = "", words = "", a = 0, b = 0]) => (swap ? [code, words, b, a] : [code, words, a, b]))];

  test("stop a refresh by name when they changed places, among new, changed and sorted lines; and never else", () => {
    fc.assert(fc.property(twins, ({ heading, left, swapped, changed, inserted, backwards }) => {
      const lines = left.map((n, i): CellValue[] => [`A${i}`, `Service ${i}`, n, n + 1_000 + 13 * i]);
      const before = rows(heading, lines, false);
      const now = lines.map((line, i) => (i === changed % lines.length ? [line[0] ?? "", line[1] ?? "", 5_001, 5_002] : line));
      now.splice(inserted % now.length, 0, ["N1", "Wholly new", 7_001, 7_002]);
      const reading = read(rows(heading, backwards ? now.reverse() : now, swapped), memoryOf(before));
      const words = reading.issues.filter(({ code }) => code === "layout-changed").map(({ facts }) => facts.difference);
      expect(words).toEqual(swapped ? [`the columns headed "${heading}" changed places by their figures: what stood in column C stands in D, what stood in column D stands in C`] : []);
    }), RUNS);
  });

  test("go on unasked once the new places were taken, and when last month's figures moved one column on", () => {
    const lines: CellValue[][] = [["A1", "Parks", 10, 20], ["A2", "Roads", 30, 50], ["A3", "Halls", 70, 80]];
    const taken = rows("Budget", lines, true);
    expect(read(taken, memoryOf(taken)).issues.filter(({ code }) => code === "layout-changed")).toEqual([]);
    const next = lines.map(([code = "", words = "", , last = 0], i): CellValue[] => [code, words, last, 900 + i]);
    expect(read(rows("Budget", next, false), memoryOf(rows("Budget", lines, false))).issues.filter(({ code }) => code === "layout-changed")).toEqual([]);
  });
});
