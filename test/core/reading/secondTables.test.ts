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

describe("two tables on one sheet", () => {
  const second: CellValue[][] = [[], ["Capital programme, £000"], ["Code", "Scheme", "Original budget", "Revised budget", "Forecast"], ["K1", "New roof", 10, 10, 12], ["K2", "Vans", 5, 5, 5]];

  test("one below the other, with a title of its own: both are read, and refused until somebody says that they belong together", () => {
    const reading = read([...HEAD], [...BODY], second);
    expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3", "K1", "K2"]);
    expect(said(reading)).toEqual(["error several-tables A10"]);
  });

  test("headings repeated over further lines make no second table", () => {
    const reading = read([...HEAD], [...BODY], [[], ["Highways"], ["Code", "Service", "Original budget", "Revised budget", "Forecast"], ["H1", "Lighting", 10, 10, 12], ["H2", "Gritting", 5, 5, 5]]);
    expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3", "H1", "H2"]);
    expect(said(reading)).toEqual([]);
  });

  test("the funding under a budget is asked about, and is no spending", () => {
    const reading = read([...HEAD], [...BODY], [[null, "Total", 350, 350, 355]], [[], ["Funded by"], ["Source", "Budget"], ["Revenue support grant", 100], ["Council tax", 250], ["Total", 350]]);
    expect(said(reading)).toEqual(["question several-tables A11"]);
    expect(reading.lines.filter((l) => l.nature === "GROSS_EXP")).toHaveLength(3);
  });

  test("a copy under a title, with codes of digits, is refused", () => {
    const digits = BODY.map((row, i) => [`4110${i}`, ...row.slice(1)]);
    const reading = read([...HEAD], digits, [[null, "Total", 350, 350, 355]], [[], ["Appendix: the same"], ["Code", "Service", "Original budget", "Revised budget", "Forecast"]], digits, [[null, "Total", 350, 350, 355]]);
    expect(said(reading)).toContain("error several-tables A11");
  });

  test("with the same lines: refused, because they would be counted twice", () => {
    const again: CellValue[][] = [[], ["Same again at month 7"], ["Code", "Service", "Budget", "Forecast"], ["A1", "Day care", 110, 125], ["A2", "Home support", 190, 199], ["A3", "Respite", 50, 50]];
    expect(said(read([...HEAD], [...BODY], again))[0]).toBe("error several-tables A10");
  });

  test("side by side under the same headings, with codes of digits: both are read, or refused where they are the same", () => {
    const heads = ["Code", "Service", "Budget", "Forecast"];
    const rows = (codes: readonly string[], words: readonly string[]): CellValue[][] => [[...heads, null, ...heads],
      ...[0, 1, 2].map((i) => [`4110${i}`, `Service ${i}`, 100 + i, 110 + i, null, codes[i] ?? null, words[i] ?? null, 100 + i, 110 + i])];
    const own = read([["Larkshire Council, £"], []], rows(["52100", "52200", "52300"], ["Roads", "Lighting", "Gritting"]));
    expect(own.lines.map((l) => [l.code, l.revisedPence])).toEqual([["41100", 10_000], ["41101", 10_100], ["41102", 10_200], ["52100", 10_000], ["52200", 10_100], ["52300", 10_200]]);
    expect(said(own)).toEqual(["question several-tables F3"]);
    expect(said(read([["Larkshire Council, £"], []], rows(["41100", "41101", "41102"], ["Service 0", "Service 1", "Service 2"])))).toContain("error several-tables F3");
  });

  test("side by side: both are read", () => {
    const rows: CellValue[][] = [["Larkshire Council, £"], ["Income", "Budget", null, "Expenditure", "Budget"], ["Rents", 500, null, "Repairs", 300], ["Fees", 100, null, "Staff", 250], ["Total income", 600, null, "Total expenditure", 550]];
    const reading = read(rows);
    expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Rents", -50_000], ["Fees", -10_000], ["Repairs", 30_000], ["Staff", 25_000]]);
  });
});
