// Measures one size in a process of its own, so that peak memory is that size's alone. Prints one line of JSON.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { poolPartnership } from "../src/core/pooling/pool";
import type { Pool } from "../src/core/pooling/types";
import { readPartnership } from "../src/core/reading/readPartnership";
import type { PartnershipReading } from "../src/core/reading/types";
import { pooledSheets } from "../src/core/writing/pooledSheets";
import { saveWhole } from "../src/file/nodeFiles";
import { readyWorkbook } from "../src/file/writeWorkbook";
import { largePartnership } from "./largePartnership";
import { peakMb, tell, timed } from "./measuring";

/** Up to this size each step is run several times and its median told; above it once. */
const REPEATED_UP_TO = 100_000;

async function measure(lines: number): Promise<object> {
  const grids = largePartnership(lines);
  const runs = lines <= REPEATED_UP_TO ? 3 : 1;
  const [reading, readMs, readCpuMs] = timed(() => readPartnership(grids), runs);
  const [pool, poolMs, poolCpuMs] = timed(() => poolPartnership(reading), runs);
  if (reading.lines.length !== lines || reading.issues.length > 0) throw new Error("The repeated samples were not read as they stand.");
  const pooledPeakMb = peakMb();
  const { writeMs, writeCpuMs, writtenMb } = await written(reading, pool);
  const writtenPeakMb = peakMb();
  return { lines, runs, readMs, poolMs, cpuMs: readCpuMs + poolCpuMs, writeMs, writeCpuMs, writtenMb, pooledPeakMb, writtenPeakMb };
}

/** The result workbook with every sheet, into a file that is removed again. */
async function written(reading: PartnershipReading, pool: Pool): Promise<{ writeMs: number; writeCpuMs: number; writtenMb: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "common-purse-bench-"));
  try {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const file = path.join(folder, "result.xlsx");
    const ready = await readyWorkbook(pooledSheets({ reading, pool, refreshedOn: "2026-10-15", sources: ["bench"] }));
    await saveWhole(file, (sink) => ready.writeTo(sink));
    const used = process.cpuUsage(before);
    return { writeMs: performance.now() - start, writeCpuMs: (used.user + used.system) / 1000, writtenMb: statSync(file).size / 1_000_000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

tell(measure(Number(process.argv[2])));
