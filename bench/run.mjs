// npm run bench: installs the peers, measures each size in a process of its own, prints times, memory and ratios measured in one run.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const sizes = process.argv.slice(2).map(Number).filter((n) => n > 0);
const wanted = sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000];
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

if (!existsSync(path.join(here, "node_modules/arquero"))) {
  console.log("Installing the peers into bench/node_modules (arquero, DuckDB) ...");
  execFileSync(npm, ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

const seconds = (ms) => (ms === null ? "-" : `${(ms / 1000).toFixed(ms < 100 ? 3 : 2)} s`);
const megabytes = (mb) => (mb === null ? "-" : Math.round(mb).toLocaleString("en-GB"));
console.log("The samples repeated, as sheets in memory. Read, pool: median of the runs told; processor time of both. Grouping by five keys: median of five, loading included.");
console.log("| lines | runs | read | pool | processor µs a line | peak MB | write | peak MB with write | our grouping | arquero / ours | DuckDB / ours |");
console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const lines of wanted) {
  const options = ["--max-old-space-size=12000", "--import", "tsx", path.join(here, "one.ts"), String(lines)];
  const r = JSON.parse(execFileSync(process.execPath, options, { cwd: path.dirname(here), encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
  const cells = [
    lines.toLocaleString("en-GB"), r.runs, seconds(r.readMs), seconds(r.poolMs), ((r.cpuMs * 1000) / lines).toFixed(0), megabytes(r.pooledPeakMb),
    seconds(r.writeMs), megabytes(r.writtenPeakMb), seconds(r.oursMs), (r.arqueroMs / r.oursMs).toFixed(1), (r.duckMs / r.oursMs).toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
  if (r.notWritten !== null) console.log(`Not written: ${r.notWritten}`);
}
