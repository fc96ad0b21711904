// Texts over Excel's limits are cut visibly, and exactly.
import fc from "fast-check";
import { cutName, cutVisibly, LONGEST_TEXT } from "../../../src/core/writing/cutVisibly";

test("what fits stays, what does not ends with how much is gone", () => {
  expect(cutVisibly("x".repeat(LONGEST_TEXT)) === "x".repeat(LONGEST_TEXT)).toBe(true);
  const cut = cutVisibly(`${"x".repeat(32_000)}${"y".repeat(2_000)}`);
  expect([cut.length, cut.slice(-33)]).toEqual([LONGEST_TEXT - 1, "yyy… [cut, 1,264 characters more]"]);
  expect(cutName("Adult social care and public health")).toBe("Adult social care and public h…");
  expect(cutName("Adult social care and public health", " (2)")).toBe("Adult social care and publ… (2)");
});

test("always within the limit, whole characters only, and what is kept and gone add up", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", minLength: 0, maxLength: 400 }), fc.integer({ min: 60, max: 300 }), (text, longest) => {
    const cut = cutVisibly(text, longest);
    expect(cut.length).toBeLessThanOrEqual(longest);
    if (text.length <= longest) return expect(cut).toBe(text);
    const [, kept = "", gone = ""] = /^(.*)… \[cut, ([\d,]+) characters? more\]$/su.exec(cut) ?? [];
    expect(text.startsWith(kept)).toBe(true);
    expect(kept.length + Number(gone.replace(/,/g, ""))).toBe(text.length);
    expect(/[\uD800-\uDBFF]$/.test(kept) && /^[\uDC00-\uDFFF]/.test(text.slice(kept.length))).toBe(false);
  }));
});
