// The workbooks that LibreOffice recalculates.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consolidate } from "../../src/app/consolidate";
import { viewSheets } from "../../src/app/results";
import { poolPositions } from "../../src/core/pooling/poolPosition";
import { startingTerms } from "../../src/core/pooling/poolsTable";
import type { PoolTerms } from "../../src/core/pooling/poolTerms";
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
    { name: "a partnership without a line", sheets: writtenSheets({ ...brackenshireReading(), lines: [] }) },
  ];
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
