// From accepted virements to cells and back: one plan for preview, apply, revert and register.
import type { BudgetLine } from "../../../src/core/budget/line";
import type { SheetGrid } from "../../../src/core/reading/grid";
import { withAgreements, type RegisterRow, type Virement } from "../../../src/core/virement/life";
import { firstBrokenRow } from "../../../src/core/virement/register";
import { registerSheet, readRegister } from "../../../src/core/writing/registerTable";
import { planApply, planRevert, type PlanInput } from "../../../src/core/writing/virementPlan";
import { readVirements } from "../../../src/core/writing/virementRows";
import { virementsSheet } from "../../../src/core/writing/virementTable";
import type { SheetSpec } from "../../../src/core/writing/types";

const line = (id: string, address: string): BudgetLine => ({
  id, code: id, agency: "COUNCIL", description: `Line ${id}`, sections: [], nature: "GROSS_EXP", counterparty: null, scheme: null, outcome: "O1",
  clientGroup: null, subjectiveGroup: null, funding: [], arrangement: "own", pool: null, control: "LOCAL", recurrence: "REC", staffing: false,
  committedPence: null, committedUntil: null, floorPence: null, priority: 1, note: null, originalPence: null, revisedPence: 0, forecastPence: null,
  actualPence: null, outturnPence: null, evidence: {},
  source: { file: null, sheet: "Council", address, cells: { revised: address }, sign: 1, pencePerUnit: 100 },
});

const virement = (id: string, from: string, to: string, amountPence: number, { decision = "accepted", ...change }: Partial<Virement> = {}): Virement => withAgreements({
  id, from, to, amountPence, recurrence: "one-off", instrument: "virement", ruleIds: ["OX1"], approvals: "Director (COUNCIL)", rank: 2, why: "w",
  suggestedOn: "2026-10-15", version: 1, suggestedPence: amountPence, expiresOn: null, agreements: [], decision: "waiting", decidedBy: "", reason: "", state: "suggested", ...change,
}, [{ approver: "Director (COUNCIL)", decision, by: "holder", on: "2026-10-15" }]);

const gridOf = (spec: SheetSpec): SheetGrid => ({ file: null, sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });
const council = (c04: string | number, c06: string | number, c01: string | number, formula: string | null = null): SheetGrid => ({
  file: null, sheet: "Council", visibility: "visible", values: [["C04", c04], ["C06", c06], ["C01", c01]], formulas: [[null, formula], [null, null], [null, null]],
});
const lines = [line("C04", "B1"), line("C06", "B2"), line("C01", "B3")];

function input(virements: readonly Virement[], sheet: SheetGrid, register: readonly RegisterRow[] = []): PlanInput {
  const { records } = readVirements(gridOf(virementsSheet(virements, lines)));
  return { grids: [sheet], lines, register, records, by: "treasurer", on: "2026-10-15T10:00:00", reason: "vacancies filled" };
}

test("two virements from one line meet in one change of its cell, and every pound is in the register", () => {
  const both = [virement("C04-C06-1", "C04", "C06", 10_500_000), virement("C04-C01-1", "C04", "C01", 31_500_000)];
  const { plan, refusals, planned } = planApply(input(both, council(5_200_000, 1_800_000, 42_000_000)), both.map((v) => v.id));
  expect(refusals).toEqual([]);
  expect(planned).toEqual(["C04-C06-1", "C04-C01-1"]);
  const cells = plan.changes.filter((change) => change.sheet === "Council").map(({ address, before, after }) => [address, before, after]);
  expect(cells).toEqual([["B1", 5_200_000, 4_780_000], ["B2", 1_800_000, 1_905_000], ["B3", 42_000_000, 42_315_000]]);
  expect(plan.changes.filter((change) => change.sheet === "Virements").map((change) => change.after)).toEqual(["applied", "applied"]);
  expect(plan.resizes).toEqual([{ sheet: "Purse Register", table: "tblRegister", area: { top: 3, left: 0, bottom: 7, right: 22 } }]);
});

test("applied, then reverted: cells get their values back exactly and the chain holds", () => {
  const one = virement("C04-C06-1", "C04", "C06", 10_500_000);
  const before = council("5,200,000", 1_800_000.000001, 0);
  const apply = planApply(input([one], before), [one.id]);
  const applied = after(before, apply.plan.changes);
  expect([applied.values[0]?.[1], applied.values[1]?.[1]]).toEqual(["5,095,000", 1_905_000]);
  const register = registerAfter(apply.plan.changes);
  expect(register).toHaveLength(2);
  expect(firstBrokenRow(register)).toBeNull();
  const revert = planRevert(input([{ ...one, state: "applied" }], applied, register), [one.id]);
  expect(after(applied, revert.plan.changes).values).toEqual(before.values);
});

test("a formula cell is in the plan with its formula, so that applying refuses it by name", () => {
  const one = virement("C04-C06-1", "C04", "C06", 10_500_000);
  const { plan } = planApply(input([one], council(5_200_000, 1_800_000, 0, "=SUM(D1:E1)")), [one.id]);
  expect(plan.changes.find((change) => change.address === "B1" && change.sheet === "Council")?.beforeFormula).toBe("=SUM(D1:E1)");
});

test.each<[string, Virement, SheetGrid, RegExp]>([
  ["not accepted", virement("a", "C04", "C06", 100, { decision: "waiting" }), council(1, 1, 1), /has not been accepted/],
  ["applied already", virement("a", "C04", "C06", 100, { state: "applied" }), council(1, 1, 1), /is applied; only one that is suggested/],
  ["a line that is gone", virement("a", "C09", "C06", 100), council(1, 1, 1), /C09 .* no longer on any sheet/],
  ["text in the cell", virement("a", "C04", "C06", 100), council("see note", 1, 1), /Council!B1 holds "see note"/],
])("refused: %s", (_, one, sheet, sentence) => {
  const { plan, refusals } = planApply(input([one], sheet), ["a"]);
  expect(refusals[0]?.sentence).toMatch(sentence);
  expect(plan.changes).toEqual([]);
});

test("refused: a virement that is not on the sheet any more", () => {
  expect(planApply(input([], council(1, 1, 1)), ["gone"]).refusals[0]?.sentence).toMatch(/no longer on the sheet/);
});

function after(grid: SheetGrid, changes: readonly { sheet: string; address: string; after: unknown }[]): SheetGrid {
  const values = grid.values.map((row) => [...row]);
  for (const change of changes.filter((c) => c.sheet === grid.sheet)) {
    const row = Number(change.address.slice(1)) - 1;
    const cells = values[row];
    if (cells) cells[1] = change.after as string | number;
  }
  return { ...grid, values };
}

function registerAfter(changes: readonly { sheet: string; address: string; after: unknown }[]): RegisterRow[] {
  const values = gridOf(registerSheet([])).values.map((row) => [...row]);
  for (const change of changes.filter((c) => c.sheet === "Purse Register")) {
    const match = /^([A-Z])(\d+)$/.exec(change.address);
    const row = Number(match?.[2]) - 1;
    while (values.length <= row) values.push([]);
    const cells = values[row];
    if (cells) cells[(match?.[1] ?? "A").charCodeAt(0) - 65] = change.after as string | number;
  }
  return readRegister({ file: null, sheet: "Purse Register", visibility: "visible", values });
}
