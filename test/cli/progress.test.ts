// Progress is for eyes only: one line on the error stream, erased at the end, and nothing for a program that reads along.
import { progressLine } from "../../src/cli/progress";

function lineFor(watched: boolean): { readonly said: () => string; readonly line: ReturnType<typeof progressLine> } {
  let said = "";
  return { said: () => said, line: progressLine({ watched, stderr: (text) => { said += text; } }) };
}

test("while a person watches, each step replaces the last and the end erases it once", () => {
  const { said, line } = lineFor(true);
  line.show({ step: "Reading a.xlsx", done: 0, total: 2 });
  line.show({ step: "Reading b.xlsx", done: 2, total: 2 });
  line.clear();
  line.clear();
  const erase = "\r\u001b[2K";
  expect(said()).toBe(`${erase}Reading a.xlsx (1 of 2)${erase}Reading b.xlsx (2 of 2)${erase}`);
});

test("otherwise nothing is said", () => {
  const { said, line } = lineFor(false);
  line.show({ step: "Reading a.xlsx", done: 0, total: 2 });
  line.clear();
  expect(said()).toBe("");
});
