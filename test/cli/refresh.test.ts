// A refresh from the command line: what was pooled before is compared with the agency's sheet as it is now, or the refresh stops by name.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeXlsx, type Rows } from "../file/makeFiles";
import { runCli } from "./runCli";

const HEAD: Rows = [["Fictown Borough Council budget 2026/27, £"], ["Code", "Service", "Revised budget", "Forecast"]];
const MOVED: Rows = [
  ["Fictown Borough Council budget 2026/27, £"], [], ["Code", "Comments", "Service", "Forecast", "Revised budget"],
  ["A0", "new this month", "Halls", 5, 4], ["A1", "", "Libraries", 130, 120], ["A2", "renamed", "Parks and play", 215, 210],
];

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "refresh-"))));
afterEach(() => rmSync(folder, { recursive: true }));

async function pooled(): Promise<{ readonly budget: string; readonly out: string }> {
  const [budget, out] = [join(folder, "fictown.xlsx"), join(folder, "pooled.xlsx")];
  await save(budget, [...HEAD, ["A1", "Libraries", 120, 130], ["A2", "Parks", 210, 205], ["A3", "Roads", 330, 330]]);
  expect((await runCli("pool", budget, "--out", out, "--date", "2026-10-01")).code).toBe(0);
  return { budget, out };
}

const save = async (path: string, rows: Rows): Promise<void> => writeFileSync(path, await makeXlsx({ Budget: rows }));

test("moved columns and inserted rows are followed; new, gone and changed lines are told with old and new figures", async () => {
  const { budget, out } = await pooled();
  await save(budget, MOVED);
  const { code, stdout } = await runCli("read", budget, out, "--json");
  const found = JSON.parse(stdout) as { changes: { newLines: number; goneLines: number; changedLines: number; changes: Record<string, unknown>[] }; issues: { code: string; sentence: string }[] };
  expect(code).toBe(0);
  expect([found.changes.newLines, found.changes.goneLines, found.changes.changedLines]).toEqual([1, 1, 1]);
  expect(found.changes.changes.map((c) => [c.kind, c.line, c.field, c.before ?? c.beforePence, c.after ?? c.afterPence])).toEqual([
    ["new", "COUNCIL/A0", "revised", null, 400], ["new", "COUNCIL/A0", "forecast", null, 500],
    ["changed", "COUNCIL/A2", "forecast", 20_500, 21_500], ["changed", "COUNCIL/A2", "description", "Parks", "Parks and play"],
    ["gone", "COUNCIL/A3", "revised", 33_000, null], ["gone", "COUNCIL/A3", "forecast", 33_000, null],
  ]);
  expect(found.issues.find(({ code: c }) => c === "layout-followed")?.sentence).toContain('"Revised budget" moved from column C to E');
  const text = (await runCli("read", budget, out)).stdout;
  expect(text).toContain("Since 2026-10-01: 1 line new, 1 gone, 1 changed.");
  expect(text).toContain("  - COUNCIL, COUNCIL/A2 Parks and play (forecast): £205 → £215");
});

test("a renamed heading stops pooling with the difference named; nothing is written", async () => {
  const { budget, out } = await pooled();
  await save(budget, [HEAD[0] ?? [], ["Code", "Service", "Approved budget", "Forecast"], ["A1", "Libraries", 120, 130], ["A2", "Parks", 210, 205]]);
  const { code, stderr } = await runCli("pool", budget, out, "--out", join(folder, "next.xlsx"));
  expect(code).toBe(1);
  expect(stderr).toContain('"Revised budget" (column C), read as revised, is headed "Approved budget" now');
});

test("nothing changed is said in one line", async () => {
  const { budget, out } = await pooled();
  expect((await runCli("read", budget, out)).stdout).toContain("Nothing has changed since 2026-10-01.");
});
