// A body's money is read once, however many of its sheets show it: summaries, other months' papers and other analyses are set aside by name.
import fc from "fast-check";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetBalance } from "../../../../src/core/reading/balance";
import { sheetOf } from "../../../support/sheetGrid";

type Rows = readonly (readonly CellValue[])[];
const HEAD = ["Code", "Service", "Current budget", "Forecast"];
const detail = (name: string, lines: Rows, title = `Thornshire Council - ${name}`, unit = "£000") =>
  sheetOf(name, [[title], [unit], HEAD, ...lines, [null, "Total", ...[2, 3].map((at) => lines.reduce((sum, line) => sum + Number(line[at]), 0))]]);
const ADULTS = detail("Adults", [["A100", "Residential care", 14_200, 14_900], ["A110", "Home care", 6_000, 5_700], ["A120", "Income", -6_000, -6_300]]);
const CHILDREN = detail("Children", [["C100", "Looked after children", 7_100, 7_500], ["C110", "Early years", 2_000, 2_000]]);
const summary = (...lines: Rows) => sheetOf("Summary", [
  ["Thornshire Council"], ["Revenue monitoring summary, £000"], ["Directorate", "Current budget", "Forecast"], ...lines, ["Total", ...[1, 2].map((at) => lines.reduce((sum, line) => sum + Number(line[at]), 0))],
]);
const net = (reading: ReturnType<typeof readPartnership>) => reading.lines.reduce((sum, line) => sum + (line.revisedPence ?? 0), 0) / 100_000;
const found = (reading: ReturnType<typeof readPartnership>) => reading.issues.filter(({ code }) => code === "sheet-repeats" || code === "line-adds-sheet").map(({ code, severity, where }) => [code, severity, where?.sheet]);

test("a summary of the other sheets is set aside whole, in whatever order, and its lines are held against their totals", () => {
  const top = summary(["Adult services", 14_200, 14_300], ["Children's services", 9_100, 9_500]);
  for (const sheets of [[top, ADULTS, CHILDREN], [CHILDREN, ADULTS, top]]) {
    const reading = readPartnership(sheets);
    expect(net(reading)).toBe(23_300);
    expect(found(reading)).toEqual([["sheet-repeats", "warning", "Summary"]]);
    expect(reading.controls.filter(({ id, subject }) => id === "R1" && subject.startsWith("Summary")).map(({ expectedPence, result, cells }) => [expectedPence, result, cells.length])).toEqual([[1_420_000_000, "green", 2], [910_000_000, "green", 2]]);
  }
});

test("a summary in rounded thousands of sheets in pounds is known within the rounding", () => {
  const top = summary(["Adult services", 14_200, 14_301], ["Children's services", 9_100, 9_500]);
  const exact = [
    detail("Adults", [["A1", "Residential care", 8_199_700, 8_300_650], ["A2", "Home care", 6_000_100, 6_000_000]], "Thornshire Council - Adults", "£"),
    detail("Children", [["C1", "Looked after children", 7_100_499, 7_499_999], ["C2", "Early years", 1_999_501, 2_000_301]], "Thornshire Council - Children", "£"),
  ];
  expect(net(readPartnership([top, ...exact]))).toBe(23_299.8);
});

test("a summary of one sheet's sections is set aside", () => {
  const rows: Rows = [
    ["Thornshire Council detail"], ["£000"], HEAD, [null, "Adults"], ["A1", "Residential care", 800, 850], ["A2", "Home care", 600, 590], [null, "Total adults", 1_400, 1_440],
    [null, "Children"], ["C1", "Looked after children", 710, 750], ["C2", "Early years", 200, 201], [null, "Total children", 910, 951], [null, "Grand total", 2_310, 2_391],
  ];
  const reading = readPartnership([summary(["Adults", 1_400, 1_440], ["Children", 910, 951]), sheetOf("Detail", rows)]);
  expect(net(reading)).toBe(2_310);
  expect(found(reading)).toEqual([["sheet-repeats", "warning", "Summary"]]);
});

test("of a summary with money of its own only the lines that stand elsewhere are set aside, and its balance still adds up", () => {
  const reading = readPartnership([summary(["Adult services", 14_200, 14_300], ["Children's services", 9_100, 9_500], ["Capital financing", 3_000, 2_900]), ADULTS, CHILDREN]);
  expect(net(reading)).toBe(26_300);
  expect(reading.lines.filter(({ source }) => source.sheet === "Summary").map(({ description }) => description)).toEqual(["Capital financing"]);
  expect(found(reading)).toEqual([["line-adds-sheet", "warning", "Summary"]]);
  const sheet = reading.sheets.find((candidate) => candidate.sheet === "Summary");
  if (sheet === undefined) throw new Error("no summary");
  expect(sheetBalance(sheet, reading.lines)).toMatchObject({ linesPence: 300_000_000, setAsidePence: 2_330_000_000, notUnderstoodPence: 0, totalPence: 2_630_000_000 });
  expect(reading.controls.every(({ result }) => result !== "red")).toBe(true);
});

test("of two months' papers the later is read, with codes or without; a copy is read once; where nothing tells, it is asked", () => {
  const month = (name: string, forecast: number, coded: boolean) => sheetOf(name, [["Thornshire Council"], ["£000"], HEAD.slice(coded ? 0 : 1), ...[["A1", "Residential care", 800, forecast], ["A2", "Home care", 600, 590], ["A3", "Day care", 60, 63]].map((row) => row.slice(coded ? 0 : 1))]);
  for (const coded of [true, false]) {
    for (const [first, second] of [["P5", "P6"], ["August", "September"], ["Month 9", "Q4"]] as const) {
      for (const sheets of [[month(first, 850, coded), month(second, 870, coded)], [month(second, 870, coded), month(first, 850, coded)]]) {
        const reading = readPartnership(sheets);
        expect(reading.lines.map(({ source }) => source.sheet)).toEqual([second, second, second]);
        expect(found(reading)).toEqual([["sheet-repeats", "warning", first]]);
      }
    }
    expect(found(readPartnership([month("Adults", 850, coded), month("Adults (2)", 850, coded)]))).toEqual([["sheet-repeats", "warning", "Adults (2)"]]);
    expect(found(readPartnership([month("Adults", 850, coded), month("Care", 870, coded)]))).toEqual([["sheet-repeats", "question", "Care"]]);
  }
});

test("another analysis of the same money is set aside and asked about", () => {
  const subjective = detail("By kind", [["1", "Employees", 8_000, 8_200], ["2", "Premises", 2_000, 2_030], ["3", "Third parties", 4_200, 4_070]], "Thornshire Council adults by kind of spending");
  const reading = readPartnership([ADULTS, subjective]);
  expect(net(reading)).toBe(14_200);
  expect(found(reading)).toHaveLength(1);
  const all = detail("All by kind", [["1", "Employees", 13_300, 13_800], ["2", "Premises", 10_000, 10_000]], "Thornshire Council by kind of spending");
  expect(net(readPartnership([ADULTS, CHILDREN, all]))).toBe(23_300);
});

test("departments that name their costs alike, and sheets of other bodies, are left alone", () => {
  const kinds = (name: string, by: number, title?: string) => detail(name, [["1000", "Employees", 800 + by, 810 + by], ["2000", "Premises", 90 + by, 95 + by], ["3000", "Transport", 12 + by, 11 + by]], title);
  const reading = readPartnership([kinds("Parks", 0), kinds("Libraries", 7)]);
  expect(reading.lines).toHaveLength(6);
  expect(found(reading)).toEqual([]);
  const bodies = readPartnership([kinds("Parks", 0, "Thornshire Council"), kinds("Fire", 0, "Thornshire Fire Authority")]);
  expect(bodies.lines).toHaveLength(6);
  expect(found(bodies)).toEqual([]);
});

test("an amount that is another sheet's total in one figure only is asked about, not set aside", () => {
  const parks = detail("Parks", [["P1", "Grass", 500, 500], ["P2", "Trees", 500, 500]]);
  const works = detail("Works", [["W1", "Road repairs", 1_000, 1_000], ["W2", "Lamps", 77, 78]]);
  const reading = readPartnership([works, parks]);
  expect(reading.lines).toHaveLength(4);
  expect(found(reading)).toEqual([["line-adds-sheet", "question", "Works"]]);
});

test.each(["Partner", "Agency"])("the partnership's own summary, a line a %s, is set aside and makes no agency", (heading) => {
  const care = detail("Care", [["A1", "Residential care", 800, 850], ["A2", "Home care", 600, 590]], "Thornshire Council");
  const health = detail("Health", [["N1", "Community", 900, 950], ["N2", "Hospices", 70, 71]], "NHS Thornshire ICB");
  const fire = detail("Brigade", [["F1", "Pay", 120, 121], ["F2", "Home safety", 31, 26]], "Thornshire Fire Authority");
  const all = sheetOf("Consolidated", [["Thorn partnership, consolidated"], ["£000"], [heading, "Current budget", "Forecast"], ["Thornshire Council", 1_400, 1_440], ["NHS Thornshire ICB", 970, 1_021], ["Thornshire Fire Authority", 151, 147], ["Total", 2_521, 2_608]]);
  for (const sheets of [[all, care, health, fire], [care, health, fire, all]]) {
    const reading = readPartnership(sheets);
    expect(net(reading)).toBe(2_521);
    expect(reading.agencies.map(({ id }) => id)).toEqual(["COUNCIL", "FIRE", "ICB"]);
    expect(found(reading)).toEqual([["sheet-repeats", "warning", "Consolidated"]]);
  }
  // With other amounts it is no summary of these sheets.
  const other = sheetOf("Grants", [["Thorn partnership grants"], ["£000"], ["Partner", "Current budget", "Forecast"], ["Thornshire Council", 14, 15], ["NHS Thornshire ICB", 97, 98]]);
  expect(found(readPartnership([other, care, health, fire]))).toEqual([]);
});

test("with any details, a summary adds nothing to the whole", () => {
  const amount = fc.integer({ min: 1, max: 99_999 });
  const line = fc.tuple(amount, amount);
  fc.assert(fc.property(fc.array(fc.array(line, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 4 }), (parts) => {
    const names = ["Roads", "Parks", "Libraries", "Schools"];
    const sheets = parts.map((lines, i) => detail(names[i] ?? "", lines.map(([budget, forecast], j) => [`${"RPLS".charAt(i)}${j}`, `Work ${names[i] ?? ""} ${j}`, budget, forecast])));
    const totals = parts.map((lines, i): CellValue[] => [names[i] ?? "", ...[0, 1].map((at) => lines.reduce((sum, pair) => sum + (pair[at] ?? 0), 0))]);
    fc.pre(new Set(totals.flatMap((row) => row.slice(1))).size === totals.length * 2);
    expect(net(readPartnership([summary(...totals), ...sheets]))).toBe(net(readPartnership(sheets)));
  }), { numRuns: 30 });
});
