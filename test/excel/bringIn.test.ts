// Bringing sheets into Excel when a request fails: at each of them the workbook is wholly old or wholly new, and the words say which.
import { sourcesSheet } from "../../src/core/writing/sourcesTable";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { WorkbookError, type BroughtTarget } from "../../src/workbook/ports";
import { bootNodeHost, type EmbeddedHost, type HostWorkbookData } from "../../workbench/host";

let host: EmbeddedHost;
const port = new ExcelWorkbook();
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

const BOOK: HostWorkbookData = {
  name: "partners.xlsx",
  sheets: [
    { name: "Council", rows: [["Line", "£"], ["C04", 5_200_000], ["C06", { v: 5_200_000, f: "=B2" }]] },
    { name: "Fire", rows: [["Budget", null], ["00412", 1300], ["=text", 2]], merges: ["A1:B1"] },
  ],
};
const rows = Array.from({ length: 9_000 }, (_, i) => [`posting ${i}`, i, i % 7]);
const TARGETS: readonly BroughtTarget[] = [
  { name: "Fire", replaces: true, grid: { file: null, sheet: "x", visibility: "visible", values: rows } },
  { name: "Ledger", replaces: false, grid: { file: null, sheet: "y", visibility: "visible", values: rows } },
];
const RECORD = sourcesSheet([]);

async function contents(): Promise<string> {
  return JSON.stringify((await port.readGrids()).map(({ sheet, values, formulas, merges }) => [sheet, values, formulas, merges]));
}

test("a request that fails, whichever it is, leaves the workbook as it was and says so", async () => {
  await host.load(BOOK);
  const old = await contents();
  let failed = 0;
  for (let n = 1; n <= 12; n += 1) {
    for (const kind of ["error", "half"] as const) {
      await host.load(BOOK);
      host.faults.atRequest(n, { kind, code: "GeneralException" });
      const result = await port.bringIn(TARGETS, RECORD).then(() => null, (error: unknown) => error);
      host.faults.clear();
      if (result === null) continue;
      failed += 1;
      expect(result).toBeInstanceOf(WorkbookError);
      expect([n, kind, (await contents()) === old]).toEqual([n, kind, true]);
    }
  }
  expect(failed).toBeGreaterThanOrEqual(10);
});

test("a long sheet takes one round trip per block and tells how far it has come", async () => {
  await host.load(BOOK);
  const before = host.metrics.roundTrips;
  const told: number[] = [];
  await port.bringIn(TARGETS, RECORD, { onProgress: ({ done, total }) => told.push(done / total) });
  expect(host.metrics.roundTrips - before).toBeLessThanOrEqual(12);
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

test("a protected sheet is not replaced", async () => {
  await host.load({ ...BOOK, sheets: BOOK.sheets.map((sheet) => ({ ...sheet, protected: sheet.name === "Fire" })) });
  const old = await contents();
  await expect(port.bringIn(TARGETS, RECORD)).rejects.toMatchObject({ code: "protected" });
  expect(await contents()).toBe(old);
});
