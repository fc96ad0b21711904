// Rows that are no budget of their own: parts of the row above, counts, shares, memoranda, and amounts carried over a page.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[], numberFormats?: readonly (readonly (string | null)[])[]) => readPartnership([sheetOf("Council", rows, numberFormats === undefined ? {} : { numberFormats })]);
const names = (reading: ReturnType<typeof read>) => reading.lines.map((line) => line.description);
const aside = (reading: ReturnType<typeof read>) => reading.sheets[0]?.setAside.map((row) => row.text);

test("parts of the row above are set aside, and the printed total bears it out", () => {
  const reading = read([["Fenland ICB budget 2026/27, £000"], ["Programme", "Budget"], ["Acute services", 50_000], ["  - including independent sector", 5_000], ["Mental health", 12_000], ["Total", 62_000]]);
  expect(names(reading)).toEqual(["Acute services", "Mental health"]);
  expect(aside(reading)).toEqual(["- including independent sector"]);
  expect(reading.issues.map((i) => [i.code, i.severity])).toContainEqual(["row-not-understood", "info"]);
});

test("a part that no total proves is asked about", () => {
  const reading = read([["Fenland ICB budget 2026/27, £000"], ["Programme", "Budget"], ["Acute services", 50_000], ["including independent sector", 5_000], ["Mental health", 12_000]]);
  expect(names(reading)).toEqual(["Acute services", "Mental health"]);
  expect(reading.issues.filter((i) => i.code === "row-not-understood").map((i) => i.severity)).toEqual(["question"]);
});

test("a row that sounds like a part is a line where a total that agrees takes it in", () => {
  const reading = read([["Vale Council budget 2026/27, £000"], ["Service", "Budget"], ["Planning", 500], ["Including the elderly", 70], ["Waste", 700], ["Total", 1_270]]);
  expect(names(reading)).toEqual(["Planning", "Including the elderly", "Waste"]);
});

test("counts and shares among the lines are no money", () => {
  const rows: CellValue[][] = [["Vale Council budget 2026/27, £000"], ["Service", "Budget"], ["Planning", 500], ["Planning applications (number)", 1_200], ["Waste", 700], ["Tonnes collected", 25_000], ["Recycling rate %", 45], ["Number of FTE", 34.5], ["Average", 600]];
  const reading = read(rows);
  expect(names(reading)).toEqual(["Planning", "Waste"]);
  expect(aside(reading)).toHaveLength(5);
  expect(reading.issues.map((i) => [i.code, i.severity])).toContainEqual(["row-not-understood", "warning"]);
});

test("an inflation rate in the name of a line makes it no share", () => {
  expect(names(read([["Vale Council budget 2026/27, £000"], ["Service", "Budget"], ["Pay award 2%", 500], ["Waste", 700]]))).toEqual(["Pay award 2%", "Waste"]);
});

test("a number shown as a percentage is a share", () => {
  const reading = read([["Vale Council 2026/27"], ["Service", "Budget £000"], ["Planning", 500], ["Waste", 700], ["Vacancy factor", 0.05]], [[], [], [null, "0"], [null, "0"], [null, "0%"]]);
  expect(names(reading)).toEqual(["Planning", "Waste"]);
  expect(aside(reading)).toEqual(["Vacancy factor"]);
});

test("everything under a heading for information is set aside", () => {
  const reading = read([["Oakshire Police and Crime Commissioner, budget 2026/27 £"], ["Heading", "Budget"], ["Police officers", 5_000_000], ["Transport", 300_000], ["Net expenditure", 5_300_000], [], ["Memorandum:"], ["Overtime", 250_000], ["Agency staff", 100_000]]);
  expect(names(reading)).toEqual(["Police officers", "Transport"]);
  expect(aside(reading)).toEqual(["Overtime", "Agency staff"]);
});

test("amounts carried forward and brought forward over pages are totals", () => {
  const reading = read([["Vale Council budget 2026/27 £"], ["Code", "Description", "Budget"], ["A1", "Salaries", 1_000], ["A2", "Overtime", 200], [null, "Carried forward", 1_200], ["Code", "Description", "Budget"], [null, "Brought forward", 1_200],
    ["B1", "Rent", 400], [null, "Carried forward", 1_600], ["Code", "Description", "Budget"], [null, "Brought forward", 1_600], ["C1", "Insurance", 60], [null, "Total", 1_660]]);
  expect(names(reading)).toEqual(["Salaries", "Overtime", "Rent", "Insurance"]);
  expect(reading.controls.filter((c) => c.result === "red")).toEqual([]);
});
