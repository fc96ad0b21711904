// The same money by service and again by kind of spending on one sheet: the first is read, the second compared, set aside and asked about.
import { sheetBalance } from "../../../../src/core/reading/balance";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../../../src/core/reading/types";
import { mappingSheet } from "../../../../src/core/writing/mappingTable";
import { sheetOf } from "../../../support/sheetGrid";

type Rows = readonly (readonly CellValue[])[];
const HEAD: Rows = [["Larkshire County Council"], ["Revenue budget 2026/27, £000"], []];
const BY_SERVICE: Rows = [["Code", "Service", "Original budget", "Revised budget", "Forecast"], ["A1", "Day care", 100, 110, 120], ["A2", "Home support", 200, 190, 195], ["A3", "Respite", 50, 60, 40], [null, "Total", 350, 360, 355]];
const byKind = (premises = 60): Rows => [["Kind of spending", "Budget 2026/27 revised", "Projected outturn"], ["Employees", 250, 240], ["Premises", premises, 65], ["Supplies and services", 50, 50], ["Total", 300 + premises, 355]];
const below = (second: Rows): Rows => [...HEAD, ...BY_SERVICE, [], ["Subjective analysis"], ...second];
const beside = (second: Rows): Rows => [...HEAD, ...BY_SERVICE.map((row, i) => [...row, null, ...(second[i] ?? [])])];

const read = (rows: Rows, ...more: SheetGrid[]): PartnershipReading => readPartnership([sheetOf("Budget", rows), ...more]);
const said = (reading: PartnershipReading): string[] => reading.issues.filter(({ severity }) => severity !== "info").map((i) => `${i.severity} ${i.code} ${i.where?.address ?? ""}`);

test.each([["below", below, "A11"], ["beside", beside, "G4"]] as const)("a cut by kind of spending %s the one by service is not counted again", (_where, place, address) => {
  const reading = read(place(byKind()));
  expect(reading.lines.map((l) => [l.code, l.revisedPence, l.forecastPence])).toEqual([["A1", 11_000_000, 12_000_000], ["A2", 19_000_000, 19_500_000], ["A3", 6_000_000, 4_000_000]]);
  expect(said(reading)).toEqual([`question several-tables ${address}`]);
  const [question] = reading.issues.filter(({ code }) => code === "several-tables");
  expect(question?.facts.done).toContain("the one at A4 was read");
  expect(question?.facts.done).toContain("£360,000 revised");
  const [sheet] = reading.sheets;
  expect(sheet?.setAside.map(({ cell, stages }) => [cell.address, stages])).toEqual([[address, { revised: 36_000_000, forecast: 35_500_000 }]]);
  expect(sheet === undefined ? null : sheetBalance(sheet, reading.lines)).toMatchObject({ linesPence: 36_000_000, setAsidePence: 36_000_000, notUnderstoodPence: 0 });
  expect(reading.controls.filter(({ result }) => result === "red")).toEqual([]);
});

test("once its figures are others it is no cut of the same money: an error, and no silent sum, also after a layout was kept", () => {
  expect(said(read(below(byKind(70))))).toContain("error several-tables A11");
  const written = mappingSheet(read(below(byKind())).sheets);
  const memory = sheetOf(written.name, Array.from(written.rows, (row) => row.map((cell) => cell?.value ?? null)));
  expect(said(read(below(byKind()), memory))).toEqual(["question several-tables A11"]);
  const now = read(below(byKind(70)), memory);
  expect(now.issues.filter(({ code }) => code === "layout-changed").map(({ facts }) => facts.difference).join()).toContain("a table is there that was not before");
});

test("one equal amount alone may be chance: both are read, and refused until somebody says that they belong together", () => {
  const oneStage: Rows = byKind().map((row) => row.slice(0, 2));
  expect(said(read(below(oneStage)))).toContain("error several-tables A11");
});

test("what pays for the budget is no cut of it", () => {
  const funding: Rows = [["Source", "Revised budget", "Forecast"], ["Revenue support grant", 160, 155], ["Council tax", 200, 200], ["Total", 360, 355]];
  const reading = read([...HEAD, ...BY_SERVICE, [], ["Funded by"], ...funding]);
  expect(reading.sheets[0]?.tables).toHaveLength(2);
});
