// A second table on a budget sheet that is not this budget: last year's, or balances; never added to the first without a word.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { sheetOf } from "../../support/sheetGrid";

const HEAD: readonly CellValue[][] = [["Larkshire County Council"], ["Revenue budget 2026/27, £000"], [], ["Code", "Service", "Original budget", "Revised budget", "Forecast"]];
const BODY: readonly CellValue[][] = [["A1", "Day care", 100, 110, 120], ["A2", "Home support", 200, 190, 195], ["A3", "Respite", 50, 50, 40]];

const read = (...rows: readonly (readonly CellValue[])[][]): PartnershipReading => readPartnership([sheetOf("Budget", rows.flat())]);
const said = (reading: PartnershipReading): string[] => reading.issues.map((i) => `${i.severity} ${i.code} ${i.where?.address ?? ""}`.trim());

test("last year's table under the same headings is another table, not another page: refused where its lines are the same", () => {
  const lastYear: CellValue[][] = [[], ["2025/26 budget"], ["Code", "Service", "Original budget", "Revised budget", "Forecast"], ["A1", "Day care", 90, 91, 92], ["A2", "Home support", 180, 181, 182], ["A3", "Respite", 45, 45, 45]];
  expect(said(read([...HEAD], [...BODY], lastYear))).toContain("error several-tables A10");
});

test("a single column of balances below is not a stage of the budget, and is asked about", () => {
  const reading = read([...HEAD], [...BODY], [[], ["Earmarked reserves"], ["Reserve", "Held"], ["Insurance", 77], ["Elections", 12]]);
  expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3"]);
  expect(reading.issues.map((i) => `${i.severity} ${i.code}`)).toEqual(["question figures-unread"]);
});
