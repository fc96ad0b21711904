// What the cells leave open is asked and not guessed; what they do tell is read though the words mislead.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[], more: Partial<SheetGrid> = {}) => readPartnership([sheetOf("Council", rows, more)]);
const asked = (reading: ReturnType<typeof read>) => reading.issues.filter((i) => i.severity === "question" || i.severity === "error").map((i) => [i.code, i.severity, i.where?.address]);

test("words over one year, with nothing over the next year beside it, are asked about", () => {
  expect(asked(read([["Westbury Town Council, £000"], [null, "Outturn", null], ["Service", "2025/26", "2026/27"], ["Cemeteries", 100, 110], ["Parks", 200, 215], ["Total", 300, 325]]))).toEqual([["column-unsure", "question", "C2"]]);
});

test("words over as many columns each go on without a doubt", () => {
  expect(asked(read([["Westbury Town Council 2026/27, £000"], [null, "Outturn", null, "Budget", null], ["Service", "2024/25", "2025/26", "2025/26", "2026/27"], ["Cemeteries", 100, 110, 120, 130], ["Parks", 200, 215, 220, 230], ["Total", 300, 325, 340, 360]]))).toEqual([]);
});

test("amounts under no heading, as large as those that are read, are asked about", () => {
  const reading = read([["Vale Council 2026/27, £000"], ["Service", "Original Budget", null, "Forecast"], ["Planning", 500, 530, 520], ["Waste", 700, 690, 710], ["Parks", 200, 210, 215], ["Total", 1_400, 1_430, 1_445]]);
  expect(asked(reading)).toEqual([["figures-unread", "question", "C2"]]);
  expect(reading.issues.find((i) => i.code === "figures-unread")?.facts.column).toBe("column C (no heading)");
});

test("the budget of one more year beside this year's budget and forecast is read, and asked about", () => {
  const reading = read([["Vale District Council"], ["2024/25 Actual £", null, "2025/26 Original £", "2025/26 Probable £", "2026/27 Estimate £"], [100_100, "Museum", 110_000, 112_000, 115_000], [55_500, "Arts grants", 56_000, 57_000, 60_000], [155_600, "Net expenditure", 166_000, 169_000, 175_000]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([11_500_000, 6_000_000]);
  expect(asked(reading)).toEqual([["several-years", "question", "E2"]]);
});

describe("the same money in two analyses of one table", () => {
  const rows = (second: string, total: number): CellValue[][] => [["Vale Council 2026/27"], [null, "Budget £000"], ["Services"], ["Planning", 500], ["Waste", 700], ["Net expenditure", 1_200], [second], ["Employees", 800], ["Premises", total - 800], ["Net expenditure", total]];

  test("is an error, since it would count twice", () => {
    expect(asked(read(rows("Subjective analysis", 1_200)))).toEqual([["several-tables", "error", "A10"]]);
  });

  test("is none where the totals differ", () => {
    expect(asked(read(rows("Other services", 1_300)))).toEqual([]);
  });
});

test.each([
  ["Savings proposals 2026/27 £000", "nature-unsure"], ["Growth bids 2026/27, £000", "nature-unsure"], ["Revenue budget 2026/27 £000", null], ["Budget and savings plan 2026/27 £000", null],
])("a sheet headed \"%s\" is asked about: %s", (title, code) => {
  expect(asked(read([["Vale Council"], [title], ["Ref", "Service", "2026/27"], ["S1", "Libraries", 150], ["S2", "Waste", 300], [null, "Total", 450]])).map(([found]) => found)).toEqual(code === null ? [] : [code]);
});

test("a list of prices is asked about", () => {
  expect(asked(read([["Vale Council"], ["Fees and charges 2026/27"], ["Charge", "2025/26 £", "2026/27 £"], ["Garden waste bin", 45, 48], ["Allotment plot", 60, 62], ["Pest control visit", 80, 85]])).map(([code]) => code)).toEqual(["nature-unsure"]);
});

describe("number formats that show thousands of the pounds in the cells", () => {
  const rows: CellValue[][] = [["Vale Council 2026/27"], ["Service", "Budget £000"], ["Planning", 512_345], ["Waste", 734_567], ["Total", 1_246_912]];
  const formatted = (format: string, title = "Vale Council 2026/27") => read([[title], ...rows.slice(1)], { numberFormats: rows.map((_row, i) => (i < 2 ? [] : [null, format])) });

  test("the heading speaks of what is shown; the cells hold pounds", () => {
    const reading = formatted("#,##0,;(#,##0,)");
    expect(reading.lines.map((l) => l.revisedPence)).toEqual([51_234_500, 73_456_700]);
    expect(asked(reading)).toEqual([]);
  });

  test("also beside a title with the same unit", () => {
    expect(asked(formatted("#,##0,", "Vale Council 2026/27 (£000)"))).toEqual([]);
  });

  test("formats without a comma at their end change nothing", () => {
    expect(formatted("#,##0").lines.map((l) => l.revisedPence)).toEqual([51_234_500_000, 73_456_700_000]);
  });
});

test("income in several columns is read whole where the net takes all of it", () => {
  const reading = read([["Vale Council budget 2026/27, £000"], ["Service", "Gross expenditure", "Grant income", "Fees income", "Net expenditure"], ["Planning", 500, -50, -150, 300], ["Waste", 700, -20, -30, 650], ["Parks", 200, 0, -40, 160], ["Total", 1_400, -70, -220, 1_110]]);
  expect(reading.lines.map((l) => [l.source.address, (l.revisedPence ?? 0) / 100_000])).toEqual([["B3", 500], ["C3", -50], ["D3", -150], ["B4", 700], ["C4", -20], ["D4", -30], ["B5", 200], ["D5", -40]]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
  expect(asked(reading)).toEqual([]);
});

test("a second column of income that no net bears out is asked about", () => {
  expect(asked(read([["Vale Council budget 2026/27, £000"], ["Service", "Gross expenditure", "Grant income", "Fees income"], ["Planning", 500, -50, -150], ["Waste", 700, -20, -30], ["Total", 1_200, -70, -180]])).map(([code]) => code)).toEqual(["column-unsure"]);
});

test("footnotes behind amounts leave the amounts as they are", () => {
  const reading = read([["Vale Town Council, budget 2026/27 £"], ["Heading", "Budget"], ["Allotments", "1,234*"], ["Cemetery", "2,500 (a)"], ["Grants", "3,000 [1]"], ["Events", "4,100¹"], ["Total", "10,834"]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([123_400, 250_000, 300_000, 410_000]);
  expect(asked(reading)).toEqual([]);
});

test("months across with their total are a budget under a title that says so, and asked about under one that does not", () => {
  const rows = (title: string): CellValue[][] => [[title], [null, "Apr", "May", "Jun", "Total"], ["Salaries", 10, 10, 10, 30], ["Rent", 5, 5, 5, 15], ["Total", 15, 15, 15, 45]];
  expect(read(rows("Vale Council budget 2026/27 £")).lines.map((l) => l.revisedPence)).toEqual([3_000, 1_500]);
  expect(asked(read(rows("Vale Council budget 2026/27 £")))).toEqual([]);
  expect(asked(read(rows("Vale Council 2026/27 £"))).map(([code]) => code)).toEqual(["stage-missing"]);
});

test("cells that all name their own unit are no mixture of units", () => {
  expect(asked(read([["Oakshire Police and Crime Commissioner 2026/27"], [null, "Budget"], ["Police pay", "£69.1m"], ["Commissioning", "£744,000"], ["Total", "£69.8m"]]))).toEqual([]);
});

test("budgets to date cut short are no budgets of the year", () => {
  const reading = read([["Vale Council 2026/27, £"], ["Account", "Account Description", "Orig Bud", "Curr Bud", "YTD Bud", "YTD Act"], ["1000", "Salaries", 1200, 1250, 625, 610], ["2000", "Equipment", 50, 50, 25, 21]]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence, l.actualPence])).toEqual([[120_000, 125_000, 61_000], [5_000, 5_000, 2_100]]);
});

describe("amounts set out in columns, details left and totals right of them", () => {
  test.each([["£", "£"], ["Budget £", "Total £"], ["Budget £", "Sub-total £"]])("under \"%s\" and \"%s\"", (inner, outer) => {
    const reading = read([["Vale Parish Council"], ["Budget for the year to 31 March 2027"], [null, inner, outer], ["Income"], ["Precept", 42_000], ["Rents", 1_200], [null, null, 43_200], ["Expenditure"], ["Clerk", 18_000], ["Grounds", 14_000], [null, null, 32_000], ["Surplus", null, 11_200]]);
    expect(reading.lines.map((l) => [l.source.address, l.revisedPence])).toEqual([["B5", -4_200_000], ["B6", -120_000], ["B9", 1_800_000], ["B10", 1_400_000]]);
    expect(reading.sheets[0]?.totals.map((t) => [t.cell.address, t.printedPence === t.computedPence])).toEqual([["C7", true], ["C11", true], ["C12", true]]);
    expect(asked(reading)).toEqual([]);
  });

  test("two columns that hold figures on one row are two columns", () => {
    expect(asked(read([["Vale Parish Council 2026/27"], [null, "£", "£"], ["Clerk", 18_000, 19_000], ["Grounds", 14_000], ["Rents", null, 1_200], ["Rates", 500, 500]])).map(([code]) => code)).toContain("column-unsure");
  });
});

test("a column of debits and credits gives unsigned amounts their side", () => {
  const reading = read([["Vale Council 2026/27"], ["Code", "Description", "Budget £", "D/C"], ["1000", "Salaries", 50_000, "D"], ["2000", "Rent", 10_000, "D"], ["9000", "Parking", 20_000, "C"], ["9100", "Markets", 5_000, "C"], [null, "Net", 35_000, "D"]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([5_000_000, 1_000_000, -2_000_000, -500_000]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
});

test.each([
  ["a line of more than any local body has", "£m", [500, 700, 120_000], true], ["pounds to one decimal", "£", [69.1, 12.4, 8.3], true],
  ["millions to one decimal", "£m", [69.1, 12.4, 8.3], false], ["pounds and pence", "£", [69.15, 12.4, 8.3], false], ["whole pounds", "£", [500, 700, 120], false],
])("%s: the unit is asked about, never changed", (_what, unit, figures, isAsked) => {
  const reading = read([[`Vale Council budget 2026/27, ${unit}`], ["Service", "Budget"], ...figures.map((amount, i): CellValue[] => [["Planning", "Waste", "Adults"][i] ?? "", amount])]);
  expect(asked(reading).map(([code]) => code)).toEqual(isAsked ? ["unit-scale"] : []);
  expect(reading.lines.map((l) => (l.revisedPence ?? 0) / (unit === "£m" ? 100_000_000 : 100))).toEqual(figures);
});

test.each([
  ["amounts moved between lines", [["Vale Council transfers 2026/27"], ["Ref", "From cost centre", "To cost centre", "Amount £"], ["V1", "Libraries", "Museums", 5_000], ["V2", "Waste", "Highways", 12_000]]],
  ["proposals", [["Vale Council 2026/27 £000"], ["Proposal", "Part year 2026/27", "Full year effect"], ["Close centre", 100, 400], ["New hub", 50, 60]]],
  ["a virement schedule", [["Vale Council virement schedule 2026/27, £"], ["Service", "Amount"], ["Libraries", 5_000], ["Museums", 12_000]]],
])("%s are no budget: asked about", (_what, rows: CellValue[][]) => {
  expect(asked(read(rows)).map(([code]) => code)).toEqual(["nature-unsure"]);
});

describe("rows called \"Less …\" are taken off", () => {
  const rows: CellValue[][] = [["Vale Council budget 2026/27, £000"], ["Subjective", "Budget"], ["Employees", 500], ["Premises", 100], ["Less: Recharges", 50], ["Less: Fees", 150]];

  test.each([["with the total that shows it", [["Net expenditure", 400]]], ["without any total", []]])("%s", (_how, totals: CellValue[][]) => {
    const reading = read([...rows, ...totals]);
    expect(reading.lines.map((l) => (l.revisedPence ?? 0) / 100_000)).toEqual([500, 100, -50, -150]);
    expect(asked(reading)).toEqual([]);
  });

  test("voids are taken off income", () => {
    const reading = read([["Vale Homes Limited budget 2026/27, £000"], [null, "Budget"], ["Income"], ["Rents", 1_000], ["Less voids", -50], ["Total income", 950], ["Costs"], ["Repairs", 700], ["Total costs", 700], ["Surplus", 250]]);
    expect(reading.lines.map((l) => (l.revisedPence ?? 0) / 100_000)).toEqual([-1_000, 50, 700]);
  });
});

describe("a block beside the costs that nothing names as income", () => {
  const rows = (more: CellValue[][], name = "Grants and contributions"): CellValue[][] => [["Vale Carers charity budget 2026/27 £"], [null, "Budget"], [name], ["Vale Council", 50_000], ["Lottery", 30_000], ["Total", 80_000], ["Costs"], ["Staff", 60_000], ["Rent", 12_000], ["Total costs", 72_000], ...more];

  test("is asked about", () => {
    expect(asked(read(rows([])))).toEqual([["nature-unsure", "question", "B4"]]);
  });

  test("is none where a surplus tells", () => {
    const reading = read(rows([["Surplus", 8_000]]));
    expect(reading.lines.map((l) => (l.revisedPence ?? 0) / 100)).toEqual([-50_000, -30_000, 60_000, 12_000]);
    expect(asked(reading)).toEqual([]);
  });

  test("is none where a total adds both", () => {
    expect(asked(read(rows([["Grand total", 152_000]], "Projects")))).toEqual([]);
  });
});

describe("whose sheet it is", () => {
  const table: CellValue[][] = [["Programme", "Budget"], ["Acute", 500], ["Community", 100], ["Total", 600]];

  test("a reader whom the title addresses is not the owner", () => {
    const reading = read([["Report to Vale County Council Health Scrutiny"], ["NHS Fenland Integrated Care Board: finance report 2026/27 £000"], ...table]);
    expect([...new Set(reading.lines.map((l) => l.agency))]).toEqual(["ICB"]);
    expect(asked(reading)).toEqual([]);
  });

  test("two titles that name bodies of different kinds are asked about", () => {
    expect(asked(read([["Vale County Council"], ["NHS Fenland Integrated Care Board: finance report 2026/27 £000"], ...table]))).toEqual([["agency-ambiguous", "question", "A1"]]);
  });

  test("a council's own fire service is no other body", () => {
    expect(asked(read([["Vale County Council"], ["Fire and rescue service budget 2026/27 £000"], ...table]))).toEqual([]);
  });
});

describe("two sides that come to the same, and a balance of nought", () => {
  const rows = (last: CellValue[]): CellValue[][] => [["Vale Council pooled fund 2026/27 £000"], [null, "Budget"], ["Contributions:"], ["Vale Council", 5_000], ["NHS Fenland ICB", 7_000], ["Total contributions", 12_000], ["Expenditure:"], ["Equipment", 4_000], ["Reablement", 8_000], ["Total expenditure", 12_000], last];

  test("the balance tells which pays for which", () => {
    const reading = read(rows(["Balance", 0]));
    expect(reading.lines.map((l) => (l.revisedPence ?? 0) / 100_000)).toEqual([-5_000, -7_000, 4_000, 8_000]);
    expect(asked(reading)).toEqual([]);
  });

  test("a line that pays for the total above it", () => {
    const reading = read([["Vale Council public health budget 2026/27 £000"], ["Service", "Budget"], ["Sexual health", 2_500], ["Healthy child", 6_000], ["Total expenditure", 8_500], ["Public health grant", 8_500], ["Net", 0]]);
    expect(reading.lines.map((l) => (l.revisedPence ?? 0) / 100_000)).toEqual([2_500, 6_000, -8_500]);
    expect(asked(reading)).toEqual([]);
  });

  test("without words on either side it stays a doubt", () => {
    expect(asked(read([["Vale Council budget 2026/27 £000"], ["Service", "Budget"], ["Alpha", 2_500], ["Beta", 6_000], ["Total", 8_500], ["Gamma", 8_500], ["Net", 0]])).map(([code]) => code)).toContain("row-not-understood");
  });
});
