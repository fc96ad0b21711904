// The file adapter: the shared contract on genuine .xlsx bytes, and what only files do.
import { writeXlsx, type Cell } from "hucre/xlsx";
import { FileWorkbook } from "../../src/file/fileWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import { WorkbookError } from "../../src/workbook/ports";
import { describeBringInContract } from "../contract/bringInContract";
import { describeNotesContract } from "../contract/notesContract";
import { describeWorkbookContract, type StartingSheet } from "../contract/workbookContract";
import { makeXlsx } from "./makeFiles";

function bytesOf(sheets: readonly StartingSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const cells = new Map<string, Partial<Cell>>();
      sheet.rows.forEach((row, r) => row.forEach((cell, c) => {
        cells.set(`${r},${c}`, cell !== null && typeof cell === "object" ? { formula: cell.formula.slice(1), formulaResult: cell.value } : { value: cell });
      }));
      return { name: sheet.name, rows: sheet.rows.map((row) => row.map(() => null)), cells, hidden: sheet.visibility === "hidden", veryHidden: sheet.visibility === "veryHidden" };
    }),
  });
}

const make = async (sheets: readonly StartingSheet[]) => new FileWorkbook([{ name: "partners.xlsx", bytes: await bytesOf(sheets) }], { fileNames: false });
describeWorkbookContract("A file", make);
describeNotesContract("A file", make);
describeBringInContract("A file", make);

describe("files alone", () => {
  test("several files are one partnership; each grid names its file", async () => {
    const port = new FileWorkbook([{ name: "b/council.xlsx", bytes: await makeXlsx({ Budget: [["x"]] }) }, { name: "fire.xlsx", bytes: await makeXlsx({ Budget: [["y"]] }) }]);
    expect((await port.readGrids()).map((grid) => [grid.file, grid.sheet])).toEqual([["b/council.xlsx", "Budget"], ["fire.xlsx", "Budget"]]);
    expect(await port.name()).toBe("2 workbooks");
  });

  test("a change to a sheet that stands in two files is refused", async () => {
    const port = new FileWorkbook([{ name: "a.xlsx", bytes: await makeXlsx({ Budget: [["x"]] }) }, { name: "b.xlsx", bytes: await makeXlsx({ Budget: [["x"]] }) }]);
    const { applied, obstacles } = await port.applyPlan({ changes: [{ sheet: "Budget", address: "A1", before: "x", after: "y", why: "test" }], resizes: [] });
    expect([applied, obstacles[0]?.found]).toEqual([false, expect.stringContaining("more than one file")]);
  });

  test("the new workbook holds our sheets alone", async () => {
    const port = new FileWorkbook([{ name: "a.xlsx", bytes: await makeXlsx({ Budget: [["x"]] }) }]);
    await expect(port.writeNewWorkbook(() => undefined)).rejects.toThrow(WorkbookError);
    await port.writeSheets([{ name: "Purse", rows: [[{ value: 1 }]], columnWidths: [10], tables: [], validations: [], conditionalFormats: [], freezeRows: 0, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: null }]);
    const pieces: Uint8Array[] = [];
    await port.writeNewWorkbook((piece) => void pieces.push(piece));
    expect(readWorkbook(Buffer.concat(pieces), "new.xlsx").map((grid) => grid.sheet)).toEqual(["Purse"]);
  });
});
