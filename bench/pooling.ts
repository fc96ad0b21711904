// Measures pooling alone at one size: the whole pool, and its grouped views beside the peers. Prints one line of JSON.
import { poolPartnership } from "../src/core/pooling/pool";
import { manyLines } from "./manyLines";
import { median, peakMb, tell, timed } from "./measuring";
import { viewsByArquero, viewsByDuckDb, viewsByOurselves, type Viewed } from "./views";

/** Up to this size each step is run several times and its median told; above it once. */
const REPEATED_UP_TO = 1_000_000;
/** Small sizes run until they have seen so many lines, so that their median is not that of a program still warming up. */
const LINES_SEEN = 500_000;

async function measure(lines: number): Promise<object> {
  const reading = manyLines(lines);
  const linesMb = peakMb();
  const runs = lines <= REPEATED_UP_TO ? Math.max(3, Math.ceil(LINES_SEEN / lines)) : 1;
  const [pool, poolMs, poolCpuMs] = timed(() => poolPartnership(reading), runs);
  const told = new Set(pool.views.flatMap(({ cells }) => cells.flatMap(({ lineIds }) => lineIds))).size;
  if (told === 0 || pool.agencies.length !== 12) throw new Error("The lines were not pooled as they stand.");
  const poolPeakMb = peakMb();
  const contestants = [viewsByOurselves, viewsByArquero, viewsByDuckDb];
  const rounds: Viewed[][] = contestants.map(() => []);
  const ourCpuMs: number[] = [];
  // In turn, so that a slow moment of the machine falls on all of them.
  for (let round = 0; round < runs; round += 1) {
    for (const [i, contestant] of contestants.entries()) {
      // Each begins with memory collected, so that none pays for what another left.
      globalThis.gc?.();
      const before = process.cpuUsage();
      rounds[i]?.push(await contestant(reading));
      const used = process.cpuUsage(before);
      if (contestant === viewsByOurselves) ourCpuMs.push((used.user + used.system) / 1000);
    }
  }
  const [first = [], ...others] = rounds.flat().map(({ cells }) => cells);
  if (others.some((cells) => cells.length !== first.length || cells.some((cell, i) => cell !== first[i]))) throw new Error("The contestants do not agree.");
  const [oursMs = 0, arqueroMs = 0, duckMs = 0] = rounds.map((viewed) => median(viewed.map(({ milliseconds }) => milliseconds)));
  return { lines, runs, linesMb, poolMs, poolCpuMs, poolPeakMb, cells: first.length, oursMs, ourCpuMs: median(ourCpuMs), arqueroMs, duckMs };
}

tell(measure(Number(process.argv[2])));
