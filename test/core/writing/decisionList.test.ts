// Lists of decisions as CSV tables or JSON: what is understood, and what is refused with its row.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { differsFrom } from "../../../src/core/virement/states/request";
import { decisionGrid, readDecisionList } from "../../../src/core/writing/decisionList";

const grid = (...values: readonly CellValue[][]): SheetGrid => ({ file: null, sheet: "list", visibility: "visible", values });

test("a row says the decision, for whom, and what it takes the virement to be", () => {
  const wanted = [{ stated: { id: "V1", from: "C04", to: "C06", amountPence: 10_500_050, version: 2 }, decision: "refused", approver: "board (ICB)", by: "A", on: "2026-10-16", reason: "no" }];
  expect(readDecisionList(grid(
    ["Reason", "Id", "Decision", "Approver", "Decided by", "Decided on", "From line", "To line", "Amount £", "Version"],
    ["no", "V1", "Refused", "board (ICB)", "A", "2026-10-16", "C04", "C06", "£105,000.50", 2],
  ))).toEqual(wanted);
  const json = decisionGrid([{ id: "V1", decision: "refused", approver: "board (ICB)", by: "A", on: "2026-10-16", reason: "no", from: "C04", to: "C06", amount: 105_000.5, version: 2 }]);
  expect(json === null ? null : readDecisionList(json)).toEqual(wanted);
  expect(readDecisionList(grid(["Id", "Decision"], ["V1", "accepted"]))).toEqual([{ stated: { id: "V1" }, decision: "accepted", approver: null, by: "", on: "", reason: "" }]);
});

test.each<[string, CellValue[][], RegExp]>([
  ["no headings", [["V1", "accepted"]], /has no headings Id and Decision/],
  ["no id", [["Id", "Decision"], ["", "accepted"]], /^Row 2 of the list of decisions names no virement/],
  ["an unknown decision", [["Id", "Decision"], ["V1", "yes"]], /"yes" is not one of waiting, accepted/],
  ["no amount", [["Id", "Decision", "Amount £"], ["V1", "accepted", "lots"]], /"lots" is no amount/],
  ["half a penny", [["Id", "Decision", "Amount £"], ["V1", "accepted", 1.005]], /is no amount/],
  ["no version", [["Id", "Decision", "Version"], ["V1", "accepted", "second"]], /"second" is no version/],
])("refused: %s", (_, rows, why) => {
  expect(readDecisionList(grid(...rows))).toMatch(why);
});

test("JSON that is no list, or says what is not known, is refused", () => {
  expect([decisionGrid({ id: "V1" }), decisionGrid(["V1"]), decisionGrid([{ id: "V1", decision: "accepted", colour: "red" }])]).toEqual([null, null, null]);
});

test("a request that differs says in which fields; what it leaves out is not compared", () => {
  const virement = { id: "V1", from: "C04", to: "C06", amountPence: 100, recurrence: "one-off" as const, instrument: "virement", version: 1 };
  expect(differsFrom({ id: "V1", from: "C04", amountPence: 100 }, virement)).toBeNull();
  expect(differsFrom({ id: "V1", to: "C01", amountPence: 200 }, virement))
    .toBe("Virement V1 differs from the request in the line it gives to (C06 in the workbook, C01 in the request) and the amount (£1 in the workbook, £2 in the request).");
});
