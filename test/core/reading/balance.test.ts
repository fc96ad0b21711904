// Total conservation: on any grid a sheet's total is its lines, what was set aside and what was not understood, to the penny, in every view.
import fc from "fast-check";
import { readJson } from "../../../src/cli/json/readJson";
import { readText } from "../../../src/cli/text/readText";
import { consolidate } from "../../../src/app/consolidate";
import { sheetBalance } from "../../../src/core/reading/balance";
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";
import { writtenSheets } from "../../support/writtenSheets";

type Rows = readonly (readonly CellValue[])[];
const HEAD: Rows = [["Larkshire Council 2026/27, £"], ["Service", "Revised budget", "Forecast"]];
const balanceOf = (rows: Rows) => {
  const reading = readPartnership([sheetOf("Council", rows)]);
  const [sheet] = reading.sheets;
  return { reading, balance: sheet === undefined ? null : sheetBalance(sheet, reading.lines) };
};

test("a printed total: what its lines do not explain is shown, never plugged; memoranda stand beside it", () => {
  const { balance } = balanceOf([...HEAD, ["Parks", 100, 1], ["Roads", 200, 2], ["Total", 350, 3], ["Memorandum: reserves", 40, 4]]);
  expect(balance).toMatchObject({ stage: "revised", linesPence: 30_000, setAsidePence: 4000, notUnderstoodPence: 5000, totalPence: 39_000, printed: [{ address: "B5" }] });
});

test("without one, the column's own cells are the total", () => {
  const { balance } = balanceOf([...HEAD, ["Parks", 100, 1], ["Roads", 200, 2], ["Memorandum: reserves", 40, 4]]);
  expect(balance).toMatchObject({ linesPence: 30_000, setAsidePence: 4000, notUnderstoodPence: 0, totalPence: 34_000, printed: [] });
});

test("T-2.2 what the sheet prints a little apart stays apart", () => {
  const { balance } = balanceOf([["Larkshire Police 2026/27, £m"], ["Service", "Budget"], ["Officers", 100.4], ["Staff", 50.4], ["Total", 150.9]]);
  expect(balance).toMatchObject({ linesPence: 15_080_000_000, notUnderstoodPence: 10_000_000, totalPence: 15_090_000_000 });
});

test("on any grid: lines + set aside + not understood is the sum of the sheet's cells that are no total, or the printed total with what was set aside", () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 5000 }) }, { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, "-", "n/a", "1,234", "(500)", "tbc") });
  const label = fc.constantFrom("Staff", "Premises", "Total", "Sub-total services", "Net expenditure", "Memorandum: staff", "Contract with ICB", "", "Notes");
  fc.assert(fc.property(fc.array(fc.tuple(label, cell, cell), { minLength: 1, maxLength: 14 }), (body) => {
    const { reading, balance } = balanceOf([...HEAD, ...body]);
    if (balance === null) return;
    expect(balance.totalPence).not.toBeNull();
    expect(balance.linesPence + balance.setAsidePence + (balance.notUnderstoodPence ?? 0)).toBe(balance.totalPence);
    const totals = reading.sheets[0]?.totals ?? [];
    if (balance.printed.length > 0) {
      const printed = totals.find((total) => total.level === "grand-total" && total.stage === balance.stage);
      expect(balance.totalPence).toBe((printed?.printedPence ?? 0) + balance.setAsidePence);
      return;
    }
    const column = balance.stage === "revised" ? 1 : 2;
    const rowsOfTotals = new Set(totals.map(({ cell: { address } }) => Number(address.replace(/^[A-Z]+/, ""))));
    const own = new Map(reading.lines.map((line) => [line.source.cells[balance.stage], line.source.sign]));
    const sum = body.reduce((total, row, i) => {
      const value = row[column] ?? null;
      const pounds = typeof value === "number" ? value : value === "1,234" ? 1234 : value === "(500)" ? -500 : 0;
      return rowsOfTotals.has(i + 3) ? total : total + pounds * 100 * (own.get(`${"ABC"[column] ?? ""}${i + 3}`) ?? 1);
    }, 0);
    expect(balance.totalPence).toBe(sum);
  }), { numRuns: 300, seed: 20_261_123 });
});

test("the same figures stand in the command's text, its JSON and the workbook", () => {
  const from = consolidate([sheetOf("Council", [...HEAD, ["Parks", 100, 1], ["Roads", 200, 2], ["Total", 350, 3], ["Memorandum: reserves", 40, 4]])]);
  expect(readText(from)).toContain("    £300 of lines + £40 set aside + £50 not understood = £390, as printed at B5 and set aside (revised).");
  expect(readJson(from)).toMatchObject({ sheets: [{ balance: { linesPence: 30_000, setAsidePence: 4000, notUnderstoodPence: 5000, totalPence: 39_000 } }] });
  const rows = Array.from(writtenSheets(from.reading).find(({ name }) => name === "Reconciliation")?.rows ?? [], (row) => row.map((cell) => cell?.value ?? null));
  expect(rows).toContainEqual(["1", "Council", "", 300, 40, 50, 390, "as printed", "Council!B5", null, "revised"]);
});
