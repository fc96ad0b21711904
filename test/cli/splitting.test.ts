// Splits and returns, in workbooks of their own with a virement already in the register: parts of one move are approved as their sum, and nothing is sent back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PURSE_SHEETS } from "../../src/core/writing/sheetNames";
import { readVirements } from "../../src/core/writing/virementRows";
import { patchWorkbook } from "../../src/file/patch/patchWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import { gridsOf, officersAndCabinet, ruleTable, type FreshLine } from "../support/freshPartnership";
import { writeWorkbook } from "../support/freshWorkbook";
import { runCli } from "./runCli";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "splitting-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (ref: string, words: string, budget: number, forecast: number): FreshLine => ({ ref, words, budget, forecast });

function budgets(...lines: readonly FreshLine[]): string {
  const file = join(folder, "ridings.xlsx");
  writeWorkbook(file, gridsOf([{ ref: "RIDINGS", name: "Ridings County Council", type: "Council", lines }], [ruleTable("Purse Schemes", officersAndCabinet("RIDINGS"))]));
  return file;
}

/** Suggests on the first day, accepts everything and applies it, so that the register holds it. Returns the workbook with the register. */
async function registered(file: string, date: string): Promise<string> {
  const result = join(folder, "result.xlsx");
  expect((await runCli("suggest", file, "--out", result, "--date", date)).code).toBe(0);
  const bytes = new Uint8Array(readFileSync(result));
  const sheet = readWorkbook(bytes, "result.xlsx", null).find((grid) => grid.sheet === PURSE_SHEETS.virements);
  const records = sheet === undefined ? [] : readVirements(sheet).records;
  expect(records).toHaveLength(1);
  const changes = records.map(({ places }) => ({ sheet: PURSE_SHEETS.virements, address: places[0]?.decisionAt ?? "", before: "waiting", after: "accepted", why: "test" }));
  writeFileSync(result, patchWorkbook(bytes, "result.xlsx", changes));
  expect(await runCli("apply", file, "--decisions", result, "--in-place", "--by", "Treasurer", "--date", date)).toMatchObject({ code: 0 });
  return result;
}

interface Answer {
  readonly moves: readonly { readonly from: string; readonly to: string; readonly amountPence: number; readonly rank: number; readonly ruleIds: readonly string[] }[];
  readonly blocked: readonly { readonly from: string; readonly to: string; readonly ruleId: string }[];
}

/** The next look, with the agency's sheet as it has become. */
async function next(register: string, date: string, ...cells: readonly (readonly [string, number, number])[]): Promise<Answer> {
  const file = join(folder, "ridings.xlsx");
  const changes = cells.map(([address, before, after]) => ({ sheet: "RIDINGS", address, before, after, why: "a new forecast" }));
  writeFileSync(file, patchWorkbook(new Uint8Array(readFileSync(file)), "ridings.xlsx", changes));
  return JSON.parse((await runCli("suggest", file, register, "--json", "--date", date)).stdout) as Answer;
}

const HOMES = line("R1", "Care homes", 400_000, 440_000);
const DAY = line("R2", "Day centres", 200_000, 160_000);
const MEALS = line("R3", "Meals on wheels", 100_000, 100_000);

test("a second part into the same line, by another line and some days later, is approved with the first", async () => {
  const register = await registered(budgets(HOMES, DAY, MEALS), "2026-09-28");
  const { moves } = await next(register, "2026-10-15", ["D5", 440_000, 465_000], ["D7", 100_000, 75_000]);
  expect(moves).toEqual([expect.objectContaining({ from: "R3", to: "R1", amountPence: 25_000_00, rank: 3, ruleIds: ["P9", "RIDINGS-S2"] })]);
});

test("after thirty days it is a move of its own", async () => {
  const register = await registered(budgets(HOMES, DAY, MEALS), "2026-09-14");
  const { moves } = await next(register, "2026-10-15", ["D5", 440_000, 465_000], ["D7", 100_000, 75_000]);
  expect(moves).toEqual([expect.objectContaining({ from: "R3", to: "R1", rank: 2, ruleIds: ["RIDINGS-S1"] })]);
});

test("money that came from a line this year is not sent back to it, while other money goes", async () => {
  const register = await registered(budgets(HOMES, DAY, MEALS), "2026-07-01");
  const { moves, blocked } = await next(register, "2026-10-15", ["D5", 440_000, 420_000], ["D6", 160_000, 185_000], ["D7", 100_000, 95_000]);
  expect(moves.map((move) => [move.from, move.to, move.amountPence])).toEqual([["R3", "R2", 5_000_00]]);
  expect(blocked).toEqual([expect.objectContaining({ from: "R1", to: "R2", ruleId: "P16" })]);
});
