// Year on year (P8): earlier years found on the agencies' own sheets, like compared with like, in cash and in real terms.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate } from "../../../../src/app/consolidate";
import type { CellValue, SheetGrid } from "../../../../src/core/reading/grid";
import { readWorkbook } from "../../../../src/file/readWorkbook";
import { k } from "../../../support/brackenshireLines";
import { sheetOf } from "../../../support/sheetGrid";

const budget = (rows: readonly (readonly CellValue[])[], headings: readonly CellValue[] = ["Code", "Description", "2024/25 Outturn £", "2025/26 Forecast £", "2026/27 Original budget £", "2026/27 Revised budget £"]): SheetGrid =>
  sheetOf("Brackenshire Council", [["Brackenshire Council revenue budget 2026/27"], [], headings, ...rows]);
const table = budget([
  ["A1", "Reablement staff", 100, 1_000, 1_100, 1_150.5],
  ["A2", "Community equipment", 200, "n/a", 300, 310],
  ["A3", "Fees and charges income", -50, -60, -70, -80],
  ["", "Total", 250, 940, 1_330, 1_380.5],
]);
const indices = sheetOf("Purse Indices", [["Index", "Year", "Value", "Version", "Source"], ["GDP", "2024/25", 100, "2026-03-31", ""], ["GDP", "2025/26", 102.5, "2026-03-31", ""], ["GDP", "2026/27", 105, "2026-03-31", ""]]);

test("each line's earlier years come from its own row, with cell and stage; a missing figure is none", () => {
  const { years } = consolidate([table]).pool;
  expect(years.lines.map(({ figure }) => [figure.lineId.split("/")[1], figure.year, figure.stage, figure.pence, figure.cell.address])).toEqual([
    ["A1", 2024, "outturn", 10_000, "C4"], ["A1", 2025, "forecast", 100_000, "D4"],
    ["A2", 2024, "outturn", 20_000, "C5"],
    ["A3", 2024, "outturn", -5_000, "C6"], ["A3", 2025, "forecast", -6_000, "D6"],
  ]);
  expect(years.index).toBeNull();
});

test("like is compared with like: a line without that year is in neither sum", () => {
  const { years } = consolidate([table]).pool;
  expect(years.cells.map(({ year, thenPence, nowPence, changePence, realChangePence }) => [year, thenPence, nowPence, changePence, realChangePence])).toEqual([
    [2024, 25_000, 138_050, 113_050, null], [2025, 94_000, 107_050, 13_050, null],
  ]);
  expect(years).toMatchObject({ withoutEarlier: [], withoutEarlierPence: 0 });
});

test("with an index, earlier years stand at this year's prices, line by line", () => {
  const { years } = consolidate([table, indices]).pool;
  expect(years.index).toMatchObject({ name: "GDP", version: "2026-03-31" });
  expect(years.lines.map((line) => line.thenAtNowPricesPence)).toEqual([10_500, 102_439, 21_000, -5_250, -6_146]);
  expect(years.cells.map((cell) => [cell.thenAtNowPricesPence, cell.realChangePence])).toEqual([[26_250, 111_800], [96_293, 10_757]]);
});

test("later years of a plan are not earlier years", () => {
  const plan = budget([["A1", "Reablement staff", 1_000, 20, 30], ["A2", "Equipment", 500, 10, 10]], ["Code", "Description", "2026/27 Budget £", "2027/28 £", "2028/29 £"]);
  expect(consolidate([plan]).pool.years.lines).toEqual([]);
});

test("the fire authority's sample prints last year's actual beside its estimates; all other lines have none", () => {
  const { pool } = consolidate(readWorkbook(readFileSync(join(__dirname, "../../../../samples/brackenshire.xlsx")), "brackenshire.xlsx"));
  const { years } = pool;
  expect(new Set(years.cells.map((cell) => cell.agency))).toEqual(new Set([pool.agencies.find((a) => a.netPence === k(1_300))?.agency]));
  expect(years.cells.map(({ year, thisYear, nowPence }) => [year, thisYear, nowPence])).toEqual([[2025, 2026, k(1_300)]]);
  expect(years.withoutEarlierPence).toBe(pool.totals.netPence - k(1_300));
});
