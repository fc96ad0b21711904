// Changes since the last consolidation: what is new, gone and changed, old and new, and who did it.
import fc from "fast-check";
import { stagePence, STAGES } from "../../../../src/core/budget/line";
import { changesSince } from "../../../../src/core/pooling/changes/changesSince";
import { checkFreshness } from "../../../../src/core/pooling/changes/freshness";
import { snapshotLine, type Snapshot } from "../../../../src/core/pooling/changes/snapshot";
import { readSnapshot, snapshotSheet } from "../../../../src/core/pooling/changes/snapshotTable";
import type { RegisterRow } from "../../../../src/core/virement/life";
import { brackenshireLines, k } from "../../../support/brackenshireLines";
import { randomLines } from "../../../support/randomPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const TAKEN = "2026-10-01T09:00:00";
const snapshotOf = (lines = brackenshireLines()): Snapshot => ({ takenOn: TAKEN, lines: lines.map(snapshotLine) });
const registered = (lineId: string, amount: number, on = "2026-10-02T10:00:00"): RegisterRow => ({
  number: 1, virementId: "C04-C06-1", action: "applied", by: "Finance officer", on, lineId, amountPence: k(amount), ruleIds: [], reason: "", sheet: "", address: "", before: "", after: "", check: "",
});

test("nothing was pooled before: nothing to compare", () => {
  expect(changesSince(null, brackenshireLines())).toBeNull();
  expect(checkFreshness(null, null, brackenshireLines())).toEqual([]);
});

test("the same lines in other cells and another order are unchanged", () => {
  const moved = brackenshireLines().reverse().map((line) => ({ ...line, source: { ...line.source, address: "D99" } }));
  expect(changesSince(snapshotOf(), moved)).toEqual({ since: TAKEN, changes: [], newLines: 0, goneLines: 0, changedLines: 0, unchangedLines: 44 });
});

test("a changed amount has old, new and difference with the cell it stands in now; words and coding too", () => {
  const found = changesSince(snapshotOf(), brackenshireLines({ C01: { revisedPence: k(42_500), description: "Residential care", outcome: "O2" } }));
  expect(found).toMatchObject({ changedLines: 1, unchangedLines: 43 });
  expect(found?.changes.map(({ field, beforePence, afterPence, differencePence, before, after, cell }) => [field, beforePence, afterPence, differencePence, before, after, cell.address])).toEqual([
    ["revised", k(42_000), k(42_500), k(500), null, null, "D5"],
    ["description", null, null, 0, "ASC older people: residential & nursing", "Residential care", "D5"],
    ["coding", null, null, 0, expect.stringContaining("outcome O1"), expect.stringContaining("outcome O2"), "D5"],
  ]);
});

test("lines that came and went, each with all its amounts", () => {
  const lines = brackenshireLines();
  const found = changesSince(snapshotOf(lines.filter((line) => line.id !== "F01")), lines.filter((line) => line.id !== "J02"));
  expect(found).toMatchObject({ newLines: 1, goneLines: 1, changedLines: 0, unchangedLines: 42 });
  expect(found?.changes.map(({ kind, lineId, field, differencePence }) => [kind, lineId, field, differencePence])).toEqual([
    ["new", "F01", "original", k(1_300)], ["new", "F01", "revised", k(1_300)], ["new", "F01", "forecast", k(1_240)],
    ["gone", "J02", "original", k(-400)], ["gone", "J02", "revised", k(-400)], ["gone", "J02", "forecast", k(-330)],
  ]);
});

test("a figure that is missing now is a change, not a nil", () => {
  const found = changesSince(snapshotOf(), brackenshireLines({ C01: { forecastPence: null } }));
  expect(found?.changes).toMatchObject([{ field: "forecast", beforePence: k(43_250), afterPence: null, differencePence: k(-43_250) }]);
});

describe("by whom", () => {
  const by = (register: readonly RegisterRow[]): unknown => changesSince(snapshotOf(), brackenshireLines({ C04: { revisedPence: k(5_100) } }), register)?.changes[0]?.by;

  test("the register's virement, whole or in part; nobody where it tells nothing, or did so before", () => {
    expect(by([registered("C04", -100)])).toBe("Finance officer (C04-C06-1 applied)");
    expect(by([registered("C04", -60)])).toBe("Finance officer (C04-C06-1 applied); the rest not known");
    expect(by([registered("C06", 100)])).toBe("");
    expect(by([registered("C04", -100, "2026-09-30T10:00:00")])).toBe("");
  });
});

describe("R14 freshness", () => {
  test("green for agencies whose lines are as they were, to look at for the others, though their sums may agree", () => {
    const lines = brackenshireLines({ C01: { revisedPence: k(41_900) }, C04: { revisedPence: k(5_300) } });
    const controls = checkFreshness(snapshotOf(), changesSince(snapshotOf(), lines), lines);
    expect(controls.map(({ subject, result, differencePence }) => [subject, result, differencePence])).toEqual([
      ["COUNCIL", "amber", 0], ["FIRE", "green", 0], ["HA", "green", 0], ["ICB", "green", 0], ["JCP", "green", 0], ["PCC", "green", 0], ["PROBATION", "green", 0], ["VCS", "green", 0],
    ]);
    expect(controls[0]?.note).toBe(`2 lines changed since ${TAKEN}; write the pooled sheets anew.`);
  });
});

describe("the table", () => {
  const gridOf = (lines = brackenshireLines(), takenOn = TAKEN) => {
    const spec = snapshotSheet(lines, takenOn);
    return sheetOf(spec.name, spec.rows.map((row) => row.map((cell) => cell?.value ?? null)));
  };

  test("what is written comes back", () => {
    expect(readSnapshot([gridOf()])).toEqual({ snapshot: snapshotOf(), issues: [] });
    expect(readSnapshot([])).toEqual({ snapshot: null, issues: [] });
  });

  test("of several the one taken last counts", () => {
    expect(readSnapshot([gridOf(brackenshireLines().slice(3), "2026-10-09"), gridOf()]).snapshot?.takenOn).toBe("2026-10-09");
  });

  test("a row changed by hand is said at its cell and compared with nothing", () => {
    const grid = gridOf();
    const values = grid.values.map((row) => row.map((value) => (value === 42_000_000 ? 1 : value)));
    const { snapshot, issues } = readSnapshot([{ ...grid, values }]);
    expect(snapshot?.lines).toHaveLength(43);
    expect(issues).toMatchObject([{ code: "rule-invalid", severity: "warning", where: { sheet: "Purse Snapshot", address: "M5" }, facts: { rule: "C01" } }]);
  });
});

test("for any two readings: differences add up to the change of every stage", () => {
  fc.assert(fc.property(randomLines, randomLines, (before, after) => {
    const found = changesSince(snapshotOf(before), after);
    for (const stage of STAGES) {
      const sum = (lines: typeof before): number => lines.reduce((total, line) => total + (stagePence(line, stage) ?? 0), 0);
      const told = found?.changes.filter((change) => change.field === stage).reduce((total, change) => total + change.differencePence, 0);
      expect(told).toBe(sum(after) - sum(before));
    }
    expect((found?.newLines ?? 0) + (found?.changedLines ?? 0) + (found?.unchangedLines ?? 0)).toBe(after.length);
    expect(changesSince(snapshotOf(after), after)?.changes).toEqual([]);
  }), { numRuns: 100 });
});
