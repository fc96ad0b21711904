// All result sheets written to the embedded host: few round trips, and every formula works out there to the figure we hold beside it.
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { bootNodeHost, type EmbeddedHost } from "../../workbench/host";
import { cellAddress } from "../../src/core/budget/cells";
import { brackenshireReading } from "../support/brackenshireLines";
import { withLastYear, writtenSheets } from "../support/writtenSheets";

const MOST_ROUND_TRIPS = 6;
let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

test("all result sheets take at most six round trips, first or again, and their formulas give our figures", async () => {
  const reading = brackenshireReading();
  const sheets = writtenSheets(reading, [], withLastYear(reading));
  await host.load({ name: "place.xlsx", sheets: [{ name: "Start", rows: [["x"]] }] });
  const port = new ExcelWorkbook();
  for (const time of ["first", "again"]) {
    const before = host.metrics.roundTrips;
    await port.writeSheets(sheets);
    expect([time, host.metrics.roundTrips - before <= MOST_ROUND_TRIPS]).toEqual([time, true]);
  }
  let formulas = 0;
  for (const { name, rows } of sheets) {
    const width = Math.max(...rows.map((row) => row.length));
    const found = host.user.values(name, `A1:${cellAddress(rows.length - 1, width - 1)}`);
    rows.forEach((row, r) => row.forEach((cell, c) => {
      if (cell?.formula === undefined) return;
      formulas += 1;
      const value = found[r]?.[c];
      const agrees = typeof cell.value === "number" && typeof value === "number" ? Math.abs(cell.value - value) < 0.001 : cell.value === value;
      if (!agrees) throw new Error(`${name}!${cellAddress(r, c)}: ${String(cell.value)} is ours, ${String(value)} was worked out by ${cell.formula}`);
    }));
  }
  expect(formulas).toBeGreaterThan(1_200);
});
