// Solves the models that `suggest --json` prints, and random ones, once more with GLPK and compares every stage's value. Ends with 1 when one differs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findGlpsol } from "../../scripts/lib/findProgram";
import { solveModel } from "../../src/core/virement/solveModel";
import { createHighsInProcess } from "../../src/solver/highsInProcess";
import { randomModel } from "./randomModels";
import { lpText, objectiveOf, type Held, type PrintedModel } from "./lpText";

interface Printed {
  readonly model: PrintedModel;
  readonly proof: { readonly stages: readonly { readonly objective: string; readonly value: number; readonly optimal: boolean }[] };
}

const ROOT = path.join(__dirname, "../..");
const SECONDS = 60;
const RANDOM_MODELS = 40;
const DATE = "2026-10-15";
const CASES: readonly (readonly string[])[] = [
  ["samples/brackenshire.xlsx"], ["samples/brackenshire.xlsx", "--across-outcomes"], ["samples/brackenshire.xlsx", "--across-outcomes", "--hold-back", "10", "--minimum-move", "40000"],
  ["samples/brackenshire.xlsx", "--partners-pay"], ["samples/brackenshire.xlsx", "--offer", "ICB=500000", "--offer", "COUNCIL=50000", "--across-outcomes"],
];

/** What the command line prints for these arguments. */
function printed(args: readonly string[]): Printed {
  const run = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "src/cli/main.ts", "suggest", ...args, "--date", DATE, "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(`suggest ${args.join(" ")} ended with ${run.status ?? "no code"}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Printed;
}

/** GLPK's own optimum, or null where it did not prove one in time. */
function solved(glpsol: string, folder: string, text: string): number | null {
  const [problem, answer] = [path.join(folder, "stage.lp"), path.join(folder, "stage.sol")];
  writeFileSync(problem, text);
  const ask = (more: readonly string[]) => spawnSync(glpsol, ["--lp", problem, "--write", answer, "--tmlim", String(SECONDS), ...more], { encoding: "utf8" });
  // GLPK 5.0 breaks off over its own cuts where nothing is left to choose (glp_add_cols: ncs = 0).
  const cut = ask(["--cuts"]);
  const run = cut.status === 0 ? cut : ask([]);
  if (run.status !== 0) throw new Error(`GLPK ended with ${run.status ?? "no code"}: ${run.stdout.slice(-500)}`);
  const [, status, value] = /^s mip \d+ \d+ (\w) (\S+)/m.exec(readFileSync(answer, "utf8")) ?? [];
  return status === "o" && value !== undefined ? Math.round(Number(value)) : null;
}

/** Lines of the comparison; `bad` where a proven stage differs or GLPK found no proof to compare with. */
function compare(glpsol: string, folder: string, { model, proof }: Printed): { readonly text: string; readonly bad: boolean }[] {
  const held: Held[] = [];
  return model.stages.map((stage, i) => {
    const ours = proof.stages[i];
    const { constant, unit } = objectiveOf(model, stage.objective);
    const found = solved(glpsol, folder, lpText(model, stage, held));
    if (found === null || ours === undefined) return { text: `${stage.objective}: no proof to compare with in ${SECONDS} s`, bad: true };
    held.push({ ...stage, value: found });
    const theirs = found * unit + constant;
    const same = ours.optimal && Math.abs(theirs - ours.value) < unit / 2;
    return { text: `${stage.objective}: ours ${ours.value}${ours.optimal ? "" : " (not proven)"}, GLPK ${theirs}`, bad: !same };
  });
}

async function solvedByUs(seed: number): Promise<Printed> {
  const model = randomModel(seed);
  const { stages } = await solveModel(model, { solver: createHighsInProcess(), timeLimitSeconds: SECONDS });
  return { model, proof: { stages } };
}

/** A wrong value in any one stage must be seen, or the comparison proves nothing. Stages whose wrong value was passed over. */
function passedOver(glpsol: string, folder: string, printed: Printed): string[] {
  return printed.model.stages.flatMap(({ objective }, at) => {
    const stages = printed.proof.stages.map((stage, i) => (i === at ? { ...stage, value: stage.value + 1 } : stage));
    return compare(glpsol, folder, { ...printed, proof: { stages } })[at]?.bad === true ? [] : [objective];
  });
}

async function main(): Promise<number> {
  const glpsol = findGlpsol();
  if (glpsol === null) {
    process.stderr.write("GLPK (glpsol) is not on this machine, so no model was solved again.\n");
    return 1;
  }
  const files = process.argv.slice(2);
  const folder = mkdtempSync(path.join(tmpdir(), "common-purse-"));
  let failures = 0;
  try {
    const models = files.length > 0
      ? files.map((file) => ({ name: file, printed: JSON.parse(readFileSync(file, "utf8")) as Printed }))
      : CASES.map((args) => ({ name: args.join(" "), printed: printed(args) }));
    for (const { name, printed: one } of models) {
      const lines = compare(glpsol, folder, one);
      const bad = lines.some((line) => line.bad) || lines.length === 0;
      failures += bad ? 1 : 0;
      process.stdout.write(`${bad ? "FAILED" : "ok"}  ${name}: ${one.model.arcs.length} arcs, ${lines.length} stages\n`);
      for (const line of lines) process.stdout.write(`    ${line.bad ? "differs  " : ""}${line.text}\n`);
    }
    if (files.length === 0) failures += await randomOnes(glpsol, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failures === 0 ? 0 : 1;
}

async function randomOnes(glpsol: string, folder: string): Promise<number> {
  let wrong = 0;
  for (let seed = 1; seed <= RANDOM_MODELS; seed += 1) {
    const printed = await solvedByUs(seed);
    for (const line of compare(glpsol, folder, printed).filter(({ bad }) => bad)) {
      wrong += 1;
      process.stdout.write(`FAILED  random model ${seed}: ${line.text}\n`);
    }
    if (seed > 2) continue;
    for (const objective of passedOver(glpsol, folder, printed)) {
      wrong += 1;
      process.stdout.write(`FAILED  random model ${seed}: a wrong value of ${objective} was not seen\n`);
    }
  }
  process.stdout.write(`${wrong === 0 ? "ok" : "FAILED"}  ${RANDOM_MODELS} random models, every stage; a wrong value in any stage is seen\n`);
  return wrong === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
