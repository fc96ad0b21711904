// Runs everything that must hold, or the stages named, and ends with one line "N passed, N failed". Use: npm test
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { STAGES, type Command, type Stage } from "./test/stages";
import { add, closingLine, NOTHING, tallyJest, tallyProgram, type JestReport, type Tally } from "./test/tally";

const ROOT = path.join(__dirname, "..");
const REPORTS = path.join(ROOT, "test-results");

function run({ script, args }: Command): boolean {
  return spawnSync(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT, stdio: "inherit" }).status === 0;
}

/** Runs a program beside others: what it says is held back until it ends, so that no two are mixed. */
function runBeside({ script, args }: Command): Promise<{ readonly endedWell: boolean; readonly said: string }> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    program.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    program.on("close", (code) => resolve({ endedWell: code === 0, said: Buffer.concat(said).toString("utf8") }));
  });
}

function runJest(config: string): Tally {
  const report = path.join(REPORTS, `${path.basename(config, ".config.js")}.json`);
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
function runWithTests(stage: Stage, jestConfigs: readonly string[]): Tally {
  console.log(`\n== ${stage.title}`);
  const ready = stage.commands.every(run);
  const programs = stage.commands.length === 0 ? NOTHING : tallyProgram(ready);
  return ready ? jestConfigs.reduce((tally, config) => add(tally, runJest(config)), programs) : programs;
}

async function runPrograms(stage: Stage): Promise<Tally> {
  let endedWell = true;
  let said = "";
  for (const command of stage.commands) {
    if (!endedWell) break;
    const end = await runBeside(command);
    endedWell = end.endedWell;
    said += end.said;
  }
  console.log(`\n== ${stage.title}\n${said.trimEnd()}`);
  return tallyProgram(endedWell);
}

/** Stages of programs alone run side by side, as many as there are processors; those with tests, which fill the machine, one by one after them. */
async function runStages(stages: readonly Stage[]): Promise<ReadonlyMap<Stage, Tally>> {
  const tallies = new Map<Stage, Tally>();
  const waiting = stages.filter(({ jestConfigs }) => jestConfigs === undefined);
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) tallies.set(stage, await runPrograms(stage));
  }));
  for (const stage of stages) if (stage.jestConfigs !== undefined) tallies.set(stage, runWithTests(stage, stage.jestConfigs));
  return tallies;
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". Stages: ${STAGES.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  mkdirSync(REPORTS, { recursive: true });
  const chosen = STAGES.filter(({ name }) => names.length === 0 || names.includes(name));
  const able = chosen.filter(({ needs = [] }) => needs.every(run));
  const tallies = await runStages(able);
  const results = chosen.map((stage) => ({ stage, tally: tallies.get(stage) ?? tallyProgram(false) }));
  console.log("");
  for (const { stage, tally } of results) {
    console.log(`${tally.failed === 0 ? "ok    " : "FAILED"}  ${stage.title}: ${closingLine(tally)}`);
  }
  const total = results.reduce((sum, { tally }) => add(sum, tally), NOTHING);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
