// Ten kinds of bad input: each gives a sentence that says where and what to do, its exit code, and no output file.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { makeBomb, makeEncrypted, makeXlsx, type Rows } from "../file/makeFiles";
import { runCli } from "./runCli";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "purse-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const HEAD = [["Brackenshire County Council"], ["Revenue budget 2026/27, all figures in £"], []] as const;
const HEADINGS = ["Cost centre", "Service", "Original budget", "Revised budget", "Forecast outturn"];
const LINES: Rows = [
  ["41100", "Home care for older people", 900_000, 950_000, 990_000],
  ["41200", "Day centres", 310_000, 310_000, 305_000],
  ["41300", "Residential care placements", 2_400_000, 2_450_000, 2_700_000],
  ["41400", "Community meals", 85_000, 85_000, 80_000],
];
const GOOD: Rows = [...HEAD, HEADINGS, ...LINES];

function withLine(index: number, line: Rows[number]): Rows {
  return [...HEAD, HEADINGS, ...LINES.map((old, i) => (i === index ? line : old))];
}

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const book = async (rows: Rows) => makeXlsx({ "Revenue monitor": rows });

interface Bad {
  readonly what: string;
  readonly make: () => Promise<Uint8Array>;
  readonly code: number;
  /** What the sentence must say: where. */
  readonly says: RegExp;
}

const BAD: readonly Bad[] = [
  { what: "not a workbook", make: async () => strToU8("%PDF-1.7 a report"), code: 3, says: /bad\.xlsx is not a workbook: it is a PDF/ },
  { what: "encrypted", make: async () => makeEncrypted(), code: 3, says: /bad\.xlsx is protected by a password.*\n.*remove the password/ },
  { what: "empty", make: async () => new Uint8Array(0), code: 3, says: /bad\.xlsx is empty/ },
  { what: "no table found", make: () => book([["Minutes of the partnership"], ["Present: all"], ["The next meeting is in May."]]), code: 1, says: /bad\.xlsx/ },
  { what: "two tables with the same lines", make: () => book([...GOOD, [], ["The same budget, restated for the committee"], ["Cost centre", "Service", "Revised budget", "Forecast outturn"], ...LINES.map((line) => [0, 1, 3, 4].map((column) => line[column] ?? null))]), code: 1, says: /Revenue monitor!A11.*counted twice/ },
  { what: "a copy of the table under a title", make: () => book([...GOOD, ["", "Total", 3_695_000, 3_795_000, 4_075_000], [], ["Appendix: as above"], HEADINGS, ...LINES]), code: 1, says: /Revenue monitor!A12.*counted twice/ },
  { what: "a copy of the table beside it", make: () => book([...HEAD, [...HEADINGS, null, ...HEADINGS], ...LINES.map((line) => [...line, null, ...line])]), code: 1, says: /Revenue monitor!G4.*counted twice/ },
  { what: "another budget under the first", make: () => book([...GOOD, [], ["Capital programme"], ["Scheme", "Budget", "Forecast"], ["New depot", 500_000, 520_000], ["Road bridge", 750_000, 700_000]]), code: 1, says: /Revenue monitor!A11.*2 tables/ },
  { what: "two units named above the table", make: () => book([HEAD[0], ["Revenue budget 2026/27 £000"], ["All figures in £m"], HEADINGS, ...LINES]), code: 1, says: /"Revenue budget 2026\/27 £000".*says £000.*read in £m/ },
  { what: "another unit from the middle on", make: () => book([...HEAD, HEADINGS, ...LINES.slice(0, 2), ["All figures below in £000"], ...LINES.slice(2)]), code: 1, says: /Revenue monitor!A7.*says £000/ },
  { what: "words for a forecast", make: () => book(withLine(3, ["41400", "Community meals", 85_000, 85_000, "awaited"])), code: 1, says: /Revenue monitor!E8.*"awaited"/ },
  { what: "a budget still to be confirmed", make: () => book(withLine(0, ["41100", "Home care for older people", 900_000, "TBC", 990_000])), code: 1, says: /Revenue monitor!D5.*"TBC"/ },
  {
    what: "mixed units",
    make: () => book([HEAD[0], [], HEADINGS, ["41100", "Home care for older people", "£0.9m", "£0.95m", "£0.99m"], ...LINES.slice(1)]),
    code: 1,
    says: /Revenue monitor!/,
  },
  { what: "text in an amount", make: () => book(withLine(1, ["41200", "Day centres", 310_000, "see note 4", 305_000])), code: 1, says: /Revenue monitor!D6/ },
  { what: "duplicate line codes", make: () => book([...GOOD, ["41200", "Day opportunities", 60_000, 60_000, 60_000]]), code: 1, says: /41200/ },
  { what: "100 MB that inflate", make: async () => makeBomb(await book(GOOD), 100_000_000), code: 3, says: /bad\.xlsx was not opened: .*16 GB/ },
];

describe.each(BAD)("$what", ({ make, code, says }) => {
  test.each(["pool", "suggest"])("%s says where and what to do, answers as documented and writes nothing", async (command) => {
    const bad = await put("bad.xlsx", await make());
    const out = join(folder, "out", "result.xlsx");
    const result = await runCli(command, bad, "--out", out);
    expect(result.stderr).toMatch(says);
    expect(result.stderr.trim().split("\n").length).toBeGreaterThanOrEqual(2);
    expect(result.stderr).toMatch(/\.\n/);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe("");
    expect(existsSync(out)).toBe(false);
    expect(await readdir(folder)).toEqual(["bad.xlsx"]);
  });

  test("with --json the standard output is one document or nothing", async () => {
    const result = await runCli("read", await put("bad.xlsx", await make()), "--json");
    expect(result.code).toBe(code);
    if (code === 3) expect(result.stdout).toBe("");
    else {
      const { issues } = JSON.parse(result.stdout) as { issues: { severity: string; sentence: string }[] };
      expect(issues.filter((issue) => issue.severity === "error").map((issue) => issue.sentence).join(" ")).not.toBe("");
    }
  });
});

test("the same sheet without its fault is accepted", async () => {
  const result = await runCli("pool", await put("good.xlsx", await book(GOOD)), "--out", join(folder, "result.xlsx"));
  expect(result.stderr).toBe("");
  expect(result.code).toBe(0);
  expect(existsSync(join(folder, "result.xlsx"))).toBe(true);
});

test("a sheet that changed since it was mapped is named, and the mapping that says so", async () => {
  const source = await put("council.xlsx", await book(GOOD));
  const earlier = join(folder, "earlier.xlsx");
  expect((await runCli("pool", source, "--out", earlier)).code).toBe(0);
  expect((await runCli("pool", source, earlier)).code).toBe(0);
  await put("council.xlsx", await book([HEAD[0], ["Revenue budget 2026/27, all figures in £000"], [], ["Cost centre", "Service", "Revised budget", "Original budget", "Forecast outturn"], ...LINES]));
  const out = join(folder, "later.xlsx");
  const result = await runCli("pool", source, earlier, "--out", out);
  expect(result.stderr).toMatch(/\[council\.xlsx\]Revenue monitor!/);
  expect(result.stderr.match(/The layout of sheet/g)).toHaveLength(1);
  expect(result.code).toBe(1);
  expect(existsSync(out)).toBe(false);
});
