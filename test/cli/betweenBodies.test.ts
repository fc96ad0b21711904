// Money between two bodies, in a workbook of its own: both bodies' own approvers are shown in order, each by the row of its own scheme.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVirements } from "../../src/core/writing/virementRows";
import { PURSE_SHEETS } from "../../src/core/writing/sheetNames";
import { readWorkbook } from "../../src/file/readWorkbook";
import { gridsOf, officersAndCabinet, ruleTable, type FreshAgency, type RuleRow } from "../support/freshPartnership";
import { writeWorkbook } from "../support/freshWorkbook";
import { runCli } from "./runCli";

const folder = mkdtempSync(join(tmpdir(), "between-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pooled = { Pool: "Home first", Arrangement: "pooled" };
const AGENCIES: readonly FreshAgency[] = [
  { ref: "SALTER", name: "Salterton County Council", type: "Council", lines: [
    { ref: "S1", words: "Reablement team", budget: 600_000, forecast: 720_000, coding: pooled },
    { ref: "S2", words: "Pool income from NHS Salterton", budget: -400_000, forecast: -400_000, coding: { ...pooled, Fund: "PARTNER", Counterparty: "SICB" } },
  ] },
  { ref: "SICB", name: "NHS Salterton Integrated Care Board", type: "ICB", lines: [
    { ref: "I1", words: "Pool payment to Salterton County Council", budget: 400_000, forecast: 400_000, coding: { Fund: "ALLOC", Counterparty: "SALTER" } },
    { ref: "I2", words: "Continuing care", budget: 900_000, forecast: 700_000, coding: { Fund: "ALLOC" } },
  ] },
];

interface Approval { readonly agency: string; readonly approver: string; readonly rank: number; readonly ruleId: string; readonly agreementRuleId?: string }
interface Answer {
  readonly moves: readonly { readonly from: string; readonly to: string; readonly amountPence: number; readonly ruleIds: readonly string[]; readonly approvals: readonly Approval[] }[];
  readonly calls: readonly { readonly agency: string; readonly amountPence: number; readonly approvals: readonly Approval[] }[];
}

const file = (rows: readonly RuleRow[]): string => {
  const path = join(folder, "salterton.xlsx");
  writeWorkbook(path, gridsOf(AGENCIES, [ruleTable("Purse Schemes", rows)]));
  return path;
};
const BOTH = [...officersAndCabinet("SALTER"), ...officersAndCabinet("SICB").map((row) => ({ ...row, ...(row["Up to £"] === undefined ? { "Over £": 100_000 } : { "Up to £": 100_000 }) }))];

test("a payment needs the lower office first and the giver's before the taker's, each by its own row, under the gateway's agreement", async () => {
  const out = join(folder, "out.xlsx");
  const { moves } = JSON.parse((await runCli("suggest", file(BOTH), "--partners-pay", "--json", "--out", out)).stdout) as Answer;
  expect(moves.map((move) => [move.from, move.to, move.amountPence])).toEqual([["I2", "S1", 80_000_00]]);
  // £80,000 is the director's to the board and the cabinet's to the council.
  expect(moves[0]?.approvals).toEqual([
    { agency: "SICB", approver: "Director of NHS Salterton Integrated Care Board (SICB-S1), as a partner to the agreement (G01)", rank: 5, ruleId: "SICB-S1", agreementRuleId: "G01" },
    { agency: "SALTER", approver: "Cabinet of Salterton County Council (SALTER-S2), as a partner to the agreement (G01)", rank: 5, ruleId: "SALTER-S2", agreementRuleId: "G01" },
  ]);
  expect(moves[0]?.ruleIds).toEqual(["G01", "SICB-S1", "SALTER-S2"]);
  const sheet = readWorkbook(new Uint8Array(readFileSync(out)), "out.xlsx", null).find((grid) => grid.sheet === PURSE_SHEETS.virements);
  const [record] = sheet === undefined ? [] : readVirements(sheet).records;
  expect(record?.virement.approvals).toMatch(/Director of NHS Salterton Integrated Care Board \(SICB-S1\).*Cabinet of Salterton County Council \(SALTER-S2\)/s);
});

test("so does what is only asked of a partner, and a body without a scheme says so", async () => {
  const { calls } = JSON.parse((await runCli("suggest", file(officersAndCabinet("SALTER")), "--json")).stdout) as Answer;
  expect(calls.map((call) => [call.agency, call.amountPence])).toEqual([["SICB", 80_000_00]]);
  expect(calls[0]?.approvals.map(({ agency, approver, ruleId }) => [agency, approver, ruleId])).toEqual([
    ["SALTER", "Cabinet of Salterton County Council (SALTER-S2), as a partner to the agreement (G01)", "SALTER-S2"],
    ["SICB", "NHS Salterton Integrated Care Board (no scheme of virement entered), as a partner to the agreement (G01)", "G01"],
  ]);
  const { stdout } = await runCli("suggest", file(officersAndCabinet("SALTER")));
  expect(stdout.replace(/\s+/g, " ")).toContain("Needs: Cabinet of Salterton County Council (SALTER-S2), as a partner to the agreement (G01), then NHS Salterton");
});
