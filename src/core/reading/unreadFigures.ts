// Figures on a budget sheet that belong to no table that was read: said with their place, never dropped without a word.
import { cellAddress } from "../budget/cells";
import type { Issue } from "../issues/issue";
import { readAmount } from "./words/amounts";
import { isBlank, oneLine } from "./words/cellText";
import type { CellValue, SheetGrid } from "./grid";
import type { TableMapping } from "./types";

const LABELS: ReadonlySet<string> = new Set(["description", "section", "agency"]);
const CODES: ReadonlySet<string> = new Set(["code", "subjective", "holder", "note"]);

/** One question a sheet: how many rows with words and figures stand outside every table, the first of them and what they add up to as printed. */
export function unreadFigures(grid: SheetGrid, tables: readonly TableMapping[]): Issue[] {
  const rows: { row: number; column: number; text: string }[] = [];
  const ends = new Map(tables.map((table) => [table, otherHeadings(grid, table)]));
  grid.values.forEach((values, row) => {
    const found = unreadIn(values, row, tables.filter((table) => row < (ends.get(table) ?? Number.MAX_SAFE_INTEGER) || holdsStage(table, values)));
    if (found !== null) rows.push(found);
  });
  const [first] = rows;
  if (first === undefined) return [];
  return [{
    code: "figures-unread", severity: "question", pence: null, where: { file: grid.file, sheet: grid.sheet, address: cellAddress(first.row, first.column) },
    facts: { sheet: grid.sheet, count: String(rows.length), first: first.text },
  }];
}

const STAGED: ReadonlySet<string> = new Set(["original", "revised", "forecast", "actual", "outturn", "gross", "income", "net"]);

/** Holds a figure in a column that is read. */
function holdsStage(table: TableMapping, values: readonly CellValue[]): boolean {
  return table.columns.some((c) => STAGED.has(c.field) && !isBlank(values[c.column] ?? null));
}

/** The first row among the lines of a table that is one of words, some of them over its figures, as the headings of another table would be. */
function otherHeadings(grid: SheetGrid, table: TableMapping): number {
  const first = Math.max(table.area.top, ...table.headerRows) + 1;
  for (let row = first; row <= table.area.bottom; row += 1) {
    const values = (grid.values[row] ?? []).slice(table.area.left, table.area.right + 1);
    const words = values.filter((value) => !isBlank(value));
    const over = table.columns.some((c) => !LABELS.has(c.field) && !CODES.has(c.field) && readAmount(grid.values[row]?.[c.column] ?? null).kind === "text" && readAmount(grid.values[row + 1]?.[c.column] ?? null).kind === "number");
    if (over && words.length >= 2 && words.every((value) => readAmount(value).kind === "text") && !holdsStage(table, grid.values[row + 1] ?? [])) return row;
  }
  return Number.MAX_SAFE_INTEGER;
}

function unreadIn(values: readonly CellValue[], row: number, tables: readonly TableMapping[]): { row: number; column: number; text: string } | null {
  const here = tables.filter((t) => row >= t.area.top && row <= t.area.bottom);
  // Beside the headings of one table another may have its lines.
  const headings = here.filter((t) => t.headerRows.includes(row));
  const isHeading = (column: number): boolean => headings.some((t) => column >= t.area.left && column <= t.area.right);
  const text = values.find((value, column) => !isHeading(column) && readAmount(value).kind === "text" && !isBlank(value)) ?? null;
  const words = oneLine(text);
  if (words === "" || words.length > 90) return null;
  // "Report date" beside the number that a date is stored as.
  if (/\bdate\b/i.test(words) && here.length === 0) return null;
  for (let column = 0; column < values.length; column += 1) {
    if (!isHeading(column) && readAmount(values[column] ?? null).kind === "number" && !here.some((t) => isRead(t, values, column))) return { row, column, text: words };
  }
  return null;
}

/** Within a table every column was considered; a figure under its words is read only when the row has a figure of its own as well. */
function isRead(table: TableMapping, values: readonly CellValue[], column: number): boolean {
  const own = table.columns.find((c) => c.column === column);
  if (own === undefined) return false;
  const ofTable = (c: TableMapping["columns"][number]): boolean => !LABELS.has(c.field) && !CODES.has(c.field) && !isBlank(values[c.column] ?? null);
  // A code beside words heads a section; several figures in columns of names and codes are another table's.
  if (CODES.has(own.field) && table.columns.filter((c) => readAmount(values[c.column] ?? null).kind === "number").length < 2) return true;
  return (!LABELS.has(own.field) && !CODES.has(own.field)) || table.columns.some((c) => c.column !== column && ofTable(c));
}
