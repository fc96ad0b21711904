// Adds up what stages found, from jest's own reports and from how programs ended.

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part of jest's --json report that is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that could not even be run. */
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** A program that has no tests of its own counts as one check. */
export function tallyProgram(endedWell: boolean): Tally {
  return endedWell ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Skipped and planned tests count as failed: a test that does not run proves nothing. A report that is missing or empty is a failure. */
export function tallyJest(report: JestReport | null): Tally {
  if (report === null) {
    return tallyProgram(false);
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests + report.numTodoTests;
  return report.numPassedTests + failed === 0 ? tallyProgram(false) : { passed: report.numPassedTests, failed };
}

export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}
