// What partners enter in their workbook reaches the suggestions, the checks and the sheets: limits of the year, links, substitutions, snapshots.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askedBeside } from "../../src/app/askedBeside";
import { consolidate, type Consolidation } from "../../src/app/consolidate";
import { costShunts } from "../../src/app/costShunt";
import { suggestionSheets, viewSheets } from "../../src/app/results";
import { defaultOptions, suggest } from "../../src/app/suggest";
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import { TABLE_HEADER_ROW } from "../../src/core/tables/table";
import type { Suggestions } from "../../src/core/virement/types";
import type { SheetSpec } from "../../src/core/writing/types";
import { readWorkbook } from "../../src/file/readWorkbook";
import { createHighsInProcess } from "../../src/solver/highsInProcess";

const DATE = "2026-10-15";
const solver = createHighsInProcess();
const sample = readWorkbook(readFileSync(join(__dirname, "../../samples/brackenshire.xlsx")), "brackenshire.xlsx");
const first = consolidate(sample);
const look = (from: Consolidation): Promise<Suggestions> => suggest(from, defaultOptions(DATE), solver);
const sheets = (from: Consolidation): SheetSpec[] => viewSheets({ from, refreshedOn: DATE, sources: ["brackenshire.xlsx"] });
const gridOf = (spec: SheetSpec): SheetGrid => ({ file: "brackenshire.xlsx", sheet: spec.name, visibility: "visible", values: spec.rows.map((row) => row.map((cell) => cell?.value ?? null)) });

/** The sample with one of the partners' sheets filled in. */
function withRows(name: string, ...rows: readonly CellValue[][]): SheetGrid[] {
  const spec = sheets(first).find((sheet) => sheet.name === name);
  if (spec === undefined) throw new Error(`no sheet ${name}`);
  const grid = gridOf(spec);
  return [...sample, { ...grid, values: [...grid.values.slice(0, TABLE_HEADER_ROW + 1), ...rows] }];
}

/** The sample with cells of its own rule sheets changed, each found by its rule and heading. */
function withRules(changes: readonly (readonly [rule: string, heading: string, value: CellValue])[]): SheetGrid[] {
  return sample.map((grid) => {
    if (grid.sheet !== "Purse Schemes") return grid;
    const headings = grid.values[TABLE_HEADER_ROW] ?? [];
    return { ...grid, values: grid.values.map((row) => row.map((value, c) => changes.find(([rule, heading]) => row[0] === rule && headings[c] === heading)?.[2] ?? value)) };
  });
}

test("a link that the partners entered reaches the guard of suggestions", async () => {
  const found = await look(consolidate(withRows("Purse Links", ["C04", "N04", null, "", "", ""])));
  expect(found.moves.map((move) => move.from)).toEqual(["N01"]);
  expect(found.blocked.find((blocked) => blocked.ruleId === "SHUNT")?.reason).toContain("not quantified");
});

test("a fault in the rule books stops the looking, with the cell; the pane gets the same refusal as the command line", async () => {
  const from = consolidate(withRows("Purse Links", ["C04", "N04", "much", "", "audit", ""]));
  await expect(look(from)).rejects.toThrow(/Purse Links!C5.*Nothing|Nothing was suggested.*Purse Links!C5/);
});

test("limits of the year count what is accepted in the workbook, and moves of one set count for each other", async () => {
  const perHead = withRules([["COUNCIL-S1", "Cumulative", "per head"], ["COUNCIL-S2", "Cumulative", "per head"]]);
  const from = consolidate(perHead);
  const found = await look(from);
  expect(found.moves.map((move) => [move.from, move.to, move.rank])).toEqual([["N01", "N04", 2], ["C04", "C01", 3], ["C04", "C06", 3]]);
  // Alone C06's 105,000 would be the director's; after 315,000 from the same head it is the Executive's, and the proof says so.
  const ranks = found.proof.stages.find((stage) => stage.objective === "sum-of-ranks");
  expect(ranks).toMatchObject({ value: 8, bound: 7, optimal: false });
  const accepted = suggestionSheets(from, found).filter((sheet) => sheet.name === "Virements").map(gridOf).map((grid) => {
    const at = grid.values[TABLE_HEADER_ROW]?.indexOf("Decision") ?? -1;
    return { ...grid, values: grid.values.map((row, i) => (i > TABLE_HEADER_ROW ? row.map((value, c) => (c === at && row[3] === "C01" ? "accepted" : value)) : row)) };
  });
  const again = await look(consolidate([...perHead, ...accepted]));
  // What is accepted is not suggested once more, and counts: C06's 105,000 is the Executive's still.
  expect(again.moves.filter((move) => move.from === "C04").map((move) => [move.to, move.amountPence, move.rank])).toEqual([["C06", 10_500_000, 3]]);
  const needOf = ({ pressures }: typeof again): number => pressures.find(({ lineId }) => lineId === "C01")?.pence ?? 0;
  expect(needOf(found) - needOf(again)).toBe(31_500_000);
  const [after] = again.moves.filter((move) => move.from === "C04");
  expect(after?.explanation).toContain("Its budget is taken with £315,000 less, for virements agreed and not in the sheet yet.");
});

test("T-4.3 what central money would add is told apart, and no suggestion uses it", async () => {
  const found = await look(first);
  const { localist } = askedBeside(first, found);
  expect([localist.totalPence, localist.extra.map((line) => line.lineId)]).toEqual([12_000_000, ["B01", "J02"]]);
  expect(found.moves.some((move) => localist.extra.some((line) => line.lineId === move.from))).toBe(false);
});

test("T-4.2 a proposed substitution is judged with the workbook's own rules", async () => {
  const from = consolidate(withRows("Purse Swaps", ["C11", "PHG", 100_000, "yes", "C17", 100_000, "yes", ""]));
  const { substitutions } = askedBeside(from, await look(from));
  expect(substitutions).toHaveLength(1);
  expect(substitutions[0]).toMatchObject({ allowed: false, approval: { rank: 4 } });
  expect(substitutions[0]?.conditions.find((condition) => !condition.met)?.words).toContain("C11 is something that");
});

const AIMS = ["pressure-closed", "highest-rank", "sum-of-ranks", "number-of-moves", "inter-agency-cash", "unfairness", "same-service", "headroom-left"];
const aims = (...order: readonly string[]): CellValue[][] => order.map((aim, i) => [aim, i + 1, ""]);

test("the partners' own order of aims is the one that is solved for", async () => {
  const moves = (from: Consolidation) => look(from).then((found) => ({ stages: found.model.stages.map((stage) => stage.objective), ranks: found.moves.map((move) => move.rank), closed: found.closedPence }));
  expect(await moves(first)).toEqual({ stages: AIMS, ranks: [2, 2, 3], closed: 72_000_000 });
  // The lowest approval first: as one may always leave the money where it is, nothing moves.
  const [second = "", firstAim = "", ...others] = [AIMS[0], AIMS[1], ...AIMS.slice(2)];
  const swapped = [firstAim, second, ...others];
  expect(await moves(consolidate(withRows("Purse Aims", ...aims(...swapped))))).toEqual({ stages: swapped, ranks: [], closed: 0 });
  // Fewest moves before approvals.
  const fewest = [AIMS[0] ?? "", "number-of-moves", ...AIMS.slice(1).filter((aim) => aim !== "number-of-moves")];
  expect((await moves(consolidate(withRows("Purse Aims", ...aims(...fewest))))).closed).toBe(72_000_000);
});

test.each<[string, CellValue[][], string]>([
  ["an aim that is not known", [...aims(...AIMS.slice(0, 7)), ["be kind", 8, ""]], "A12"],
  ["two aims of one number", [...aims(...AIMS.slice(0, 7)), ["headroom-left", 3, ""]], "B12"],
  ["an aim that stands twice", [...aims(...AIMS), ["unfairness", 9, ""]], "A13"],
  ["a number that is none", [...aims(...AIMS.slice(0, 7)), ["headroom-left", "last", ""]], "B12"],
  ["an aim that is missing", aims(...AIMS.slice(0, 7)), "A1"],
])("%s is an issue with its cell, and nothing is suggested", async (_, rows, address) => {
  const from = consolidate(withRows("Purse Aims", ...rows));
  expect(from.issues.filter((issue) => issue.where?.sheet === "Purse Aims").map((issue) => [issue.code, issue.severity, issue.where?.address])).toEqual([["rule-invalid", "error", address]]);
  await expect(look(from)).rejects.toThrow("Nothing was suggested");
});

test("T-7.1 what one consolidation pooled is the snapshot that the next one tests for shunts", () => {
  const snapshot = sheets(first).filter((sheet) => sheet.name === "Purse Snapshot").map(gridOf);
  const [pay, take] = ["N03", "C05"].map((id) => first.reading.lines.find((line) => line.id === id)?.source);
  const cut = sample.map((grid) => {
    const addresses = [pay, take].filter((source) => source?.sheet === grid.sheet).map((source) => source?.cells.revised);
    return addresses.length === 0 ? grid : { ...grid, values: grid.values.map((row, r) => row.map((value, c) => (addresses.includes(`${String.fromCharCode(65 + c)}${r + 1}`) ? smaller(value) : value))) };
  });
  const later = consolidate([...cut, ...snapshot]);
  const [, since] = costShunts(later, DATE);
  expect(since?.before).toBe(`snapshot of ${DATE}`);
  expect(since?.services.find((service) => service.outcome === "O1")?.result).toMatchObject({ verdict: "pure-shunt", shuntPence: 60_000_000, ratio: 1 });
  expect(sheets(later).find((sheet) => sheet.name === "Purse Cost Shunt")?.rows.some((row) => row[4]?.value === "a shunt: cost moved, nothing saved")).toBe(true);
});

/** £600,000 less, in whichever unit the sheet keeps. */
function smaller(value: CellValue): CellValue {
  if (typeof value !== "number") return value;
  return Math.sign(value) * (Math.abs(value) - (Math.abs(value) > 100_000 ? 600_000 : 600));
}
