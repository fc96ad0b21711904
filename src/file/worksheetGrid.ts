// Turns a sheet as the reading library holds it into a grid: stored values, formula texts, number formats, merges, what is hidden.
import type { CellObject, ColInfo, Range, RowInfo } from "@e965/xlsx";
import type { CellValue, SheetGrid } from "../core/reading/grid";

/** Error codes of the file format (ECMA-376 18.18.11 and [MS-XLS] 2.5.10) as Excel shows them. */
const ERROR_TEXT: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

/** What is used of a sheet as the library holds it; its own type lets anything through. */
export interface LibrarySheet {
  readonly "!data"?: readonly FoundRow[];
  readonly "!merges"?: readonly Range[];
  readonly "!rows"?: readonly (RowInfo | undefined)[];
  readonly "!cols"?: readonly (ColInfo | undefined)[];
  readonly "!type"?: string;
}

type FoundRow = readonly (CellObject | undefined)[] | undefined;
const NO_CELLS: readonly never[] = [];

/** `visibility` is the library's number: 0 shown, 1 hidden, 2 hidden from the menu too. */
export function worksheetGrid(sheet: LibrarySheet, sheetName: string, visibility: number, file: string | null): SheetGrid {
  const rows = sheet["!data"] ?? NO_CELLS;
  const values: (readonly CellValue[])[] = [];
  const formulas: (readonly (string | null)[])[] = [];
  const formats: (readonly (string | null)[])[] = [];
  const arrays = new Map<string, string>();
  let width = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row];
    const end = usedCells(cells);
    width = Math.max(width, end);
    values.push(take(cells, end, cellValue));
    formulas.push(take(cells, end, (cell) => formulaText(cell, arrays)));
    formats.push(take(cells, end, (cell) => (typeof cell?.z === "string" && cell.z !== "General" ? cell.z : null)));
  }
  let height = values.length;
  while (height > 0 && values[height - 1]?.length === 0) height -= 1;
  return {
    file,
    sheet: sheetName,
    visibility: visibility === 2 ? "veryHidden" : visibility === 1 ? "hidden" : "visible",
    values: values.slice(0, height),
    formulas: formulas.slice(0, height),
    numberFormats: formats.slice(0, height),
    merges: (sheet["!merges"] ?? []).map((area) => ({ top: area.s.r, left: area.s.c, bottom: area.e.r, right: area.e.c })),
    hiddenRows: hiddenBefore(sheet["!rows"] ?? NO_CELLS, height),
    hiddenColumns: hiddenBefore(sheet["!cols"] ?? NO_CELLS, width),
  };
}

function take<T>(cells: FoundRow, end: number, read: (cell: CellObject | undefined) => T): readonly T[] {
  if (end === 0) return NO_CELLS;
  return Array.from({ length: end }, (_, column) => read(cells?.[column]));
}

function usedCells(cells: FoundRow): number {
  let end = cells?.length ?? 0;
  while (end > 0 && cellValue(cells?.[end - 1]) === null && cells?.[end - 1]?.f === undefined) end -= 1;
  return end;
}

function cellValue(cell: CellObject | undefined): CellValue {
  switch (cell?.t) {
    case "n":
      return typeof cell.v === "number" && Number.isFinite(cell.v) ? cell.v : "#NUM!";
    case "s":
      return typeof cell.v === "string" && cell.v !== "" ? cell.v : null;
    case "b":
      return cell.v === true;
    case "e":
      return ERROR_TEXT[Number(cell.v)] ?? cell.w ?? "#VALUE!";
    case "d":
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : null;
    default:
      return null;
  }
}

/** A cell inside an array formula's area carries that formula too: it can't be written on its own either. */
function formulaText(cell: CellObject | undefined, arrays: Map<string, string>): string | null {
  if (cell?.f !== undefined) {
    const text = `=${cell.f}`;
    if (cell.F !== undefined) arrays.set(cell.F, text);
    return text;
  }
  return cell?.F === undefined ? null : (arrays.get(cell.F) ?? null);
}

function hiddenBefore(infos: readonly ({ hidden?: boolean | undefined } | undefined)[], end: number): number[] {
  const hidden: number[] = [];
  for (let i = 0; i < Math.min(end, infos.length); i += 1) if (infos[i]?.hidden === true) hidden.push(i);
  return hidden;
}
