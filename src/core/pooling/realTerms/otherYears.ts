// Earlier years that stand beside a line on its own sheet: columns that reading leaves out because they are not of the year in hand.
import { parseAddress, cellAddress, type CellRef } from "../../budget/cells";
import type { BudgetLine, Stage } from "../../budget/line";
import { asPence, type Pence } from "../../money/pence";
import { pencePerUnit } from "../../money/unit";
import { readAmount } from "../../reading/words/amounts";
import { yearOf } from "../../reading/words/cellText";
import { valueAt, type SheetGrid } from "../../reading/grid";
import { meaningOf, unitNamed } from "../../reading/words/headingWords";
import type { ColumnMapping, PartnershipReading, TableMapping } from "../../reading/types";

/** One line's figure for an earlier year, as its own sheet prints it, in canonical sign. */
export interface EarlierFigure {
  readonly lineId: string;
  readonly year: number;
  readonly stage: Stage;
  readonly pence: Pence;
  readonly cell: CellRef;
}

export interface LineYears {
  /** The year of each line's own budget; a line whose sheet names no year is left out. */
  readonly yearOf: ReadonlyMap<string, number>;
  readonly earlier: readonly EarlierFigure[];
}

/** The surest figure of a past year first. */
const SUREST: readonly Stage[] = ["outturn", "actual", "forecast", "revised", "original"];

interface YearColumn {
  readonly column: ColumnMapping;
  readonly year: number;
  readonly stage: Stage;
}

/**
 * The years of all lines and what their sheets print for earlier ones. Only whole amounts are taken (a gross or income half is not the
 * line), one a line and year: outturn before actual, forecast, revised and original budget. Cells without a plain amount give none.
 */
export function earlierYears(reading: Pick<PartnershipReading, "lines" | "sheets">, grids: readonly SheetGrid[]): LineYears {
  const gridOf = new Map(grids.map((grid) => [placeKey(grid), grid]));
  const tablesOf = new Map(reading.sheets.map((sheet) => [placeKey(sheet), sheet.tables]));
  const facts = new Map<TableMapping, { year: number | null; columns: readonly YearColumn[] }>();
  const years = new Map<string, number>();
  const earlier: EarlierFigure[] = [];
  for (const line of reading.lines) {
    const [grid, at] = [gridOf.get(placeKey(line.source)), parseAddress(line.source.address)];
    const table = at === null ? undefined : tablesOf.get(placeKey(line.source))?.find(({ area }) => area.top <= at.row && at.row <= area.bottom && area.left <= at.column && at.column <= area.right);
    if (grid === undefined || at === null || table === undefined) continue;
    const known = facts.get(table) ?? yearsOfTable(table, grid);
    facts.set(table, known);
    if (known.year === null) continue;
    years.set(line.id, known.year);
    earlier.push(...figuresOfRow(line, grid, at.row, known.columns));
  }
  return { yearOf: years, earlier };
}

function figuresOfRow(line: BudgetLine, grid: SheetGrid, row: number, columns: readonly YearColumn[]): EarlierFigure[] {
  const figures = new Map<number, EarlierFigure>();
  for (const { column, year, stage } of columns) {
    const amount = readAmount(valueAt(grid, row, column.column));
    if (amount.kind !== "number" && amount.kind !== "nil") continue;
    const known = figures.get(year);
    if (known !== undefined && SUREST.indexOf(known.stage) <= SUREST.indexOf(stage)) continue;
    const ownUnit = (amount.kind === "number" ? amount.unit : null) ?? unitNamed(column.heading)?.unit ?? null;
    const perUnit = ownUnit === null ? line.source.pencePerUnit : pencePerUnit(ownUnit);
    const pence = amount.kind === "nil" ? 0 : asPence(line.source.sign * Math.round(amount.value * perUnit));
    figures.set(year, { lineId: line.id, year, stage, pence, cell: { file: line.source.file, sheet: line.source.sheet, address: cellAddress(row, column.column) } });
  }
  return [...figures.values()].sort((a, b) => a.year - b.year);
}

/** The year of the columns that are read, else of the title above; and the columns of years before it. */
function yearsOfTable(table: TableMapping, grid: SheetGrid): { year: number | null; columns: readonly YearColumn[] } {
  const meant = table.columns.map((column) => ({ column, meaning: meaningOf(column.heading) }));
  const read = meant.filter(({ column }) => ["revised", "original", "forecast", "net", "gross", "outturn"].includes(column.field));
  const year = read.map(({ meaning }) => meaning?.year ?? null).find((found) => found !== null) ?? yearAbove(grid, table);
  if (year === null) return { year, columns: [] };
  const columns = meant.flatMap(({ column, meaning }): YearColumn[] => {
    const whole = meaning !== null && (meaning.part === "whole" || meaning.part === "net") && meaning.field !== "variance" && meaning.field !== "ignored";
    if (!whole || meaning.stage === null && !meaning.plain || meaning.year === null || meaning.year >= year) return [];
    return [{ column, year: meaning.year, stage: meaning.stage ?? "revised" }];
  });
  return { year, columns };
}

function yearAbove(grid: SheetGrid, table: TableMapping): number | null {
  const last = Math.max(table.area.top, ...table.headerRows);
  for (let row = 0; row <= last; row += 1) {
    for (const value of grid.values[row] ?? []) {
      const found = typeof value === "string" ? yearOf(value) : null;
      if (found !== null && !table.headerRows.includes(row)) return found;
    }
  }
  return null;
}

function placeKey({ file, sheet }: { readonly file: string | null; readonly sheet: string }): string {
  return `${file ?? ""}\u0001${sheet}`;
}
