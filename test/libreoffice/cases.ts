// The workbooks that LibreOffice recalculates.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate } from "../../src/app/consolidate";
import { viewSheets } from "../../src/app/results";
import { poolPositions } from "../../src/core/pooling/poolPosition";
import { startingTerms } from "../../src/core/pooling/poolsTable";
import type { PoolTerms } from "../../src/core/pooling/poolTerms";
import { DECISIONS, withAgreements, type Virement } from "../../src/core/virement/life";
import { afterVirementsSheet } from "../../src/core/writing/afterVirements";
import { virementsSheet } from "../../src/core/writing/virementTable";
import { readWorkbook } from "../../src/file/readWorkbook";
import type { SheetSpec } from "../../src/core/writing/types";
import { brackenshireReading, k } from "../support/brackenshireLines";
import { withLastYear, writtenSheets } from "../support/writtenSheets";

export interface Case {
  readonly name: string;
  readonly sheets: readonly SheetSpec[];
}

const ODD_KEYS: Parameters<typeof brackenshireReading>[0] = {
  C01: { sections: ["Adults*"], revisedPence: k(42_000) + 1, funding: [{ fund: "GEN", ringFence: null, pence: k(42_000) + 1 }] },
  C02: { sections: ["Adults (65+)?"], forecastPence: null },
  C04: { sections: [">50s"] },
  C06: { sections: ["=1+1"] },
  N01: { sections: ["2026"], funding: [{ fund: "ALLOC", ringFence: null, pence: k(20_000) }] },
  N02: { sections: ["ADULTS*"], funding: [] },
  P01: { sections: ["\u00e9l\u00e8ves & \"others\""], nature: "RESERVE_MOVE" },
  V02: { counterparty: "HOSPICE" },
};

const SAMPLES = join(__dirname, "../../samples");

export function cases(): readonly Case[] {
  const separate = readdirSync(join(SAMPLES, "separate")).filter((name) => name.endsWith(".xlsx")).sort();
  return [
    { name: "the partnership workbook of the samples", sheets: resultOf(["brackenshire.xlsx"]) },
    { name: "the samples' separate workbooks", sheets: resultOf(separate.map((name) => `separate/${name}`)) },
    { name: "Brackenshire from its lines", sheets: writtenSheets(brackenshireReading()) },
    { name: "keys that a spreadsheet could take for patterns, numbers or formulas", sheets: writtenSheets(brackenshireReading(ODD_KEYS)) },
    { name: "beside last year, in cash and real terms", sheets: besideLastYear() },
    { name: "two pools under agreements", sheets: pooledUnder() },
    { name: "virements at every status, and the budgets after them", sheets: virements() },
    { name: "a partnership without a line", sheets: writtenSheets({ ...brackenshireReading(), lines: [] }) },
  ];
}

/** One and two approvers with every mixture of decisions, applied ones, and one between bodies. */
function virements(): SheetSpec[] {
  const decided = DECISIONS.flatMap((first) => [[first], ...DECISIONS.map((second) => [first, second])]);
  const rows = decided.map((decisions, i): Virement => withAgreements({
    id: `V${i}`, from: i % 2 === 0 ? "C04" : "N01", to: i % 3 === 0 ? "C06" : "C01", amountPence: 100 * i + 1, recurrence: "one-off", instrument: "", ruleIds: [], approvals: decisions.map((_, a) => `approver ${a} (A)`).join(", then "),
    rank: 2, why: "", suggestedOn: "2026-10-15", version: 1, suggestedPence: 100 * i + 1, expiresOn: null, agreements: [], decision: "waiting", decidedBy: "", reason: "",
    state: i === 3 ? "applied" : i === 4 ? "draft" : "suggested",
  }, decisions.map((decision, a) => ({ approver: `approver ${a} (A)`, decision, by: "", on: "" }))));
  const reading = brackenshireReading();
  return [virementsSheet(rows, reading.lines), afterVirementsSheet(rows, reading, "2026-10-15")];
}

/** All that the command line writes for these files. */
function resultOf(paths: readonly string[]): SheetSpec[] {
  const grids = paths.flatMap((path) => readWorkbook(readFileSync(join(SAMPLES, path)), path));
  return viewSheets({ from: consolidate(grids), refreshedOn: "2026-10-15", sources: paths });
}

/** A pool with a balance and a windfall split beside one whose host buys from a partner. */
function pooledUnder(): SheetSpec[] {
  const pool = "2nd pool (50+)*";
  const second = { pool, arrangement: "pooled" } as const;
  const reading = brackenshireReading({ C15: second, C16: second, C17: second, V03: second, V01: second, C01: { forecastPence: k(40_000) + 1 } });
  const terms = startingTerms(poolPositions(reading)).map((row): PoolTerms => ({
    ...row, underspend: "windfall split", windfallPercent: 30, broughtForwardPence: 12_345, contributions: [{ agency: "ICB", pence: k(10_300) }],
  }));
  return writtenSheets(reading, terms);
}

function besideLastYear(): SheetSpec[] {
  const reading = brackenshireReading();
  return writtenSheets(reading, [], withLastYear(reading));
}
