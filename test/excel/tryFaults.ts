// Every fault point there is, every code half way and the connection cut after every action: prints how many were tried. Use: npm run try:faults
import { bootNodeHost } from "../../workbench/host";
import { recordSteps, STEPS } from "../support/decidedWorkbook";
import { tryAll } from "./faultPoints";

async function main(): Promise<number> {
  const host = await bootNodeHost();
  const points = await tryAll(host, await recordSteps(host), true, 1);
  await host.close();
  for (const step of STEPS) process.stdout.write(`${step}: ${points.filter((point) => point.step === step).length} fault points\n`);
  const wrong = points.filter((point) => point.wrong !== null);
  for (const point of wrong) process.stdout.write(`FAILED ${point.step}: ${point.name}: ${point.wrong ?? ""}\n`);
  process.stdout.write(`${points.length} fault points tried, ${wrong.length} left the workbook neither old nor new\n`);
  return wrong.length === 0 ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
