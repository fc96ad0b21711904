// What Excel allows in a workbook (its published specifications and limits), checked before one is written so that no file needs repair.
import { cellAddress } from "../core/budget/cells";
import type { GridArea } from "../core/reading/grid";
import type { SheetCell, SheetSpec } from "../core/writing/types";
import { WorkbookError } from "../workbook/ports";
import { LAST_COLUMN, LAST_ROW } from "./sheetScan";

const MAX_FORMULA = 8_192;
const MAX_LIST = 255;

/** Is shown every cell on the way, so that rows made on demand need not be made once more. */
export type OnCell = (spec: SheetSpec, cell: SheetCell, column: number) => void;

/** Throws WorkbookError: too-large (names the cell) where figures don't fit, unsupported where a sheet is not one that Excel can hold. */
export function checkSheets(specs: readonly SheetSpec[], onCell: OnCell = () => undefined): void {
  if (specs.length === 0) throw unfit("There is no sheet to write.");
  const sheets = new Set<string>();
  const tables = new Set<string>();
  for (const spec of specs) {
    checkSheetName(spec.name);
    once(sheets, spec.name, `Two sheets are called "${spec.name}".`);
    checkSize(spec, spec.rows.length, 0);
    spec.rows.forEach((row, r) => {
      checkSize(spec, 0, row.length);
      row.forEach((cell, c) => {
        if (cell === null) return;
        checkCell(cell, spec.name, r, c);
        onCell(spec, cell, c);
      });
    });
    for (const table of spec.tables) {
      if (!/^[A-Za-z_][A-Za-z0-9_.]{2,254}$/.test(table.name) || /^[A-Za-z]{1,3}\d+$/.test(table.name)) throw unfit(`"${table.name}" can't be a table's name.`);
      once(tables, table.name, `Two tables are called "${table.name}".`);
      checkHeadings(spec, table.name, table.area);
    }
    for (const { list, prompt } of spec.validations) {
      if (list.length === 0 || list.some((choice) => choice.includes(",") || choice.includes('"') || choice.trim() !== choice || choice === "")) {
        throw unfit(`A drop-down of "${spec.name}" has a choice that Excel can't list.`);
      }
      if (list.join(",").length > MAX_LIST || prompt.length > MAX_LIST) throw unfit(`A drop-down of "${spec.name}" is too long for Excel.`);
    }
  }
}

/** 1 to 31 characters, none of [ ] : * ? / \, no apostrophe at either end, not "History". */
function checkSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === "history") {
    throw unfit(`"${name}" can't be a sheet's name in Excel.`);
  }
}

function checkSize({ name }: SheetSpec, rows: number, columns: number): void {
  if (rows <= LAST_ROW && columns <= LAST_COLUMN) return;
  throw tooLarge(`The sheet "${name}" has more rows or columns than Excel holds.`, "Read fewer sheets at a time, or leave out lines that need no detail.");
}

function checkCell(cell: SheetCell, sheet: string, row: number, column: number): void {
  if (typeof cell.value === "number" && !Number.isFinite(cell.value)) throw unfit(`${sheet}!${cellAddress(row, column)} has no finite figure.`);
  if (cell.formula === undefined) return;
  if (!cell.formula.startsWith("=") || cell.formula.length > MAX_FORMULA) throw unfit(`${sheet}!${cellAddress(row, column)} has a formula that Excel can't take.`);
  // Files spell "this row" as [#This Row]; the short form is only what Excel shows.
  if (cell.formula.includes("[@")) throw unfit(`${sheet}!${cellAddress(row, column)} has a formula in the form that Excel shows but does not store.`);
}

function checkHeadings(spec: SheetSpec, table: string, area: GridArea): void {
  if (area.bottom <= area.top || area.right < area.left) throw unfit(`The table ${table} has no row below its headings.`);
  const seen = new Set<string>();
  for (let column = area.left; column <= area.right; column += 1) {
    const cell = spec.rows[area.top]?.[column];
    if (typeof cell?.value !== "string" || cell.value === "" || cell.formula !== undefined || /[\r\n\t]/.test(cell.value)) {
      throw unfit(`The heading ${spec.name}!${cellAddress(area.top, column)} of the table ${table} is not plain text.`);
    }
    once(seen, cell.value, `The table ${table} has two columns called "${cell.value}".`);
  }
}

/** Excel compares names without regard to case. */
function once(seen: Set<string>, name: string, sentence: string): void {
  const key = name.toLowerCase();
  if (seen.has(key)) throw unfit(sentence);
  seen.add(key);
}

function tooLarge(sentence: string, nextStep: string): WorkbookError {
  return new WorkbookError("too-large", `${sentence} Nothing was written.`, nextStep);
}

function unfit(sentence: string): WorkbookError {
  return new WorkbookError("unsupported", `${sentence} Nothing was written.`, "Report this with the names of the sheets that were read; no figures are needed.");
}
