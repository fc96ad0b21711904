// What a cell of ours is in a file, whichever way the file is made: its look, its link and its formula as files spell them.
import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { SheetCell } from "../core/writing/types";
import { fileStyle } from "./cellStyles";

/** Where the files that links lead to are, seen from the new workbook's folder, with "/" between names; by the files' names. */
export type Paths = ReadonlyMap<string, string>;

/** A heading stands over its figures as they stand: at the right. `below` gives the cell under it. */
export function styleOf(cell: SheetCell, columnWidth: number, below: () => SheetCell | null): FileStyle {
  return fileStyle(cell.style, cell.format, cell.link !== undefined, columnWidth, cell.style === "header" && typeof below()?.value === "number");
}

/** A place in the same workbook, or a target outside: a URI with nothing unescaped in it, or Excel offers to repair the file. */
export function linkOf({ file, sheet, address }: NonNullable<SheetCell["link"]>, paths: Paths): { readonly target: string; readonly location?: string } {
  const place = `${quoteSheet(sheet)}!${address}`;
  return file === null ? { target: "", location: place } : { target: `${encodePath(paths.get(file) ?? file)}#${encodeURI(place).replace(/#/g, "%23")}` };
}

export function withoutEquals(formula: string): string {
  return formula.replace(/^=/, "");
}

export function quoteSheet(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

function encodePath(path: string): string {
  return path.split("/").map((name) => (name === ".." ? name : encodeURIComponent(name))).join("/");
}
