// The chained register: any change, loss or move of a row is found.
import fc from "fast-check";
import type { RegisterRow } from "../../../src/core/virement/life";
import { appendToRegister, firstBrokenRow, type UncheckedRow } from "../../../src/core/virement/register";

const row = (n: number): UncheckedRow => ({
  virementId: `C04-C06-${n}`, action: n % 3 === 0 ? "reversed" : "applied", by: "finance officer", on: "2026-10-15T09:00:00", lineId: `C${n}`,
  amountPence: n * 100, ruleIds: ["OX1"], reason: "vacancies £", sheet: "Council", address: `F${n + 5}`, before: String(n), after: String(n + 1),
});

const register = (length: number): RegisterRow[] => appendToRegister([], Array.from({ length }, (_, i) => row(i + 1)));

test("a register grows by adding rows in steps or at once alike", () => {
  const first = register(3);
  expect([...first, ...appendToRegister(first, [row(4), row(5)])]).toEqual(register(5));
  expect(firstBrokenRow(register(5))).toBeNull();
  expect(firstBrokenRow([])).toBeNull();
});

test("every change of any one field of any row is found at that row", () => {
  const rows = register(20);
  const fields = Object.keys(rows[0] ?? {}) as (keyof RegisterRow)[];
  for (const [index, original] of rows.entries()) {
    for (const field of fields) {
      const was = original[field];
      const changed = typeof was === "number" ? was + 1 : typeof was === "object" ? [...was, "x"] : field === "action" ? (was === "applied" ? "reversed" : "applied") : `${String(was)}x`;
      const tampered = rows.map((r, i): RegisterRow => (i === index ? Object.assign({}, r, { [field]: changed }) : r));
      expect([field, firstBrokenRow(tampered)]).toEqual([field, index]);
    }
  }
});

test("deleting or swapping rows is found, except a cut tail, which only the sheet's own count shows", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
    const rows = register(10);
    const without = rows.filter((_, i) => i !== a);
    expect(firstBrokenRow(without)).toBe(a);
    fc.pre(a !== b);
    const swapped = rows.map((r, i) => (i === a ? rows[b] : i === b ? rows[a] : r)) as RegisterRow[];
    expect(firstBrokenRow(swapped)).toBe(Math.min(a, b));
  }));
});
