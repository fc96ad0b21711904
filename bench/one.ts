// Measures one size in a process of its own, so that peak memory is that size's alone. Prints one line of JSON.
import { poolPartnership } from "../src/core/pooling/pool";
import type { Pool } from "../src/core/pooling/types";
import { readPartnership } from "../src/core/reading/readPartnership";
import type { PartnershipReading } from "../src/core/reading/types";
import { pooledSheets } from "../src/core/writing/pooledSheets";
import { writeWorkbook } from "../src/file/writeWorkbook";
import { WorkbookError } from "../src/workbook/ports";
import { largePartnership } from "./largePartnership";
import { byArquero, byDuckDb, byOurselves, columnsOf, type Grouping } from "./peers";

/** Up to this size each step is run several times and its median told; above it once. */
const REPEATED_UP_TO = 100_000;
const GROUPING_ROUNDS = 5;

async function measure(lines: number): Promise<Record<string, number | string | null>> {
  const grids = largePartnership(lines);
  const runs = lines <= REPEATED_UP_TO ? 3 : 1;
  const [reading, readMs, readCpuMs] = timed(() => readPartnership(grids), runs);
  const [pool, poolMs, poolCpuMs] = timed(() => poolPartnership(reading), runs);
  if (reading.lines.length !== lines || reading.issues.length > 0) throw new Error("The repeated samples were not read as they stand.");
  const pooledPeakMb = peakMb();
  const { writeMs, notWritten } = await written(reading, pool);
  const writtenPeakMb = writeMs === null ? null : peakMb();
  const columns = columnsOf(reading.lines);
  const contestants = [byOurselves, byArquero, byDuckDb];
  const rounds: Grouping[][] = contestants.map(() => []);
  // In turn, so that a slow moment of the machine falls on all of them.
  for (let round = 0; round < GROUPING_ROUNDS; round += 1) {
    for (const [i, contestant] of contestants.entries()) rounds[i]?.push(await contestant(columns));
  }
  if (new Set(rounds.flat().map((g) => `${g.groups} ${g.budgetPence} ${g.forecastPence}`)).size !== 1) throw new Error("The contestants do not agree.");
  const [oursMs, arqueroMs, duckMs] = rounds.map((grouping) => median(grouping.map((g) => g.milliseconds)));
  return {
    lines, runs, readMs, poolMs, cpuMs: readCpuMs + poolCpuMs, writeMs, notWritten, pooledPeakMb, writtenPeakMb, groups: rounds[0]?.[0]?.groups ?? 0,
    oursMs: oursMs ?? 0, arqueroMs: arqueroMs ?? 0, duckMs: duckMs ?? 0,
  };
}

/** The result workbook with every sheet; where it can't be written, the reason that a user is told. */
async function written(reading: PartnershipReading, pool: Pool): Promise<{ writeMs: number | null; notWritten: string | null }> {
  const start = performance.now();
  try {
    await writeWorkbook(pooledSheets({ reading, pool, refreshedOn: "2026-10-15", sources: ["bench"] }));
    return { writeMs: performance.now() - start, notWritten: null };
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "too-large") return { writeMs: null, notWritten: error.message };
    throw error;
  }
}

/** The result, with the medians of elapsed and of processor time: the latter tells less of what else the machine is doing. */
function timed<T>(work: () => T, runs: number): [T, number, number] {
  const elapsed: number[] = [];
  const processor: number[] = [];
  for (;;) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const result = work();
    const used = process.cpuUsage(before);
    elapsed.push(performance.now() - start);
    processor.push((used.user + used.system) / 1000);
    if (elapsed.length >= runs) return [result, median(elapsed), median(processor)];
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

measure(Number(process.argv[2])).then(
  (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
