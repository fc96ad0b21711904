// Progress goes to the error stream: rewritten and erased for eyes, a line a step for a log, nothing when it is not wanted.
import { progressLine } from "../../src/cli/progress";
import type { CliDeps } from "../../src/cli/deps";

function lineFor(progress: CliDeps["progress"]): { readonly said: () => string; readonly line: ReturnType<typeof progressLine> } {
  let said = "";
  return { said: () => said, line: progressLine({ progress, stderr: (text) => { said += text; } }) };
}

test("while a person watches, each step replaces the last and the end erases it once", () => {
  const { said, line } = lineFor("rewritten");
  line.show({ step: "Reading a.xlsx", done: 0, total: 2 });
  line.show({ step: "Reading b.xlsx", done: 2, total: 2 });
  line.clear();
  line.clear();
  const erase = "\r\u001b[2K";
  expect(said()).toBe(`${erase}Reading a.xlsx (1 of 2)${erase}Reading b.xlsx (2 of 2)${erase}`);
});

test("in a log each step has one line, however often it reports", () => {
  const { said, line } = lineFor("lines");
  line.show({ step: "Writing lines", done: 0, total: 900 });
  line.show({ step: "Writing lines", done: 450, total: 900 });
  line.show({ step: "Writing views", done: 0, total: 3 });
  line.clear();
  expect(said()).toBe("Writing lines (1 of 900)\nWriting views (1 of 3)\n");
});

test("otherwise nothing is said", () => {
  const { said, line } = lineFor("none");
  line.show({ step: "Reading a.xlsx", done: 0, total: 2 });
  line.clear();
  expect(said()).toBe("");
});
