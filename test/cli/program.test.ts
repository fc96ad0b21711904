// The command line's contract: words, answers, what it prints where, and what it never overwrites.
import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readWorkbook } from "../../src/file/readWorkbook";
import { makeXlsx, patchZip } from "../file/makeFiles";
import { runCli } from "./runCli";

const ROOT = resolve(__dirname, "../..");
const ONE = join(ROOT, "samples/brackenshire.xlsx");
const SEPARATE = join(ROOT, "samples/separate");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "purse-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("wrong use answers 2 and says what was expected", () => {
  test.each<[string, string[], RegExp]>([
    ["no file", ["pool"], /missing required argument/],
    ["a mistyped command", ["pol", ONE], /Did you mean pool/],
    ["an unknown option", ["pool", ONE, "--jsn"], /unknown option/],
    ["a date that is none", ["pool", ONE, "--date", "2026-02-30"], /YYYY-MM-DD/],
    ["a share beyond 100", ["suggest", ONE, "--hold-back", "120"], /0 to 100/],
    ["a negative amount", ["suggest", ONE, "--minimum-move", "-5"], /whole pounds/],
    ["an output that is the input", ["pool", ONE, "--out", ONE], /never overwritten/],
    ["a file named twice", ["pool", ONE, ONE], /named twice/],
    ["an output of another kind", ["pool", ONE, "--out", "result.csv"], /ends in \.xlsx/],
  ])("%s", async (_what, args, words) => {
    const result = await runCli(...args);
    expect(result.stderr).toMatch(words);
    expect([result.code, result.stdout]).toEqual([2, ""]);
  });
});

test("a file that is not there answers 3", async () => {
  const result = await runCli("pool", join(folder, "none.xlsx"));
  expect([result.code, result.stderr]).toEqual([3, "There is no file or folder called none.xlsx.\nCheck the name and the folder you are in.\n"]);
});

test("help and version answer 0", async () => {
  expect(await runCli("--version")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(await runCli("suggest", "--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--across-outcomes") });
});

describe("the sample partnership", () => {
  test("the folder of separate workbooks gives byte-equal totals to the one workbook", async () => {
    const totals = async (path: string) => {
      const { code, stdout } = await runCli("pool", path, "--json");
      expect(code).toBe(0);
      return JSON.stringify((JSON.parse(stdout) as { totals: unknown }).totals);
    };
    const one = await totals(ONE);
    expect(await totals(SEPARATE)).toBe(one);
    expect(JSON.parse(one)).toMatchObject({ grossPence: 17_246_000_000, incomePence: -4_615_000_000, netPence: 12_631_000_000, deliveryPence: 12_630_000_000, eliminatedPence: 1_339_000_000, unmatchedPence: 1_000_000 });
  });

  test.each(["read", "pool", "suggest"])("%s --json gives the same bytes twice, from any folder, and no path of this machine", async (command) => {
    const copy = join(folder, "brackenshire.xlsx");
    await copyFile(ONE, copy);
    const first = await runCli(command, ONE, "--json", "--date", "2026-10-15");
    const second = await runCli(command, copy, "--json", "--date", "2026-10-15");
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).not.toContain(ROOT);
    expect(first.stderr).toBe("");
  });

  test("every amount in the documents is whole pence or null", async () => {
    for (const command of ["read", "pool", "suggest", "check"]) {
      const { stdout } = await runCli(command, ONE, "--json");
      JSON.parse(stdout, (key: string, value: unknown) => {
        if (key.endsWith("Pence") && value !== null && !Number.isSafeInteger(value)) throw new Error(`${command}: ${key} is ${JSON.stringify(value)}`);
        return value;
      });
    }
  });

  test("suggest --compare sets whole sets side by side, in words and as JSON", async () => {
    const { stdout } = await runCli("suggest", ONE, "--date", "2026-10-15", "--compare");
    expect(stdout).toContain("A. As asked for: closes £720,000");
    expect(stdout).toContain("B. Nothing that members or a board must decide: closes £655,000");
    expect(stdout).toContain("C. Money may move across outcomes: closes £750,000");
    const json = JSON.parse((await runCli("suggest", ONE, "--date", "2026-10-15", "--compare", "--json")).stdout) as { sets: { id: string; highestRank: number; proven: boolean }[] };
    expect(json.sets.map(({ id, highestRank, proven }) => [id, highestRank, proven])).toEqual([["as-asked", 3, true], ["officers-only", 2, true], ["across-outcomes", 3, true], ["partners-pay", 5, true], ["partners-give", 5, true]]);
    expect(stdout).toContain("D. Partners pay now what they will owe: closes £925,215.74");
    expect(stdout).toContain("E. Those partners give all they can, which only they can offer: closes £1,270,000, leaves");
  });

  test("suggest --time-limit ends with what is found by then, and says how far that is from proven", async () => {
    const at = async (seconds: string) => JSON.parse((await runCli("suggest", ONE, "--date", "2026-10-15", "--time-limit", seconds, "--json")).stdout) as { closedPence: number; proof: { stages: { value: number; bound: number; optimal: boolean }[] }; issues: { code: string }[] };
    const none = await at("0");
    expect(none.closedPence).toBe(0);
    expect(none.proof.stages[0]).toMatchObject({ value: 0, optimal: false });
    expect(none.proof.stages[0]?.bound).toBeGreaterThanOrEqual(82_500_000);
    expect(none.issues.map((issue) => issue.code)).toContain("not-proven");
    expect((await at("600")).closedPence).toBe(72_000_000);
    expect((await runCli("suggest", ONE, "--time-limit", "soon")).code).toBe(2);
  });

  test("T-6.1 suggest --offer takes what a partner offers, and only an agency that is there can", async () => {
    const { stdout } = await runCli("suggest", ONE, "--date", "2026-10-15", "--offer", "ICB=500000", "--json");
    const json = JSON.parse(stdout) as { closedPence: number; model: { fairShares: object[]; limits: { kind: string }[] } };
    expect(json.closedPence).toBe(122_000_000);
    expect(json.model.fairShares).toEqual([{ agency: "ICB", parts: 1_000 }]);
    expect(json.model.limits.map((limit) => limit.kind)).toEqual(expect.arrayContaining(["liability", "break-even"]));
    const unknown = await runCli("suggest", ONE, "--offer", "NOBODY=5");
    expect(unknown.code).not.toBe(0);
    expect(unknown.stderr).toContain("No agency is called NOBODY here.");
    expect((await runCli("suggest", ONE, "--offer", "ICB")).code).toBe(2);
  });

  test("suggest --out writes sheets whose formulas carry their computed values, the same bytes twice", async () => {
    const first = join(folder, "one/a.xlsx");
    const second = join(folder, "two/b.xlsx");
    const result = await runCli("suggest", ONE, "--date", "2026-10-15", "--out", first);
    expect(result).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("Written: ") });
    expect((await runCli("suggest", ONE, "--date", "2026-10-15", "--out", second)).code).toBe(0);
    const bytes = await readFile(first);
    expect(bytes.equals(await readFile(second))).toBe(true);
    const grids = readWorkbook(new Uint8Array(bytes), "a.xlsx");
    expect(grids.map((grid) => grid.sheet)).toEqual(expect.arrayContaining(["Purse", "Purse Lines", "Pooled View", "Virements"]));
    const bare = grids.flatMap((grid) => (grid.formulas ?? []).flatMap((row, r) => row.flatMap((formula, c) => (formula !== null && (grid.values[r]?.[c] ?? null) === null && !formula.includes('""') ? [`${grid.sheet} ${r} ${c} ${formula}`] : []))));
    expect(bare).toEqual([]);
  });

  test("without --json people get a summary in plain words", async () => {
    const pool = (await runCli("pool", SEPARATE)).stdout;
    for (const words of ["Pooled 8 agencies, 44 lines", "£126,310,000", "£13,390,000", "£10,000 apart", "disagree"]) expect(pool).toContain(words);
    expect((await runCli("read", SEPARATE)).stdout).toMatch(/^Read 8 budget sheets: 8 agencies, 44 lines\./);
    const suggest = (await runCli("suggest", ONE)).stdout;
    for (const words of ["closing £720,000", "Needs: ", "Still over budget:", "Not allowed:", "£205,215.74"]) expect(suggest).toContain(words);
    expect((await runCli("check", ONE)).stdout).toMatch(/^Controls: \d+ agree/);
    expect(pool + suggest).not.toMatch(/undefined|NaN|\[object|!\s/);
  });

  test("T-6.1: £720,000 closes, £750,000 across outcomes, each with its proof", async () => {
    const found = async (...switches: string[]) => {
      const { code, stdout } = await runCli("suggest", SEPARATE, "--json", "--date", "2026-10-15", ...switches);
      expect(code).toBe(0);
      return JSON.parse(stdout) as { closedPence: number; moves: { amountPence: number }[]; proof: { stages: { optimal: boolean }[] }; calls: { amountPence: number }[] };
    };
    const inside = await found();
    expect([inside.closedPence, inside.moves.map((move) => move.amountPence).sort((a, b) => a - b)]).toEqual([72_000_000, [10_500_000, 30_000_000, 31_500_000]]);
    expect(inside.calls.map((call) => call.amountPence)).toEqual([20_521_574]);
    expect(inside.proof.stages.every((stage) => stage.optimal)).toBe(true);
    expect((await found("--across-outcomes")).closedPence).toBe(75_000_000);
    expect((await found("--minimum-move", "200000")).moves.every((move) => move.amountPence >= 20_000_000)).toBe(true);
    expect((await found("--hold-back", "50")).closedPence).toBeLessThan(72_000_000);
  });

  test("a result that nobody has touched is replaced; other workbooks and results with decisions are kept", async () => {
    const out = join(folder, "result.xlsx");
    expect((await runCli("suggest", ONE, "--out", out)).code).toBe(0);
    expect((await runCli("suggest", ONE, "--out", out)).code).toBe(0);
    const decided = patchZip(new Uint8Array(await readFile(out)), (path, text) => (path.endsWith("sharedStrings.xml") ? text.replace("<t>waiting</t>", "<t>accepted</t>") : text));
    await writeFile(out, decided);
    expect(await runCli("suggest", ONE, "--out", out)).toMatchObject({ code: 2, stderr: expect.stringContaining("decisions") });
    expect((await readFile(out)).equals(decided)).toBe(true);
    const other = join(folder, "other.xlsx");
    await writeFile(other, await makeXlsx({ Budget: [["mine"]] }));
    expect(await runCli("pool", ONE, "--out", other)).toMatchObject({ code: 2, stderr: expect.stringContaining('"Budget"') });
    await writeFile(other, "not a workbook");
    expect(await runCli("pool", ONE, "--out", other)).toMatchObject({ code: 2 });
    expect(await readFile(other, "utf8")).toBe("not a workbook");
  });

  test("an earlier result read with the sources adds no money and carries its decisions on", async () => {
    const earlier = join(folder, "earlier.xlsx");
    const later = join(folder, "later.xlsx");
    expect((await runCli("suggest", ONE, "--out", earlier)).code).toBe(0);
    await writeFile(earlier, patchZip(new Uint8Array(await readFile(earlier)), (path, text) => (path.endsWith("sharedStrings.xml") ? text.replace("<t>waiting</t>", "<t>accepted</t>") : text)));
    const totals = async (...files: string[]) => (JSON.parse((await runCli("pool", ...files, "--json")).stdout) as { totals: unknown }).totals;
    expect(await totals(ONE, earlier)).toEqual(await totals(ONE));
    expect(await runCli("suggest", ONE, earlier, "--out", later)).toMatchObject({ code: 0, stderr: "" });
    const virements = readWorkbook(new Uint8Array(await readFile(later)), "later.xlsx").find((grid) => grid.sheet === "Virements");
    expect(virements?.values.flat().filter((value) => value === "accepted")).toHaveLength(3);
  });

  test("check answers 1 exactly when a control is red or the data hold an error", async () => {
    const { code, stdout } = await runCli("check", ONE, "--json");
    const { counts, issues } = JSON.parse(stdout) as { counts: { red: number }; issues: { severity: string }[] };
    expect(code).toBe(counts.red > 0 || issues.some((issue) => issue.severity === "error") ? 1 : 0);
  });
});

test("as a program of its own: streams apart, answer given to the shell", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "src/cli/main.ts"), ...args], { cwd: ROOT, encoding: "utf8" });
  const good = run("pool", "samples/separate", "--json", "--date", "2026-10-15");
  expect(good.status).toBe(0);
  expect(good.stderr).toMatch(/^(.+ \(\d+ of \d+\)\n)+$/);
  expect(run("read", "samples/separate", "--json", "--quiet")).toMatchObject({ stderr: "" });
  expect(Object.keys(JSON.parse(good.stdout) as object)).toEqual(["totals", "agencies", "views", "eliminations", "matches", "pools", "yearEnd", "levies", "agentFlows", "passThrough", "costViews", "years", "changes", "controls", "issues"]);
  const bad = run("pool", "no-such-folder");
  expect([bad.status, bad.stdout]).toEqual([3, ""]);
  expect(bad.stderr).toContain("no-such-folder");
});
