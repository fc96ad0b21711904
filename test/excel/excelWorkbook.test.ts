// The Excel adapter against the embedded host with the genuine Office.js client: the shared contract, and what only Excel does.
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { bootNodeHost, type CellData, type EmbeddedHost, type HostWorkbookData } from "../../workbench/host";
import { describeBringInContract } from "../contract/bringInContract";
import { describeNotesContract } from "../contract/notesContract";
import { describeWorkbookContract, type StartingSheet } from "../contract/workbookContract";

let host: EmbeddedHost;
beforeAll(async () => {
  host = await bootNodeHost();
});
afterAll(() => host.close());

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

function dataOf(sheets: readonly StartingSheet[]): HostWorkbookData {
  return {
    name: "partners.xlsx",
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility ?? "visible"],
      rows: sheet.rows.map((row) => row.map((cell): CellData | string | number | boolean | null => {
        if (cell === null || typeof cell !== "object") return typeof cell === "string" && cell.startsWith("#N/A ") ? { v: cell } : cell;
        return { v: cell.value, f: cell.formula };
      })),
    })),
  };
}

const make = async (sheets: readonly StartingSheet[]): Promise<ExcelWorkbook> => {
  await host.load(dataOf(sheets));
  return new ExcelWorkbook();
};
describeWorkbookContract("Excel", make);
describeNotesContract("Excel", make);
describeBringInContract("Excel", make);
