// House rules for words: no shouting, no solver talk, and nothing of the page's text outside the words' own room.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { count } from "../../src/taskpane/words/count";
import { dateWords } from "../../src/taskpane/words/date";

const PANE = path.resolve(__dirname, "../../src/taskpane");
const filesIn = (folder: string, ending: string) => readdirSync(path.join(PANE, folder)).filter((file) => file.endsWith(ending)).map((file) => path.join(PANE, folder, file));

test.each(filesIn("words", ".ts"))("%s keeps to the words of the house", (file) => {
  const said = [...readFileSync(file, "utf8").matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map((match) => match[1] ?? match[2] ?? "");
  for (const text of said) {
    expect(text).not.toMatch(/!(?!=)/);
    expect(text).not.toMatch(/\b(AI|solver|optimi[sz]er|MIP|constraint|infeasible|confidence)\b/i);
  }
});

test.each([...filesIn("pages", ".tsx"), ...filesIn("components", ".tsx")])("%s says nothing that is not in the words", (file) => {
  const source = readFileSync(file, "utf8").replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
  // Text between tags that starts with a letter would be a sentence of its own.
  expect([...source.matchAll(/>\s*([A-Za-z][a-z]+ [a-z][^<>{}=;]*)<\//g)].map((match) => match[1])).toEqual([]);
});

test("numbers go with their nouns", () => {
  expect([count(0, "line"), count(1, "line"), count(2, "line"), count(12_345, "line"), count(2, "agency", "agencies")]).toEqual(
    ["no lines", "1 line", "2 lines", "12,345 lines", "2 agencies"],
  );
});

test("dates are said as people say them; anything else stands as it is", () => {
  expect(dateWords("2026-10-15")).toBe("15 October 2026");
  expect(dateWords("2026-10-15T09:30:00")).toBe("15 October 2026, 09:30");
  expect(dateWords("month 6")).toBe("month 6");
  expect(dateWords("2026-13-01")).toBe("2026-13-01");
});
