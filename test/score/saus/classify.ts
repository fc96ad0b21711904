// Says of each cell of a table whether it is a heading, a figure or a total, with the reader's own parts; and a plain baseline beside it.
import { readAmount } from "../../../src/core/reading/words/amounts";
import { isBlank, isYearCell, oneLine } from "../../../src/core/reading/words/cellText";
import { findTables } from "../../../src/core/reading/tables/findTables";
import type { CellValue, SheetGrid } from "../../../src/core/reading/grid";
import { axisTotals, type AxisItem } from "../../../src/core/reading/shapes/axisTotals";
import { totalWording } from "../../../src/core/reading/words/totalWords";

export type CellClass = "header" | "data" | "derived";
export type Classes = readonly (readonly (CellClass | null)[])[];

/** Signs that stand for a figure in statistics: not available, not applicable, withheld, too small. */
const FIGURE_SIGN = /^(\((na|x|d|s|z|b)\)|-+|\.{2,}|…)$/i;

function isFigure(value: CellValue): boolean {
  const text = oneLine(value);
  return ["number", "nil", "missing", "percent"].includes(readAmount(value).kind) || FIGURE_SIGN.test(text);
}

function isNumber(value: CellValue): boolean {
  return ["number", "percent"].includes(readAmount(value).kind);
}

/** A row of years and nothing else beside its label: headings, also of years before the reader's own. */
function isYears(row: readonly CellValue[]): boolean {
  const filled = row.slice(1).filter((value) => !isBlank(value));
  return filled.length >= 2 && filled.every((value) => /^(1[789]|20)\d{2}( \\\d)?$/.test(oneLine(value)));
}

interface Body {
  readonly headerRows: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** By the reader's tables where it finds one, else by the look of the rows. */
export function classifyCells(grid: SheetGrid): Classes {
  const body = bodyOf(grid);
  const classes: (CellClass | null)[][] = grid.values.map((row) => row.map(() => null));
  if (body === null) return classes;
  const amounts = new Set(body.columns);
  for (const row of body.headerRows) (grid.values[row] ?? []).forEach((value, c) => { if (!isBlank(value)) set(classes, row, c, "header"); });
  const [sumRows, sumColumns] = totalsOf(grid, body);
  for (const row of body.rows) {
    (grid.values[row] ?? []).forEach((value, c) => {
      if (isBlank(value) || !amounts.has(c)) return;
      set(classes, row, c, sumRows.has(row) || sumColumns.has(c) ? "derived" : "data");
    });
  }
  return classes;
}

function set(classes: (CellClass | null)[][], row: number, column: number, found: CellClass): void {
  const cells = classes[row];
  if (cells !== undefined) cells[column] = found;
}

function bodyOf(grid: SheetGrid): Body | null {
  const width = Math.max(0, ...grid.values.map((row) => row.length));
  const figures = grid.values.map((row) => (isYears(row) ? 0 : row.filter((value, c) => c > 0 && isFigure(value) && !isYearCell(value)).length));
  const [table] = findTables(grid);
  const start = table === undefined ? figures.findIndex((n, row) => n >= 2 || (n === 1 && (figures[row + 1] ?? 0) >= 1)) : (table.headerRows[table.headerRows.length - 1] ?? 0) + 1;
  const first = figures.findIndex((n, row) => row >= start && n > 0);
  if (start < 0 || first < 0) return null;
  const last = figures.map((n) => n > 0).lastIndexOf(true);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((row) => (figures[row] ?? 0) > 0);
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => {
    const filled = rows.filter((row) => !isBlank(grid.values[row]?.[c] ?? null));
    return c > 0 && filled.length > 0 && filled.filter((row) => isFigure(grid.values[row]?.[c] ?? null)).length * 2 > filled.length;
  });
  return columns.length === 0 ? null : { headerRows: headerRowsOf(grid, first, new Set(columns)), rows, columns };
}

/** Rows over the figures that hold words or years over them, up to the title: a row whose only words stand first. */
function headerRowsOf(grid: SheetGrid, first: number, amounts: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  for (let row = first - 1; row >= 0; row -= 1) {
    const filled = (grid.values[row] ?? []).flatMap((value, c) => (isBlank(value) ? [] : [c]));
    if (filled.length === 0) continue;
    if (filled.some((c) => amounts.has(c))) found.unshift(row);
    else if (found.length > 0 || filled.length > 1) {
      const next = found[0] ?? first;
      // A label that is cut over rows ("Item", "and unit") goes on only next to the headings.
      const title = grid.values.slice(0, row).every((above) => above.every(isBlank));
      if (filled.length > 1 || (!title && next === row + 1 && oneLine(grid.values[row]?.[filled[0] ?? 0] ?? null).length <= 25 && found.length > 0)) found.unshift(row);
      else break;
    }
  }
  return found;
}

/** Rows and columns that add others, by words and arithmetic, as the reader of cross tables tells them. */
function totalsOf(grid: SheetGrid, body: Body): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const number = (row: number, column: number): number | null => {
    const reading = readAmount(grid.values[row]?.[column] ?? null);
    return reading.kind === "number" ? reading.value : null;
  };
  const labels = (row: number): string => (grid.values[row] ?? []).filter((_, c) => !body.columns.includes(c)).map(oneLine).join(" ");
  const heading = (column: number): string => body.headerRows.map((row) => oneLine(grid.values[row]?.[column] ?? null)).join(" ");
  const slack = body.rows.some((row) => body.columns.some((c) => !Number.isInteger(number(row, c) ?? 0))) ? 0.05 : 0.5;
  const rowItems = body.rows.map((row): AxisItem => ({ words: labels(row), pence: body.columns.map((c) => number(row, c)) }));
  const columnItems = body.columns.map((c): AxisItem => ({ words: heading(c), pence: body.rows.map((row) => number(row, c)) }));
  const rows = new Set([...added(rowItems, slack), ...worded(rowItems)].map((i) => body.rows[i] ?? -1));
  const columns = new Set(added(columnItems, slack).filter((i) => totalWording(columnItems[i]?.words ?? "") !== null).map((i) => body.columns[i] ?? -1));
  return [rows, columns];
}

/** Sums of what stands before them and, the axis turned round, of what stands after them: statistics print totals first. */
function added(items: readonly AxisItem[], slack: number): readonly number[] {
  const after = axisTotals([...items].reverse(), slack).map((t) => items.length - 1 - t.index);
  return [...axisTotals(items, slack).map((t) => t.index), ...after];
}

function worded(items: readonly AxisItem[]): readonly number[] {
  return items.flatMap((item, i) => (totalWording(item.words) === "strong" && /^\W*(grand |sub)?-?totals?\b|\btotal\b\W*\d*\W*$/i.test(item.words.trim()) ? [i] : []));
}

/** The baseline: the first row of several cells is the heading, the numbers of the last row with numbers are totals, all others are data. */
export function baselineCells(grid: SheetGrid): Classes {
  const header = grid.values.findIndex((row) => row.filter((value) => !isBlank(value)).length > 1);
  const last = grid.values.map((row) => row.some((value, c) => c > 0 && isNumber(value))).lastIndexOf(true);
  return grid.values.map((row, r) => row.map((value): CellClass | null => {
    if (isBlank(value)) return null;
    if (r === header) return "header";
    return !isNumber(value) ? null : r === last ? "derived" : "data";
  }));
}
