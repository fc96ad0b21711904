// The text that remembers corrections is read back exactly, whatever stands in headings and names.
import fc from "fast-check";
import { COLUMN_FIELDS, correctionsOf, correctionsText, MONEY_UNITS, NO_CORRECTIONS, SIGN_HABITS } from "../../../../src/core/reading/memory/corrections";

test("what was corrected is read back as it was written", () => {
  const area = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)).map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));
  const corrections = fc.record({
    columns: fc.array(fc.record({ column: fc.nat(800), heading: fc.string(), field: fc.constantFrom(...COLUMN_FIELDS) }), { maxLength: 6 }),
    range: fc.option(area), unit: fc.option(fc.constantFrom(...MONEY_UNITS)), sign: fc.option(fc.constantFrom(...SIGN_HABITS)), agency: fc.option(fc.string({ minLength: 1 })),
  });
  fc.assert(fc.property(corrections, (given) => expect(correctionsOf(correctionsText(given))).toEqual(given)));
});

test("text that says nothing known corrects nothing", () => {
  for (const text of ["", "please read column F", "range A | sign upside-down", 'F "x" = money | unit groats', '"|', "agency "]) expect(correctionsOf(text)).toEqual(NO_CORRECTIONS);
});
