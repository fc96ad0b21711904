// What can go wrong between the pane and Excel, at every request: afterwards the workbook is wholly old or wholly new, and the words say which.
import { rowsOnDemand } from "../../src/core/writing/rowsOnDemand";
import type { SheetSpec, WritePlan } from "../../src/core/writing/types";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { WorkbookError } from "../../src/workbook/ports";
import { bootNodeHost, type EmbeddedHost, type Fault, type HostWorkbookData } from "../../workbench/host";

let host: EmbeddedHost;
const port = new ExcelWorkbook();
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

const BOOK: HostWorkbookData = {
  name: "partners.xlsx",
  sheets: [{ name: "Council", rows: [["Line", "Revised £"], ["C04", 5_200_000], ["C06", 1_800_000]] }, { name: "Fire", rows: [["F01", 1300]] }],
};
const PLAN: WritePlan = {
  changes: [
    { sheet: "Council", address: "B2", before: 5_200_000, after: 5_095_000, why: "virement" },
    { sheet: "Council", address: "B3", before: 1_800_000, after: 1_905_000, why: "virement" },
  ],
  resizes: [],
};
const spec = (name: string, amount: number): SheetSpec => ({
  name, rows: [[{ value: "Line", style: "header" }, { value: "£", style: "header" }], [{ value: "C04" }, { value: amount, format: "pounds-pence" }]],
  columnWidths: [12, 14], tables: [{ name: `tbl${name.replace(/\W/g, "")}`, area: { top: 0, left: 0, bottom: 1, right: 1 } }], validations: [],
  conditionalFormats: [], freezeRows: 1, freezeColumns: 0, printTitleRows: [0, 0], outlineRows: [], tabColour: null,
});

const FAULTS: readonly Extract<Fault, { code: string }>[] = [
  { kind: "transport", code: "InvalidOperationInCellEditMode" }, { kind: "transport", code: "ActivityLimitReached" },
  { kind: "transport", code: "RequestPayloadSizeLimitExceeded" }, { kind: "transport", code: "AccessDenied" },
  { kind: "error", code: "GeneralException" }, { kind: "error", code: "ItemNotFound" }, { kind: "error", code: "AccessDenied" },
  { kind: "half", code: "GeneralException" }, { kind: "half", code: "InsertDeleteConflict" },
];

async function contents(): Promise<string> {
  return JSON.stringify((await port.readGrids()).map((grid) => [grid.sheet, grid.values.filter((row) => row.some((cell) => cell !== null))]));
}

async function outcome(work: Promise<unknown>): Promise<unknown> {
  return work.then((value) => value, (error: unknown) => error);
}

describe.each(FAULTS)("$kind $code at each request", (fault) => {
  test("reading ends in a reading or a sentence", async () => {
    for (let n = 1; n <= 3; n += 1) {
      await host.load(BOOK);
      host.faults.atRequest(n, fault);
      const result = await outcome(port.readGrids());
      if (result instanceof Error) expectSentence(result);
      else expect(result).toHaveLength(2);
    }
  });

  test("applying leaves all or nothing", async () => {
    await host.load(BOOK);
    const old = await contents();
    for (let n = 1; n <= 3; n += 1) {
      await host.load(BOOK);
      host.faults.atRequest(n, fault);
      const result = await outcome(port.applyPlan(PLAN));
      host.faults.clear();
      if (fault.code === "InvalidOperationInCellEditMode") {
        // A cell being edited is waited for; the request was not done.
        expect(result).toMatchObject({ applied: true });
        expect(await contents()).not.toBe(old);
        continue;
      }
      expectSentence(result);
      expect(await contents()).toBe(old);
    }
  });

  test("writing sheets of ours, first or again, leaves all or nothing", async () => {
    for (const again of [false, true]) {
      for (let n = 1; n <= 2; n += 1) {
        await host.load(BOOK);
        if (again) await port.writeSheets([spec("Pooled View", 1), spec("Purse Lines", 2)]);
        const old = await contents();
        host.faults.atRequest(n, fault);
        const error = await outcome(port.writeSheets([spec("Pooled View", 7), spec("Purse Lines", 8), spec("Virements", 9)]));
        expect(error).toBeInstanceOf(WorkbookError);
        expectSentence(error);
        host.faults.clear();
        expect(await contents()).toBe(old);
      }
    }
  });
});

test("a null read is a failure, not an empty sheet", async () => {
  await host.load(BOOK);
  host.faults.atRequest(3, { kind: "nullRead" });
  await expect(port.readGrids()).rejects.toMatchObject({ code: "null-read" });
});

test("a protected sheet is said beforehand; unlocked cells on it are written", async () => {
  await host.load(BOOK);
  host.user.protectSheet("Council");
  host.user.unlock("Council", "B2");
  const { applied, obstacles } = await port.applyPlan(PLAN);
  expect(applied).toBe(false);
  expect(obstacles.map(({ kind }) => kind)).toContain("protected");
  host.user.unlock("Council", "B3");
  expect((await port.applyPlan(PLAN)).applied).toBe(true);
});

test("a protected sheet of ours stops the writing before anything is written", async () => {
  await host.load(BOOK);
  await port.writeSheets([spec("Pooled View", 1)]);
  host.user.protectSheet("Pooled View");
  const old = await contents();
  await expect(port.writeSheets([spec("Purse Lines", 1), spec("Pooled View", 2)])).rejects.toMatchObject({ code: "protected" });
  expect(await contents()).toBe(old);
});

test("a cell being edited is waited for", async () => {
  await host.load(BOOK);
  host.user.beginEdit();
  const reading = port.readGrids();
  let done = false;
  void reading.then(() => { done = true; });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done).toBe(false);
  host.user.endEdit();
  expect(await reading).toHaveLength(2);
});

test("someone else's edit between preview and apply is named, and nothing is written", async () => {
  await host.load(BOOK);
  await host.user.edit("Council", "B3", 1_750_000, { remote: true });
  const { applied, obstacles } = await port.applyPlan(PLAN);
  expect([applied, obstacles.map(({ change, found }) => [change.address, found])]).toEqual([false, [["B3", "1750000"]]]);
  expect(host.user.values("Council", "B2:B3")).toEqual([[5_200_000], [1_750_000]]);
});

test("users' notes to the right of a sheet of ours stay on refresh", async () => {
  await host.load(BOOK);
  await port.writeSheets([spec("Pooled View", 1)]);
  await host.user.edit("Pooled View", "E2", "check with the director");
  await port.writeSheets([spec("Pooled View", 2)]);
  expect(host.user.values("Pooled View", "B2:E2")).toEqual([[2, "", "", "check with the director"]]);
});

test("a sheet larger than one message is read in blocks, each under 1 MB, with progress and stop", async () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => [`code ${i}`, "Description of an ordinary line", i, i + 0.25, i * 3]);
  await host.load({ name: "large.xlsx", sheets: [{ name: "Ledger", rows }] });
  const seen: number[] = [];
  const [grid] = await port.readGrids({ onProgress: ({ done }) => seen.push(done) });
  expect(grid?.values).toHaveLength(12_000);
  expect(grid?.values[11_999]).toEqual(["code 11999", "Description of an ordinary line", 11_999, 11_999.25, 35_997]);
  expect(seen).toEqual([24_000, 48_000, 60_000]);
  expect(Math.max(...host.metrics.trips.map((trip) => Math.max(trip.requestBytes, trip.responseBytes)))).toBeLessThan(1_000_000);
  const stop = new AbortController();
  await expect(port.readGrids({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: "stopped" });
});

test("a sheet larger than Office.js takes of one range is refused before anything is asked of Excel", async () => {
  await host.load(BOOK);
  const before = host.metrics.roundTrips;
  const rows = rowsOnDemand([], 2_500_001, () => [{ value: 1 }, { value: 2 }]);
  const error = await outcome(port.writeSheets([spec("Pooled View", 1), { ...spec("Purse Lines", 1), rows, tables: [] }]));
  expectSentence(error);
  expect(error).toMatchObject({ code: "too-large", message: expect.stringContaining('"Purse Lines" would have 2500001 rows') as string });
  expect(host.metrics.roundTrips).toBe(before);
});

function expectSentence(error: unknown): void {
  expect(error).toBeInstanceOf(WorkbookError);
  if (!(error instanceof WorkbookError)) return;
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  expect(error.nextStep).toMatch(/^[A-Z].*\.$/);
}
