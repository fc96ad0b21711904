// npm run bench: installs the peers, measures each size in a process of its own, prints times, memory and ratios measured in one run.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const given = process.argv.slice(2);
const sizes = given.map(Number).filter((n) => n > 0);
const only = given.find((word) => word === "--whole" || word === "--views");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

if (!existsSync(path.join(here, "node_modules/arquero"))) {
  console.log("Installing the peers into bench/node_modules (arquero, DuckDB) ...");
  execFileSync(npm, ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

const seconds = (ms) => `${(ms / 1000).toFixed(ms < 100 ? 3 : 2)} s`;
const megabytes = (mb) => Math.round(mb).toLocaleString("en-GB");
const microseconds = (ms, lines) => ((ms * 1000) / lines).toFixed(1);
const ratio = (theirs, ours) => (theirs / ours).toFixed(1);
const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

function measured(script, lines, heapMb) {
  const options = ["--expose-gc", `--max-old-space-size=${heapMb}`, "--import", "tsx", path.join(here, script), String(lines)];
  return JSON.parse(execFileSync(process.execPath, options, { cwd: path.dirname(here), encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

if (only !== "--views") {
  console.log("The samples repeated, as sheets in memory, to a result workbook. Read, pool: median of the runs told; processor time of both.");
  row(["lines", "runs", "read", "pool", "processor µs a line", "peak MB", "write", "processor µs a line", "file MB", "peak MB with write"]);
  row(Array.from({ length: 10 }, () => "---:"));
  for (const lines of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    const r = measured("one.ts", lines, 12_000);
    row([
      lines.toLocaleString("en-GB"), r.runs, seconds(r.readMs), seconds(r.poolMs), microseconds(r.cpuMs, lines), megabytes(r.pooledPeakMb), seconds(r.writeMs),
      microseconds(r.writeCpuMs, lines), megabytes(r.writtenMb), megabytes(r.writtenPeakMb),
    ]);
  }
}
if (only !== "--whole") {
  console.log("\nPooling alone: lines of 12 agencies in memory, each with its source cells and evidence. The six grouped views by each contestant, loading included; medians of the runs told.");
  row(["lines", "runs", "MB of lines", "whole pool", "processor µs a line", "peak MB", "cells of views", "our views", "processor µs a line", "arquero / ours", "DuckDB / ours"]);
  row(Array.from({ length: 11 }, () => "---:"));
  for (const lines of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000, 5_000_000]) {
    const r = measured("pooling.ts", lines, 18_000);
    row([
      lines.toLocaleString("en-GB"), r.runs, megabytes(r.linesMb), seconds(r.poolMs), microseconds(r.poolCpuMs, lines), megabytes(r.poolPeakMb),
      r.cells.toLocaleString("en-GB"), seconds(r.oursMs), microseconds(r.ourCpuMs, lines), ratio(r.arqueroMs, r.oursMs), ratio(r.duckMs, r.oursMs),
    ]);
  }
}
