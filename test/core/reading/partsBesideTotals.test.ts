// Budgets in parts with their total beside them, drafts beside final budgets, and totals that are far off.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (headings: readonly CellValue[], ...rows: (readonly CellValue[])[]) => readPartnership([sheetOf("Council", [["Vale Council 2026/27 £000"], headings, ...rows])]);
const asked = (reading: ReturnType<typeof read>) => reading.issues.filter((i) => i.severity === "question" || i.severity === "error").map((i) => i.code);
const budgets = (reading: ReturnType<typeof read>) => reading.lines.map((l) => [l.originalPence, l.revisedPence].map((p) => (p === null ? null : p / 100_000)));

test.each([["Recurrent budget", "Non-recurrent budget", "Total budget"], ["Apr-Sep budget", "Oct-Mar budget", "Full year budget"], ["Base funded", "Grant funded", "Total budget"], ["Controllable", "Non-controllable", "Total"]])("%s, %s and %s: the total is the budget", (...headings) => {
  const reading = read(["Service", ...headings], ["Adults", 500, 50, 550], ["Children", 300, 20, 320], ["Total", 800, 70, 870]);
  expect(budgets(reading)).toEqual([[null, 550], [null, 320]]);
  expect(asked(reading)).toEqual([]);
});

test("the total may stand left of its parts", () => {
  expect(budgets(read(["Service", "Total budget", "Recurrent budget", "Non-recurrent budget"], ["Adults", 550, 500, 50], ["Children", 320, 300, 20], ["Total", 870, 800, 70]))).toEqual([[null, 550], [null, 320]]);
});

test("an original budget with what was added to it is no part of the total", () => {
  expect(budgets(read(["Service", "Original budget", "Virements", "Total budget"], ["Adults", 500, 50, 550], ["Children", 300, 20, 320], ["Total", 800, 70, 870]))).toEqual([[500, 550], [300, 320]]);
});

test("parts that do not add up are asked about as before", () => {
  expect(asked(read(["Service", "Recurrent budget", "Non-recurrent budget", "Total budget"], ["Adults", 500, 50, 590], ["Children", 300, 20, 370], ["Total", 800, 70, 960]))).toContain("column-unsure");
});

test("a draft beside the final budget is no original budget without asking", () => {
  expect(asked(read(["Service", "Draft budget", "Final budget"], ["Adults", 1_000, 1_010], ["Children", 500, 490], ["Total", 1_500, 1_500]))).toEqual(["column-unsure"]);
});

test("a total far from its lines is asked about, a slip is told", () => {
  const severity = (total: number) => read(["Service", "Budget"], ["Adults", 1_000], ["Staffing", 600], ["Contracts", 300], ["Children", 500], ["Total", total]).issues.find((i) => i.code === "printed-total-differs")?.severity;
  expect([severity(1_500), severity(2_300)]).toEqual(["question", "warning"]);
});

test("an amount with a slip in it is no amount on a sheet written the British way", () => {
  expect(asked(read(["Service", "Budget"], ["Adults", "1,000"], ["Children", "1,23"], ["Place", "2,500.5"]))).toEqual(["text-in-amount"]);
  expect(asked(read(["Service", "Budget"], ["Adults", "1.000,5"], ["Children", "1,23"], ["Place", "2.500,75"]))).toEqual([]);
});

test("columns headed \"Less …\" hold income", () => {
  const reading = read(["Service", "Gross", "Less grants", "Less fees", "Net budget"], ["Adults", 1_000, 300, 100, 600], ["Children", 500, 100, 0, 400], ["Total", 1_500, 400, 100, 1_000]);
  expect(budgets(reading).map(([, revised]) => revised)).toEqual([1_000, -300, -100, 500, -100]);
  expect(asked(reading)).toEqual([]);
});
