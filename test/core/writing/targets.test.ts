// Virements into the column that the sheet's officer chose: added once, reverted to the last bit, or to the journal alone.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { withAgreements, type RegisterRow, type Virement } from "../../../src/core/virement/life";
import { firstBrokenRow } from "../../../src/core/virement/register";
import { emptyJournal } from "../../../src/core/writing/journalPlan";
import { mappingSheet } from "../../../src/core/writing/mappingTable";
import { guarded } from "../../../src/core/writing/guards";
import { readRegister, registerSheet } from "../../../src/core/writing/registerTable";
import { parseAddress } from "../../../src/core/budget/cells";
import { addsCell } from "../../../src/core/writing/targets";
import type { SheetSpec, WritePlan } from "../../../src/core/writing/types";
import { planApply, planRevert, type PlanInput, type VirementPlan } from "../../../src/core/writing/virementPlan";
import { readVirements } from "../../../src/core/writing/virementRows";
import { virementsSheet } from "../../../src/core/writing/virementTable";

const HEADINGS = ["Cost centre", "Service", "Original budget", "Virements", "Revised budget", "Forecast"];
const ROWS: readonly (readonly CellValue[])[] = [["1001", "Home care", 500, null, 500, 490], ["1002", "Day services", 300, 12.5, 312.5, 330], ["1003", "Fees income", -40, "-", -40, -45]];

function council(headings: readonly string[] = HEADINGS, rows = ROWS, formulas = true): SheetGrid {
  const values = [["Fictown Council revenue budget 2026/27 £000"], [...headings], ...rows.map((row) => [...row])];
  const at = headings.indexOf("Revised budget");
  return {
    file: null, sheet: "Council", visibility: "visible", values,
    formulas: values.map((row, r) => row.map((_, c) => (formulas && r > 1 && c === at ? `=ROUND(C${r + 1}+D${r + 1},3)` : null))),
  };
}
const gridOf = (spec: SheetSpec): SheetGrid => ({ file: null, sheet: spec.name, visibility: "visible", values: Array.from(spec.rows, (row) => row.map((cell) => cell?.value ?? null)) });

const virement = (from: string, to: string, amountPence: number, state: Virement["state"] = "suggested"): Virement => withAgreements({
  id: `${from}-${to}`, from, to, amountPence, recurrence: "one-off", instrument: "virement", ruleIds: ["OX1"], approvals: "Director (COUNCIL)", rank: 2, why: "w",
  suggestedOn: "2026-10-15", version: 1, suggestedPence: amountPence, expiresOn: null, agreements: [], decision: "waiting", decidedBy: "", reason: "", state,
}, [{ approver: "Director (COUNCIL)", decision: "accepted", by: "holder", on: "2026-10-15" }]);

/** The workbook with the choice in its mapping, as an officer's drop-down leaves it. */
function workbook(sheet: SheetGrid, goesTo: string, column = "", others: readonly SheetGrid[] = [gridOf(registerSheet([])), ...emptyJournal().map(gridOf)]): SheetGrid[] {
  const reading = readPartnership([sheet]);
  const sheets = reading.sheets.map((each) => ({ ...each, tables: each.tables.map((table) => ({ ...table, target: { goesTo, column, chosenBy: "officer" } })) }));
  return [sheet, gridOf(mappingSheet(sheets)), ...others];
}

function input(grids: readonly SheetGrid[], one: Virement, more: Partial<PlanInput> = {}): PlanInput {
  const { lines, sheets } = readPartnership(grids);
  const { records } = readVirements(gridOf(virementsSheet([one], lines)));
  const register = grids.filter((grid) => grid.sheet === "Purse Register").flatMap(readRegister);
  return { grids, lines, sheets, register, records, by: "treasurer", on: "2026-10-15T10:00:00", reason: "the need was met", ...more };
}
const ids = (grids: readonly SheetGrid[]): string[] => readPartnership(grids).lines.map((line) => line.id);

/** The sheets with the plan written into them; what a formula gives follows. */
function written(grids: readonly SheetGrid[], plan: WritePlan): SheetGrid[] {
  return grids.map((grid) => {
    const values = grid.values.map((row) => [...row]);
    for (const { sheet, address, before, after } of plan.changes) {
      const at = parseAddress(address);
      if (sheet !== grid.sheet || at === null) continue;
      while (values.length <= at.row) values.push([]);
      const row = values[at.row] ?? [];
      while (row.length <= at.column) row.push(null);
      expect(row[at.column] ?? null).toBe(before);
      row[at.column] = after;
    }
    const amount = (value: CellValue | undefined): number => (typeof value === "number" ? value : 0);
    grid.formulas?.forEach((row, r) => row.forEach((formula, c) => {
      const cells = values[r];
      if (formula !== null && cells !== undefined) cells[c] = amount(cells[2]) + amount(cells[3]);
    }));
    return { ...grid, values };
  });
}
const changesOn = ({ plan }: VirementPlan, sheet: string) => plan.changes.filter((change) => change.sheet === sheet).map(({ address, before, after }) => [address, before, after]);
const registerOf = (grids: readonly SheetGrid[]): RegisterRow[] => grids.filter((grid) => grid.sheet === "Purse Register").flatMap(readRegister);

test.each([["named by place and heading", 'D "Virements"'], ["named by its letter", "D"], ["the only one headed so", ""]])("into a column of virements: added to what stands there, in the sheet's unit; %s", (_, column) => {
  const grids = workbook(council(), "Virements column", column);
  const [from = "", to = ""] = ids(grids);
  const planned = planApply(input(grids, virement(from, to, 1_250_000)), [`${from}-${to}`]);
  expect(planned.refusals).toEqual([]);
  expect(changesOn(planned, "Council")).toEqual([["D3", null, -12.5], ["D4", 12.5, 25]]);
  expect(planned.sides.map(({ target }) => target)).toMatchObject([{ kind: "column", address: "D3", follows: "yes" }, { kind: "column", address: "D4", follows: "yes" }]);

  // Read again the revised budgets are right, counted once.
  const after = written(grids, planned.plan);
  expect(readPartnership(after).lines.map((line) => line.revisedPence)).toEqual([48_750_000, 32_500_000, -4_000_000]);
  expect(registerOf(after).map(({ sheet, address, before, detail }) => [sheet, address, before, detail?.into])).toEqual([["Council", "D3", "null", 'column "Virements"'], ["Council", "D4", "12.5", 'column "Virements"']]);
  expect(firstBrokenRow(registerOf(after))).toBeNull();
});

test("reverted exactly, also when the officer has chosen otherwise since", () => {
  const grids = workbook(council(), "Virements column");
  const [, from = "", to = ""] = ids(grids);
  const one = virement(from, to, 333);
  const applied = written(grids, planApply(input(grids, one), [one.id]).plan);
  expect(applied[0]?.values[4]?.[3]).toBe(0.00333);
  const other = workbook(applied[0] ?? council(), "Journal sheet only", "", applied.slice(2));
  const revert = planRevert(input(other, { ...one, state: "applied" }), [one.id]);
  expect(revert.refusals).toEqual([]);
  expect(written(other, revert.plan)[0]?.values).toEqual(council().values);
});

test("a column found again by its heading after one was put in before it; a figure that nothing adds is said", () => {
  const grids = workbook(council(HEADINGS, ROWS, false), "Virements column", 'D "Virements"');
  const shifted: SheetGrid = { file: null, sheet: "Council", visibility: "visible", values: council().values.map((row, r) => (r === 0 ? row : [...row.slice(0, 2), r === 1 ? "Manager" : "A", ...row.slice(2)])) };
  const now = [shifted, ...grids.slice(1)];
  const [from = "", to = ""] = ids(now);
  const planned = planApply(input(now, virement(from, to, 100_000)), [`${from}-${to}`]);
  expect(changesOn(planned, "Council")).toEqual([["E3", null, -1], ["E4", 12.5, 13.5]]);
  expect(planned.sides.map(({ target }) => target.kind === "column" && target.follows)).toEqual(["no", "no"]);
});

test("an original and its virements alone: the revised budget that is read follows", () => {
  const grids = workbook(council(["Cost centre", "Service", "Original budget", "Virements", "Note"], ROWS.map((row) => [...row.slice(0, 4), null])), "Virements column");
  const [from = "", to = ""] = ids(grids);
  const planned = planApply(input(grids, virement(from, to, 1_000_000)), [`${from}-${to}`]);
  expect(planned.sides.map(({ target }) => target.kind === "column" && target.follows)).toEqual(["yes", "yes"]);
  expect(readPartnership(written(grids, planned.plan)).lines.map((line) => line.revisedPence)).toEqual([49_000_000, 32_250_000, -4_000_000]);
});

test("the journal alone: no agency's cell changes, the entries stand on the journal sheet and the register says so; and back", () => {
  const grids = workbook(council(), "journal SHEET only");
  const [from = "", to = ""] = ids(grids);
  const one = virement(from, to, 1_250_000);
  const planned = planApply(input(grids, one), [one.id]);
  expect(changesOn(planned, "Council")).toEqual([]);
  const after = written(grids, planned.plan);
  const journal = after.find((grid) => grid.sheet === "Purse Journal");
  expect(journal?.values.slice(4).map((row) => [row[2], row[3], row[6], row[12]])).toEqual([[one.id, "applied", from, -12_500], [one.id, "applied", to, 12_500]]);
  expect(registerOf(after).map(({ sheet, address, before, after: then, amountPence, detail }) => [sheet, address, before, then, amountPence, detail?.into])).toEqual([
    ["Purse Journal", "", "", "", -1_250_000, "journal sheet only"], ["Purse Journal", "", "", "", 1_250_000, "journal sheet only"],
  ]);
  const revert = planRevert(input(after, { ...one, state: "applied" }), [one.id]);
  expect(changesOn(revert, "Council")).toEqual([]);
  const back = written(after, revert.plan);
  expect(back[0]?.values).toEqual(council().values);
  expect(back.find((grid) => grid.sheet === "Purse Journal")?.values.slice(4).map((row) => [row[3], row[12]])).toEqual([["applied", -12_500], ["applied", 12_500], ["reversed", 12_500], ["reversed", -12_500]]);
  expect(firstBrokenRow(registerOf(back))).toBeNull();
});

test.each<[string, SheetGrid[], RegExp]>([
  ["a column that is gone", workbook(council(), "Virements column", 'G "Transfers"'), /no column G "Transfers" any more/],
  ["a column that holds something else", workbook(council(), "Virements column", "F"), /is read as forecast/],
  ["several that could be meant", workbook(council([...HEADINGS.slice(0, 5), "Adjustments"]), "Virements column"), /several columns headed as virements/],
  ["words that are none of the choices", workbook(council(), "Sideways"), /Purse Mapping!O5 says "Sideways"/],
  ["text in the column", workbook(council(HEADINGS, [["1001", "Home care", 500, "see note", 500, 490], ...ROWS.slice(1)]), "Virements column", "D"), /Council!D3 holds "see note"/],
  ["no journal sheet", workbook(council(), "Journal sheet only", "", [gridOf(registerSheet([]))]), /no sheet "Purse Journal" yet/],
])("refused whole: %s", (_, grids, sentence) => {
  const [from = "", to = ""] = ids(grids);
  const { plan, refusals } = planApply(input(grids, virement(from, to, 100_000)), [`${from}-${to}`]);
  expect(refusals[0]?.sentence).toMatch(sentence);
  expect(plan.changes).toEqual([]);
});

test("a formula in the column is never overwritten, and a register without a column for it says what to type", () => {
  const base = council();
  const formula = { ...base, formulas: base.formulas?.map((row, r) => row.map((cell, c) => (r === 2 && c === 3 ? "=Sheet9!A1" : cell))) };
  const grids = workbook(formula as SheetGrid, "Virements column");
  const [from = "", to = ""] = ids(grids);
  const { plan } = planApply(input(grids, virement(from, to, 100_000)), [`${from}-${to}`]);
  expect(plan.changes.find((change) => change.address === "D3")?.beforeFormula).toBe("=Sheet9!A1");
  const old = gridOf(registerSheet([]));
  const without = workbook(council(), "Virements column", "", [{ ...old, values: old.values.map((row) => row.slice(0, 20)) }]);
  expect(planApply(input(without, virement(from, to, 100_000)), [`${from}-${to}`]).refusals[0]?.sentence).toMatch(/Type the heading "Into" into Purse Register!U4/);
});

test("what was chosen is held while the plan is applied, and the command line's word holds only where nobody chose", () => {
  const grids = workbook(council(), "Virements column");
  const [from = "", to = ""] = ids(grids);
  const one = virement(from, to, 100_000);
  const { plan } = planApply(input(grids, one, { unchosen: "journal" }), [one.id]);
  expect(plan.changes.filter((change) => change.sheet === "Council")).toHaveLength(2);
  expect(guarded(plan, grids).guards?.filter((guard) => guard.sheet === "Purse Mapping")).toEqual([
    { sheet: "Purse Mapping", address: "O5", value: "Virements column" }, { sheet: "Purse Mapping", address: "P5", value: null },
  ]);
  const open = workbook(council(), "");
  expect(planApply(input(open, one, { unchosen: "column" }), [one.id]).sides.map(({ target }) => target.kind)).toEqual(["column", "column"]);
});

test.each<[string, boolean]>([
  ["=C3+D3", true], ["=SUM(C3:D3)", true], ["=ROUND($C3+$D$3,0)", true], ["=D3", true], ["=C3-D3", false], ["=C3+D3+D3", false], ["=C3", false], ["=IF(D3>0,C3+D3,C3)", false], ["=SUM(C3:D3)+D3", false],
])("a formula that plainly adds the cell once: %s %s", (formula, adds) => {
  expect(addsCell(formula, 2, 3)).toBe(adds);
});

test("a choice stays through a refresh of the mapping and is read back as it stands", () => {
  const grids = workbook(council(), "Virements column", 'D "Virements"');
  const again = mappingSheet(readPartnership(grids).sheets);
  expect(again.rows[4]?.slice(14).map((cell) => cell?.value)).toEqual(["Virements column", 'D "Virements"', "officer"]);
  expect(again.validations[0]).toMatchObject({ area: { left: 14, right: 14 }, list: ["Revised budget", "Virements column", "Journal sheet only"] });
});
