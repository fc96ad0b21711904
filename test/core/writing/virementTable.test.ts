// The table of virements: a decision for each approver, read back; older tables without the later columns; what was typed by hand.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import { imbalance, withLegs } from "../../../src/core/virement/legs";
import { withAgreements, type Agreement, type Virement } from "../../../src/core/virement/life";
import { readVirements } from "../../../src/core/writing/virementRows";
import { virementOfMove, virementsSheet } from "../../../src/core/writing/virementTable";
import type { SheetSpec } from "../../../src/core/writing/types";

const agreement = (approver: string, change: Partial<Agreement> = {}): Agreement => ({ approver, decision: "waiting", by: "", on: "", ...change });
const virement = (id: string, agreements: readonly Agreement[], change: Partial<Virement> = {}): Virement => withAgreements({
  id, from: "C04", to: "C06", amountPence: 10_500_000, recurrence: "one-off", instrument: "virement", ruleIds: ["OX1", "OX2"],
  approvals: agreements.map(({ approver }) => approver).join(", then "), rank: 3, why: "w", suggestedOn: "2026-10-15", version: 1, suggestedPence: 10_500_000,
  expiresOn: "2027-03-31", agreements: [], decision: "waiting", decidedBy: "", reason: "", state: "suggested", ...change,
}, agreements);
const gridOf = (spec: SheetSpec): SheetGrid => ({ file: null, sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });
const headings = (grid: SheetGrid): readonly CellValue[] => grid.values[TABLE_HEADER_ROW] ?? [];

const one = virement("A", [agreement("director (COUNCIL)", { decision: "accepted", by: "R. Okafor", on: "2026-10-16" })]);
const both = virement("B", [
  agreement("executive (COUNCIL)", { decision: "accepted", by: "R. Okafor", on: "2026-10-16" }), agreement("board (ICB)"),
], { version: 2, amountPence: 9_000_000, reason: "less is free" });

test("every approver's decision, name and day come back, with the version and the last day", () => {
  expect(readVirements(gridOf(virementsSheet([one, both], []))).records.map((record) => record.virement)).toEqual([one, both]);
  expect(both).toMatchObject({ decision: "waiting", decidedBy: "R. Okafor" });
});

test("one approver needs no further columns; each further one has a drop-down of their own", () => {
  expect(headings(gridOf(virementsSheet([one], [])))).not.toContain("Approver 2");
  const sheet = virementsSheet([one, both], []);
  const columns = headings(gridOf(sheet));
  expect(sheet.validations.map(({ area, list }) => [columns[area.left], list])).toEqual([
    ["Decision", ["waiting", "accepted", "refused", "withdrawn"]], ["Posted", ["yes", "no"]], ["Decision 2", ["waiting", "accepted", "refused", "withdrawn"]],
  ]);
});

test("a table without the later columns is read: version 1, no last day, and every approver of its path", () => {
  const grid = gridOf(virementsSheet([one], []));
  const width = headings(grid).indexOf("State") + 1;
  const old = { ...grid, values: grid.values.map((row) => row.slice(0, width)) };
  const [record] = readVirements(old).records;
  expect(record?.virement).toEqual({ ...one, expiresOn: null, agreements: [{ ...one.agreements[0], on: "" }] });
  expect(record?.places).toHaveLength(1);
  const two = { ...old, values: old.values.map((row) => row.map((cell) => (cell === "director (COUNCIL)" ? "director (COUNCIL), then board (ICB)" : cell))) };
  expect(readVirements(two).records[0]?.virement).toMatchObject({ decision: "waiting", agreements: [{ decision: "accepted" }, { approver: "board (ICB)", decision: "waiting" }] });
});

function typed(heading: string, value: CellValue): ReturnType<typeof readVirements> {
  const grid = gridOf(virementsSheet([one], []));
  const at = headings(grid).indexOf(heading);
  return readVirements({ ...grid, values: grid.values.map((row, r) => (r > TABLE_HEADER_ROW ? row.map((cell, c) => (c === at ? value : cell)) : row)) });
}

test("an amount lowered in the sheet is the next version; a raised one, an unknown decision or day is not understood", () => {
  expect(typed("Amount £", 80_000).records[0]?.virement).toMatchObject({ version: 2, amountPence: 8_000_000, suggestedPence: 10_500_000 });
  for (const [heading, value, why] of [
    ["Amount £", 105_000.01, /more than the £105,000 that was suggested/], ["Decision", "maybe", /"maybe" is not one of/], ["Expires on", "soon", /"soon" is not a date/],
  ] as const) {
    expect(typed(heading, value)).toMatchObject({ records: [], unreadable: [{ address: "A5", why: expect.stringMatching(why) }] });
  }
  expect(typed("Decision", "Withdrawn").records[0]?.virement.decision).toBe("withdrawn");
});

const leg = (from: string, to: string, amountPence: number) => ({ from, to, amountPence, suggestedPence: amountPence });
const rows = withLegs({ ...virement("D-1", both.agreements), cashOn: "2026-11-30", vatNote: "in full" }, [leg("C04", "", 6_000_000), leg("", "C06", 2_000_050), leg("", "C01", 3_999_950)]);
const cells = (grid: SheetGrid, heading: string): CellValue[] => grid.values.slice(TABLE_HEADER_ROW + 1).map((row) => row[headings(grid).indexOf(heading)] ?? null);
const changed = (grid: SheetGrid, row: number, heading: string, value: CellValue): SheetGrid => ({
  ...grid, values: grid.values.map((held, r) => (r === TABLE_HEADER_ROW + 1 + row ? held.map((cell, c) => (c === headings(grid).indexOf(heading) ? value : cell)) : held)),
});

test("rows with one id are one virement: decided in its first row, read back whole in whatever order they are sorted", () => {
  const grid = gridOf(virementsSheet([rows, one], [], "2026-10-15"));
  expect(cells(grid, "Id")).toEqual(["D-1", "D-1", "D-1", "A"]);
  expect(cells(grid, "Decision")).toEqual(["accepted", null, null, "accepted"]);
  expect(cells(grid, "Whole £")).toEqual([60_000, null, null, 105_000]);
  const [record] = readVirements(grid).records;
  expect(record?.virement).toEqual(rows);
  expect(record).toMatchObject({ rows: [{ amountAt: "F5", stateAt: "Q5" }, { amountAt: "F6", stateAt: "Q6" }, { amountAt: "F7", stateAt: "Q7" }], reasonAt: "P5" });
  const sorted = { ...grid, values: [...grid.values.slice(0, TABLE_HEADER_ROW + 1), ...grid.values.slice(TABLE_HEADER_ROW + 1).reverse()] };
  const again = readVirements(sorted).records.find(({ virement: { id } }) => id === "D-1");
  expect(again).toMatchObject({ reasonAt: "P8", virement: { amountPence: 6_000_000, from: "C04", to: "C01, C06", agreements: rows.agreements } });
});

test("a row that was copied, added after it was suggested or left in another state is named and nothing of it is taken", () => {
  const grid = gridOf(virementsSheet([rows], [], "2026-10-15"));
  expect(readVirements({ ...grid, values: [...grid.values, grid.values[TABLE_HEADER_ROW + 1] ?? []] })).toMatchObject({
    records: [{ virement: { id: "D-1" }, rows: { length: 3 } }], unreadable: [{ address: "A8", why: "another row has the same id and approvals of its own" }],
  });
  expect(readVirements(changed(grid, 1, "Suggested £", null)).unreadable).toEqual([{ address: "A5", why: "a row was added to it after it was suggested" }]);
  expect(readVirements(changed(grid, 2, "State", "applied")).unreadable[0]?.why).toMatch(/other states: "suggested" and "applied"/);
  expect(readVirements(changed(grid, 0, "Cash date", "soon")).unreadable[0]?.why).toMatch(/its cash date "soon" is not a date/);
  // One amount changed alone: it is understood, and incomplete until the others follow.
  expect(imbalance(readVirements(changed(grid, 2, "Amount £", 10_000)).records[0]?.virement as Virement)).toMatch(/is given to no line/);
});

test("each amount lowered by hand is a version of its own once the version before was kept with its amount; none asks for more", () => {
  const kept = gridOf(virementsSheet([one], [], "2026-10-15"));
  const first = readVirements(changed(kept, 0, "Amount £", 90_000)).records[0]?.virement as Virement;
  expect(first).toMatchObject({ version: 2, amountPence: 9_000_000 });
  const second = readVirements(changed(gridOf(virementsSheet([first], [], "2026-10-15")), 0, "Amount £", 80_000)).records[0]?.virement as Virement;
  expect(second).toMatchObject({ version: 3, amountPence: 8_000_000, suggestedPence: 10_500_000 });
  expect(readVirements(changed(gridOf(virementsSheet([second], [], "2026-10-15")), 0, "Amount £", 90_000)).unreadable[0]?.why).toBe("its amount is more than the £80,000 of its version 3");
});

test("what has expired is told against the day above the table: a typed one, or that of the last refresh", () => {
  const spec = virementsSheet([one, { ...rows, expiresOn: "2026-10-14" }], [], "2026-10-15");
  expect(spec.rows[2]?.map((cell) => cell?.value)).toEqual(["Expired as of", "2026-10-15"]);
  const at = spec.rows[TABLE_HEADER_ROW]?.findIndex((cell) => cell?.value === "Status") ?? -1;
  expect(spec.rows.slice(TABLE_HEADER_ROW + 1).map((row) => row[at]?.value)).toEqual(["approved", "expired", "expired", "expired"]);
  expect(spec.rows[TABLE_HEADER_ROW + 1]?.[at]?.formula).toContain("<$B$3");
  expect(virementsSheet([one], [], "2026-10-15", true).rows[2]?.[1]).toMatchObject({ formula: "=Purse!$B$4", value: "2026-10-15" });
});

test("a suggestion waits until the financial year ends, for everyone whom the rules name", () => {
  const move = {
    id: "M1", from: "C04", to: "C06", amountPence: 100, recurrence: "one-off" as const, scope: "same service" as const, instrument: "s75", ruleIds: [], rank: 5, burden: [], entries: [], explanation: "",
    approvals: [{ agency: "COUNCIL", approver: "executive", rank: 3, ruleId: "X" }, { agency: "ICB", approver: "board", rank: 4, ruleId: "Y" }],
  };
  expect(virementOfMove(move, "V", "2026-10-15")).toMatchObject({
    approvals: "executive (COUNCIL), then board (ICB)", expiresOn: "2027-03-31", decision: "waiting", agreements: [agreement("executive (COUNCIL)"), agreement("board (ICB)")],
  });
  expect(virementOfMove({ ...move, approvals: [] }, "V", "2027-02-01")).toMatchObject({ expiresOn: "2027-03-31", agreements: [agreement("")] });
});
