// Hostile texts through every way in which we write, read again by LibreOffice: each must come back as the text it is, and no formula may hold it.
import { unzipSync, strFromU8 } from "fflate";
import { cellAddress, parseAddress } from "../../src/core/budget/cells";
import { valueAt, type CellValue, type SheetGrid } from "../../src/core/reading/grid";
import type { CellChange, SheetCell, SheetSpec } from "../../src/core/writing/types";
import { ExcelWorkbook } from "../../src/excel/excelWorkbook";
import { patchWorkbook } from "../../src/file/patch/patchWorkbook";
import { readWorkbook } from "../../src/file/readWorkbook";
import { writeWorkbook } from "../../src/file/writeWorkbook";
import { saveXlsx } from "../../workbench/files/saveXlsx";
import type { EmbeddedHost } from "../../workbench/host";
import { toData } from "../../workbench/host/model/toData";
import { HOSTILE } from "../contract/hostileTexts";
import { brackenshireReading } from "../support/brackenshireLines";
import { writtenSheets } from "../support/writtenSheets";
import { recalculated } from "./recalculate";

const ERROR = /^#(REF!|N\/A)$/;
/** Links that we write lead to other files beside this one, or nowhere outside. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export interface HostileResult {
  readonly way: string;
  /** Cells that held one of the texts. */
  readonly cells: number;
  readonly faults: readonly string[];
}

export async function hostileResults(host: EmbeddedHost): Promise<HostileResult[]> {
  const plain = await writeWorkbook([hostileSpec()]);
  return [
    await result("a sheet of ours in a new workbook", plain),
    await result("the same, written row by row", await writeWorkbook([hostileSpec()], { longFromCells: 0 })),
    await result("every text field of the agencies, in the result workbook", await writeWorkbook(fieldSheets())),
    await result("cells patched into somebody's workbook", patchedWith(await writeWorkbook([{ ...hostileSpec(), rows: hostileSpec().rows.map((row) => row.map(() => ({ value: "as it was" }))) }]))),
    await result("a sheet and cells written through Office.js", await throughExcel(host)),
  ];
}

/** One text a row, in each style in which we write text, with and without a link. */
function hostileSpec(): SheetSpec {
  const styles: readonly SheetCell["style"][] = ["body", "label", "input", "note"];
  const rows = HOSTILE.map((value): (SheetCell | null)[] => [
    ...styles.map((style): SheetCell => ({ value, format: "text", ...(style === undefined ? {} : { style }) })),
    { value, format: "text", link: { file: null, sheet: "Texts", address: "A1" } },
    { value, format: "general" },
  ]);
  return { name: "Texts", rows, columnWidths: [20, 20, 20, 20, 20, 20], tables: [], validations: [], conditionalFormats: [], freezeRows: 0, freezeColumns: 0, printTitleRows: null, outlineRows: [], tabColour: null };
}

/** The samples' lines with a hostile text in every field of words that an agency's sheet can give. */
function fieldSheets(): SheetSpec[] {
  const reading = brackenshireReading();
  const nth = (i: number): string => HOSTILE[i % HOSTILE.length] ?? "";
  const odd = Object.fromEntries(reading.lines.map((line, i) => [line.id, { description: nth(i), note: nth(i + reading.lines.length), sections: [nth(2 * i + 1)] }]));
  return writtenSheets(brackenshireReading(odd));
}

function patchedWith(workbook: Uint8Array): Uint8Array {
  const changes = HOSTILE.map((after, r): CellChange => ({ sheet: "Texts", address: cellAddress(r, 0), before: "as it was", after, why: "test" }));
  return patchWorkbook(workbook, "theirs.xlsx", changes);
}

async function throughExcel(host: EmbeddedHost): Promise<Uint8Array> {
  await host.load({ name: "book.xlsx", sheets: [{ name: "Theirs", rows: HOSTILE.map(() => ["as it was"]) }] });
  const workbook = new ExcelWorkbook();
  await workbook.writeSheets([hostileSpec()]);
  const changes = HOSTILE.map((after, r): CellChange => ({ sheet: "Theirs", address: cellAddress(r, 0), before: "as it was", after, why: "test" }));
  const { applied } = await workbook.applyPlan({ changes, resizes: [] });
  if (!applied) throw new Error("the hostile texts were not written");
  const data = toData(host.workbook);
  return saveXlsx(data);
}

async function result(way: string, written: Uint8Array): Promise<HostileResult> {
  const ours = readWorkbook(written, "ours.xlsx");
  const theirs = readWorkbook(await recalculated(written), "theirs.xlsx");
  const faults = [...linkFaults(written)];
  let cells = 0;
  for (const grid of ours) {
    const other = theirs.find(({ sheet }) => sheet === grid.sheet);
    grid.values.forEach((row, r) => row.forEach((value, c) => {
      // Texts like "#N/A" are error values in a workbook, as Excel shows them; LibreOffice keeps those as formulas of its own.
      if (typeof value !== "string" || !HOSTILE.includes(value) || ERROR.test(value)) return;
      cells += 1;
      const place = `${grid.sheet}!${cellAddress(r, c)}`;
      const formula = other === undefined ? null : formulaAt(other, place);
      const own = grid.formulas?.[r]?.[c] ?? null;
      // A formula of ours may show the text (a look-up of a line's name), and must then give that very text.
      if (formula !== null && own === null) faults.push(`${place}: LibreOffice takes ${JSON.stringify(value)} for a formula`);
      const found = other === undefined ? null : valueAt(other, r, c);
      if (plain(found) !== plain(value)) faults.push(`${place}: ${JSON.stringify(value)} is read as ${JSON.stringify(found)}`);
    }));
  }
  for (const grid of theirs) {
    for (const formula of (grid.formulas ?? []).flat()) {
      if (formula !== null && HOSTILE.some((text) => text.length > 8 && formula.includes(text))) faults.push(`${grid.sheet}: a formula holds ${formula}`);
    }
  }
  return { way, cells, faults };
}

function formulaAt(grid: SheetGrid, place: string): string | null {
  const at = parseAddress(place.slice(place.lastIndexOf("!") + 1));
  return at === null ? null : (grid.formulas?.[at.row]?.[at.column] ?? null);
}

/** Control characters and line ends are not for every program to keep. */
function plain(value: CellValue): string {
  return String(value ?? "").replace(/[\u0000-\u001f\u00a0\ufeff]/g, "").trim();
}

function linkFaults(workbook: Uint8Array): string[] {
  return Object.entries(unzipSync(workbook)).filter(([path]) => path.endsWith(".rels")).flatMap(([path, part]) =>
    [...strFromU8(part).matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(([, target = ""]) => target)
      .filter((target) => SCHEME.test(target)).map((target) => `${path}: a link leads to ${target}`));
}
