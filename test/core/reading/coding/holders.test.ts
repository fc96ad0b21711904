// Who holds a budget: from a column of the agency's own sheet, under any of its usual headings, or from the partners' coding.
import { meaningOf } from "../../../../src/core/reading/words/headingWords";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const sheet = (heading: string) => sheetOf("Council", [
  ["Larkshire County Council"], ["Revenue budget 2026/27, £000"], ["Code", "Service", heading, "Revised budget", "Forecast", "Notes"],
  ["0071", "Day care", "P. Adeyemi", 100, 110, "two vacancies"], ["0072", "Respite", "R. Okafor", 50, 50, null], ["0073", "Transport", null, 20, 20, null], [null, "Total", null, 170, 180, null],
]);

test.each(["Budget holder", "Budget manager", "Cost centre manager", "Responsible officer", "Budget owner", "Lead officer", "Accountable officer"])("the heading %s names who holds the budget, and leaves the note alone", (heading) => {
  const { lines } = readPartnership([sheet(heading)]);
  expect(lines.map((line) => [line.description, line.holder ?? null, line.note, line.revisedPence])).toEqual([
    ["Day care", "P. Adeyemi", "two vacancies", 10_000_000], ["Respite", "R. Okafor", null, 5_000_000], ["Transport", null, null, 2_000_000],
  ]);
});

test("comments of a holder are notes, and a holder's code or e-mail names nobody", () => {
  expect(["Budget holder comments", "Budget holder code", "Budget manager email", "Owner ref"].map((heading) => meaningOf(heading)?.field)).toEqual(["note", "note", "note", "note"]);
});

test("the partners' coding names a holder where the sheet does not, and is taken where both do", () => {
  const coding = sheetOf("Coding", [
    ["Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Fund", "Arrangement", "Budget holder"],
    ["LCC", "0071", "L1", "O1", "GEN", "own", "A. Larsen"], ["LCC", "0073", "L3", "O1", "GEN", "own", "T. Quill"], [],
    ["Partners"], ["Partner", "Short name", "Ref", "Also called", "Body type"], ["Larkshire County Council", "Council", "LCC", "County", "Council"],
  ]);
  const { lines } = readPartnership([sheet("Budget holder"), coding]);
  expect(lines.map((line) => [line.description, line.holder ?? null])).toEqual([["Day care", "A. Larsen"], ["Respite", "R. Okafor"], ["Transport", "T. Quill"]]);
});
