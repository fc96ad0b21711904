// Times and memory of one process.

/** The result, with the medians of elapsed and of processor time: the latter tells less of what else the machine is doing. */
export function timed<T>(work: () => T, runs: number): [T, number, number] {
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Of the process so far (resident). */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** Prints one line of JSON, or the fault, and sets how the process ends. */
export function tell(measured: Promise<object>): void {
  measured.then(
    (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
