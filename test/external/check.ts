// Reads real files that the repository may not hold from a folder, and compares what is read with the figures they print.
// Use: npm run check:external -- DIR. Ends with 1 when a figure differs from the one expected here; other findings are only printed.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { STAGES, stagePence, type Stage } from "../../src/core/budget/line";
import { issueText } from "../../src/core/issues/issueText";
import { formatPounds } from "../../src/core/money/format";
import { readPartnership } from "../../src/core/reading/readPartnership";
import type { PartnershipReading } from "../../src/core/reading/types";
import { readWorkbook } from "../../src/file/readWorkbook";
import { comparePooled } from "./pooled";

interface Expected {
  readonly sheet: string;
  readonly stage: Stage;
  /** The sheet's printed total in its own currency unit, two decimals, without sign. */
  readonly total: number;
}

/** Printed totals, carried over by hand from the files. The Czech ones are in whole koruna and hellers, read as units and hundredths. */
const EXPECTED: Readonly<Record<string, readonly Expected[]>> = {
  "ustecky-region-2014/budget-and-outturn-2014.xlsx": [
    { sheet: "I.", stage: "original", total: 11_991_224_000 }, { sheet: "I.", stage: "revised", total: 12_958_857_585 }, { sheet: "I.", stage: "actual", total: 13_487_030_345.13 },
    { sheet: "II.", stage: "original", total: 13_018_128_000 }, { sheet: "II.", stage: "revised", total: 13_915_943_012 }, { sheet: "II.", stage: "actual", total: 13_044_612_382.29 },
    { sheet: "III.", stage: "revised", total: 957_085_427 }, { sheet: "XI.", stage: "revised", total: 753_221_459 }, { sheet: "XII.", stage: "revised", total: 830_709_781 },
    { sheet: "IX.", stage: "actual", total: 7_982_240_208.07 },
  ],
  "pss-ex1/ten-councils-2004-05.xlsx": [["Barnsley", 56_167], ["Bolton", 69_878], ["Bradford", 163_305], ["Calderdale", 48_338], ["Kirklees", 111_598], ["Knowsley", 35_820], ["Leeds", 210_649], ["Rotherham", 68_380], ["Sheffield", 145_165], ["Wigan", 77_573]]
    .map(([sheet, total]): Expected => ({ sheet: String(sheet), stage: "outturn", total: Number(total) })),
};

/** Read and summed up, with nothing expected yet. */
const ALSO = ["mhclg-rs", "mhclg-ra", "cape-town-2023", "nhs-tac-2019-20", "bonn-2017"];
const MOST_BYTES = 12_000_000;

function main(): number {
  const folder = process.argv[2];
  if (folder === undefined || !existsSync(folder)) {
    console.error("Name a folder with the files to read: npm run check:external -- DIR");
    return 2;
  }
  let differing = 0;
  for (const [name, expected] of Object.entries(EXPECTED)) {
    const path = join(folder, name);
    if (existsSync(path)) differing += compare(name, read(path), expected);
    else console.log(`${name}: not in this folder`);
  }
  differing += comparePooled(folder);
  for (const name of ALSO) {
    const at = join(folder, name);
    if (!existsSync(at)) continue;
    for (const file of readdirSync(at).sort().filter((f) => /\.(xlsx|xls|csv)$/.test(f) && statSync(join(at, f)).size <= MOST_BYTES)) summarise(`${name}/${file}`, read(join(at, file)));
  }
  console.log(differing === 0 ? "\nEvery expected figure was read." : `\n${differing} expected figures differ.`);
  return differing === 0 ? 0 : 1;
}

function read(path: string): PartnershipReading {
  return readPartnership(readWorkbook(new Uint8Array(readFileSync(path)), basename(path), null));
}

function compare(name: string, reading: PartnershipReading, expected: readonly Expected[]): number {
  console.log(`\n${name}`);
  let differing = 0;
  for (const { sheet, stage, total } of expected) {
    const lines = reading.lines.filter((line) => line.source.sheet === sheet);
    const found = Math.abs(lines.reduce((sum, line) => sum + (stagePence(line, stage) ?? 0), 0));
    // Calculated cells hold fractions of a penny: each line may be half a penny out.
    const close = Math.abs(found - Math.round(total * 100)) <= lines.length / 2 && Math.abs(found - Math.round(total * 100)) < 10;
    if (!close) differing += 1;
    console.log(`  ${close ? "agrees " : "DIFFERS"} ${sheet} ${stage}: printed ${formatPounds(Math.round(total * 100))}, ${lines.length} lines add to ${formatPounds(found)}`);
  }
  findings(reading);
  return differing;
}

function summarise(name: string, reading: PartnershipReading): void {
  console.log(`\n${name}: ${reading.lines.length} lines on ${reading.sheets.filter((s) => s.kind === "budget").length} of ${reading.sheets.length} sheets`);
  for (const sheet of reading.sheets.filter((s) => s.kind === "budget").slice(0, 8)) console.log(`  ${sheet.sheet}: ${sheet.sentence}`);
  const sums = STAGES.map((stage) => [stage, reading.lines.reduce((sum, line) => sum + (stagePence(line, stage) ?? 0), 0)] as const).filter(([, pence]) => pence !== 0);
  if (sums.length > 0) console.log(`  sums: ${sums.map(([stage, pence]) => `${stage} ${formatPounds(pence)}`).join(", ")}`);
  findings(reading);
}

function findings(reading: PartnershipReading): void {
  const red = reading.controls.filter((control) => control.result === "red");
  const green = reading.controls.filter((control) => control.result === "green");
  console.log(`  controls: ${green.length} agree, ${red.length} do not`);
  for (const control of red.slice(0, 6)) console.log(`    ${control.id} ${control.subject}: ${control.note}`);
  for (const issue of reading.issues.filter((i) => i.severity !== "info").slice(0, 6)) console.log(`    ${issue.severity}: ${issueText(issue)}`);
}

process.exitCode = main();
