// Pooling a workbook again: the snapshot written the first time tells what changed, and the log keeps it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate, type Consolidation } from "../../src/app/consolidate";
import { viewSheets } from "../../src/app/results";
import { cellAddress } from "../../src/core/budget/cells";
import type { SheetGrid } from "../../src/core/reading/grid";
import { readWorkbook } from "../../src/file/readWorkbook";

const sample = readWorkbook(readFileSync(join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
const written = (from: Consolidation, refreshedOn: string): SheetGrid[] => [
  ...sample, ...viewSheets({ from, refreshedOn, sources: [] })
    .map((spec): SheetGrid => ({ file: "brackenshire.xlsx", sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) })),
];
const edited = (grids: readonly SheetGrid[], sheet: string, at: string, value: number): SheetGrid[] => grids.map((grid) => (grid.sheet !== sheet ? grid
  : { ...grid, values: grid.values.map((row, r) => row.map((old, c) => (cellAddress(r, c) === at ? value : old))) }));
const logOf = (grids: readonly SheetGrid[]): unknown[] => (grids.find((grid) => grid.sheet === "Purse Changes")?.values ?? []).slice(4).map((row) => row.slice(0, 10));

const first = consolidate(sample);
const second = written(first, "2026-10-01");

test("the first time there is nothing before; unchanged sheets are fresh and change nothing", () => {
  expect([first.changes, first.freshness]).toEqual([null, []]);
  const again = consolidate(second);
  expect(again.changes).toMatchObject({ since: "2026-10-01", changes: [], unchangedLines: 44 });
  expect(new Set(again.freshness.map((control) => control.result))).toEqual(new Set(["green"]));
  expect(again.pool.totals).toEqual(first.pool.totals);
});

test("a cell that somebody changed is told with old and new, and stays in the log when nothing more changes", () => {
  const line = first.reading.lines.find((one) => one.id === "C17");
  if (line === undefined) throw new Error("The sample has no C17.");
  const changed = edited(second, line.source.sheet, line.source.address, 240_000);
  const found = consolidate(changed);
  expect(found.changes?.changes).toMatchObject([{ lineId: "C17", field: "revised", differencePence: -1_000_000, cell: { address: line.source.address } }]);
  expect(found.freshness.filter((control) => control.result !== "green").map((control) => control.subject)).toEqual([line.agency]);
  const third = [...edited(sample, line.source.sheet, line.source.address, 240_000), ...written(found, "2026-10-08").slice(sample.length)];
  const row = ["2026-10-08", "2026-10-01", "changed", "C17", line.agency, line.description, "revised", "£250,000", "£240,000", -10_000];
  expect(logOf(third)).toEqual([row]);
  const fourth = consolidate(third);
  expect(fourth.changes?.changes).toEqual([]);
  expect(logOf(written(fourth, "2026-10-15"))).toEqual([row]);
});
