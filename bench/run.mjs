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

const tsx = path.join(here, "../node_modules/tsx/dist/cli.mjs");
const seconds = (ms) => (ms === null ? "-" : `${(ms / 1000).toFixed(2)} s`);
console.log("Read, pool and write: the samples repeated. Five-key grouping: the same lines in memory, loading included, best of three.");
console.log("| lines | read | pool | write | peak MB | our grouping | arquero / ours | DuckDB / ours |");
console.log("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const lines of wanted) {
  const out = execFileSync(process.execPath, ["--max-old-space-size=12000", tsx, path.join(here, "one.ts"), String(lines)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const r = JSON.parse(out);
  console.log(`| ${r.lines} | ${seconds(r.readMs)} | ${seconds(r.poolMs)} | ${seconds(r.writeMs)} | ${Math.round(r.ownPeakMb)} | ${seconds(r.oursMs)} | ${(r.arqueroMs / r.oursMs).toFixed(1)} | ${(r.duckMs / r.oursMs).toFixed(1)} |`);
}
