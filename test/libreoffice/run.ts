// Recalculates what we write with LibreOffice and compares every formula cell with our own figure. Ends with 1 when one differs.
import { readWorkbook } from "../../src/file/readWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import type { SheetSpec } from "../../src/core/writing/types";
import { HOSTILE } from "../contract/hostileTexts";
import { cases } from "./cases";
import { compareFormulas, type Comparison } from "./compare";
import { hostileResults } from "./hostile";
import { limitResults } from "./limits";
import { bootNodeHost } from "../../workbench/host";
import { libreOfficeVersion, recalculated } from "./recalculate";

async function recalculate(written: readonly SheetSpec[], expected: readonly SheetSpec[], longFromCells: number): Promise<Comparison> {
  return compareFormulas(expected, readWorkbook(await recalculated(await writeWorkbook(written, { longFromCells })), "recalculated.xlsx"));
}

/** The same sheets with every formula's value made wrong by 12,345. */
function withWrongValues(specs: readonly SheetSpec[]): SheetSpec[] {
  return specs.map((spec) => ({
    ...spec,
    rows: spec.rows.map((row) => row.map((cell) =>
      (cell?.formula === undefined || typeof cell.value !== "number" ? cell : { ...cell, value: cell.value + 12_345 }))),
  }));
}

async function main(): Promise<number> {
  const version = await libreOfficeVersion();
  if (version === null) {
    process.stderr.write("LibreOffice (soffice) is not on this machine, so no formula was recalculated.\n");
    return 1;
  }
  process.stdout.write(`${version}\n`);
  let failures = 0;
  const report = (name: string, { formulas, differences }: Comparison): void => {
    const bad = differences.length > 0 || formulas === 0;
    failures += bad ? 1 : 0;
    process.stdout.write(`${bad ? "FAILED" : "ok"}  ${name}: ${formulas} formulas, ${differences.length} differ\n`);
    for (const difference of differences.slice(0, 20)) process.stdout.write(`    ${difference}\n`);
  };
  // Wrong values go in, so that agreement can only come from a calculation of LibreOffice's own.
  for (const { name, sheets } of cases()) {
    report(name, await recalculate(withWrongValues(sheets), sheets, Number.POSITIVE_INFINITY));
    report(`${name}, written row by row`, await recalculate(withWrongValues(sheets), sheets, 0));
  }
  // One client for all that goes through Office.js: it can be loaded once in a process.
  const host = await bootNodeHost();
  for (const { way, cells, faults } of await hostileResults(host)) {
    failures += faults.length > 0 || cells < HOSTILE.length / 2 ? 1 : 0;
    process.stdout.write(`${faults.length > 0 ? "FAILED" : "ok"}  hostile texts in ${way}: ${cells} cells, ${faults.length} not the text they were\n`);
    for (const fault of faults.slice(0, 20)) process.stdout.write(`    ${fault}\n`);
  }
  for (const { way, cells, faults } of await limitResults(host)) {
    failures += faults.length > 0 ? 1 : 0;
    process.stdout.write(`${faults.length > 0 ? "FAILED" : "ok"}  ${way}: ${cells} cells, ${faults.length} not cut as they should be\n`);
    for (const fault of faults.slice(0, 20)) process.stdout.write(`    ${fault}\n`);
  }
  await host.close();
  return failures === 0 ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
