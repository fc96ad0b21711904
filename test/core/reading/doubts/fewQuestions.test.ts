// At most three questions a sheet, most money first; alike ones are asked once with their places, and none is lost.
import fc from "fast-check";
import { ISSUE_CODES, type Issue } from "../../../../src/core/issues/issue";
import { issueText } from "../../../../src/core/issues/issueText";
import { fewQuestions } from "../../../../src/core/reading/doubts/fewQuestions";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const asked = (code: Issue["code"], address: string, pence: number | null, sheet = "Council"): Issue => ({ code, severity: "question", where: { file: null, sheet, address }, facts: { line: address }, pence });

test("up to three stay as they are", () => {
  const three = [asked("not-coded", "C5", 5), asked("not-coded", "C6", 6), asked("unit-unknown", "C3", null)];
  expect(fewQuestions(three)).toEqual(three);
});

test("more of one kind become one, at the place with most money, and name the others", () => {
  const [one, ...rest] = fewQuestions([asked("not-coded", "C5", 5), asked("not-coded", "C6", 900), asked("not-coded", "C7", 70), asked("not-coded", "C8", null), asked("not-coded", "C5", 1, "ICB")]);
  expect(one).toMatchObject({ severity: "question", where: { address: "C6" }, pence: 900, alike: [{ address: "C7" }, { address: "C5" }, { address: "C8" }] });
  expect(rest.map(({ where }) => where?.sheet)).toEqual(["ICB"]);
  expect(issueText(one ?? asked("not-coded", "C6", 0))).toMatch(/ The same goes for 3 more on this sheet: C7, C5, C8\.$/);
});

test("of more than three kinds those with most money are asked, the others are warnings", () => {
  const kinds = ["not-coded", "unit-unknown", "nature-unsure", "amount-missing", "column-unsure"] as const;
  const found = fewQuestions(kinds.map((code, i) => asked(code, `C${i + 1}`, i * 10)));
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([["not-coded", "warning"], ["unit-unknown", "warning"], ["nature-unsure", "question"], ["amount-missing", "question"], ["column-unsure", "question"]]);
});

test("whatever is raised: at most three questions a sheet, and no cell is lost", () => {
  const issue = fc.record({ code: fc.constantFrom(...ISSUE_CODES.slice(0, 8)), severity: fc.constantFrom("error" as const, "question" as const, "info" as const), row: fc.nat(50), sheet: fc.constantFrom("Council", "ICB"), pence: fc.nat(10_000) });
  fc.assert(fc.property(fc.array(issue, { maxLength: 30 }), (list) => {
    const raised = list.map(({ code, severity, row, sheet, pence }): Issue => ({ ...asked(code, `C${row + 1}`, pence, sheet), severity }));
    const few = fewQuestions(raised);
    const cells = (issues: readonly Issue[]): string[] => issues.flatMap(({ where, alike = [], code }) => [where, ...alike].map((cell) => `${code} ${cell?.sheet ?? ""} ${cell?.address ?? ""}`)).sort();
    for (const sheet of ["Council", "ICB"]) expect(few.filter((one) => one.severity === "question" && one.where?.sheet === sheet).length).toBeLessThanOrEqual(3);
    expect(cells(few)).toEqual(cells(raised));
    expect(few.filter(({ severity }) => severity === "error")).toEqual(raised.filter(({ severity }) => severity === "error"));
  }));
});

test("a sheet of which the coding knows nothing raises one question, not one a line", () => {
  const rows = Array.from({ length: 9 }, (_, i) => [`A${i}`, `Service ${i}`, 100 + i]);
  const coding = sheetOf("Coding", [["Agency", "Code", "Outcome", "Fund", "Arrangement"], ["Larkshire Council", "A0", "O1", "GEN", "own"]]);
  const reading = readPartnership([sheetOf("Council", [["Larkshire Council 2026/27, £"], ["Code", "Service", "Revised budget"], ...rows]), coding]);
  const questions = reading.issues.filter(({ severity }) => severity === "question");
  expect(questions.map(({ code, where, alike }) => [code, where?.address, alike?.length])).toEqual([["not-coded", "C11", 7]]);
});
