// The partners' own tables of links, substitutions and classes, and the sheet of the cost-shunt test with the agencies' answers.
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { agreedSheets, readAgreedTables } from "../../../src/core/shunting/agreedTables";
import { compareSnapshots } from "../../../src/core/shunting/compareSnapshots";
import { serviceWords, shuntSheet } from "../../../src/core/shunting/shuntTable";
import { snapshotOfLines } from "../../../src/core/shunting/shuntLine";
import { DEFAULT_STAGES } from "../../../src/core/virement/objectives";
import { TABLE_HEADER_ROW } from "../../../src/core/tables/table";
import type { SheetSpec } from "../../../src/core/writing/types";
import { brackenshireLines, k } from "../../support/brackenshireLines";

const gridOf = (spec: SheetSpec | undefined): SheetGrid => ({ file: null, sheet: spec?.name ?? "", visibility: "visible", values: (spec?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null)) });

/** The starting sheets with rows entered on one of them. */
function filled(sheet: string, ...rows: readonly CellValue[][]): SheetGrid[] {
  return agreedSheets().map(gridOf).map((grid) => (grid.sheet === sheet ? { ...grid, values: [...grid.values.slice(0, TABLE_HEADER_ROW + 1), ...rows] } : grid));
}

const read = (grids: readonly SheetGrid[]) => readAgreedTables(grids, brackenshireLines());

test("the tables start empty and without a fault, and no percentage is made up; without them nothing is said", () => {
  expect(read([])).toEqual({ links: [], swaps: [], achievable: {}, stages: null, issues: [] });
  // The aims start in the order as shipped.
  expect(read(agreedSheets().map(gridOf))).toEqual({ links: [], swaps: [], achievable: {}, stages: DEFAULT_STAGES, issues: [] });
});

test("links come as they were entered; an empty effect is not a zero", () => {
  const { links, issues } = read(filled("Purse Links", ["C04", "N04", 0.3, "1 year", "local audit 2025", "medium"], ["C04", "C01", null, "", "", ""]));
  expect(issues).toEqual([]);
  expect(links.map(({ fromLine, toLine, elasticity, lag }) => [fromLine, toLine, elasticity, lag])).toEqual([["C04", "N04", 0.3, "1 year"], ["C04", "C01", null, ""]]);
});

test.each<[string, string, CellValue[], string]>([
  ["a line that is not there", "Purse Links", ["X99", "N04", 0.3, "", "audit", ""], "A5"],
  ["a line linked to itself", "Purse Links", ["C04", "C04", 0.3, "", "audit", ""], "B5"],
  ["an effect in words", "Purse Links", ["C04", "N04", "some", "", "audit", ""], "C5"],
  ["an effect below nothing", "Purse Links", ["C04", "N04", -0.3, "", "audit", ""], "C5"],
  ["a figure without evidence", "Purse Links", ["C04", "N04", 0.3, "", "", ""], "E5"],
  ["a substitution without an amount", "Purse Swaps", ["C11", "PHG", 100, "yes", "C06", null, "yes", ""], "F5"],
  ["a substitution for a line that is not there", "Purse Swaps", ["C11", "PHG", 100, "yes", "C99", 50, "yes", ""], "E5"],
  ["more than all of a class", "Purse Classes", ["F4", "", 120, ""], "C5"],
])("%s is an error with its cell, and the row is left out", (_, sheet, row, address) => {
  const found = read(filled(sheet, row));
  expect(found.issues.map((issue) => [issue.code, issue.severity, issue.where?.sheet, issue.where?.address])).toEqual([["rule-invalid", "error", sheet, address]]);
  expect([found.links, found.swaps, found.achievable]).toEqual([[], [], {}]);
});

test("substitutions and percentages come as they were entered", () => {
  expect(read(filled("Purse Swaps", ["C11", "PHG", 1_500_000, "yes", "C06", "£1,500,000", "yes", "base budget"])).swaps).toMatchObject([
    { line: "C11", fund: "PHG", balancePence: k(1_500), amountPence: k(1_500), fromReserve: true, serviceUnchanged: true, nextYearPlan: "base budget" },
  ]);
  expect(read(filled("Purse Classes", ["F3", "", 25, "agreed"], ["F4", "", null, ""])).achievable).toEqual({ F3: 25 });
});

test("the sheet says what moved in a sentence, and an answer stays when it is written again for a later snapshot", () => {
  const at = (name: string, contribution: number) => snapshotOfLines(brackenshireLines({ C05: { revisedPence: -contribution }, N03: { revisedPence: k(7_300) + contribution } }), name, null);
  const first = compareSnapshots(at("snapshot of 2026-06-30", k(3_000)), at("budget now", k(2_400)));
  expect(first.services.map(serviceWords)).toEqual(["Relieved: ICB £600,000; takes on: COUNCIL £600,000; made good if ICB pays COUNCIL £600,000."]);
  const grid = gridOf(shuntSheet([first], []));
  const [key, answer] = [grid.values[TABLE_HEADER_ROW]?.indexOf("Key") ?? -1, grid.values[TABLE_HEADER_ROW]?.indexOf("Agency's answer") ?? -1];
  const values = grid.values.map((row, i) => (i === TABLE_HEADER_ROW + 1 ? row.map((value, c) => (c === answer ? "The service was re-let at a lower price." : value)) : row));
  const later = gridOf(shuntSheet([compareSnapshots(at("snapshot of 2026-09-30", k(2_500)), at("budget now", k(2_400)))], [{ ...grid, values }]));
  expect(later.values[TABLE_HEADER_ROW + 1]?.[key]).toBe("O1 OP | snapshot");
  expect(later.values[TABLE_HEADER_ROW + 1]?.[answer]).toBe("The service was re-let at a lower price.");
});
