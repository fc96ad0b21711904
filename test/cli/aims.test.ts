// The order of aims as the partners number it in their workbook: each order gives the set that it asks for, and the stages follow it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetGrid } from "../../src/core/reading/grid";
import { gridsOf, officersAndCabinet, ruleTable } from "../support/freshPartnership";
import { writeWorkbook } from "../support/freshWorkbook";
import { runCli } from "./runCli";

const folder = mkdtempSync(join(tmpdir(), "aims-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHIPPED = ["pressure-closed", "highest-rank", "sum-of-ranks", "number-of-moves", "inter-agency-cash", "unfairness", "same-service", "headroom-left"];

/** £60,000 is needed: one line has it all, which needs Cabinet; two others have half of it each, of which directors decide. */
async function suggest(...first: readonly string[]): Promise<{ readonly moves: readonly (readonly [string, number, number])[]; readonly stages: readonly string[] }> {
  const order = [...first, ...SHIPPED.filter((aim) => !first.includes(aim))];
  const aims: SheetGrid = { file: null, sheet: "Purse Aims", visibility: "visible", values: [["Aims"], ["Yours to reorder"], [null], ["Aim", "Order", "What it means"], ...SHIPPED.map((aim) => [aim, order.indexOf(aim) + 1, ""])] };
  const line = (ref: string, words: string, budget: number, forecast: number) => ({ ref, words, budget, forecast, coding: {} });
  const lines = [line("E1", "Foster care", 500_000, 560_000), line("E2", "Youth clubs", 300_000, 240_000), line("E3", "Play schemes", 200_000, 170_000), line("E4", "Toy libraries", 100_000, 70_000)];
  const file = join(folder, "elmet.xlsx");
  writeWorkbook(file, gridsOf([{ ref: "ELMET", name: "Elmet Borough Council", type: "Council", lines }], [ruleTable("Purse Schemes", officersAndCabinet("ELMET")), aims]));
  const found = JSON.parse((await runCli("suggest", file, "--json", "--date", "2026-10-15")).stdout) as { moves: readonly { from: string; amountPence: number; rank: number }[]; proof: { stages: readonly { objective: string; optimal: boolean }[] } };
  expect(found.proof.stages.every((stage) => stage.optimal)).toBe(true);
  return { moves: found.moves.map((move) => [move.from, move.amountPence, move.rank] as const), stages: found.proof.stages.map((stage) => stage.objective) };
}

test("as shipped, the lower approval comes before fewer moves", async () => {
  const { moves, stages } = await suggest();
  expect(stages).toEqual(SHIPPED);
  expect(Math.max(...moves.map(([, , rank]) => rank))).toBe(2);
  expect(moves.length).toBe(2);
});

test("fewer moves before approvals: one move, which needs Cabinet", async () => {
  const { moves, stages } = await suggest("pressure-closed", "number-of-moves");
  expect(stages.slice(0, 3)).toEqual(["pressure-closed", "number-of-moves", "highest-rank"]);
  expect(moves).toEqual([["E2", 60_000_00, 3]]);
});

test("the lowest approval, or the most headroom, before any pressure: nothing is moved", async () => {
  expect((await suggest("highest-rank")).moves).toEqual([]);
  expect((await suggest("headroom-left", "number-of-moves")).moves).toEqual([]);
});
