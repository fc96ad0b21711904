// The table of virements: a decision for each approver, read back; older tables without the later columns; what was typed by hand.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
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
    ["Decision", ["waiting", "accepted", "refused", "withdrawn"]], ["Decision 2", ["waiting", "accepted", "refused", "withdrawn"]],
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
