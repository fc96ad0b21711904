// Thousands of random orders of what two people with the pane and others at the grid do in one workbook. Use: npm run try:people [-- 5000 [seed]]
import fc from "fast-check";
import { bootNodeHost } from "../../workbench/host";
import { chosenOn, recordStage, severalOn } from "../support/decidedWorkbook";
import { play, plays } from "./interleavings";

async function main(runs: number, seed: number): Promise<number> {
  const host = await bootNodeHost();
  const stages = [await recordStage(host), await recordStage(host, chosenOn), await recordStage(host, severalOn)];
  let [applied, refused, left, alike, faulty] = [0, 0, 0, 0, 0];
  for (const [nth, given] of fc.sample(plays, { numRuns: runs, seed }).entries()) {
    // In turn into the revised budgets, into a column of virements and to the journal alone, and virements of several rows.
    const stage = stages[nth % stages.length];
    if (stage === undefined) continue;
    const played = await play(host, stage, given);
    applied += played.applied;
    refused += played.refused;
    left += played.left;
    alike += played.alike;
    if (played.wrong.length === 0) continue;
    faulty += 1;
    process.stdout.write(`FAILED ${JSON.stringify(given)}\n  ${played.wrong.join("\n  ")}\n`);
  }
  await host.close();
  process.stdout.write(`${runs} orders tried: ${applied} changes applied, ${refused} refused with their cell named, ${left} of them with a cell left to somebody else; ${alike} times somebody chose by hand what had just been written; ${faulty} orders wrong\n`);
  return faulty === 0 ? 0 : 1;
}

void main(Number(process.argv[2] ?? 3000), Number(process.argv[3] ?? 1)).then((code) => (process.exitCode = code));
