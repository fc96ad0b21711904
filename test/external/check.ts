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
    { sheet: "III.", stage: "original", total: 1_026_904_000 }, { sheet: "III.", stage: "revised", total: 957_085_427 }, { sheet: "III.", stage: "actual", total: 442_417_962.84 }, { sheet: "XI.", stage: "original", total: 402_115_000 }, { sheet: "XI.", stage: "revised", total: 753_221_459 }, { sheet: "XI.", stage: "actual", total: 810_481_814.65 },
    { sheet: "XII.", stage: "original", total: 67_374_000 }, { sheet: "XII.", stage: "revised", total: 830_709_781 }, { sheet: "XII.", stage: "actual", total: 643_029_079.51 },
    { sheet: "IX.", stage: "actual", total: 7_982_240_208.07 },
  ],
  "pss-ex1/ten-councils-2004-05.xlsx": [["Barnsley", 56_167], ["Bolton", 69_878], ["Bradford", 163_305], ["Calderdale", 48_338], ["Kirklees", 111_598], ["Knowsley", 35_820], ["Leeds", 210_649], ["Rotherham", 68_380], ["Sheffield", 145_165], ["Wigan", 77_573]]
    .map(([sheet, total]): Expected => ({ sheet: String(sheet), stage: "outturn", total: Number(total) })),
};

/** A published total over all bodies of a table, in the table's own unit, as a control names it. */
interface Published {
  readonly name: string;
  readonly total: number;
  /** How far the lines may stand from it, in the same unit: what rounding of each body's figures makes. */
  readonly within: number;
}

interface ManyBodies {
  readonly agencies: number;
  readonly agreeing: number;
  readonly published: readonly Published[];
}

/** Returns of many bodies, £000: bodies read, printed totals that re-add, and the sums published over all of them. */
const MANY_BODIES: Readonly<Record<string, ManyBodies>> = {
  "mhclg-rs/lancashire-17-agencies-rs-2017-18.csv": { agencies: 17, agreeing: 136, published: [
    { name: "TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)", total: 2_636_242.58, within: 0.1 }, { name: "NET CURRENT EXPENDITURE", total: 3_060_161.76, within: 1 },
    { name: "NET REVENUE EXPENDITURE", total: 1_443_511.03, within: 5 },
  ] },
  "mhclg-rs/revenue-outturn-summary-2014-15.xlsx": { agencies: 444, agreeing: 3689, published: [
    { name: "ENGLAND", total: 23_964_298, within: 1 }, { name: "LONDON BOROUGHS", total: 2_630_779, within: 1 }, { name: "METROPOLITAN DISTRICTS", total: 3_531_251, within: 1 },
    { name: "UNITARY AUTHORITIES", total: 4_575_704, within: 1 }, { name: "SHIRE COUNTIES", total: 8_064_165, within: 1 }, { name: "SHIRE DISTRICTS", total: 1_468_524, within: 1 },
    { name: "OTHER AUTHORITIES", total: 3_693_875, within: 1 }, { name: "TOTAL SERVICE EXPENDITURE (TOTAL OF LINES 190 to 698)", total: 91_198_676, within: 4 },
    { name: "NET CURRENT EXPENDITURE(TOTAL OF LINES 699to748)", total: 112_403_971, within: 6 }, { name: "NET REVENUE EXPENDITURE (TOTAL OF LINES 800 TO 804)", total: 55_090_108, within: 8 },
    { name: "COUNCIL TAX REQUIREMENT (TOTAL OF LINES 805 TO 880)", total: 23_964_298, within: 5 },
  ] },
  "mhclg-ra/england-unitaries-ra-2026-27.csv": { agencies: 13, agreeing: 13, published: [{ name: "Total service expenditure (published)", total: 5_017_909, within: 0 }] },
};

/** Read and summed up, every printed total that differs listed. */
const ALSO = ["cape-town-2023", "nhs-tac-2019-20", "bonn-2017"];
const MOST_LISTED = 40;
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
  for (const [name, expected] of Object.entries(MANY_BODIES)) {
    const path = join(folder, name);
    if (existsSync(path)) differing += compareBodies(name, read(path), expected);
    else console.log(`${name}: not in this folder`);
  }
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

function compareBodies(name: string, reading: PartnershipReading, expected: ManyBodies): number {
  console.log(`\n${name}: ${reading.lines.length} lines`);
  let differing = 0;
  const say = (right: boolean, text: string): void => {
    if (!right) differing += 1;
    console.log(`  ${right ? "agrees " : "DIFFERS"} ${text}`);
  };
  const totals = reading.sheets.flatMap((sheet) => sheet.totals);
  const agreeing = reading.sheets.reduce((sum, sheet) => sum + Number(/([\d,]+) printed totals? agrees?/.exec(sheet.sentence)?.[1]?.replace(/,/g, "") ?? 0), 0);
  say(reading.agencies.length === expected.agencies, `${reading.agencies.length} agencies`);
  say(agreeing === expected.agreeing && totals.length === expected.agreeing, `${agreeing} of ${totals.length} printed totals re-add`);
  for (const { name: total, total: thousands, within } of expected.published) {
    const control = reading.controls.find((c) => c.id === "R1" && c.subject.endsWith(`, ${total}`));
    const [printed, found] = [(control?.expectedPence ?? 0) / 100_000, (control?.foundPence ?? 0) / 100_000];
    say(control?.result === "green" && Math.abs(printed - thousands) <= 0.005 && Math.abs(found - printed) <= within, `${total}: published ${thousands}, printed figures add to ${printed}, lines to ${found}`);
  }
  findings(reading);
  return differing;
}

function summarise(name: string, reading: PartnershipReading): void {
  console.log(`\n${name}: ${reading.lines.length} lines on ${reading.sheets.filter((s) => s.kind === "budget").length} of ${reading.sheets.length} sheets`);
  for (const sheet of reading.sheets.filter((s) => s.kind === "budget").slice(0, 8)) console.log(`  ${sheet.sheet}: ${sheet.sentence}`);
  const sums = STAGES.map((stage) => [stage, reading.lines.reduce((sum, line) => sum + (stagePence(line, stage) ?? 0), 0)] as const).filter(([, pence]) => pence !== 0);
  const off = reading.sheets.flatMap((sheet) => sheet.totals).filter((total) => total.computedPence !== null && Math.abs(total.printedPence - total.computedPence) > 0);
  for (const { label, stage, cell, printedPence, computedPence } of off.slice(0, MOST_LISTED)) {
    console.log(`    ${cell.sheet}!${cell.address} ${label}, ${stage}: printed ${formatPounds(printedPence)}, lines ${formatPounds(computedPence ?? 0)}, difference ${formatPounds(printedPence - (computedPence ?? 0))}`);
  }
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
