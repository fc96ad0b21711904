/** The counting behind the last line of `npm test`. */
import { add, closingLine, NOTHING, tallyJest, tallyProgram } from "../../scripts/test/tally";

const REPORT = { numPassedTests: 40, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };

test("passed and failed tests are counted as jest reports them", () => {
  expect(tallyJest({ ...REPORT, numFailedTests: 2 })).toEqual({ passed: 40, failed: 2 });
});

test("a file that can't run, a skipped test and a planned test each count as failed", () => {
  expect(tallyJest({ ...REPORT, numRuntimeErrorTestSuites: 1, numPendingTests: 1, numTodoTests: 1 })).toEqual({ passed: 40, failed: 3 });
});

test("no report, or a report of no tests, is a failure", () => {
  expect(tallyJest(null)).toEqual({ passed: 0, failed: 1 });
  expect(tallyJest({ ...REPORT, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
});

test("the closing line adds everything up", () => {
  expect(closingLine([tallyProgram(true), tallyProgram(false), tallyJest(REPORT)].reduce(add, NOTHING))).toBe("41 passed, 1 failed");
});
