// A comma-separated file as one sheet: its text decoded, its separator found, plain numbers made numbers and nothing else guessed.
import { parseCsv } from "hucre/csv";
import type { CellValue, SheetGrid } from "../core/reading/grid";

/** Codes such as 00412 and amounts such as "1,700" stay text: what they mean is for the reader of budgets to say. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

/** The sheet takes the file's name without its ending, as Excel does. */
export function csvGrid(bytes: Uint8Array, name: string, file: string | null): SheetGrid {
  const declared = /^sep=(.)\r?\n/i.exec(decodeText(bytes).slice(0, 8));
  const text = decodeText(bytes).slice(declared ? declared[0].length : 0);
  const rows = text === "" ? [] : parseCsv(text, declared?.[1] === undefined ? {} : { delimiter: declared[1] });
  return {
    file,
    sheet: name.replace(/\.[^.]*$/, ""),
    visibility: "visible",
    values: trimRows(rows.map((row) => row.map((value) => cellValue(typeof value === "string" ? value : value === null ? "" : String(value))))),
  };
}

function cellValue(text: string): CellValue {
  if (text.trim() === "") return null;
  return PLAIN_NUMBER.test(text.trim()) && text.replace(/\D/g, "").length <= 15 ? Number(text) : text;
}

/** UTF-16 by its mark, else UTF-8, else what Windows programs in Western Europe write. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Drops empty cells at the ends of rows and empty rows at the end. */
function trimRows(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const trimmed = rows.map((row) => row.slice(0, lastUsed(row) + 1));
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1]?.length === 0) end -= 1;
  return trimmed.slice(0, end);
}

function lastUsed(row: readonly CellValue[]): number {
  let last = row.length - 1;
  while (last >= 0 && row[last] === null) last -= 1;
  return last;
}
