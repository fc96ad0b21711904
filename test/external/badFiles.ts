// Runs the built command line on every file of a folder of odd and broken workbooks, each in a process of its own, and prints how each ends.
// Use: npm run check:bad-files -- DIR. Ends with 1 when a file crashes the program, takes over 10 seconds or 1 GB, or leaves a file where it was refused.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const MOST_SECONDS = 10;
/** Kilobytes. */
const MOST_MEMORY = 1_000_000;
const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|csv)$/i;
const MEANING: Readonly<Record<number, string>> = { 0: "read", 1: "refused: its data", 3: "refused: the file" };

interface Outcome {
  readonly file: string;
  readonly code: number | null;
  readonly seconds: number;
  readonly kilobytes: number;
  readonly said: string;
  readonly wrote: boolean;
}

/** Tells the peak memory of the process to its own end, on a line of its own. */
const METER = "process.on('exit', () => require('fs').writeSync(2, '\\n@' + process.resourceUsage().maxRSS))";

function outcomeOf(root: string, path: string, out: string): Outcome {
  rmSync(out, { force: true });
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ["-r", meter(out), "bin/common-purse.js", "pool", path, "--quiet", "--out", out], { encoding: "utf8", timeout: 60_000 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const memory = /\n@(\d+)\s*$/.exec(run.stderr);
  const lines = run.stderr.replace(/\n@\d+\s*$/, "").split("\n").filter((line) => line.trim() !== "");
  const said = run.status === 0 ? firstFigure(run.stdout) : (lines.find((line) => line.startsWith("  - ")) ?? lines[0] ?? "").replace(/^ {2}- /, "");
  return { file: relative(root, path), code: run.status, seconds, kilobytes: Number(memory?.[1] ?? 0), said, wrote: existsSync(out) };
}

function meter(out: string): string {
  return join(out, "..", "meter.cjs");
}

function firstFigure(text: string): string {
  return (text.split("\n").find((line) => /Net \(who funds\)/.test(line)) ?? "").trim().replace(/\s+/g, " ");
}

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else if (WORKBOOK.test(name)) yield path;
  }
}

function main(): number {
  const root = process.argv[2];
  if (root === undefined || !existsSync(root)) {
    console.error("Name a folder with the files to try: npm run check:bad-files -- DIR");
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), "purse-bad-"));
  const out = join(scratch, "result.xlsx");
  writeFileSync(meter(out), METER);
  const outcomes = [...filesIn(root)].map((path) => outcomeOf(root, path, out));
  rmSync(scratch, { recursive: true, force: true });
  console.log("| file | outcome | seconds | MB | what was said |\n| --- | --- | ---: | ---: | --- |");
  for (const o of outcomes) console.log(`| ${o.file} | ${MEANING[o.code ?? -1] ?? `ended with ${o.code ?? "no answer"}`} | ${o.seconds.toFixed(1)} | ${Math.round(o.kilobytes / 1000)} | ${o.said.slice(0, 160).replace(/\|/g, "/")} |`);
  const bad = outcomes.filter((o) => MEANING[o.code ?? -1] === undefined || o.seconds > MOST_SECONDS || o.kilobytes > MOST_MEMORY || o.wrote !== (o.code === 0));
  const count = (code: number): number => outcomes.filter((o) => o.code === code).length;
  console.log(`\n${outcomes.length} files: ${count(0)} read, ${count(1)} refused for their data, ${count(3)} refused as files; ${bad.length} ended otherwise than promised.`);
  for (const o of bad) console.log(`  - ${o.file}: ended with ${o.code ?? "no answer"} after ${o.seconds.toFixed(1)} s, ${Math.round(o.kilobytes / 1000)} MB`);
  return bad.length === 0 ? 0 : 1;
}

process.exitCode = main();
