// Runs everything that must hold, or the stages named, and ends with one line "N passed, N failed". Use: npm test
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { STAGES, type Command, type Stage } from "./test/stages";
import { add, closingLine, NOTHING, tallyJest, tallyProgram, type JestReport, type Tally } from "./test/tally";

const ROOT = path.join(__dirname, "..");
const REPORTS = path.join(ROOT, "test-results");

function run({ script, args }: Command): boolean {
  return spawnSync(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT, stdio: "inherit" }).status === 0;
}

function runJest(stage: Stage, config: string): Tally {
  const report = path.join(REPORTS, `${stage.name}.json`);
  rmSync(report, { force: true });
  const endedWell = run({
    script: "node_modules/jest/bin/jest.js",
    args: ["--config", config, "--json", "--outputFile", report, "--silent"],
  });
  const tally = tallyJest(existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as JestReport) : null);
  // Jest can fail for a reason no test names, such as work left running.
  return endedWell || tally.failed > 0 ? tally : add(tally, tallyProgram(false));
}

/** A stage's programs count as one check together; its tests are not run when a program before them failed. */
function runStage(stage: Stage): Tally {
  console.log(`\n== ${stage.title}`);
  const ready = stage.commands.every(run);
  const programs = stage.commands.length === 0 ? NOTHING : tallyProgram(ready);
  return ready && stage.jestConfig !== undefined ? add(programs, runJest(stage, stage.jestConfig)) : programs;
}

function main(names: readonly string[]): number {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". Stages: ${STAGES.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  mkdirSync(REPORTS, { recursive: true });
  const chosen = STAGES.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = chosen.map((stage) => ({ stage, tally: runStage(stage) }));
  console.log("");
  for (const { stage, tally } of results) {
    console.log(`${tally.failed === 0 ? "ok    " : "FAILED"}  ${stage.title}: ${closingLine(tally)}`);
  }
  const total = results.reduce((sum, { tally }) => add(sum, tally), NOTHING);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
