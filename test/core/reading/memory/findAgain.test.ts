// A cell found again by its row's words and its heading, whatever was inserted or removed around it; never another row's cell.
import fc from "fast-check";
import { cellAddress } from "../../../../src/core/budget/cells";
import type { CellValue } from "../../../../src/core/reading/grid";
import { findAgain, standsStill } from "../../../../src/core/reading/memory/findAgain";

const SEEN: readonly (readonly CellValue[])[] = [
  ["Council budget", null, null, null], ["Code", "Service", "Revised", "Forecast"],
  ["A1", "Home care", 100, 110], ["A2", "Day care", 50, 40], [null, "Contingency", 5, 5], ["A4", "Grants", 7, 7], [null, "Contingency", 9, 9], [null, "Total", 171, 171],
];

test.each<[string, string, readonly (readonly CellValue[])[], string | null]>([
  ["nothing moved", "D4", SEEN, "D4"],
  ["amounts changed", "C4", SEEN.map((row, r) => (r === 3 ? ["A2", "Day care", 99, 1] : row)), "C4"],
  ["two rows inserted above", "C4", [...SEEN.slice(0, 3), ["A1a", "New", 1, 1], [], ...SEEN.slice(3)], "C6"],
  ["a row removed above", "C4", [...SEEN.slice(0, 2), ...SEEN.slice(3)], "C3"],
  ["a column inserted before", "D4", SEEN.map((row) => [row[0] ?? null, null, ...row.slice(1)]), "E4"],
  ["the amounts' columns swapped", "D4", SEEN.map((row) => [row[0] ?? null, row[1] ?? null, row[3] ?? null, row[2] ?? null]), "C4"],
  ["rows of equal words keep their order", "C7", [...SEEN.slice(0, 2), [null, null, 0, 0], ...SEEN.slice(2)], "C8"],
  ["one of two rows of equal words is gone", "C7", [...SEEN.slice(0, 4), ...SEEN.slice(5)], null],
  ["the row was renamed", "C4", SEEN.map((row, r) => (r === 3 ? ["A2", "Day centres", 50, 40] : row)), null],
  ["the heading is gone", "D4", SEEN.map((row) => row.slice(0, 3)), null],
])("%s", (_words, address, now, expected) => {
  expect(findAgain(address, SEEN, now)).toBe(expected);
});

test("a row that still has its words stands still", () => {
  expect(standsStill("C4", SEEN, ["A2", "Day care", 51, 40])).toBe(true);
  expect(standsStill("C4", SEEN, ["A1", "Home care", 100, 110])).toBe(false);
});

test("property: wherever rows are inserted, the cell that is found holds what the cell held", () => {
  const rows = fc.array(fc.nat(8), { maxLength: 5 });
  fc.assert(fc.property(rows, fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 3 }), (inserts, row, column) => {
    const now = SEEN.map((cells) => [...cells]);
    for (const at of inserts) now.splice(Math.max(at, 2), 0, [null, "inserted line", 1, 1]);
    const found = findAgain(cellAddress(row, column), SEEN, now);
    const place = now.findIndex((cells) => cells[1] === SEEN[row]?.[1] && cells[2] === SEEN[row]?.[2]);
    expect(found).toBe(cellAddress(place, column));
  }));
});
