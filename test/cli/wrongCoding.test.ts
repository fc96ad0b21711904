// Coding that would let money go if it were taken at its word, in a workbook of its own: each is named with its cell, and no suggestion rests on it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellValue } from "../../src/core/reading/grid";
import { gridsOf, officersAndCabinet, ruleTable, withRows, type FreshAgency, type FreshLine } from "../support/freshPartnership";
import { writeWorkbook } from "../support/freshWorkbook";
import { runCli } from "./runCli";

const folder = mkdtempSync(join(tmpdir(), "wrong-coding-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHORT: FreshLine = { ref: "M1", words: "Home support hours", budget: 400_000, forecast: 430_000 };
const SPARE: FreshLine = { ref: "M2", words: "Respite beds", budget: 300_000, forecast: 285_000 };
const OTHER: FreshLine = { ref: "M3", words: "Sitting service", budget: 90_000, forecast: 80_000 };
const coded = (line: FreshLine, coding: Readonly<Record<string, CellValue>>): FreshLine => ({ ...line, coding });

interface Answer {
  readonly refused?: boolean;
  readonly moves?: readonly { readonly from: string; readonly to: string }[];
  readonly unclosed?: readonly { readonly line: string; readonly reason: string }[];
  readonly blocked?: readonly { readonly from: string; readonly ruleId: string; readonly reason: string }[];
  readonly issues: readonly { readonly code: string; readonly sentence: string; readonly where: { readonly sheet: string; readonly address: string } | null }[];
}

async function suggest(...lines: readonly FreshLine[]): Promise<Answer> {
  const agencies: FreshAgency[] = [
    { ref: "MERCIA", name: "Mercia County Council", type: "Council", lines },
    { ref: "MICB", name: "NHS Mercia Integrated Care Board", type: "ICB", lines: [{ ref: "T1", words: "Community nursing", budget: 100_000, forecast: 100_000, coding: { Fund: "ALLOC" } }] },
  ];
  const relief = { Rule: "F-REL", Fund: "RELIEF", Name: "relief grant", "Ring-fence": "RELIEF", Hardness: "hard", Purposes: "K1", Movable: "yes" };
  const file = join(folder, "mercia.xlsx");
  writeWorkbook(file, gridsOf(agencies, [ruleTable("Purse Schemes", [...officersAndCabinet("MERCIA"), ...officersAndCabinet("MICB")]), withRows("Purse Funds", relief)]));
  return JSON.parse((await runCli("suggest", file, "--date", "2026-10-15", "--json")).stdout) as Answer;
}

const at = (answer: Answer, code: string): readonly (string | undefined)[] => answer.issues.filter((issue) => issue.code === code).map((issue) => issue.where?.address);
const from = (answer: Answer): readonly string[] | undefined => answer.moves?.map((move) => `${move.from}>${move.to}`);

test("without a fault both lines give", async () => {
  const answer = await suggest(SHORT, SPARE, OTHER);
  expect(at(answer, "coding-invalid")).toEqual([]);
  expect(from(answer)).toEqual(["M2>M1", "M3>M1"]);
});

// The heading, what its cell holds, the cell, and words of the sentence.
test.each<[string, string, CellValue, string, string]>([
  ["a negative statutory minimum", "Statutory floor £", -290_000, "O7", '"-290000" can\'t be read as Statutory floor £'],
  ["a negative commitment", "Committed £", "(50,000)", "M7", "an amount of nothing or more"],
  ["a counterparty that is the body itself", "Counterparty", "Mercia County Council", "H7", "another body than the line's own"],
  ["a counterparty that is no partner", "Counterparty", "Ministry of Magic", "H7", "a partner in the partners table"],
  ["a fund that is the body itself", "Fund", "MERCIA", "F7", "not the name of a body"],
  ["a fund that is another partner", "Fund", "MICB", "F7", "not the name of a body"],
  ["a pool that is the body itself", "Pool", "Mercia County Council", "F7", "not of one body"],
])("%s is named with its cell, and nothing is suggested", async (_name, heading, value, address, words) => {
  const answer = await suggest(SHORT, coded(SPARE, { [heading]: value }), OTHER);
  expect([answer.refused, answer.moves]).toEqual([true, undefined]);
  expect(answer.issues.filter((issue) => issue.code === "coding-invalid").map((issue) => [issue.where?.sheet, issue.where?.address])).toEqual([["Coding", address]]);
  expect(answer.issues.find((issue) => issue.code === "coding-invalid")?.sentence).toContain(words);
});

test("a recharge may name its own body", async () => {
  const recharge: FreshLine = { ref: "M4", words: "Internal recharge: transport", budget: 5_000, forecast: 5_000, coding: { Counterparty: "MERCIA" } };
  const answer = await suggest(SHORT, SPARE, recharge);
  expect(at(answer, "coding-invalid")).toEqual([]);
  expect(from(answer)).toEqual(["M2>M1"]);
});

test.each(["RELIEF 310,000", "GEN 200,000; RELIEF 110,000", "RELIEF 310,000; GEN"])("a split of more than the line holds (%s) is named with its cell, and the line gives nothing", async (split) => {
  const answer = await suggest(SHORT, coded(SPARE, { Fund: split }), OTHER);
  expect(at(answer, "funding-split")).toEqual(["F7"]);
  expect(answer.issues.find((issue) => issue.code === "funding-split")?.sentence).toContain("until then nothing is moved from the line or to it");
  expect(from(answer)).toEqual(["M3>M1"]);
  expect(answer.blocked?.map(({ from: source, ruleId }) => [source, ruleId])).toEqual([["M2", "R6"]]);
});

test("nor does a line whose split is more than it holds take anything", async () => {
  const answer = await suggest(coded(SHORT, { Fund: "GEN 410,000" }), SPARE, OTHER);
  expect(answer.moves).toEqual([]);
  expect(answer.unclosed).toEqual([expect.objectContaining({ line: "M1", reason: expect.stringContaining("agree the split first") as string })]);
});

test("of a fund of which more is coded than comes in nothing is moved, while other money still is", async () => {
  const grant: FreshLine = { ref: "M5", words: "Relief grant", budget: -250_000, forecast: -250_000, coding: { Fund: "RELIEF", "Ring-fence": "RELIEF" } };
  const whole = await suggest(SHORT, coded(SPARE, { Fund: "RELIEF", "Ring-fence": "RELIEF" }), OTHER, { ...grant, budget: -300_000, forecast: -300_000 });
  expect(from(whole)).toEqual(["M2>M1", "M3>M1"]);
  const over = await suggest(SHORT, coded(SPARE, { Fund: "RELIEF", "Ring-fence": "RELIEF" }), OTHER, grant);
  expect(at(over, "funding-split")).toEqual(["F7"]);
  expect(from(over)).toEqual(["M3>M1"]);
  expect(over.blocked?.map(({ from: source, ruleId }) => [source, ruleId])).toEqual([["M2", "R6"]]);
});
