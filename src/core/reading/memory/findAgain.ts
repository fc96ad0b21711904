// Finds a cell of a sheet again after its owner inserted, removed or moved rows and columns, by the words of its row and its headings.
import { cellAddress, parseAddress } from "../../budget/cells";
import type { CellValue } from "../grid";

type Values = readonly (readonly CellValue[])[];

/**
 * Where a cell that was seen on `seen` stands on `now`. A row is known by its words in their order, a column by the words above the
 * cell; rows of equal words by their order. Amounts may have changed. Null where the row is gone or can't be told from others.
 */
export function findAgain(address: string, seen: Values, now: Values): string | null {
  const at = parseAddress(address);
  if (at === null) return null;
  const words = wordsOf(seen[at.row]);
  if (words.length === 0) return null;
  const row = sameOf(rowsWith(seen, words), rowsWith(now, words), at.row);
  if (row === null) return null;
  const column = columnAgain(at, seen, row, now);
  return column === null ? null : cellAddress(row, column);
}

/** True where the row at this address still has the words it had. */
export function standsStill(address: string, seen: Values, row: readonly CellValue[]): boolean {
  const at = parseAddress(address);
  return at !== null && key(wordsOf(seen[at.row])) === key(wordsOf(row));
}

function columnAgain(at: { readonly row: number; readonly column: number }, seen: Values, row: number, now: Values): number | null {
  const width = Math.max(0, ...now.slice(0, row + 1).map((cells) => cells.length));
  const heading = headingOf(seen, at.row, at.column);
  if (heading === null) {
    const [before, after] = [firstWord(seen[at.row]), firstWord(now[row])];
    return at.column + after - before;
  }
  const having = (values: Values, upTo: number, until: number): number[] =>
    Array.from({ length: until }, (_, column) => column).filter((column) => headingOf(values, upTo, column) === heading);
  return sameOf(having(seen, at.row, Math.max(at.column + 1, ...seen.slice(0, at.row + 1).map((cells) => cells.length))), having(now, row, width), at.column);
}

/** The one that stands where the old one stood among its equals; null unless there are as many as before. */
function sameOf(before: readonly number[], after: readonly number[], old: number): number | null {
  return before.length === after.length ? (after[before.indexOf(old)] ?? null) : null;
}

function rowsWith(values: Values, words: readonly string[]): number[] {
  const wanted = key(words);
  return values.flatMap((row, r) => (key(wordsOf(row)) === wanted ? [r] : []));
}

/** The nearest words above the cell in its column. */
function headingOf(values: Values, row: number, column: number): string | null {
  for (let above = row - 1; above >= 0; above -= 1) {
    const value = values[above]?.[column];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

function wordsOf(row: readonly CellValue[] | undefined): string[] {
  return (row ?? []).flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value.trim()] : []));
}

function firstWord(row: readonly CellValue[] | undefined): number {
  return Math.max(0, (row ?? []).findIndex((value) => typeof value === "string" && value.trim() !== ""));
}

function key(words: readonly string[]): string {
  return words.join("\u0001");
}
