// npx tsx bench/dimacs.ts FILE.min...: solves minimum-cost-flow problems in DIMACS form by the optimiser's port and checks the answer in whole numbers.
import { readFileSync } from "node:fs";
import { createHighsInProcess } from "../src/solver/highsInProcess";
import { minimumCostFlow, readDimacs, totals } from "./solver/minCostFlow";

async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error("Use: npx tsx bench/dimacs.ts FILE.min...");
    return 2;
  }
  for (const file of files) {
    const problem = readDimacs(readFileSync(file, "utf8"));
    const start = performance.now();
    const { cost } = await minimumCostFlow(problem, createHighsInProcess());
    const { supply, demand } = totals(problem);
    if (supply !== demand) console.log(`${file}: supply ${supply} and demand ${demand} differ; the lesser is met in full.`);
    console.log(`${file}: ${problem.nodes} nodes, ${problem.arcs.length} arcs, ${cost === null ? "impossible" : `least cost ${cost}`}, ${((performance.now() - start) / 1000).toFixed(2)} s`);
  }
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
