// The register as it stands in the sheet: every single cell of two hundred rows, cleared, overwritten or put as text, is found at its row.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import type { RegisterRow } from "../../../src/core/virement/life";
import { appendToRegister, firstBrokenRow, type UncheckedRow } from "../../../src/core/virement/register";
import { readRegister, registerSheet } from "../../../src/core/writing/registerTable";

const ROWS = 200;
const row = (n: number): UncheckedRow => ({
  virementId: `C04-C06-${n}`, action: n % 3 === 0 ? "reversed" : "applied", by: "finance officer", on: "2026-10-15T09:00:00", lineId: `C${n}`, amountPence: n % 2 === 0 ? n * 100 : -n * 100,
  ruleIds: ["OX1", "G2"], reason: n % 3 === 0 ? "not needed" : "", sheet: n % 4 === 0 ? "Purse Journal" : "Council", address: n % 4 === 0 ? "" : `F${n + 5}`, before: n % 4 === 0 ? "" : String(n), after: n % 4 === 0 ? "" : String(n + 1),
  detail: {
    version: 1, state: n % 3 === 0 ? "reversed" : "applied", from: "C04", to: "C06", rulesOn: "2026-10-15", approvals: "director: A. Holder", into: n % 4 === 0 ? "journal sheet only" : "revised budget",
    ...(n % 5 === 0 ? { payment: "paid on 2026-11-30; VAT not stated" } : {}), budgetPence: n * 1_000,
  },
});

const register = appendToRegister([], Array.from({ length: ROWS }, (_, i) => row(i + 1)));
const written = registerSheet(register);
const grid: SheetGrid = { file: null, sheet: written.name, visibility: "visible", values: Array.from(written.rows, (cells) => cells.map((cell) => cell?.value ?? null)) };
const head = grid.values.slice(0, TABLE_HEADER_ROW + 1);
const columns = grid.values[TABLE_HEADER_ROW]?.length ?? 0;
const sheetOf = (values: readonly (readonly CellValue[])[]): SheetGrid => ({ ...grid, values });

test("what is written is what is read", () => {
  expect(readRegister(grid)).toEqual(register);
  expect(firstBrokenRow(readRegister(grid))).toBeNull();
});

test("each single cell that is cleared, overwritten or put as text", () => {
  const missed: string[] = [];
  let tried = 0;
  for (let at = 0; at < ROWS; at += 1) {
    const cells = grid.values[TABLE_HEADER_ROW + 1 + at] ?? [];
    for (let column = 0; column < columns; column += 1) {
      const was = cells[column] ?? null;
      const others: CellValue[] = was === null ? ["x", 1] : typeof was === "number" ? [null, was + 1, -was, `${was}`] : [null, `${String(was)}x`, `x${String(was)}`, 7];
      for (const now of others.filter((other) => String(other) !== String(was) || typeof was === "number")) {
        tried += 1;
        const [read] = readRegister(sheetOf([...head, cells.map((cell, c) => (c === column ? now : cell))]));
        // Only this row is read anew: those above stand, and the check of a row speaks of the one before.
        if (read === undefined || holds(read, at)) missed.push(`${String(head.at(-1)?.[column])} of row ${at + 1}: ${JSON.stringify(was)} -> ${JSON.stringify(now)}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(ROWS * columns * 2);
});

/** As firstBrokenRow judges a row, without going through those above again. */
function holds({ number, check, ...said }: RegisterRow, at: number): boolean {
  const [made] = appendToRegister(register.slice(0, at), [said]);
  return number === made?.number && check === made.check;
}
