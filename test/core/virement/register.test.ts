// The chained register: any change, loss or move of a row is found.
import fc from "fast-check";
import type { RegisterRow, Virement } from "../../../src/core/virement/life";
import { appendToRegister, firstBrokenRow, firstUnregistered, type UncheckedRow } from "../../../src/core/virement/register";

const row = (n: number): UncheckedRow => ({
  virementId: `C04-C06-${n}`, action: n % 3 === 0 ? "reversed" : "applied", by: "finance officer", on: "2026-10-15T09:00:00", lineId: `C${n}`,
  amountPence: n * 100, ruleIds: ["OX1"], reason: "vacancies £", sheet: "Council", address: `F${n + 5}`, before: String(n), after: String(n + 1),
  ...(n % 2 === 0 ? {} : { detail: { version: 1, state: "applied", from: "C04", to: "C06", rulesOn: "2026-10-15", approvals: "director: A. Holder" } }),
});

const register = (length: number): RegisterRow[] => appendToRegister([], Array.from({ length }, (_, i) => row(i + 1)));

test("a register grows by adding rows in steps or at once alike", () => {
  const first = register(3);
  expect([...first, ...appendToRegister(first, [row(4), row(5)])]).toEqual(register(5));
  expect(firstBrokenRow(register(5))).toBeNull();
  expect(firstBrokenRow([])).toBeNull();
});

test("every change of any one field of any row of two hundred is found at that row", () => {
  const rows = register(200);
  const fields = Object.keys(rows[0] ?? {}) as (keyof RegisterRow)[];
  for (const [index, original] of rows.entries()) {
    for (const field of fields) {
      const was = original[field];
      const changed = typeof was === "number" ? was + 1 : Array.isArray(was) ? [...was, "x"] : typeof was === "object" ? undefined : field === "action" ? (was === "applied" ? "reversed" : "applied") : `${String(was)}x`;
      const tampered = rows.map((r, i): RegisterRow => (i === index ? Object.assign({}, r, { [field]: changed }) : r));
      expect([field, firstBrokenRow(tampered)]).toEqual([field, index]);
    }
  }
});

test("deleting or swapping rows is found, except a cut tail, which the states of the virements show", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
    const rows = register(10);
    const without = rows.filter((_, i) => i !== a);
    expect(firstBrokenRow(without)).toBe(a);
    fc.pre(a !== b);
    const swapped = rows.map((r, i) => (i === a ? rows[b] : i === b ? rows[a] : r)) as RegisterRow[];
    expect(firstBrokenRow(swapped)).toBe(Math.min(a, b));
  }));
});

test("rows cut off at the end, or a state changed by hand, are found by the virements' own states", () => {
  const virement = (id: string, state: Virement["state"]): Virement => ({
    id, from: "C04", to: "C06", amountPence: 100, recurrence: "one-off", instrument: "virement", ruleIds: [], approvals: "", rank: 1, why: "", suggestedOn: "2026-10-15",
    version: 1, suggestedPence: 100, expiresOn: null, agreements: [], decision: "accepted", decidedBy: "", reason: "", state,
  });
  const step = (id: string, action: RegisterRow["action"]): UncheckedRow => ({ ...row(1), virementId: id, action });
  const rows = appendToRegister([], [step("A", "applied"), step("B", "applied"), step("A", "reversed")]);
  const states = [virement("A", "reversed"), virement("B", "applied"), virement("C", "suggested")];
  expect(firstUnregistered(states, rows)).toBeNull();
  for (const cut of [1, 2, 3]) expect(firstUnregistered(states, rows.slice(0, rows.length - cut))).toBe("A");
  for (const [i, state] of [[0, "applied"], [0, "suggested"], [1, "reversed"], [1, "suggested"], [2, "applied"]] as const) {
    const changed = states.map((v, at) => (at === i ? virement(v.id, state) : v));
    expect(firstUnregistered(changed, rows)).toBe(changed[i]?.id);
  }
});
