// Hundreds of questions of one kind on one sheet become one that tells of them all; no cell is lost.
import fc from "fast-check";
import { gatherAlike } from "../../../src/core/issues/gatherAlike";
import type { Issue } from "../../../src/core/issues/issue";
import { issueText } from "../../../src/core/issues/issueText";

const missing = (row: number, pence: number, more: Partial<Issue> = {}): Issue => ({
  code: "amount-missing", severity: "question", where: { file: null, sheet: "Budget", address: `C${row}` }, facts: { line: `Line ${row}`, stage: "forecast", text: "" }, pence, ...more,
});

test("up to three are asked one by one, more become the weightiest of them with the others' cells", () => {
  const three = [missing(1, 5), missing(2, 9), missing(3, 1)];
  expect(gatherAlike(three)).toEqual(three);
  const [only, ...rest] = gatherAlike([...three, missing(4, 2)]);
  expect(rest).toEqual([]);
  expect([only?.where?.address, only?.alike?.map((cell) => cell.address)]).toEqual(["C2", ["C1", "C4", "C3"]]);
  expect(issueText(only ?? missing(0, 0))).toBe('The forecast figure of "Line 2" is missing; nothing was assumed in its place. Put the figure there, or nil if there is none. The same goes for 3 more on this sheet: C1, C4, C3.');
});

test("a long list is told by its first cells and its number", () => {
  const [only] = gatherAlike(Array.from({ length: 40 }, (_, i) => missing(i + 1, 100 - i)));
  expect(issueText(only ?? missing(0, 0))).toContain("The same goes for 39 more on this sheet: C2, C3, C4, C5, C6, C7 and 33 others.");
});

test("other sheets, other kinds, warnings and errors of rules stay as they are", () => {
  const apart = [1, 2, 3, 4].map((row) => missing(row, 1, { where: { file: null, sheet: `Sheet ${row}`, address: "C1" } }));
  const warnings = [1, 2, 3, 4].map((row) => missing(row, 1, { severity: "warning" }));
  const rules = [1, 2, 3, 4].map((row) => missing(row, 1, { severity: "error", code: "rule-invalid" }));
  expect(gatherAlike([...apart, ...warnings, ...rules])).toEqual([...apart, ...warnings, ...rules]);
});

test("every cell that was asked about is still named, once", () => {
  const cells = (issues: readonly Issue[]): string[] => issues.flatMap((i) => [i.where, ...(i.alike ?? [])].map((cell) => `${i.severity} ${cell?.sheet ?? ""} ${cell?.address ?? ""}`)).sort();
  fc.assert(fc.property(fc.array(fc.record({ row: fc.integer({ min: 1, max: 60 }), pence: fc.integer({ min: 0, max: 1000 }), sheet: fc.constantFrom("A", "B"), severity: fc.constantFrom("question" as const, "error" as const, "warning" as const) })), (list) => {
    const issues = list.map(({ row, pence, sheet, severity }) => missing(row, pence, { severity, where: { file: null, sheet, address: `C${row}` } }));
    expect(cells(gatherAlike(issues))).toEqual(cells(issues));
    expect(gatherAlike(issues).filter((i) => i.severity === "question" && i.where?.sheet === "A").length).toBeLessThanOrEqual(3);
  }));
});
