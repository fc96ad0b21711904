// A column that says which year each row is of, as in a ledger kept for several years: one year is read, its figures are never taken for money.
import { cellAddress } from "../../budget/cells";
import type { Issue } from "../../issues/issue";
import { fold, isBlank, isYearCell, oneLine, yearOf } from "../words/cellText";
import { valueAt, type CellValue, type SheetGrid } from "../grid";
import type { SetAsideRow } from "../types";

export interface YearColumn {
  readonly headerRow: number;
  readonly column: number;
  /** First years, earliest first, with how many rows are of each. */
  readonly years: ReadonlyMap<number, number>;
}

export interface OneYear {
  /** The sheet without the column and without the rows of other years; every other cell stands where it stood. */
  readonly grid: SheetGrid;
  readonly year: number | null;
  readonly setAside: readonly SetAsideRow[];
  readonly issues: readonly Issue[];
}

const HEADINGS_WITHIN = 30;
const FEWEST_ROWS = 6;
const HEADING = /\b(year|yr|fy)\b/;
/** "Full year budget" heads amounts, "Year end" a date. */
const NOT_HEADING = /\b(full|whole|part|to date|ytd|in|next|last|prior|previous|end|budget|actual|spend|forecast|outturn|estimate) year\b|\byear (to|end|budget|actual|spend|forecast|outturn|estimate|total|plan)\b|£/;
const IS_OF = /^(budget |financial |fiscal |accounting |reporting |the )*(fiscal |financial )?(year|yr|fy)( code| no| number| of account)?$/;

/** Null unless a column headed as a year holds nothing but years on the rows that hold anything beside it. */
export function findYearColumn(grid: SheetGrid): YearColumn | null {
  for (let row = 0; row < Math.min(grid.values.length, HEADINGS_WITHIN); row += 1) {
    const cells = grid.values[row] ?? [];
    // A heading stands among headings: a title alone on its row heads no column.
    if (cells.filter((value) => typeof value === "string" && value.trim() !== "").length < 3) continue;
    for (const [column, value] of cells.entries()) {
      if (typeof value !== "string" || !isHeading(value)) continue;
      const years = yearsBelow(grid, row, column);
      if (years !== null) return { headerRow: row, column, years };
    }
  }
  return null;
}

/** Leaves one year's rows: that which the words above the headings name, else the latest, and then a person is asked. */
export function ofOneYear(grid: SheetGrid, found: YearColumn): OneYear {
  const { headerRow, column, years } = found;
  const named = grid.values.slice(0, headerRow).flatMap((row) => row.flatMap((value) => (typeof value === "string" ? yearOf(value) ?? [] : []))).find((year) => years.has(year));
  const year = named ?? Math.max(...years.keys());
  const others = [...years].filter(([other]) => other !== year);
  const values = grid.values.map((row, at): readonly CellValue[] => {
    if (at < headerRow) return row;
    const own = at > headerRow ? yearIn(row[column] ?? null) : null;
    return own !== null && own !== year ? [] : row.map((value, c) => (c === column ? null : value));
  });
  const where = { file: grid.file, sheet: grid.sheet, address: cellAddress(headerRow, column) };
  const asked: Issue[] = others.length === 0 || named !== undefined ? [] : [{
    code: "several-years", severity: "question", where, pence: null, facts: { sheet: grid.sheet, years: [...years.keys()].join(", "), year: `only ${year}` },
  }];
  return {
    grid: { ...grid, values }, year, issues: asked,
    setAside: others.map(([other, rows]) => ({ cell: where, text: `${rows} ${rows === 1 ? "row" : "rows"} of ${other}`, why: `another year than ${year}, which was read`, pence: null })),
  };
}

function isHeading(value: string): boolean {
  const words = fold(oneLine(value));
  return IS_OF.test(words) || (HEADING.test(words) && !NOT_HEADING.test(words) && words.length <= 24);
}

function yearsBelow(grid: SheetGrid, headerRow: number, column: number): ReadonlyMap<number, number> | null {
  const counts = new Map<number, number>();
  let rows = 0;
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    const value = valueAt(grid, row, column);
    // Totals and notes among the rows name no year.
    if (isBlank(value)) continue;
    const year = yearIn(value);
    if (year === null) return null;
    rows += 1;
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return rows < FEWEST_ROWS ? null : new Map([...counts].sort(([a], [b]) => a - b));
}

/** "2026", "2026/27", "FY 2026", and as statistical programs write it, "x2026". */
function yearIn(value: CellValue): number | null {
  const bare = typeof value === "string" ? value.trim().replace(/^[a-z]{1,2}(?=(19|20)\d{2}$)/i, "") : value;
  return isYearCell(bare) ? yearOf(bare) : null;
}
