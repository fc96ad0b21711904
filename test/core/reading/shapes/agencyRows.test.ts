// Statutory returns: a body in each row, a service in each column; the published sums of one area, and small tables made to mislead.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PartnerNames } from "../../../../src/core/reading/agencies/agencies";
import { agencyNamed } from "../../../../src/core/reading/agencies/columnAgencies";
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { csvGrid } from "../../../../src/file/csvGrid";
import { sheetOf } from "../../../support/sheetGrid";
import type { Partner } from "../../../../src/core/reading/partnerSteps";

const fileRead = (name: string): PartnershipReading => readPartnership([csvGrid(new Uint8Array(readFileSync(join(__dirname, "../../../data/mhclg", name))), name, null)]);
const LANCASHIRE = fileRead("lancashire-17-agencies-rs-2017-18.csv");
const UNITARIES = fileRead("england-unitaries-ra-2026-27.csv");

// Published sums over the 17 bodies, £000.
test.each([["TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)", 2_636_242.58], ["NET CURRENT EXPENDITURE", 3_060_161.76], ["NET REVENUE EXPENDITURE", 1_443_511.03]])("Lancashire: %s is re-added to the penny of what is printed", (name, thousands) => {
  const control = LANCASHIRE.controls.find((c) => c.id === "R1" && c.subject.endsWith(name));
  expect(control?.result).toBe("green");
  expect(Math.abs((control?.expectedPence ?? 0) / 100_000 - thousands)).toBeLessThan(0.005);
  expect(Math.abs((control?.foundPence ?? 0) - (control?.expectedPence ?? 0))).toBeLessThanOrEqual(17 * 100_000);
});

test("Lancashire: every body has its own lines, from its own row, with its codes and kind", () => {
  expect(LANCASHIRE.agencies).toHaveLength(17);
  const county = LANCASHIRE.agencies.find((a) => a.name === "Lancashire");
  expect(county).toMatchObject({ id: "LANCASHIRE", bodyType: "COUNCIL", aliases: ["E2321", "E10000017"], source: { address: "C3" } });
  expect(LANCASHIRE.agencies.filter((a) => a.bodyType === "COUNCIL")).toHaveLength(15);
  expect(LANCASHIRE.agencies.find((a) => a.name.startsWith("Lancashire Police"))?.bodyType).toBe("PCC");
  expect(LANCASHIRE.agencies.find((a) => a.name.startsWith("Lancashire Combined Fire"))?.bodyType).toBe("FIRE");
  const education = LANCASHIRE.lines.find((l) => l.agency === "LANCASHIRE" && l.code === "190");
  expect(education).toMatchObject({ description: "Education services", outturnPence: 91_615_900_000, source: { address: "E3", pencePerUnit: 100_000 } });
  expect(education?.evidence.agency).toEqual({ kind: "cell", reason: "the table names Lancashire", cell: { file: null, sheet: "lancashire-17-agencies-rs-2017-18", address: "C3" } });
});

test("Lancashire: no total is a line, memoranda and reserves are set aside with their money, and the sentence says the shape", () => {
  expect(LANCASHIRE.lines.filter((l) => /^total|^net (current|revenue) expenditure/i.test(l.description))).toEqual([]);
  const [sheet] = LANCASHIRE.sheets;
  expect(sheet?.sentence).toBe("17 agencies in rows by 59 services in columns: 411 lines, £000, 136 printed totals agree, 25 services set aside.");
  expect(sheet?.setAside.map((s) => s.text)).toContain("Depreciation");
  expect(sheet?.setAside.find((s) => s.text.startsWith("Estimated schools reserves level at 1 April"))?.why).toBe("a balance at a date, not spending or income of the year");
  expect(LANCASHIRE.issues.filter((i) => i.severity !== "info")).toEqual([]);
});

test("Lancashire: what stands below net revenue expenditure is reserves and funding, so that the rest adds to it", () => {
  const above = LANCASHIRE.lines.filter((l) => l.nature !== "RESERVE_MOVE" && l.nature !== "FUNDING_BELOW_LINE");
  expect(Math.abs(above.reduce((sum, l) => sum + (l.outturnPence ?? 0), 0) / 100_000 - 1_443_511.03)).toBeLessThan(0.005);
  expect(LANCASHIRE.lines.filter((l) => l.nature === "RESERVE_MOVE").every((l) => /^Appropriations/.test(l.description))).toBe(true);
  expect(LANCASHIRE.lines.find((l) => l.description.startsWith("Retained income"))?.nature).toBe("FUNDING_BELOW_LINE");
});

test("a business rates supplement, raised for a project, is income within net revenue expenditure", () => {
  const reading = readPartnership([sheetOf("Return", [["Outturn, £000"], ["Authority", "Highways services", "Other services", "Business Rates Supplement", "NET REVENUE EXPENDITURE", "Revenue Support Grant", "COUNCIL TAX REQUIREMENT"],
    ["Ashford", 10, 5, -3, 12, -4, 8], ["Bexley", 20, 5, -3, 22, -4, 18], ["Crowley", 30, 5, -3, 32, -4, 28]])]);
  expect(new Map(reading.lines.map((l) => [l.description, l.nature]))).toEqual(new Map([["Highways services", "GROSS_EXP"], ["Other services", "GROSS_EXP"], ["Business Rates Supplement", "EXT_INCOME"], ["Revenue Support Grant", "FUNDING_BELOW_LINE"]]));
});

test("unitaries' budgets 2026-27: each row re-adds to its published total", () => {
  expect(UNITARIES.agencies).toHaveLength(13);
  expect(UNITARIES.sheets[0]?.totals.filter((t) => t.printedPence === t.computedPence)).toHaveLength(13);
  expect(UNITARIES.lines.reduce((sum, l) => sum + (l.revisedPence ?? 0), 0)).toBe(501_790_900_000);
  expect(UNITARIES.sheets[0]?.tables[0]).toMatchObject({ unit: "thousands", unitReason: "authorities fill in the ministry's form RA in thousands of pounds" });
});

const HEAD: CellValue[] = ["Authority", "Education", "Social care", "Highways", "Total services"];
const table = (rows: CellValue[][]): CellValue[][] => [["Net budget 2026/27, £000"], HEAD, ...rows];

test("a row that adds the others is no agency; a printed total that differs is listed and not plugged", () => {
  const read = readPartnership([sheetOf("Return", table([["Ashford", 10, 20, 30, 60], ["Bexley", 1, 2, 3, 7], ["Crowley", 5, 5, 5, 15], ["Area total", 16, 27, 38, 82]]))]);
  expect(read.agencies.map((a) => a.id)).toEqual(["ASHFORD", "BEXLEY", "CROWLEY"]);
  expect(read.lines).toHaveLength(9);
  const off = read.sheets[0]?.totals.filter((t) => t.printedPence !== t.computedPence);
  expect(off).toEqual([expect.objectContaining({ label: "Total services of Bexley", printedPence: 700_000, computedPence: 600_000 })]);
});

test("classes of bodies are told by the class beside their names", () => {
  const head: CellValue[] = ["Code", "Authority", "Class", "Education", "Social care", "Highways"];
  const read = readPartnership([sheetOf("Return", [["Outturn, £000"], head,
    ["E01", "Ashford", "SD", 10, 20, 30], ["E02", "Bexley", "UA", 1, 2, 3], ["E03", "Crowley", "SD", 5, 5, 5], ["E04", "Denby", "UA", 4, 4, 4],
    [null, "SHIRE DISTRICTS", "SD", 15, 25, 35], [null, "UNITARY", "UA", 5, 6, 7], [null, "ENGLAND", null, 20, 31, 42]])]);
  expect(read.agencies).toHaveLength(4);
  expect(read.controls.filter((c) => c.id === "R1").map((c) => [c.subject.replace(/^.*, /, ""), c.result])).toEqual([["SHIRE DISTRICTS", "green"], ["UNITARY", "green"], ["ENGLAND", "green"]]);
});

test("two bodies are enough where a column says that they are bodies", () => {
  const across: CellValue[][] = [["Larkshire councils, revenue estimates 2026/27, £000"], ["Authority", "Schools", "Roads", "Social care", "Housing", "Culture", "Waste", "Planning", "Total expenditure"], ["Northby", 1, 2, 3, 4, 5, 6, 7, 28], ["Southby", 2, 2, 2, 2, 2, 2, 2, 14]];
  const reading = readPartnership([sheetOf("Return", across)]);
  expect(reading.lines.map((l) => l.revisedPence).reduce((a, b) => (a ?? 0) + (b ?? 0), 0)).toBe(4_200_000);
  expect(reading.sheets[0]?.sentence).toBe("2 agencies in rows by 7 services in columns: 14 lines, £000, 2 printed totals agree.");
});

test("a figure that is missing is asked about and not taken as nil", () => {
  const read = readPartnership([sheetOf("Return", table([["Ashford", 10, "...", 30, 40], ["Bexley", 1, 2, 3, 6], ["Crowley", 5, 5, 5, 15]]))]);
  expect(read.issues.filter((i) => i.code === "amount-missing").map((i) => i.where?.address)).toEqual(["C3"]);
});

test("a line per row that names its agency in a column is not a return", () => {
  const read = readPartnership([sheetOf("Lines", [["Budget 2026/27, £000"], ["Authority", "Description", "Original budget", "Revised budget", "Forecast"],
    ["Ashford", "Home care", 10, 11, 12], ["Ashford", "Day care", 1, 2, 3], ["Bexley", "Home care", 4, 5, 6]])]);
  expect(read.lines.map((l) => l.description)).toEqual(["Home care", "Day care", "Home care"]);
  expect(read.lines[0]).toMatchObject({ originalPence: 1_000_000, revisedPence: 1_100_000, forecastPence: 1_200_000 });
});

test("a body named in the return is the partner of that name or code, and a police body is not the council of its county", () => {
  const partner = (id: string, name: string, bodyType: Partner["bodyType"], aliases: readonly string[] = []): Partner => ({ id, name, aliases, bodyType, jurisdiction: "England", source: null });
  const names = new PartnerNames([partner("LCC", "Lancaster County Council", "COUNCIL"), partner("BB", "Blackburn Council", "COUNCIL"), partner("X", "The fire service", "FIRE", ["E6123"])]);
  const body = (name: string, bodyType: Partner["bodyType"] | null, codes: readonly string[] = []) => ({ name, bodyType, codes, cell: { file: null, sheet: "R", address: "A1" } });
  expect(agencyNamed("Lancaster", names, body("Lancaster", "COUNCIL"))).toBe("LCC");
  expect(agencyNamed("Blackburn UA", names, body("Blackburn UA", null))).toBe("BB");
  expect(agencyNamed("Lancaster Police and Crime Commissioner", names, body("Lancaster Police and Crime Commissioner", "PCC"))).toBe("LANCASTER-POLICE-AND-CRIME-COMMISSIONER");
  expect(agencyNamed("Combined Fire Authority", names, body("Combined Fire Authority", "FIRE", ["E6123"]))).toBe("X");
});

test("property: whatever stands in the cells of a return, reading ends, and no cell is a line twice or a line and a total", () => {
  const cell = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -999, max: 9_999 }) }, fc.constantFrom<CellValue>(null, "-", "...", "n/a", "see note", "#REF!", "1,234", "(56)", true));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 8 }), (figures) => {
    const rows = figures.map((row, i): CellValue[] => [`Town ${String.fromCharCode(65 + i)}`, ...row]);
    const reading = readPartnership([sheetOf("Return", [["Budget, £000"], ["Authority", "Education", "Social care", "Highways", "Libraries", "Total services"], ...rows])]);
    const places = reading.lines.map((l) => l.source.address);
    expect(new Set(places).size).toBe(places.length);
    const totals = new Set(reading.sheets[0]?.totals.map((t) => t.cell.address));
    expect(places.filter((address) => totals.has(address))).toEqual([]);
  }), { numRuns: 60 });
});

test("property: every amount of a return is a line, a total or set aside, whatever the order of rows and columns", () => {
  const cell = fc.integer({ min: 1, max: 9_999 });
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 12 }), (figures) => {
    const rows = figures.map((row, i): CellValue[] => [`Town ${String.fromCharCode(65 + i)}`, ...row, row.reduce((a, b) => a + b, 0)]);
    const read = readPartnership([sheetOf("Return", [["Budget, £000"], ["Authority", "Education", "Social care", "Highways", "Libraries", "Total"], ...rows])]);
    const lines = read.lines.reduce((sum, l) => sum + (l.revisedPence ?? 0), 0);
    expect(lines).toBe(figures.flat().reduce((a, b) => a + b, 0) * 100_000);
    expect(read.lines).toHaveLength(figures.length * 4);
  }), { numRuns: 40 });
});
