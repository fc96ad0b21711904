// A sheet's money to the penny: its total is the lines read, what was set aside, and what neither explains.
import { parseAddress, type CellRef } from "../budget/cells";
import { stagePence, type BudgetLine, type Stage } from "../budget/line";
import { isPence, sumPenceBy, type Pence } from "../money/pence";
import { pencePerUnit, toPence } from "../money/unit";
import { readAmount, type NumberStyle } from "./words/amounts";
import { valueAt, type SheetGrid } from "./grid";
import type { SheetReading } from "./types";
import type { TableReading } from "./lineSteps";

/** At the sheet's main stage: total = lines + set aside + not understood. */
export interface SheetBalance {
  readonly stage: Stage;
  readonly linesPence: Pence;
  /** Rows left out for a reason that is told; they stand outside the printed total unless they say otherwise. */
  readonly setAsidePence: Pence;
  /** What neither lines nor rows set aside explain; null without a total to tell by. */
  readonly notUnderstoodPence: Pence | null;
  readonly totalPence: Pence | null;
  /** Cells of the printed totals, one a table; empty where the total is that of the column's own cells, or none is known. */
  readonly printed: readonly CellRef[];
}

const ORDER: readonly Stage[] = ["revised", "original", "outturn", "forecast", "actual"];

/** Null where neither a line of the sheet nor a row read with another sheet's line has an amount. */
export function sheetBalance(sheet: SheetReading, lines: readonly BudgetLine[]): SheetBalance | null {
  const own = lines.filter((line) => line.source.sheet === sheet.sheet && line.source.file === sheet.file);
  const stage = ORDER.find((known) => own.some((line) => stagePence(line, known) !== null)) ?? ORDER.find((known) => sheet.setAside.some(({ inTotal, stages }) => inTotal === true && stages?.[known] !== undefined));
  if (stage === undefined) return null;
  const linesPence = sumPenceBy(own, (line) => stagePence(line, stage) ?? 0);
  const setAsidePence = sumPenceBy(sheet.setAside, (row) => (row.stages === undefined ? row.pence : row.stages[stage]) ?? 0);
  const grand = sheet.totals.filter((total) => total.level === "grand-total" && total.stage === stage);
  // Each table prints a total of its own; several of one table would count its money twice.
  if (grand.length > 0 && grand.length === sheet.tables.length) {
    const insidePence = sumPenceBy(sheet.setAside, (row) => (row.inTotal === true ? (row.stages?.[stage] ?? 0) : 0));
    const notUnderstoodPence = sumPenceBy(grand, (total) => total.printedPence) - linesPence - insidePence;
    return { stage, linesPence, setAsidePence, notUnderstoodPence, totalPence: linesPence + setAsidePence + notUnderstoodPence, printed: grand.map((total) => total.cell) };
  }
  const notUnderstoodPence = sheet.unreadPence?.[stage] ?? null;
  return { stage, linesPence, setAsidePence, notUnderstoodPence, totalPence: notUnderstoodPence === null ? null : linesPence + setAsidePence + notUnderstoodPence, printed: [] };
}

/**
 * Money in a table's amount columns that is no line's, no total's and not set aside, by stage, as it stands on the sheet (in its unit, without
 * turning signs). Counted cell by cell from the sheet itself, not from what reading made of it. Null for tables that are no line per row.
 */
export function unreadPence(grid: SheetGrid, table: TableReading, style: NumberStyle): Partial<Record<Stage, Pence>> | null {
  if (table.shape !== undefined) return null;
  const { area, headerRows, unit } = table.mapping;
  const { used, columns } = cellsUsed(table);
  const told = new Set([...headerRows, ...[...table.checks, ...table.setAside].map(({ cell }) => parseAddress(cell.address)?.row ?? -1)]);
  const first = Math.max(...headerRows, area.top - 1) + 1;
  const found: Partial<Record<Stage, Pence>> = {};
  for (const [stage, own] of columns) {
    let pence = 0;
    for (let row = first; row <= area.bottom; row += 1) {
      if (told.has(row)) continue;
      for (const column of own) if (!used.has(row * WIDEST + column)) pence += amountAt(grid, row, column, unit, style);
    }
    if (isPence(pence)) found[stage] = pence;
  }
  return found;
}

/** Columns of an Excel sheet: a cell as one number, since a long ledger has many. */
const WIDEST = 16_384;

/** The cells that lines hold, and the columns they hold them in by stage. */
function cellsUsed(table: TableReading): { readonly used: ReadonlySet<number>; readonly columns: ReadonlyMap<Stage, ReadonlySet<number>> } {
  const used = new Set<number>();
  const columns = new Map<Stage, Set<number>>();
  const known = new Map<string, number>();
  for (const { row, cells } of table.lines) {
    const digits = String(row + 1);
    for (const stage of ORDER) {
      const address = cells[stage];
      if (address === undefined) continue;
      // A line's figures stand on its own row, save in a list of scenarios.
      const letters = address.replace(/\d+$/, "");
      const at = address === `${letters}${digits}` ? row : (parseAddress(address)?.row ?? row);
      const column = known.get(letters) ?? parseAddress(`${letters}1`)?.column ?? 0;
      known.set(letters, column);
      used.add(at * WIDEST + column);
      const own = columns.get(stage);
      if (own === undefined) columns.set(stage, new Set([column]));
      else own.add(column);
    }
  }
  return { used, columns };
}

function amountAt(grid: SheetGrid, row: number, column: number, unit: TableReading["mapping"]["unit"], style: NumberStyle): Pence {
  const amount = readAmount(valueAt(grid, row, column), style);
  if (amount.kind !== "number") return 0;
  const own = amount.unit ?? unit;
  // Figures beyond what pence can hold are named by reading.
  return isPence(Math.round(amount.value * pencePerUnit(own))) ? toPence(amount.value, own).pence : 0;
}
