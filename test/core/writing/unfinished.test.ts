// The note of an unfinished change: what is set down is read again, however long, and a note cut off is known as one.
import fc from "fast-check";
import { noteOf, noteSheet, noteTexts, unfinishedSheet } from "../../../src/core/writing/unfinished";
import { parseAddress } from "../../../src/core/budget/cells";
import { NOTE_CELL } from "../../../src/core/writing/unfinished";

const value = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)));
const note = fc.record({
  cells: fc.array(fc.record({ sheet: fc.string(), address: fc.constantFrom("A1", "F13"), before: value, after: value })),
  rows: fc.array(fc.record({ sheet: fc.string(), area: fc.constant("A5:N8"), filled: fc.nat() })),
  tables: fc.array(fc.record({ sheet: fc.string(), table: fc.string(), before: fc.constant("A4:N5"), after: fc.constant("A4:N8") })),
});

test("what is set down is read again", () => {
  fc.assert(fc.property(note, (given) => expect(noteOf(noteTexts(given))).toEqual(given)), { numRuns: 200 });
});

test("a long note goes on in further cells, each within what a cell takes; without its last cell it is no note", () => {
  const cells = Array.from({ length: 3000 }, (_, i) => ({ sheet: "Council's own", address: `F${i + 1}`, before: "=1+1", after: i / 3 }));
  const texts = noteTexts({ cells, rows: [], tables: [] });
  expect(texts.length).toBeGreaterThan(2);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(32_767);
  expect(noteOf(texts)?.cells).toEqual(cells);
  expect(noteOf(texts.slice(0, -1))).toBeNull();
});

test("the register takes the note; it is found there, whole or cut off, and nowhere else", () => {
  const change = (sheet: string) => ({ sheet, address: "A1", before: null, after: 1, why: "" });
  expect(noteSheet({ changes: [change("Council"), change("Virements"), change("Purse Register")], resizes: [] })).toBe("Purse Register");
  expect(noteSheet({ changes: [change("Council")], resizes: [] })).toBeNull();
  const at = parseAddress(NOTE_CELL)?.column ?? 0;
  const sheet = (name: string, text: string) => ({ file: null, sheet: name, visibility: "visible" as const, values: [[...Array.from({ length: at }, () => null), text]] });
  const [text = ""] = noteTexts({ cells: [], rows: [], tables: [] });
  expect(unfinishedSheet([sheet("Council", text), sheet("Purse Register", text)])).toBe("Purse Register");
  expect(unfinishedSheet([sheet("Council", text), sheet("Purse Register", "a note of mine")])).toBeNull();
});
