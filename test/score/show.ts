// Prints one generated sheet and how it was read, to look into a fault: `npx tsx test/score/show.ts SEED [family]`.
import { readPartnership } from "../../src/core/reading/readPartnership";
import { issueText } from "../../src/core/issues/issueText";
import { scoreOf } from "./measure";
import { familyOf } from "./families";

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const made = familyOf(process.argv.slice(2).find((word) => !/^\d+$/.test(word)));
for (const seed of process.argv.slice(2).filter((word) => /^\d+$/.test(word)).map(Number)) {
  const sheet = made(seed);
  print(`--- seed ${seed}: ${sheet.about}, second ${sheet.secondName}`);
  sheet.grid.values.forEach((row, i) => print(`${String(i + 1).padStart(3)}${sheet.totalRows.has(i) ? "T" : " "} ${row.map((value) => (value === null || value === undefined ? "" : String(value))).join(" | ")}`));
  const reading = readPartnership([sheet.grid]);
  for (const { sentence, tables } of reading.sheets) {
    print(sentence);
    for (const table of tables) print(`  ${table.columns.map((c) => `${c.heading}=${c.field}`).join("; ")} | ${table.unitReason} | ${table.signReason}`);
  }
  for (const issue of reading.issues) print(`  ${issue.severity} ${issue.code} ${issue.where?.address ?? ""}: ${issueText(issue)}`);
  for (const fault of scoreOf(seed, sheet).faults) print(`  FAULT ${fault}`);
}
