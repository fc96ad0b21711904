// Accepted virements put into the agencies' own workbooks and taken back, from the command line, on the samples.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { PURSE_SHEETS } from "../../src/core/writing/sheetNames";
import { readRegister } from "../../src/core/writing/registerTable";
import { readVirements } from "../../src/core/writing/virementRows";
import { patchWorkbook } from "../../src/file/patch/patchWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import { patchZip } from "../file/makeFiles";
import { runCli } from "./runCli";

let folder = "";
let agencies = "";
let result = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "purse-"));
  agencies = join(folder, "agencies");
  result = join(folder, "result.xlsx");
  await cp("samples/separate", agencies, { recursive: true });
  expect((await runCli("suggest", agencies, "--out", result)).code).toBe(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(path));
const gridsOf = async (path: string): Promise<SheetGrid[]> => readWorkbook(await bytesOf(path), "x.xlsx", null);
const sheet = (grids: readonly SheetGrid[], name: string): SheetGrid => grids.find((grid) => grid.sheet === name) as SheetGrid;

/** Chooses "accepted" in the drop-down of these virements, all when none are named, as a person would in Excel. */
async function accept(...ids: readonly string[]): Promise<string[]> {
  const grid = sheet(await gridsOf(result), PURSE_SHEETS.virements);
  const records = readVirements(grid).records.filter(({ virement }) => ids.length === 0 || ids.includes(virement.id));
  const changes = records.map(({ places }) => ({ sheet: PURSE_SHEETS.virements, address: places[0]?.decisionAt ?? "", before: "waiting", after: "accepted", why: "test" }));
  await writeFile(result, patchWorkbook(await bytesOf(result), "result.xlsx", changes));
  return records.map(({ virement }) => virement.id);
}

async function everyCell(): Promise<Map<string, CellValue>> {
  const cells = new Map<string, CellValue>();
  for (const name of (await readdir(agencies)).filter((file) => file.endsWith(".xlsx"))) {
    for (const grid of await gridsOf(join(agencies, name))) grid.values.forEach((row, r) => row.forEach((value, c) => cells.set(`${name}!${grid.sheet}!${r},${c}`, value)));
  }
  return cells;
}

test("a dry run shows every cell and writes nothing", async () => {
  const ids = await accept();
  const before = new Map(await Promise.all((await readdir(agencies)).map(async (file) => [file, await bytesOf(join(agencies, file))] as const)));
  const shown = await runCli("apply", agencies, "--decisions", result, "--dry-run");
  expect(shown).toMatchObject({ code: 0, stderr: "" });
  for (const id of ids) expect(shown.stdout).toContain(id);
  expect(shown.stdout).toMatch(/Reablement & intermediate care staff +£5,200,000 +-> +£4,780,000/);
  expect(shown.stdout).toContain("the same before and after");
  expect(shown.stdout).toContain("Dry run: nothing was written.");
  for (const [file, bytes] of before) expect(Buffer.compare(await bytesOf(join(agencies, file)), bytes)).toBe(0);
});

test("in place: only the cells of the plan change, the register has them, a second run finds nothing to do, and taking back restores all", async () => {
  const ids = await accept();
  const before = await everyCell();
  const done = await runCli("apply", agencies, "--decisions", result, "--in-place", "--by", "Treasurer", "--json");
  expect(done).toMatchObject({ code: 0, stderr: "" });
  const answer = JSON.parse(done.stdout) as { differencePence: number; sheets: { file: string; sheet: string; ours: boolean; cells: { address: string }[] }[]; saved: { name: string; backup: string }[] };
  expect(answer.differencePence).toBe(0);
  const planned = answer.sheets.filter(({ ours }) => !ours).flatMap(({ file, sheet: name, cells }) => cells.map(({ address }) => `${file}!${name}!${address}`));
  const after = await everyCell();
  expect([...after].filter(([place, value]) => value !== before.get(place))).toHaveLength(planned.length);
  const grids = await gridsOf(result);
  expect(readVirements(sheet(grids, PURSE_SHEETS.virements)).records.map(({ virement }) => virement.state)).toEqual(ids.map(() => "applied"));
  const register = readRegister(sheet(grids, PURSE_SHEETS.register));
  expect(register).toHaveLength(2 * ids.length);
  expect(register.map((row) => row.by)).toEqual(register.map(() => "Treasurer"));
  expect(register.reduce((sum, row) => sum + row.amountPence, 0)).toBe(0);

  const again = await runCli("apply", agencies, "--decisions", result, "--in-place");
  expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/No accepted virement is waiting/) });
  // Pools read the changed budgets, and the backups do not count as workbooks.
  expect((await runCli("pool", agencies)).code).toBe(0);

  const back = await runCli("apply", agencies, "--decisions", result, "--in-place", "--reason", "vacancies filled", "--revert", ...ids);
  expect(back).toMatchObject({ code: 0, stderr: "" });
  expect(await everyCell()).toEqual(before);
  expect((await runCli("apply", agencies, "--decisions", result, "--dry-run", "--reason", "again", "--revert", ...ids)).code).toBe(1);
  expect(await runCli("apply", agencies, "--decisions", result, "--dry-run", "--revert", ...ids)).toMatchObject({ code: 2, stderr: expect.stringMatching(/needs a reason/) });
});

test("copies into a folder leave the workbooks alone, keep every other part byte for byte, and never overwrite", async () => {
  await accept();
  const copies = join(folder, "changed");
  const done = await runCli("apply", agencies, "--decisions", result, "--out", copies);
  expect(done.code).toBe(0);
  const saved = await readdir(copies);
  expect(saved).toContain("result.xlsx");
  for (const file of saved.filter((name) => name !== "result.xlsx")) {
    const [was, is] = [unzipSync(await bytesOf(join(agencies, file))), unzipSync(await bytesOf(join(copies, file)))];
    expect(Object.keys(is)).toEqual(Object.keys(was));
    const changed = Object.keys(is).filter((part) => Buffer.compare(is[part] ?? Buffer.of(), was[part] ?? Buffer.of()) !== 0);
    expect(changed.filter((part) => !/^xl\/(workbook|worksheets\/sheet\d+)\.xml$/.test(part))).toEqual([]);
  }
  expect(await runCli("apply", agencies, "--decisions", result, "--out", copies)).toMatchObject({ code: 2, stdout: "" });
});

test("a tampered register, a protected sheet, a formula and a missing way of saving are each refused, and nothing is written", async () => {
  await accept();
  expect(await runCli("apply", agencies, "--decisions", result)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/--dry-run.*--in-place/) });
  const council = join(agencies, "01 Brackenshire CC revenue monitor P6.xlsx");
  const plain = await bytesOf(council);
  
  await writeFile(council, patchZip(plain, (path, text) => (/worksheets\/sheet1\.xml$/.test(path) ? text.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1"/>') : text)));
  const guarded = await bytesOf(council);
  expect(await runCli("apply", agencies, "--decisions", result, "--in-place")).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/is protected, and .* can't be written/) });
  expect(Buffer.compare(await bytesOf(council), guarded)).toBe(0);
  await writeFile(council, plain);
  expect((await runCli("apply", agencies, "--decisions", result, "--in-place")).code).toBe(0);
  const grid = sheet(await gridsOf(result), PURSE_SHEETS.register);
  const amount = grid.values.findIndex((row) => row[0] === 1);
  await writeFile(result, patchWorkbook(await bytesOf(result), "result.xlsx", [{ sheet: PURSE_SHEETS.register, address: `G${amount + 1}`, before: null, after: 1, why: "test" }]));
  expect(await runCli("apply", agencies, "--decisions", result, "--dry-run")).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/Row 1 of the sheet .* does not follow/) });
});

test("the journal of what was applied and taken back is a CSV file on the standard output, and adds to nothing for each agency", async () => {
  const [id = ""] = await accept("C04-C06-1");
  const approved = await runCli("journal", agencies, result);
  expect(approved).toMatchObject({ code: 0, stderr: "" });
  expect(approved.stdout.split("\n")[1]).toMatch(/,C04-C06-1,approved,COUNCIL,/);
  await runCli("apply", agencies, "--decisions", result, "--in-place");
  await runCli("apply", agencies, "--decisions", result, "--in-place", "--reason", "vacancies filled", "--revert", id);
  const { code, stdout } = await runCli("journal", agencies, result, "--json");
  expect(code).toBe(0);
  const { entries, incomplete } = JSON.parse(stdout) as { entries: { agency: string; fund: string; pence: number; state: string }[]; incomplete: string[] };
  expect([entries.map(({ state, pence }) => [state, pence]), incomplete]).toEqual([[["applied", -10_500_000], ["applied", 10_500_000], ["reversed", 10_500_000], ["reversed", -10_500_000]], []]);
  const book = join(folder, "journal.xlsx");
  expect((await runCli("journal", agencies, result, "--out", book)).stdout).toMatch(/^4 budget entries, adding to nothing/);
  expect(sheet(await gridsOf(book), PURSE_SHEETS.journal).values.slice(4).map((row) => row[12])).toEqual([-105_000, 105_000, 105_000, -105_000]);
});

test("a list of decisions is taken and applied at once; again it changes nothing; one that differs is refused with the field", async () => {
  const list = join(folder, "decisions.csv");
  const json = join(folder, "decisions.json");
  await writeFile(list, "Id,Decision,Decided by,Reason,Amount £\nC04-C06-1,accepted,R. Okafor,,\"105,000.00\"\nN01-N04-1,refused,R. Okafor,needed for winter,\n");
  const shown = await runCli("apply", agencies, result, "--decisions", list, "--dry-run");
  expect(shown).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^2 decisions of the list would be recorded\.\n1 virement to apply:/) });
  expect((await runCli("apply", agencies, result, "--decisions", list, "--in-place")).code).toBe(0);
  const virements = readVirements(sheet(await gridsOf(result), PURSE_SHEETS.virements)).records.map(({ virement }) => virement);
  expect(virements.find(({ id }) => id === "C04-C06-1")).toMatchObject({ state: "applied", decidedBy: "R. Okafor", agreements: [{ on: "2026-10-15" }] });
  expect(virements.find(({ id }) => id === "N01-N04-1")).toMatchObject({ state: "suggested", decision: "refused", reason: "needed for winter" });

  await writeFile(json, JSON.stringify([{ id: "N01-N04-1", decision: "refused", by: "R. Okafor", reason: "needed for winter" }]));
  const before = await bytesOf(result);
  expect(await runCli("apply", agencies, result, "--decisions", json, "--in-place")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^No accepted virement/) });
  await writeFile(json, JSON.stringify([{ id: "N01-N04-1", decision: "accepted", by: "R. Okafor", amount: 5 }]));
  expect(await runCli("apply", agencies, result, "--decisions", json, "--in-place")).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/differs from the request in the amount \(£300,000 in the workbook, £5 in the request\)\. Nothing was written/) });
  await writeFile(json, "{");
  expect(await runCli("apply", agencies, result, "--decisions", json, "--in-place")).toMatchObject({ code: 3, stdout: "" });
  expect(Buffer.compare(await bytesOf(result), before)).toBe(0);
});
