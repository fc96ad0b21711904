// Money on any grid, however hostile: lines, printed totals, rows set aside and what is not understood add to the cells of each column, to the penny.
import fc from "fast-check";
import { stagePence } from "../../../src/core/budget/line";
import { parseAddress } from "../../../src/core/budget/cells";
import type { CellValue } from "../../../src/core/reading/grid";
import { sheetBalance } from "../../../src/core/reading/balance";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

/** Texts and what they are worth in pence, where the sheet is in pounds. */
const TEXTS: ReadonlyMap<CellValue, number> = new Map<CellValue, number>([
  ["1,234", 123_400], ["(500)", -50_000], ["500-", -50_000], ["£2.5m", 250_000_000], ["(1,200.45)", -120_045], ["−17", -1_700], ["90 CR", -9_000],
  ["#REF!", 0], ["#DIV/0!", 0], ["#N/A", 0], ["n/a", 0], ["-", 0], ["nil", 0], ["…", 0], ["tbc", 0], ["see note 4", 0], ["31/03/2027", 0], ["2026-04-01", 0], ["", 0], [" ", 0],
]);
const GIANT = [1e15, -1e16, 9.1e17, 1e30, -1e300, Number.MAX_VALUE];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -9_000_000, max: 9_000_000 }) },
  { weight: 4, arbitrary: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((pence) => pence / 100) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(0, -0, 1e-9, 46_113, 2026) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(...GIANT) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS.keys()) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, true, false) },
);
const label: fc.Arbitrary<CellValue> = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((n) => `Service ${n}`),
  fc.constantFrom<CellValue>("Staff", "Premises", "Total", "Sub-total services", "Net expenditure", "Grant income", "Memorandum: staff", "Contract with ICB", "", null, "Surplus/(deficit)", "VAT", "2026/27", "Of which: agency staff", 4711, "Reserves c/f", "Funded by:"),
);

const penceOf = (value: CellValue): number => (typeof value === "number" ? Math.round(value * 100) : TEXTS.get(value) ?? 0);
const held = (value: CellValue): boolean => Math.abs(penceOf(value)) <= Number.MAX_SAFE_INTEGER;

/** A table with its columns at random places, the code and blank columns between them. */
const grid = fc.record({
  body: fc.array(fc.tuple(label, cell, cell, cell), { minLength: 1, maxLength: 18 }),
  stages: fc.constantFrom<readonly string[]>(["Revised budget", "Forecast", "Original budget"], ["Original budget", "Revised budget", "Actual to date"], ["Budget", "Forecast outturn", "Variance"]),
  down: fc.nat(3), right: fc.nat(2), gap: fc.boolean(),
}).map(({ body, stages, down, right, gap }): CellValue[][] => {
  const row = (first: CellValue, rest: readonly CellValue[]): CellValue[] => [...Array.from({ length: right }, () => null), first, ...(gap ? [null] : []), ...rest];
  return [...Array.from({ length: down }, (): CellValue[] => []), row("Larkshire Council, £", []), row("Service", stages), ...body.map(([name, ...figures]) => row(name, figures))];
});

test("total conservation on any grid: each stage's cells are lines, totals, rows set aside or not understood, to the penny", () => {
  let read = 0;
  fc.assert(fc.property(grid, (rows) => {
    const reading = readPartnership([sheetOf("Budget", rows)]);
    const [sheet] = reading.sheets;
    const [table, second] = sheet?.tables ?? [];
    if (sheet?.kind !== "budget" || table === undefined || second !== undefined) {
      expect(reading.lines.length === 0 ? reading.issues.some(({ severity }) => severity === "error") : true).toBe(true);
      return;
    }
    const unread = sheet.unreadPence;
    if (unread === undefined || unread === null) return;
    read += 1;
    const rowsOfTotals = new Set(sheet.totals.map(({ cell: at }) => parseAddress(at.address)?.row));
    for (const { column, field } of table.columns) {
      if (field !== "original" && field !== "revised" && field !== "forecast" && field !== "actual") continue;
      const below = rows.map((row, r) => ({ r, value: row[column] ?? null })).filter(({ r }) => r > Math.max(...table.headerRows) && !rowsOfTotals.has(r));
      const own = reading.lines.filter((line) => parseAddress(line.source.cells[field] ?? "")?.column === column);
      if (own.length === 0) continue;
      const lines = own.reduce((sum, line) => sum + (stagePence(line, field) ?? 0) * line.source.sign, 0);
      const aside = sheet.setAside.reduce((sum, row) => sum + (row.stages === undefined ? 0 : row.stages[field] ?? 0), 0);
      const cells = below.filter(({ value }) => held(value)).reduce((sum, { value }) => sum + penceOf(value), 0);
      expect([field, lines + aside + (unread[field] ?? 0)]).toEqual([field, cells]);
      // Giants are never rounded into a figure: each is named.
      const named = new Set([...reading.issues.flatMap(({ where, alike = [] }) => [where, ...alike]), ...sheet.setAside.map((row) => row.cell)].map((at) => parseAddress(at?.address.split(":")[0] ?? "")?.row));
      for (const { r, value } of below) if (!held(value)) expect([r, named.has(r)]).toEqual([r, true]);
    }
    const balance = sheetBalance(sheet, reading.lines);
    if (balance !== null && balance.totalPence !== null) expect(balance.linesPence + balance.setAsidePence + (balance.notUnderstoodPence ?? 0)).toBe(balance.totalPence);
  }), { numRuns: 800, seed: 20_261_123 });
  // The property says something only where most of the grids are read.
  expect(read).toBeGreaterThan(300);
});
