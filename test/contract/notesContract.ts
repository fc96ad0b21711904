// What every adapter of the workbook port does with users' notes beside our sheets when these are written again.
import type { CellValue } from "../../src/core/reading/grid";
import type { CellChange, SheetCell, SheetSpec, WritePlan } from "../../src/core/writing/types";
import type { WorkbookPort } from "../../src/workbook/ports";
import { valuesOf, type MakeWorkbook, type StartingSheet } from "./workbookContract";

const COUNCIL: StartingSheet = { name: "Council's budget", rows: [["Description", "Revised £"], ["Home care", 1700000]] };

const view = (rows: readonly (readonly [string, number])[], columns = 0): SheetSpec => {
  const wide = (cells: (SheetCell | null)[]): (SheetCell | null)[] => [...cells, ...Array.from({ length: columns }, () => ({ value: 0 }))];
  const text = (value: string): SheetCell => ({ value, format: "text", style: "label" });
  return {
    name: "Pooled View", tables: [], validations: [], conditionalFormats: [], freezeRows: 3, freezeColumns: 1, printTitleRows: [0, 2], outlineRows: [],
    tabColour: null, keepsNotes: true, columnWidths: [20, 14, ...Array.from({ length: columns }, () => 10)],
    rows: [
      [text("Pooled view")], [null], [text("Refreshed")],
      [text("Outcome by agency")], wide([text("Key"), text("Net")]),
      ...rows.map(([key, net]) => wide([text(key), { value: net, format: "pounds" }])),
      wide([text("All"), { value: rows.reduce((sum, [, net]) => sum + net, 0), format: "pounds" }]),
    ],
  };
};
const NOTES = (...changes: CellChange[]): WritePlan => ({ changes, resizes: [] });
const on = (address: string, after: CellValue): CellChange => ({ sheet: "Pooled View", address, before: null, after, why: "test" });
const written = async (port: WorkbookPort): Promise<CellValue[][]> => {
  const grids = (await port.readGrids()).filter((grid) => grid.sheet === "Pooled View");
  if (grids.length !== 1 || grids[0] === undefined) throw new Error(`${grids.length} sheets are called Pooled View`);
  return valuesOf(grids[0]);
};

/** `makeWorkbook` gives a fresh workbook that holds these sheets and nothing of ours. */
export function describeNotesContract(name: string, makeWorkbook: MakeWorkbook): void {
  describe(`${name} keeps users' notes beside our sheets`, () => {
    test("a note moves with its row's label when rows come and go, and keeps its place beside rows that stay", async () => {
      const port = await makeWorkbook([COUNCIL]);
      await port.writeSheets([view([["O1", 10], ["O2", 20], ["O3", 30]])]);
      expect((await written(port))[2]).toEqual(["Refreshed", null, null, "Your notes"]);
      await port.applyPlan(NOTES(on("D6", "ask the ICB"), on("D8", 42), on("E9", "signed off")));
      await port.writeSheets([view([["O1", 11], ["O3", 31]])]);
      expect((await written(port)).slice(5)).toEqual([["O1", 11, null, "ask the ICB"], ["O3", 31, null, 42], ["All", 42, null, null, "signed off"]]);
      await port.writeSheets([view([["O0", 1], ["O1", 12], ["O2", 5], ["O3", 32]])]);
      expect((await written(port)).slice(5)).toEqual([["O0", 1], ["O1", 12, null, "ask the ICB"], ["O2", 5], ["O3", 32, null, 42], ["All", 50, null, null, "signed off"]]);
    });

    test("a note whose row is gone is listed below, and stays listed", async () => {
      const port = await makeWorkbook([COUNCIL]);
      await port.writeSheets([view([["O1", 10], ["O2", 20]])]);
      await port.applyPlan(NOTES(on("D7", "under review"), on("D12", "below everything")));
      for (const net of [11, 12]) {
        await port.writeSheets([view([["O1", net]])]);
        const rows = await written(port);
        expect(rows.slice(5, 7)).toEqual([["O1", net], ["All", net]]);
        expect(rows.flat()).toContain("below everything");
        expect(rows.flat()).toContain('The row "O2 (Outcome by agency)" is no longer here. Your note was: under review');
      }
    });

    test("notes stand beside our block when it grows wider, with nothing of ours left in their column", async () => {
      const port = await makeWorkbook([COUNCIL]);
      await port.writeSheets([view([["O1", 10]])]);
      await port.applyPlan(NOTES(on("D6", "ask the ICB")));
      await port.writeSheets([view([["O1", 10]], 2)]);
      const rows = await written(port);
      expect(rows[2]?.[5]).toBe("Your notes");
      expect(rows[5]).toEqual(["O1", 10, 0, 0, null, "ask the ICB"]);
      await port.writeSheets([view([["O1", 10]])]);
      expect((await written(port))[5]).toEqual(["O1", 10, null, "ask the ICB"]);
    });
  });
}
