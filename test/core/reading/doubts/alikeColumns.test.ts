// Amount columns that can't be told apart: an error where money would be lost or turned round, a question otherwise.
import type { CellValue } from "../../../../src/core/reading/grid";
import { issueText } from "../../../../src/core/issues/issueText";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const doubts = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", rows)]).issues.filter((i) => i.code === "column-unsure");

// A return whose columns say nothing but their unit: the names of the departments were left behind when it was copied.
const services: CellValue[][] = [
  ["Vale Council 2026/27"],
  ["Service", "£000", "£000", "£000", "£000"],
  ["Employees", 310, 120, 90, 45],
  ["Repairs", 80, 40, 70, 25],
  ["Supplies", 65, 30, 22, 18],
];

test("columns of one heading of which most would be lost are an error", () => {
  const [doubt] = doubts(services);
  expect([doubt?.severity, doubt?.facts.count]).toEqual(["error", "4"]);
  expect(doubt === undefined ? "" : issueText(doubt)).toMatch(/^4 columns of sheet "Council" are headed "£000"/);
});

test("a budget written twice, once with a minus, is an error", () => {
  const rows = (sign: number): CellValue[][] => [["Eastmere Town Council, £"], ["Service", "Spent budget", "Budget clean", "Total"], ["Planning", 100, 400, sign * 400], ["Parks", 90, 350, sign * 350], ["Library", 60, 200, sign * 200], ["Lights", 50, 70, sign * 70]];
  const [doubt] = doubts(rows(-1));
  expect(doubt?.severity).toBe("error");
  expect(doubt === undefined ? "" : issueText(doubt)).toContain("hold the same figures, one with a minus");
  expect(doubts(rows(1)).map((d) => d.severity)).not.toContain("error");
});

test("two columns of one heading are asked about", () => {
  expect(doubts([["Vale Council 2026/27, £000"], ["Service", "Budget", "Budget"], ["Planning", 500, 520], ["Waste", 700, 690], ["Parks", 200, 215]]).map((d) => [d.severity, d.facts.count])).toEqual([["question", undefined]]);
});
