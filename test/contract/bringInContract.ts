// One suite of bringing sheets in for every adapter of the workbook port.
import type { SheetGrid } from "../../src/core/reading/grid";
import { sourcesSheet } from "../../src/core/writing/sourcesTable";
import { WorkbookError, type BroughtTarget, type WorkbookPort } from "../../src/workbook/ports";
import type { MakeWorkbook } from "./workbookContract";

const STANDING = { name: "Council", rows: [["Code", "Revised £"], ["00412", 1_700_000], [null, { formula: "=SUM(B2:B2)", value: 1_700_000 }]] } as const;

const HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", "'quoted", "1,700,000", "00412", "Mar-26", "April 2026", "TRUE", "£5", "1/4", "#REF!", "two\nlines", "😀", "{=1}"];

function grid(values: SheetGrid["values"], more: Partial<SheetGrid> = {}): SheetGrid {
  return { file: null, sheet: "Sheet in the file", visibility: "visible", values, ...more };
}

const record = (...sheets: string[]) => sourcesSheet(sheets.map((sheet) => ({ sheet, file: "a.csv", sheetInFile: "a", fileBytes: 10, rows: 1, columns: 1, broughtIn: "2026-10-15T09:30:00", notes: "" })));
const target = (name: string, values: SheetGrid["values"], replaces = false, more: Partial<SheetGrid> = {}): BroughtTarget => ({ name, replaces, grid: grid(values, more) });

async function seen(port: WorkbookPort): Promise<string> {
  return JSON.stringify((await port.readGrids()).map(({ sheet, values, formulas, merges }) => [sheet, values, formulas?.map((row) => row.map((f) => f ?? 0)), merges]));
}

const fault = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => (error instanceof WorkbookError ? error.code : error));

export function describeBringInContract(name: string, makeWorkbook: MakeWorkbook): void {
  describe(`${name} keeps the contract of bringing sheets in`, () => {
    const standing = () => makeWorkbook([STANDING]);

    test("values, formats and merged areas stand as they came, beside what stood there, with the record", async () => {
      const port = await standing();
      const values = [["Budget", null, null], ["Adult care", 1234.5, 46_000], [null, null, -3]];
      await port.bringIn([target("Fire", values, false, { numberFormats: [[], [null, "#,##0.00", "dd/mm/yyyy"], []], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] })], record("Fire"));
      const grids = await port.readGrids();
      const fire = grids.find((found) => found.sheet === "Fire");
      expect(fire?.values.map((row) => [0, 1, 2].map((c) => row[c] ?? null))).toEqual(values);
      expect([fire?.numberFormats?.[1]?.[2], fire?.merges, fire?.file]).toEqual(["dd/mm/yyyy", [{ top: 0, left: 0, bottom: 0, right: 1 }], null]);
      expect(grids.find((found) => found.sheet === "Council")?.formulas?.[2]?.[1]).toBe("=SUM(B2:B2)");
      expect(grids.find((found) => found.sheet === "Purse Sources")?.values[4]?.slice(0, 2)).toEqual(["Fire", "a.csv"]);
    });

    test("text of a file stays text, whatever it begins with", async () => {
      const port = await standing();
      await port.bringIn([target("Hostile", HOSTILE.map((text) => [text]))], record("Hostile"));
      const found = (await port.readGrids()).find((each) => each.sheet === "Hostile");
      expect(found?.values.map((row) => row[0])).toEqual(HOSTILE);
      expect((found?.formulas ?? []).flat().filter((formula) => (formula ?? null) !== null)).toEqual([]);
    });

    test("a replaced sheet holds nothing of the one before, and keeps its place", async () => {
      const port = await standing();
      await port.bringIn([target("Fire", [["a", 1, 2], ["b", 3, 4], ["c", 5, 6]], false, { merges: [{ top: 2, left: 0, bottom: 2, right: 0 }] })], record("Fire"));
      await port.bringIn([target("Fire", [["z", 9]], true)], record("Fire"));
      const grids = (await port.readGrids()).filter((found) => found.sheet !== "Purse Sources");
      expect(grids.map((found) => found.sheet)).toEqual(["Council", "Fire"]);
      expect(grids[1]?.values).toEqual([["z", 9]]);
      expect(grids[1]?.merges ?? []).toEqual([]);
    });

    test("a name that is taken, and a sheet to replace that is gone, are refused with nothing written", async () => {
      const port = await standing();
      const before = await seen(port);
      expect(await fault(port.bringIn([target("New", [["x"]]), target("Council", [["x"]])], record("New")))).toBe("conflict");
      expect(await fault(port.bringIn([target("New", [["x"]]), target("Gone", [["x"]], true)], record("New")))).toBe("conflict");
      expect(await seen(port)).toBe(before);
    });

    test("a stop at any step leaves the workbook as it was", async () => {
      const port = await standing();
      await port.bringIn([target("Fire", [["old", 1], ["=x", 2]])], record("Fire"));
      const before = await seen(port);
      const long = Array.from({ length: 20_000 }, (_, i) => [`row ${i}`, i]);
      for (const stopAt of [0, 1, 2, 4]) {
        const abort = new AbortController();
        let steps = 0;
        if (stopAt === 0) abort.abort();
        const outcome = await fault(port.bringIn([target("Fire", long, true), target("Long", long)], record("Fire", "Long"), {
          signal: abort.signal, onProgress: () => { steps += 1; if (steps >= stopAt) abort.abort(); },
        }));
        // Whoever is done in as few steps was asked too late: then all of it stands.
        if (outcome === null && stopAt > 1) {
          expect((await port.readGrids()).find((found) => found.sheet === "Long")?.values).toHaveLength(20_000);
          break;
        }
        expect(outcome).toBe("stopped");
        expect(await seen(port)).toBe(before);
      }
    });
  });
}
