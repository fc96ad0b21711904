// One cost centre, told by the sheet's own codes: its row of the scheme is asked, up to its limit, and the suggestion says where the codes stand.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetGrid } from "../../src/core/reading/grid";
import { gridsOf, ruleTable } from "../support/freshPartnership";
import { writeWorkbook } from "../support/freshWorkbook";
import { runCli } from "./runCli";

const folder = mkdtempSync(join(tmpdir(), "cost-centre-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCHEMES = ruleTable("Purse Schemes", [
  { Rule: "V1", Agency: "VALE", Scopes: "same cost centre", "Over £": 0, "Up to £": 10_000, Approver: "Budget holder", Rank: 0 },
  { Rule: "V2", Agency: "VALE", Scopes: "same service", "Over £": 0, "Up to £": 50_000, Approver: "Head of service", Rank: 1 },
  { Rule: "V3", Agency: "VALE", Scopes: "same service", "Over £": 50_000, Approver: "Cabinet", Rank: 3 },
]);

interface Move { readonly from: string; readonly to: string; readonly scope: string; readonly rank: number; readonly ruleIds: readonly string[]; readonly explanation: string }

/** Two lines with their cost centres, the second so many pounds under its budget and the first as many over. */
async function move(pounds: number, centres: readonly [string, string]): Promise<Move | undefined> {
  const [partners] = gridsOf([{ ref: "VALE", name: "Vale District Council", type: "District council", lines: [] }], []).slice(1);
  const budget: SheetGrid = { file: null, sheet: "VALE", visibility: "visible", values: [
    ["Vale District Council budget monitor 2026/27"], ["All figures in £"], [null],
    ["Cost centre", "Subjective", "Description", "Original budget", "Revised budget", "Forecast outturn"],
    [centres[0], "1001", "Wardens", 400_000, 400_000, 400_000 + pounds], [centres[1], "4020", "Wardens' vans", 200_000, 200_000, 200_000 - pounds],
    ["5200", "1001", "Parks gardeners", 300_000, 300_000, 300_000], ["5200", "4020", "Parks vans", 100_000, 100_000, 100_000],
  ] };
  const file = join(folder, "vale.xlsx");
  writeWorkbook(file, [budget, ...(partners === undefined ? [] : [partners]), SCHEMES]);
  const { moves } = JSON.parse((await runCli("suggest", file, "--json", "--date", "2026-10-15")).stdout) as { moves: readonly Move[] };
  if (moves === undefined) throw new Error(JSON.stringify((await runCli("suggest", file, "--date", "2026-10-15")).stderr));
  expect(moves.length).toBeLessThanOrEqual(1);
  return moves[0];
}

test("lines of one cost centre need its budget holder alone, and the suggestion names the code and its cells", async () => {
  const found = await move(10_000, ["4100", "4100"]);
  expect(found).toMatchObject({ scope: "same cost centre", rank: 0, ruleIds: ["V1"] });
  expect(found?.explanation).toMatch(/Both carry the cost centre 4100, in the rows of .*VALE!E6.* and .*VALE!E5/);
});

test("a pound above its limit is the service's again", async () => {
  expect(await move(10_001, ["4100", "4100"])).toMatchObject({ rank: 1, ruleIds: ["V2"] });
  expect(await move(50_001, ["4100", "4100"])).toMatchObject({ rank: 3, ruleIds: ["V3"] });
});

test("different cost centres are one service only", async () => {
  expect(await move(10_000, ["4100", "4200"])).toMatchObject({ scope: "same service", rank: 1, ruleIds: ["V2"] });
});
