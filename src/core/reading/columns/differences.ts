// Columns that are the difference of two others on their rows: a variance or a virement, whatever its heading says.
import { decimalsOf, readAmount, type NumberStyle } from "../words/amounts";
import { valueAt, type SheetGrid } from "../grid";
import { isAmount } from "../words/headingWords";
import type { MappedColumn } from "../tableSteps";

const MOST_ROWS = 500;
const FEWEST_TELLING = 2;

/**
 * Of the columns without a stage of their own those that print one other column less another on nearly every row. A difference is small
 * beside what it is taken from: a budget that happens to be forecast less variance is none.
 */
export function differenceColumns(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], style: NumberStyle): ReadonlySet<number> {
  const amounts = mapped.filter((m) => m.draft.content.amounts >= FEWEST_TELLING && m.draft.content.amounts > m.draft.content.texts && m.field !== "code" && m.field !== "subjective");
  const open = amounts.filter((m) => m.draft.meaning === null || (m.draft.meaning.plain && m.draft.meaning.year === null));
  const found = new Set<number>();
  if (open.length === 0 || amounts.length > 16) return found;
  const figures = new Map(amounts.map((m) => [m, rows.slice(0, MOST_ROWS).map((row) => figureAt(grid, row, m.draft.column, style))]));
  const size = (m: MappedColumn): number => (figures.get(m) ?? []).reduce<number>((sum, f) => sum + Math.abs(f ?? 0), 0);
  for (const column of open) {
    const others = amounts.filter((m) => m !== column && m.draft.meaning !== null && isAmount({ ...m.draft.meaning, plain: true }) && size(m) >= 2 * size(column));
    const known = others.filter((m) => !found.has(m.draft.column));
    if (known.some((a, i) => known.slice(i + 1).some((b) => isDifference(figures.get(column) ?? [], figures.get(a) ?? [], figures.get(b) ?? [])))) found.add(column.draft.column);
  }
  return found;
}

function figureAt(grid: SheetGrid, row: number, column: number, style: NumberStyle): number | null {
  const reading = readAmount(valueAt(grid, row, column), style);
  return reading.kind === "number" ? reading.value : reading.kind === "nil" ? 0 : null;
}

function isDifference(column: readonly (number | null)[], a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  const decimals = Math.min(6, Math.max(0, ...[column, a, b].flatMap((all) => all.map((value) => (value === null ? 0 : decimalsOf(value))))));
  const place = 10 ** -decimals;
  for (const sign of [1, -1] as const) {
    let [asked, agreed, telling] = [0, 0, 0];
    column.forEach((value, i) => {
      const [x, y] = [a[i] ?? null, b[i] ?? null];
      if (x === null || y === null || (value === null && x === y)) return;
      asked += 1;
      const off = Math.abs(sign * (x - y) - (value ?? 0));
      if (off > 1.01 * place) return;
      agreed += 1;
      if (value !== null && Math.abs(value) > 1.5 * place) telling += 1;
    });
    if (telling >= FEWEST_TELLING && agreed >= asked * 0.9) return true;
  }
  return false;
}

/** Columns that together add to one that is read, on nearly every row: services or kinds of spending across, with their sum. */
export function partsOfAnother(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], read: readonly number[], style: NumberStyle): ReadonlySet<number> {
  const none = new Set<number>();
  const parts = mapped.filter((m) => !read.includes(m.draft.column) && m.draft.content.amounts >= FEWEST_TELLING && m.draft.content.amounts > m.draft.content.texts && !["description", "code", "subjective", "holder", "note", "variance"].includes(m.field));
  if (parts.length < 3) return none;
  for (const whole of read) {
    let [asked, agreed] = [0, 0];
    for (const row of rows.slice(0, MOST_ROWS)) {
      const total = figureAt(grid, row, whole, style);
      const figures = parts.flatMap((m) => figureAt(grid, row, m.draft.column, style) ?? []);
      if (total === null || figures.length === 0) continue;
      asked += 1;
      const place = 10 ** -Math.min(6, Math.max(0, ...[total, ...figures].map(decimalsOf)));
      if (Math.abs(figures.reduce((s, f) => s + f, 0) - total) <= place * Math.max(1.01, figures.length / 2)) agreed += 1;
    }
    if (asked >= 3 && agreed >= asked * 0.9) return new Set(parts.map((m) => m.draft.column));
  }
  return none;
}
