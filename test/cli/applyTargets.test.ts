// Where virements go, from the command line: as chosen on Purse Mapping, and by --target where nobody has chosen.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import { readTable } from "../../src/core/tables/table";
import { readRegister } from "../../src/core/writing/registerTable";
import type { CellChange } from "../../src/core/writing/types";
import { readVirements } from "../../src/core/writing/virementRows";
import { patchWorkbook } from "../../src/file/patch/patchWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import { runCli } from "./runCli";

const COUNCIL = "01 Brackenshire CC revenue monitor P6.xlsx";
let folder = "";
let agencies = "";
let result = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "purse-"));
  agencies = join(folder, "agencies");
  result = join(folder, "result.xlsx");
  await cp("samples/separate", agencies, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const gridsOf = async (path: string): Promise<SheetGrid[]> => readWorkbook(new Uint8Array(await readFile(path)), "x.xlsx", null);
const named = (grids: readonly SheetGrid[], name: string): SheetGrid => grids.find((grid) => grid.sheet === name) as SheetGrid;
const change = async (path: string, changes: readonly Omit<CellChange, "before" | "why">[]): Promise<void> => {
  const edits = changes.map((each) => ({ ...each, before: null, why: "test" }));
  await writeFile(path, patchWorkbook(new Uint8Array(await readFile(path)), path, edits));
};

/** The suggestions written and all accepted, with what each sheet's officer chose in the drop-down. */
async function decided(chosen: Readonly<Record<string, string>> = {}): Promise<void> {
  expect((await runCli("suggest", agencies, "--out", result)).code).toBe(0);
  const grids = await gridsOf(result);
  const mapping = readTable(named(grids, "Purse Mapping"), ["Sheet", "Virements go to"]) ?? [];
  await change(result, [
    ...readVirements(named(grids, "Virements")).records.map(({ places }) => ({ sheet: "Virements", address: places[0]?.decisionAt ?? "", after: "accepted" })),
    ...mapping.flatMap((row) => (chosen[row.text("Sheet")] === undefined ? [] : [{ sheet: "Purse Mapping", address: row.address("Virements go to"), after: chosen[row.text("Sheet")] ?? null }])),
  ]);
}

async function sheetsOf(file: string): Promise<readonly (readonly (readonly CellValue[])[])[]> {
  return (await gridsOf(join(agencies, file))).map(({ values }) => values);
}

test("by the journal alone: no agency's workbook is changed, the entries and the register are written in one go, and reverting adds to both", async () => {
  await decided();
  const before = await sheetsOf(COUNCIL);
  const shown = await runCli("apply", agencies, "--decisions", result, "--in-place", "--target", "journal", "--json");
  expect(shown.code).toBe(0);
  const { entries, sheets } = JSON.parse(shown.stdout) as { entries: { line: string; pence: number; into: string }[]; sheets: { ours: boolean }[] };
  expect(entries.every(({ into }) => into === "journal sheet only")).toBe(true);
  expect(sheets.every(({ ours }) => ours)).toBe(true);
  expect(await sheetsOf(COUNCIL)).toEqual(before);
  const after = await gridsOf(result);
  expect(readRegister(named(after, "Purse Register")).map(({ sheet, detail }) => [sheet, detail?.into])).toEqual(entries.map(() => ["Purse Journal", "journal sheet only"]));
  const journal = (grids: readonly SheetGrid[]): CellValue[][] => named(grids, "Purse Journal").values.slice(4).filter((row) => (row[0] ?? null) !== null).map((row) => [row[3] ?? null, row[12] ?? null]);
  expect(journal(after)).toEqual(entries.map(({ pence }) => ["applied", pence / 100]));
  const back = await runCli("apply", agencies, "--decisions", result, "--in-place", "--revert", "C04-C06-1", "--reason", "the need was met");
  expect([back.code, back.stderr]).toEqual([0, ""]);
  expect(back.stdout).toContain("by the journal alone: no cell of the sheet is written");
  expect(journal(await gridsOf(result)).filter(([state]) => state === "reversed")).toHaveLength(2);
});

test("a sheet's own choice goes before --target, and a figure beside the column is said not to follow", async () => {
  const name = (await gridsOf(join(agencies, COUNCIL)))[0]?.sheet ?? "";
  await change(join(agencies, COUNCIL), [{ sheet: name, address: "M7", after: "Virements" }, { sheet: name, address: "M10", after: 0 }, { sheet: name, address: "M15", after: 2500 }]);
  await decided({ [name]: "Virements column" });
  const shown = await runCli("apply", agencies, "--decisions", result, "--in-place", "--target", "journal");
  expect([shown.code, shown.stderr]).toEqual([0, ""]);
  expect(shown.stdout).toMatch(/the revised budget of 3 lines holds a figure beside the column of virements, so it does not follow by itself/);
  const council = (await gridsOf(join(agencies, COUNCIL)))[0];
  expect([9, 12, 14].map((row) => council?.values[row]?.[12])).toEqual([315_000, -420_000, 107_500]);
  expect([9, 12, 14].map((row) => council?.values[row]?.[5])).toEqual([42_000_000, 5_200_000, 1_800_000]);
  const ids = readVirements(named(await gridsOf(result), "Virements")).records.map(({ virement }) => virement.id);
  expect((await runCli("apply", agencies, "--decisions", result, "--in-place", "--revert", ...ids, "--reason", "the need was met")).code).toBe(0);
  expect([9, 12, 14].map((row) => council?.values[row]?.[5])).toEqual([42_000_000, 5_200_000, 1_800_000]);
  expect(await Promise.all([9, 12, 14].map(async (row) => (await sheetsOf(COUNCIL))[0]?.[row]?.[12] ?? null))).toEqual([0, null, 2500]);
});

test("a place that is none is wrong use", async () => {
  const shown = await runCli("apply", agencies, "--decisions", result, "--dry-run", "--target", "elsewhere");
  expect(shown.code).toBe(2);
  expect(shown.stderr).toMatch(/revised, column, journal/);
});
