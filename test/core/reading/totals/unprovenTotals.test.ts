// Words alone make no total where the rest of the table speaks against it: the money counts as lines, and a person is asked once.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", [["Larkshire County Council"], ["Budget 2026/27, £"], ...rows])]);

test("an extract in which every row is named a total is read as lines", () => {
  const reading = read([["Department", "Budget"], ["Planning total dept.", 120], ["Parks total dept.", 340], ["Highways total dept.", 77], ["Libraries total dept.", 91], ["Culture total dept.", 18]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([12_000, 34_000, 7_700, 9_100, 1_800]);
  expect(reading.issues.filter((i) => i.code === "row-not-understood").map((i) => [i.severity, (i.alike?.length ?? 0) + 1])).toEqual([["question", 5]]);
});

test("a coded line with the word inside its name stays a line, beside totals that add up", () => {
  const rows: CellValue[][] = [["Code", "Service", "Budget"], ["C1", "Sewers", 100], ["C2", "Screw pump gearbox total bearing replacement", 50], ["C3", "Cleansing", 30], [null, "Total", 180]];
  const reading = read(rows);
  expect(reading.lines.map((l) => l.code)).toEqual(["C1", "C2", "C3"]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
});

test("a total that does not add up among few others is still set aside and shown", () => {
  const reading = read([["Service", "Budget"], ["Sewers", 100], ["Parks", 50], ["Cleansing", 30], ["Total", 190]]);
  expect(reading.lines).toHaveLength(3);
  expect(reading.issues.map((i) => i.code)).toContain("printed-total-differs");
});
