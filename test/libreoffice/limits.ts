// Texts and names over Excel's limits through the ways in which we write, read again by LibreOffice: cut where it can be seen, and so read.
import { freeSheetName } from "../../src/core/bringing/sheetName";
import { valueAt } from "../../src/core/reading/grid";
import { cutVisibly, LONGEST_TEXT } from "../../src/core/writing/cutVisibly";
import type { SheetSpec } from "../../src/core/writing/types";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { saveXlsx } from "../../workbench/files/saveXlsx";
import type { EmbeddedHost } from "../../workbench/host";
import { toData } from "../../workbench/host/model/toData";
import type { HostileResult } from "./hostile";
import { recalculated } from "./recalculate";

const LONG: readonly string[] = [`=1+1 ${"x".repeat(40_000)}`, "😀".repeat(20_000), "words ".repeat(6_000), "'".repeat(32_768), "y".repeat(LONGEST_TEXT)];
const NAME = freeSheetName("Adult social care, public health and children's services", "a.xlsx", new Set());

export async function limitResults(host: EmbeddedHost): Promise<HostileResult[]> {
  return [
    await result("texts over the limit in a new workbook", await writeWorkbook([spec()])),
    await result("the same, written row by row", await writeWorkbook([spec()], { longFromCells: 0 })),
    await result("the same through Office.js", await throughExcel(host)),
  ];
}

function spec(): SheetSpec {
  const rows = LONG.map((value) => [{ value, format: "text" as const }, { value, format: "general" as const, style: "input" as const }]);
  return { name: NAME, rows, columnWidths: [20, 20], tables: [], validations: [], conditionalFormats: [], freezeRows: 0, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: null };
}

async function throughExcel(host: EmbeddedHost): Promise<Uint8Array> {
  await host.load({ name: "book.xlsx", sheets: [{ name: "Theirs", rows: [["x"]] }] });
  await new ExcelWorkbook().writeSheets([spec()]);
  const data = toData(host.workbook);
  return saveXlsx(data);
}

async function result(way: string, written: Uint8Array): Promise<HostileResult> {
  const grid = readWorkbook(await recalculated(written), "theirs.xlsx").find(({ sheet }) => sheet === NAME);
  const faults = grid === undefined ? [`no sheet is called ${NAME}`] : LONG.flatMap((text, row) => [0, 1].flatMap((column) => {
    const found = String(valueAt(grid, row, column) ?? "");
    return found.trim() === cutVisibly(text).trim() ? [] : [`row ${row + 1}: ${found.length} characters, ending ${JSON.stringify(found.slice(-40))}`];
  }));
  return { way, cells: 2 * LONG.length, faults };
}
