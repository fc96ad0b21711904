// One suite for every adapter of the workbook port: files in memory, and Excel through its own client.
import type { CellValue, SheetGrid } from "../../src/core/reading/grid";
import type { CellChange, SheetCell, SheetSpec, WritePlan } from "../../src/core/writing/types";
import { HOSTILE } from "./hostileTexts";
import { WorkbookError, type Progress, type WorkbookPort } from "../../src/workbook/ports";

/** A sheet as it stands before the test: formulas as "=B2+B3" with the value Excel would show. */
export interface StartingSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | { readonly formula: string; readonly value: CellValue })[])[];
  readonly visibility?: "visible" | "hidden" | "veryHidden";
}

export type MakeWorkbook = (sheets: readonly StartingSheet[]) => Promise<WorkbookPort>;

const COUNCIL: StartingSheet = {
  name: "Council's budget",
  rows: [
    ["Code", "Description", "Revised £"],
    ["00412", "Home care", 1700000],
    ["00413", "Day care", -20000.5],
    [null, "Total", { formula: "=SUM(C2:C3)", value: 1679999.5 }],
    [true, "#N/A is what Excel shows", null],
  ],
};
const NOTES: StartingSheet = { name: "Notes", rows: [["Nobody's figures"]], visibility: "hidden" };

function ours(amounts: readonly number[], name = "Purse Lines"): SheetSpec {
  const header = (text: string): SheetCell => ({ value: text, style: "header" });
  const last = 1 + amounts.length;
  return {
    name,
    rows: [
      [{ value: "Lines of the partnership", style: "title" }],
      [header("Line"), header("Amount"), header("Decision")],
      ...amounts.map((amount, i): (SheetCell | null)[] => [
        { value: `L${i + 1}`, format: "text", link: { file: null, sheet: COUNCIL.name, address: `C${i + 2}` } },
        { value: amount, format: "pounds-pence" },
        { value: "waiting", style: "input" },
      ]),
      [{ value: "All", style: "total" }, { value: amounts.reduce((a, b) => a + b, 0), formula: `=SUM(B3:B${last + 1})`, style: "total" }, null],
    ],
    columnWidths: [20, 14, 14],
    tables: [{ name: name === "Purse Lines" ? "tblLines" : "tblOther", area: { top: 1, left: 0, bottom: last, right: 2 } }],
    validations: [{ area: { top: 2, left: 2, bottom: last, right: 2 }, list: ["waiting", "accepted", "refused"], prompt: "Choose." }],
    conditionalFormats: [{ area: { top: 2, left: 1, bottom: last, right: 1 }, formula: "=B3<0", style: "attention" }],
    freezeRows: 2,
    freezeColumns: 1,
    printTitleRows: [1, 1],
    outlineRows: [],
    tabColour: "#0F548C",
  };
}

const change = (address: string, before: CellValue, after: CellValue, sheet = COUNCIL.name): CellChange => ({ sheet, address, before, after, why: "test" });
const plan = (...changes: CellChange[]): WritePlan => ({ changes, resizes: [] });

function gridOf(grids: readonly SheetGrid[], sheet: string): SheetGrid {
  const found = grids.filter((grid) => grid.sheet === sheet);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} sheets are called ${sheet}`);
  return found[0];
}

/** Values without the empty ends of rows, so that adapters may pad or not. */
export function valuesOf(grid: SheetGrid): CellValue[][] {
  const rows = grid.values.map((row) => {
    const cells = row.map((cell) => (cell === "" ? null : cell));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

async function snapshot(port: WorkbookPort): Promise<string> {
  return JSON.stringify((await port.readGrids()).map((grid) => [grid.sheet, grid.visibility, valuesOf(grid)]));
}

async function refusal(work: Promise<unknown>): Promise<WorkbookError> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (error instanceof WorkbookError) return error;
  throw new Error(`A WorkbookError was expected, not ${String(error)}`);
}

/** Runs the contract. `makeWorkbook` gives a fresh workbook that holds these sheets and nothing of ours. */
export function describeWorkbookContract(name: string, makeWorkbook: MakeWorkbook): void {
  describe(`${name} keeps the contract of a workbook`, () => {
    describe("reading", () => {
      test("values are as stored, empty cells null, formulas beside their values", async () => {
        const grid = gridOf(await (await makeWorkbook([COUNCIL])).readGrids(), COUNCIL.name);
        expect(valuesOf(grid).slice(0, 4)).toEqual([["Code", "Description", "Revised £"], ["00412", "Home care", 1700000], ["00413", "Day care", -20000.5], [null, "Total", 1679999.5]]);
        expect(grid.values[4]?.[0]).toBe(true);
        expect(grid.formulas?.[3]?.[2]).toBe("=SUM(C2:C3)");
        expect(grid.formulas?.[1]?.[2] ?? null).toBeNull();
      });

      test("hidden sheets are read and said to be hidden; sheets keep their order", async () => {
        const grids = await (await makeWorkbook([COUNCIL, NOTES, { ...NOTES, name: "Older notes", visibility: "veryHidden" }])).readGrids();
        expect(grids.map((grid) => [grid.sheet, grid.visibility])).toEqual([[COUNCIL.name, "visible"], ["Notes", "hidden"], ["Older notes", "veryHidden"]]);
      });

      test("an empty sheet is an empty grid", async () => {
        const grids = await (await makeWorkbook([COUNCIL, { name: "Empty", rows: [] }])).readGrids();
        expect(valuesOf(gridOf(grids, "Empty"))).toEqual([]);
      });

      test("progress goes up to its end, and a stop before the start is heard", async () => {
        const port = await makeWorkbook([COUNCIL, NOTES]);
        const seen: Progress[] = [];
        await port.readGrids({ onProgress: (progress) => seen.push(progress) });
        expect(seen.length).toBeGreaterThan(0);
        expect(seen.every(({ step, done, total }) => step !== "" && done <= total)).toBe(true);
        expect((await refusal(port.readGrids({ signal: AbortSignal.abort() }))).code).toBe("stopped");
      });

      test("the workbook has a name", async () => {
        expect(await (await makeWorkbook([COUNCIL])).name()).not.toBe("");
      });
    });

    describe("writing our sheets", () => {
      test("values and formulas are read back exactly as written, and other sheets are untouched", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = valuesOf(gridOf(await port.readGrids(), COUNCIL.name));
        await port.writeSheets([ours([1234.56, -0.01])]);
        const grids = await port.readGrids();
        const grid = gridOf(grids, "Purse Lines");
        expect(valuesOf(grid)).toEqual([["Lines of the partnership"], ["Line", "Amount", "Decision"], ["L1", 1234.56, "waiting"], ["L2", -0.01, "waiting"], ["All", 1234.55]]);
        expect(grid.formulas?.[4]?.[1]).toBe("=SUM(B3:B4)");
        expect(grid.visibility).toBe("visible");
        expect(valuesOf(gridOf(grids, COUNCIL.name))).toEqual(before);
      });

      test("a second write refreshes the same sheet and leaves nothing of the first behind", async () => {
        const port = await makeWorkbook([COUNCIL]);
        await port.writeSheets([ours([1, 2, 3, 4, 5])]);
        await port.writeSheets([ours([7])]);
        const grids = await port.readGrids();
        expect(grids.map((grid) => grid.sheet)).toEqual([COUNCIL.name, "Purse Lines"]);
        expect(valuesOf(gridOf(grids, "Purse Lines"))).toEqual([["Lines of the partnership"], ["Line", "Amount", "Decision"], ["L1", 7, "waiting"], ["All", 7]]);
      });

      test("text stays text in a single changed cell, too", async () => {
        const port = await makeWorkbook([COUNCIL]);
        let before: CellValue = "Home care";
        for (const text of HOSTILE) {
          expect((await port.applyPlan(plan(change("B2", before, text)))).applied).toBe(true);
          const grid = gridOf(await port.readGrids(), COUNCIL.name);
          expect([grid.values[1]?.[1], grid.formulas?.[1]?.[1] ?? null]).toEqual([text, null]);
          before = text;
        }
      });

      test(`text stays text, whatever it begins with: ${HOSTILE.length} of them`, async () => {
        const port = await makeWorkbook([COUNCIL]);
        const spec: SheetSpec = { ...ours([1]), rows: HOSTILE.map((text) => [{ value: text, format: "text" as const }]), tables: [], validations: [], conditionalFormats: [], printTitleRows: null };
        await port.writeSheets([spec]);
        const grid = gridOf(await port.readGrids(), "Purse Lines");
        expect(grid.values.map((row) => row[0])).toEqual(HOSTILE);
        expect(HOSTILE.map((_text, row) => grid.formulas?.[row]?.[0] ?? null).every((formula) => formula === null)).toBe(true);
      });

      test("a sheet that can't be written leaves the others unwritten too", async () => {
        const port = await makeWorkbook([COUNCIL]);
        await port.writeSheets([ours([1])]);
        const before = await snapshot(port);
        await refusal(port.writeSheets([ours([2]), ours([3], "not/allowed")]));
        expect(await snapshot(port)).toBe(before);
      });

      test("a stop is heard: all of it was written or nothing", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        expect((await refusal(port.writeSheets([ours([1])], { signal: AbortSignal.abort() }))).code).toBe("stopped");
        expect(await snapshot(port)).toBe(before);
        const stop = new AbortController();
        const outcome: unknown = await port
          .writeSheets([ours([1]), ours([2], "Pooled View")], { signal: stop.signal, onProgress: () => stop.abort() })
          .then(() => "written", (reason: unknown) => reason);
        const after = (await port.readGrids()).map((grid) => grid.sheet);
        expect(after).toEqual(outcome === "written" ? [COUNCIL.name, "Purse Lines", "Pooled View"] : [COUNCIL.name]);
        if (outcome !== "written") expect(outcome).toMatchObject({ code: "stopped" });
      });
    });

    describe("applying a plan", () => {
      test("every change is made, and nothing else", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const { applied, obstacles, sheets } = await port.applyPlan(plan(change("C2", 1700000, 1690000), change("C3", -20000.5, -10000.5)));
        expect([applied, obstacles]).toEqual([true, []]);
        // Sheets that come with the reading back are what a reading gives, sums recalculated.
        if (sheets !== undefined) expect(sheets).toEqual([gridOf(await port.readGrids(), COUNCIL.name)]);
        expect(valuesOf(gridOf(await port.readGrids(), COUNCIL.name)).slice(1, 3)).toEqual([["00412", "Home care", 1690000], ["00413", "Day care", -10000.5]]);
      });

      test("applied and then turned round, the sheet is as it was", async () => {
        const port = await makeWorkbook([COUNCIL]);
        await port.applyPlan(plan(change("C2", 1700000, 1690000), change("D2", null, "moved")));
        const result = await port.applyPlan(plan(change("C2", 1690000, 1700000), change("D2", "moved", null)));
        expect(result.applied).toBe(true);
        expect(valuesOf(gridOf(await port.readGrids(), COUNCIL.name))[1]).toEqual(["00412", "Home care", 1700000]);
      });

      test("a cell changed since is named, and nothing is written", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        const result = await port.applyPlan(plan(change("C2", 1700000, 1690000), change("C3", 999, 0)));
        expect(result.applied).toBe(false);
        expect(result.obstacles.map(({ change: { sheet, address }, kind }) => [sheet, address, kind])).toEqual([[COUNCIL.name, "C3", "changed"]]);
        expect(result.obstacles[0]?.found).toContain("20000.5");
        expect(await snapshot(port)).toBe(before);
      });

      test("a cell with a formula is never overwritten", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        const result = await port.applyPlan(plan(change("C2", 1700000, 1), change("C4", 1679999.5, 1)));
        expect([result.applied, result.obstacles.map(({ kind }) => kind)]).toEqual([false, ["formula"]]);
        expect(result.obstacles[0]?.found).toBe("=SUM(C2:C3)");
        expect(await snapshot(port)).toBe(before);
        expect(gridOf(await port.readGrids(), COUNCIL.name).formulas?.[3]?.[2]).toBe("=SUM(C2:C3)");
      });

      test("a sheet that is gone is said, and nothing is written", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        const result = await port.applyPlan(plan(change("C2", 1700000, 1), change("A1", null, 1, "Gone")));
        expect([result.applied, result.obstacles.map(({ kind }) => kind)]).toEqual([false, ["missing-sheet"]]);
        expect(await snapshot(port)).toBe(before);
      });

      test("a row that is no longer the one that was seen is said, and nothing is written", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        const held = { sheet: COUNCIL.name, address: "B2", value: "Home care" };
        const result = await port.applyPlan({ ...plan(change("C2", 1700000, 1)), guards: [held, { ...held, address: "B3", value: "Meals" }] });
        expect([result.applied, result.obstacles.map(({ kind }) => kind)]).toEqual([false, ["moved"]]);
        expect(result.obstacles[0]?.found).toContain("B3");
        expect(await snapshot(port)).toBe(before);
        expect((await port.applyPlan({ ...plan(change("C2", 1700000, 1)), guards: [held] })).applied).toBe(true);
      });

      test("text of a plan stays text too", async () => {
        const port = await makeWorkbook([COUNCIL]);
        await port.applyPlan(plan(change("D2", null, "=1+1"), change("D3", null, "00412")));
        const grid = gridOf(await port.readGrids(), COUNCIL.name);
        expect([grid.values[1]?.[3], grid.values[2]?.[3]]).toEqual(["=1+1", "00412"]);
        expect(grid.formulas?.[1]?.[3] ?? null).toBeNull();
      });

      test("a sheet of ours takes changes below its table, and the table grows over them", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const short = ours([5]);
        await port.writeSheets([{ ...short, rows: short.rows.slice(0, 3) }]);
        const grown: WritePlan = {
          changes: [change("A4", null, "L2", "Purse Lines"), change("B4", null, 6.5, "Purse Lines"), change("C3", "waiting", "accepted", "Purse Lines")],
          resizes: [{ sheet: "Purse Lines", table: "tblLines", area: { top: 1, left: 0, bottom: 3, right: 2 } }],
        };
        expect((await port.applyPlan(grown)).applied).toBe(true);
        expect(valuesOf(gridOf(await port.readGrids(), "Purse Lines")).slice(2)).toEqual([["L1", 5, "accepted"], ["L2", 6.5]]);
      });

      test("a stop before the start leaves everything as it was", async () => {
        const port = await makeWorkbook([COUNCIL]);
        const before = await snapshot(port);
        expect((await refusal(port.applyPlan(plan(change("C2", 1700000, 1)), { signal: AbortSignal.abort() }))).code).toBe("stopped");
        expect(await snapshot(port)).toBe(before);
      });
    });

    test("a cell can be shown; a sheet that is gone is said", async () => {
      const port = await makeWorkbook([COUNCIL]);
      await expect(port.showCell({ file: null, sheet: COUNCIL.name, address: "C2" })).resolves.toBeUndefined();
      expect((await refusal(port.showCell({ file: null, sheet: "Gone", address: "A1" }))).code).toBe("not-found");
    });
  });
}
