// Bad and odd sheets: each ends in a reading or an issue that says where, never in a throw or a silent guess.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership, readPartnershipSteps } from "../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../src/core/reading/types";
import { mappingSheet } from "../../../src/core/writing/mappingTable";
import { sheetOf } from "../../support/sheetGrid";

const HEAD: readonly CellValue[][] = [["Larkshire County Council"], ["Revenue budget 2026/27, £000"], [], ["Code", "Service", "Original budget", "Revised budget", "Forecast"]];
const BODY: readonly CellValue[][] = [["A1", "Day care", 100, 110, 120], ["A2", "Home support", 200, 190, 195], ["A3", "Respite", 50, 50, 40]];
const TOTAL: readonly CellValue[] = [null, "Total", 350, 350, 355];

const read = (...rows: readonly (readonly CellValue[])[][]): PartnershipReading => readPartnership([sheetOf("Budget", rows.flat())]);
const said = (reading: PartnershipReading): string[] => reading.issues.map((i) => `${i.severity} ${i.code} ${i.where?.address ?? ""}`.trim());

test("a clean table has nothing to say", () => {
  expect(said(read([...HEAD], [...BODY], [TOTAL]))).toEqual([]);
});

describe("no table", () => {
  test("an empty workbook and an empty sheet", () => {
    expect(readPartnership([]).lines).toEqual([]);
    expect(said(readPartnership([sheetOf("Sheet1", [])]))).toEqual(["error no-table A1", "info sheet-empty A1"]);
    expect(said(readPartnership([sheetOf("Sheet1", [[null, " "], []])]))).toContain("error no-table A1");
  });

  test("words only, and numbers without any heading we know, are refused", () => {
    expect(said(read([["Dear all,"], ["please find the budget attached."]]))).toEqual(["error no-table A1"]);
    const numbers = read([["x", 1], ["y", 2], ["z", 3]]);
    expect(numbers.lines).toEqual([]);
    expect(said(numbers)).toEqual(["error no-table A1"]);
  });

  test("a cover sheet beside a budget is only mentioned; a sheet of unread figures is asked about", () => {
    const budget = sheetOf("Council", [...HEAD, ...BODY]);
    expect(said(readPartnership([sheetOf("Cover", [["Budget pack"]]), budget]))).toEqual(["info sheet-ignored A1"]);
    expect(said(readPartnership([sheetOf("Data", [["x", 1], ["y", 2], ["z", 3]]), budget]))).toEqual(["question no-table A1"]);
  });
});

describe("cells that hold no amount", () => {
  const withCell = (value: CellValue, column = 3): PartnershipReading => {
    const body = BODY.map((row) => [...row]);
    const row = body[1];
    if (row !== undefined) row[column] = value;
    return read([...HEAD], body);
  };

  test.each<[CellValue, string]>([["about 190", "error text-in-amount D6"], ["#REF!", "error amount-error D6"], ["n/a", "question amount-missing D6"], ["tbc", "error text-in-amount D6"], ["…", "question amount-missing D6"], [null, "question amount-missing D6"]])("%p in the main column", (value, issue) => {
    const reading = withCell(value);
    expect(reading.lines[1]?.revisedPence).toBeNull();
    expect(reading.lines[1]?.originalPence).toBe(20_000_000);
    expect(said(reading)).toEqual([issue]);
  });

  test.each([[2, "C6"], [4, "E6"]])("words in column %i are refused as well: some figure is meant, and pressures are told from forecasts", (column, address) => {
    expect(said(withCell("see note", column))).toEqual([`error text-in-amount ${address}`]);
  });

  test.each<[CellValue, number]>([["-", 0], ["nil", 0], ["(190)", -19_000_000], ["190-", -19_000_000], ["1,190", 119_000_000], ["£190k", 19_000_000], ["190 CR", -19_000_000], ["190 DR", 19_000_000], ["−190", -19_000_000], ["1.2m", 120_000_000]])("%p is an amount", (value, pence) => {
    expect(withCell(value).lines[1]?.revisedPence).toBe(pence);
  });
});

describe("codes", () => {
  test("the same code on two lines is refused with both places", () => {
    const reading = read([...HEAD], [...BODY, ["A2", "Home support", 200, 190, 195], ["A4", "Meals", 1, 1, 1], ["A5", "Advice", 2, 2, 2], ["A6", "Carers", 2, 2, 2]]);
    expect(reading.issues.map((i) => [i.severity, i.code, i.where?.address, i.facts.first])).toEqual([["error", "duplicate-code", "D8", "Budget!D6"]]);
    expect(reading.lines.map((l) => l.id)).toContain("COUNCIL/A2#2");
  });

  test("a cost centre that stands on many lines is no fault: the words tell them apart", () => {
    const rows: CellValue[][] = ["Staff", "Premises", "Travel", "Supplies"].flatMap((words, i) => [["1001", words, i, i, i], ["1002", words, i, i, i]]);
    expect(said(read([...HEAD], rows))).toEqual([]);
  });

  test("leading zeros are kept, and codes that look like numbers are no amounts", () => {
    const reading = read([...HEAD], [["0071", "Day care", 1, 1, 1], ["0072", "Respite", 2, 2, 2]]);
    expect(reading.lines.map((l) => l.code)).toEqual(["0071", "0072"]);
  });
});

describe("units", () => {
  test("no unit anywhere: pounds are taken, and it is asked", () => {
    const rows = [["Larkshire Council"], ["Service", "Budget"], ["Day care", 120], ["Respite", 80]];
    const reading = read(rows);
    expect(reading.lines.map((l) => l.revisedPence)).toEqual([12_000, 8_000]);
    expect(said(reading)).toEqual(["question unit-unknown B2"]);
  });

  test("a different unit in one column is that column's", () => {
    const reading = read([["Larkshire Council"], ["Service", "Original £000", "Revised £"], ["Day care", 120, 121_000], ["Respite", 80, 80_500]]);
    expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[12_000_000, 12_100_000], [8_000_000, 8_050_000]]);
  });
});

describe("totals", () => {
  test("a printed total that differs is set aside with both figures, and no line is changed", () => {
    const reading = read([...HEAD], [...BODY, [null, "Total", 350, 999, 355]]);
    expect(reading.lines).toHaveLength(3);
    expect(reading.issues.map((i) => [i.code, i.where?.address, i.facts.printed, i.facts.computed])).toEqual([["printed-total-differs", "D8", "£999,000", "£350,000"]]);
    expect(reading.controls.find((c) => c.id === "R1" && c.subject.endsWith("revised"))?.result).toBe("red");
  });

  test("a line that happens to be the sum of those above stays a line", () => {
    const reading = read([...HEAD], [...BODY, ["A4", "Transport", 350, 350, 355]]);
    expect(reading.lines).toHaveLength(4);
  });

  test("a line with its own code whose words call it a total stays a line, and is asked about unless the total below adds it", () => {
    const scheme = ["A4", "Total mobility scheme", 7, 7, 7];
    for (const [total, asked] of [[357, []], [350, ["question row-not-understood A8"]]] as const) {
      const reading = read([...HEAD], [...BODY, scheme], [[null, "Grand total", total, total, total + 5]]);
      expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3", "A4"]);
      expect(said(reading).filter((words) => words.includes("not-understood"))).toEqual(asked);
    }
  });

  test("sub-totals without any word are known by their missing code and their arithmetic", () => {
    const reading = read([...HEAD], [BODY[0] ?? [], BODY[1] ?? [], [null, "Adults", 300, 300, 315], BODY[2] ?? [], ["A4", "Meals", 5, 5, 5], [null, "Children", 55, 55, 45], [null, "All services", 355, 355, 360]]);
    expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3", "A4"]);
    expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green", "green"]);
  });

  test.each([["below", [0, 1, 3, 2, 4, 5]], ["above", [3, 0, 1, 5, 2, 4]]] as const)("sub-totals %s their lines with codes and ordinary words are known by the grand total", (_where, order) => {
    const rows: CellValue[][] = [...BODY, ["S1", "Adults", 300, 300, 315], ["A4", "Meals", 5, 5, 5], ["S2", "Children", 55, 55, 45]];
    const reading = read([...HEAD], order.map((i) => rows[i] ?? []), [[null, "Total", 355, 355, 360]]);
    expect(reading.lines.map((l) => l.code)).toEqual(["A1", "A2", "A3", "A4"]);
    expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green", "green"]);
  });

  test("a sub-total without a word is known by the total that takes it in place of its lines", () => {
    const reading = read([["Bracken Homes Limited"], ["Management accounts, £000"], ["", "Budget", "Forecast"]], [["Rent", 5000, 5050], ["Service charges", 800, 800], ["Turnover", 5800, 5850], ["Management", -1200, -1250], ["Repairs", -2500, -2600], ["Surplus for the year", 2100, 2000]]);
    expect(reading.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Rent", -500_000_000], ["Service charges", -80_000_000], ["Management", 120_000_000], ["Repairs", 250_000_000]]);
  });

  test("lines that add to twice their total are refused", () => {
    const reading = read([...HEAD], [...BODY], [[null, "Total", 175, 175, 177.5]]);
    expect(said(reading)[0]).toMatch(/^error printed-total-differs/);
    expect(reading.controls.find((c) => c.id === "R13")?.result).toBe("red");
  });

  test("a line outside every printed total is asked about", () => {
    const reading = read([...HEAD], [...BODY], [TOTAL, ["A9", "Grants to clubs", 9, 9, 9]]);
    expect(reading.lines).toHaveLength(4);
    expect(said(reading)).toEqual(["question row-not-understood A9"]);
  });
});

describe("gross, income and net side by side", () => {
  const book = (income: 1 | -1): PartnershipReading => read([["Larkshire County Council"], ["Budget book 2026/27 (£000)"], ["Service", "FTE", "Gross", "Income", "Net", "Forecast outturn"]],
    [["Older people", 120.5, 400, income * 90, 310, 320], ["Fostering", 22, 80, income * 5, 75, 75], ["Total", 142.5, 480, income * 95, 385, 395]]);

  test.each([[1], [-1]] as const)("income printed with sign %p gives the same lines", (sign) => {
    const reading = book(sign);
    expect(reading.lines.map((l) => [l.description, l.nature, l.revisedPence, l.forecastPence, l.source.address])).toEqual([
      ["Older people", "GROSS_EXP", 40_000_000, 41_000_000, "C4"], ["Older people", "EXT_INCOME", -9_000_000, -9_000_000, "D4"],
      ["Fostering", "GROSS_EXP", 8_000_000, 8_000_000, "C5"], ["Fostering", "EXT_INCOME", -500_000, -500_000, "D5"],
    ]);
    expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
    expect(said(reading)).toEqual(["question nature-unsure F3"]);
  });

  test("R15 names the rows where net is not gross and income together", () => {
    const reading = read([["Larkshire Council £"], ["Service", "Gross", "Income", "Net"]], Array.from({ length: 12 }, (_, i): CellValue[] => [`Service ${i + 1}`, 100, -40, i === 7 ? 70 : 60]));
    const control = reading.controls.find((c) => c.id === "R15");
    expect([control?.result, control?.cells.map((c) => c.address)]).toEqual(["red", ["D10", "B10", "C10"]]);
    expect([control?.expectedPence, control?.foundPence, control?.differencePence, control?.tolerancePence]).toEqual([73_000, 72_000, 1_000, 100]);
  });
});

test("a shape without printed totals shows its checks all the same, each with the reason that nothing is compared", () => {
  const postings = Array.from({ length: 60 }, (_, i): CellValue[] => [`L${i % 5}`, `Centre ${i % 5}`, (i % 12) + 1, 100 + i, 90 + i]);
  for (const sheet of [
    [["Larkshire ICB ledger 2026/27, £"], [], ["Cost centre", "Description", "Period", "Budget", "Actual"], ...postings],
    [["Revenue estimates 2026/27, £000"], ["Authority", "Education", "Highways", "Social care"], ["Northby Council", 10, 20, 30], ["Southby Council", 11, 21, 31], ["Eastby Council", 5, 6, 7]],
  ]) expect(read(sheet).controls.map(({ id, result, note }) => [id, result, note !== ""])).toEqual([["R1", "none", true], ["R13", "none", true], ["R15", "none", true]]);
});

test("a column of partners gives each line its agency", () => {
  const reading = read([["Pooled budget 2026/27, £000"], ["Partner", "Scheme", "Contribution", "Forecast"], ["Northby Council", "Reablement", 500, 510], ["Larkshire ICB", "Reablement", 300, 300], ["Total", null, 800, 810]]);
  expect(reading.lines.map((l) => [l.agency, l.revisedPence])).toEqual([["LARKSHIRE-ICB", 30_000_000], ["NORTHBY-COUNCIL", 50_000_000]]);
  expect(said(reading)).toEqual([]);
});

test("a sheet that changed since it was mapped stops the reading and names the difference", () => {
  const before = read([...HEAD], [...BODY]);
  const memory = mappingSheet(before.sheets);
  const mapping = sheetOf(memory.name, memory.rows.map((row) => row.map((cell) => cell?.value ?? null)));
  const same = readPartnership([sheetOf("Budget", [...HEAD, ...BODY, ["A9", "New line", 1, 1, 1]]), mapping]);
  expect(same.issues).toEqual([]);
  const changed = HEAD.map((row) => [...row]);
  const headings = changed[3];
  if (headings !== undefined) headings[3] = "Budget remaining";
  const reading = readPartnership([sheetOf("Budget", [...changed, ...BODY]), mapping]);
  expect(reading.issues.filter((i) => i.severity === "error").map((i) => i.code)).toEqual(["layout-changed"]);
  expect(reading.issues.find((i) => i.code === "layout-changed")?.facts.difference).toContain("Budget remaining");
});

test("our own sheets are never read as budgets; an agency's sheet of the same name is", () => {
  for (const name of ["Purse", "Purse Lines", "Purse Register"]) {
    const reading = readPartnership([sheetOf(name, [...HEAD, ...BODY])]);
    expect([name, reading.lines.length, reading.sheets[0]?.kind]).toEqual([name, 0, "purse"]);
  }
  expect(readPartnership([sheetOf("Purse Schemes", [...HEAD, ...BODY])]).sheets[0]?.kind).toBe("rules");
  expect(readPartnership([sheetOf("Virements", [["Virements: suggested moves and what was decided"], ...HEAD, ...BODY])]).sheets[0]?.kind).toBe("purse");
  expect(readPartnership([sheetOf("Virements", [...HEAD, ...BODY])]).lines).toHaveLength(3);
});

test("hidden sheets and rows are read and said", () => {
  const reading = readPartnership([sheetOf("Council", [...HEAD, ...BODY], { visibility: "hidden", hiddenRows: [5] })]);
  expect(reading.lines).toHaveLength(3);
  expect(said(reading)).toEqual(["warning hidden-rows A6", "warning hidden-sheet A1"]);
});

test("the steps give one report a sheet and then the reading", () => {
  const steps = readPartnershipSteps([sheetOf("One", [...HEAD, ...BODY]), sheetOf("Two", [["x"]])]);
  expect([steps.next().value, steps.next().value]).toEqual([{ sheet: "One", done: 1, total: 2 }, { sheet: "Two", done: 2, total: 2 }]);
  const last = steps.next();
  expect(last.done).toBe(true);
});

test("services across the sheet are refused, not read in part, where nothing says that each row is an agency", () => {
  const across: CellValue[][] = [["Larkshire councils, revenue estimates 2026/27, £000"], ["Division", "Schools", "Roads", "Social care", "Housing", "Culture", "Waste", "Planning", "Total expenditure"], ["Northby", 1, 2, 3, 4, 5, 6, 7, 28], ["Southby", 2, 2, 2, 2, 2, 2, 2, 14]];
  expect(said(read(across))[0]).toBe("error no-amount-column I2");
});

test("lines that are each repeated as their own sub-total count once", () => {
  const rows: CellValue[][] = Array.from({ length: 6 }, (_, i): CellValue[] => [`0${i}001`, "42", 100 + i]).flatMap((row) => [row, row]);
  const reading = read([["Přijaté transfery"], ["Účelový znak", "Položka", "Rozpočet po změnách"], ...rows, ["CELKEM", null, 615]]);
  expect(reading.lines).toHaveLength(6);
  expect(reading.controls.filter((c) => c.id === "R1" || c.id === "R13").map((c) => c.result)).toEqual(["green", "green"]);
});

test("sub-totals told only by a missing item code, each under the paragraph of its lines", () => {
  // Paragraphs 1031, 1037 and 1091 of a Czech region's budget for 2014, in koruna: approved, after changes, result.
  const rows: CellValue[][] = [
    ["Paragraf", "Položka", "Schválený\n rozpočet", "Rozpočet \npo změnách", "Výsledek od\npočátku roku"], ["a", "b", 1, 2, 3],
    ["1031", "5493", 0, 249_275, 187_320], ["1031", "5901", 7_000_000, 8, 0], ["1031", null, 7_000_000, 249_283, 187_320],
    ["1037", "5213", 0, 710_000, 709_889.89], ["1037", "6313", 0, 2_618_000, 2_512_156.98], ["1037", null, 0, 3_328_000, 3_222_046.87],
    ["1091", "5229", 0, 100_000, 100_000], ["1091", null, 0, 100_000, 100_000], ["CELKEM", null, 7_000_000, 3_677_283, 3_509_366.87],
  ];
  const reading = read([["I. Rozpočtové výdaje"], [], ...rows]);
  expect(reading.lines.map((l) => l.code)).toEqual(["1031/5493", "1031/5901", "1037/5213", "1037/6313", "1091/5229"]);
  expect(reading.sheets[0]?.totals).toHaveLength(12);
  expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green", "green"]);
});

test("sheets of different years are asked about", () => {
  const year = (name: string, years: string): ReturnType<typeof sheetOf> => sheetOf(name, [[`${name} Council`], [`Budget ${years}, £000`], ...HEAD.slice(2), ...BODY]);
  const reading = readPartnership([year("Northby", "2026/27"), year("Southby", "2026/27"), year("Eastby", "2025/26")]);
  expect(reading.issues.map((i) => [i.code, i.facts.sheet, i.facts.year])).toEqual([["years-differ", "Eastby", "2025"]]);
});

test("amounts that look like years are amounts, under a heading and at the foot of the table", () => {
  const rows: CellValue[][] = [["Transport services", 2018, 2019], ["Day services", 1990, "2,026"], ["Service", 1, 1], ["Net expenditure", 4009, 4046]];
  const reading = read([["Larkshire Council, £"], ["Service", "Budget", "Forecast"]], rows);
  expect(reading.lines.map((l) => [l.revisedPence, l.forecastPence])).toEqual([[201_800, 201_900], [199_000, 202_600], [100, 100]]);
  expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green"]);
  const years = read([["Larkshire Council, £"], ["Service", 2026], ["Day care", 12], ["Total", 12]]);
  expect(years.lines.map((l) => [l.description, l.revisedPence])).toEqual([["Day care", 1_200]]);
});

test("a table that goes on under new headings is one table, its blocks named", () => {
  const reading = read([["Larkshire County Council, £000"], ["Adults", "Budget", "Forecast"], ["Day care", 100, 110], ["Total adults", 100, 110], [], ["Children", "Budget", "Forecast"], ["Fostering", 70, 75], ["Total children", 70, 75], [], ["Grand total", 170, 185]]);
  expect(reading.lines.map((l) => [l.sections, l.description, l.revisedPence])).toEqual([[["Adults"], "Day care", 10_000_000], [["Children"], "Fostering", 7_000_000]]);
  expect(said(reading)).toEqual([]);
  expect(reading.controls.filter((c) => c.id === "R1").map((c) => c.result)).toEqual(["green", "green"]);
});

test("a second table without a unit of its own has that of the table above", () => {
  const reading = read([["Larkshire Council, £000"], ["Service", "Budget"], ["Day care", 100], [], ["Grants"], ["Scheme", "Budget"], ["Clubs", 7]]);
  expect(reading.lines.map((l) => l.revisedPence)).toEqual([10_000_000, 700_000]);
  expect(reading.sheets[0]?.tables[1]?.unitReason).toBe("as in the table above it on the sheet");
});

test("stages down the rows are refused, not read as lines without a word", () => {
  const turned = read([["Larkshire Council, £000"], ["", "Adults", "Children", "Total"], ["Original budget", 100, 50, 150], ["Revised budget", 110, 55, 165], ["Forecast", 120, 60, 180]]);
  expect(said(turned)[0]).toBe("error no-amount-column D2");
});

test("two columns of one heading are asked about", () => {
  const alike = read([["Larkshire Council £"], ["Service", "Budget", "Budget"], ["Adults", 100, 200], ["Children", 80, 160]]);
  expect(said(alike)).toEqual(["question column-unsure C2"]);
});

test("a row without words that adds the lines is a total, even where a line's figure is still to come", () => {
  const reading = read([["Larkshire Council"], ["Cost centre", "Budget", "Forecast"], ["Library", "£1,200", "£1,250"], ["Museums", "£1,400", "tbc"], ["", "£2,600", "£2,650"]]);
  expect(reading.lines.map((l) => l.description)).toEqual(["Library", "Museums"]);
  expect(said(reading)).toEqual(["error text-in-amount C4"]);
});
