// Solves the models that `suggest --json` prints once more with GLPK, stage by stage, and compares every stage's value. Ends with 1 when one differs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findGlpsol } from "../../scripts/lib/findProgram";
import { lpText, objectiveOf, type Held, type PrintedModel } from "./lpText";

interface Printed {
  readonly model: PrintedModel;
  readonly proof: { readonly stages: readonly { readonly objective: string; readonly value: number; readonly optimal: boolean }[] };
}

const ROOT = path.join(__dirname, "../..");
const SECONDS = 60;
const DATE = "2026-10-15";
const CASES: readonly (readonly string[])[] = [
  ["samples/brackenshire.xlsx"], ["samples/brackenshire.xlsx", "--across-outcomes"], ["samples/brackenshire.xlsx", "--across-outcomes", "--hold-back", "10", "--minimum-move", "40000"],
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
  const run = spawnSync(glpsol, ["--lp", problem, "--write", answer, "--tmlim", String(SECONDS), "--cuts"], { encoding: "utf8" });
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

function main(): number {
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failures === 0 ? 0 : 1;
}

process.exitCode = main();
