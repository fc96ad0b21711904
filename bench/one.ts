// Measures one size in a process of its own, so that peak memory is that size's alone. Prints one line of JSON.
import { poolPartnership } from "../src/core/pooling/pool";
import { readPartnership } from "../src/core/reading/readPartnership";
import { pooledSheets } from "../src/core/writing/pooledSheets";
import { writeWorkbook } from "../src/file/writeWorkbook";
import { largePartnership } from "./largePartnership";
import { byArquero, byDuckDb, byOurselves, columnsOf } from "./peers";

/** Excel's sheets end at 1,048,576 rows; above this size only reading and pooling are measured. */
const LARGEST_WRITTEN = 100_000;

async function measure(lines: number): Promise<Record<string, number | null>> {
  const grids = largePartnership(lines);
  const [reading, readMs] = timed(() => readPartnership(grids));
  const [pool, poolMs] = timed(() => poolPartnership(reading));
  let writeMs: number | null = null;
  if (lines <= LARGEST_WRITTEN) {
    const start = performance.now();
    await writeWorkbook(pooledSheets({ reading, pool, refreshedOn: "2026-10-15", sources: ["bench"] }));
    writeMs = performance.now() - start;
  }
  const ownPeakMb = process.resourceUsage().maxRSS / 1024;
  const columns = columnsOf(reading.lines);
  const ours = await best(() => byOurselves(columns));
  const arquero = await best(() => byArquero(columns));
  const duck = await best(() => byDuckDb(columns));
  if (new Set([ours, arquero, duck].map((g) => `${g.groups} ${g.budgetPence}`)).size !== 1) throw new Error("The contestants do not agree.");
  return { lines: reading.lines.length, readMs, poolMs, writeMs, ownPeakMb, groups: ours.groups, oursMs: ours.milliseconds, arqueroMs: arquero.milliseconds, duckMs: duck.milliseconds };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** The best of three, in turn, each after a warm-up of its own. */
async function best<T extends { readonly milliseconds: number }>(work: () => Promise<T>): Promise<T> {
  let quickest = await work();
  for (let i = 0; i < 2; i += 1) {
    const again = await work();
    if (again.milliseconds < quickest.milliseconds) quickest = again;
  }
  return quickest;
}

measure(Number(process.argv[2])).then(
  (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
