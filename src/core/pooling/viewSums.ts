// Adds up every view's cells line by line, in one pass and with nothing kept of a line; the lines behind a figure are listed when asked for.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { PenceError, type Pence } from "../money/pence";
import { visitFundParts } from "./fundParts";
import type { LineFigures } from "./lens";
import type { PooledLine } from "./pooledLine";

/** The row of a view that a line belongs to; a view by fund spreads a line over several rows instead. */
export type RowKey = ((line: BudgetLine, figures: LineFigures) => string) | "fund";

/** A cell of a view in pence, in order of first appearance. */
export interface CellSums {
  readonly row: string;
  readonly agency: AgencyId;
  fundsPence: Pence;
  spendsPence: Pence;
  forecastPence: Pence;
}

/** Ids of the lines behind a cell, in the order given, each once. */
export type LinesBehind = (row: string, agency: AgencyId) => readonly string[];

/**
 * The cells of one view a key. Columns of a million lines would cost more to fill and collect than the sums, and a line that is looked at
 * again has to be fetched from memory again, so each is looked at once. Throws PenceError when an amount is not whole pence or when the
 * amounts together could leave the range in which whole pence are exact: then every partial sum is exact, in any order.
 */
export function viewSums(lines: Iterable<PooledLine>, keys: readonly RowKey[]): readonly (readonly CellSums[])[] {
  const views = keys.map((key) => ({ key, table: new Table() }));
  const [byLine, byFund] = [views.flatMap(({ key, table }) => (key === "fund" ? [] : [{ key, table }])), views.filter(({ key }) => key === "fund")];
  const [lineSize, partSize] = [new Size(), new Size()];
  let agency = "";
  // Made once, not for each line.
  const addPart = (fund: string, funds: Pence, spends: Pence, forecast: Pence): void => {
    partSize.add(funds, spends, forecast);
    for (const { table } of byFund) table.add(fund, agency, funds, spends, forecast);
  };
  for (const pooled of lines) {
    const { line, figures } = pooled;
    agency = line.agency;
    lineSize.add(figures.fundsPence, figures.spendsPence, figures.forecastPence);
    for (const { key, table } of byLine) table.add(key(line, figures), agency, figures.fundsPence, figures.spendsPence, figures.forecastPence);
    if (byFund.length > 0) visitFundParts(pooled, addPart);
  }
  return views.map(({ table }) => table.cells);
}

/** Looks through the lines once, when the first cell is asked for. */
export function linesBehind(lines: Iterable<PooledLine>, key: RowKey): LinesBehind {
  let listed: Map<string, Map<AgencyId, string[]>> | null = null;
  return (row, agency) => (listed ??= listLines(lines, key)).get(row)?.get(agency) ?? [];
}

function listLines(lines: Iterable<PooledLine>, key: RowKey): Map<string, Map<AgencyId, string[]>> {
  const rows = new Map<string, Map<AgencyId, string[]>>();
  const list = (row: string, { agency, id }: BudgetLine): void => {
    const cells = rows.get(row) ?? new Map<AgencyId, string[]>();
    rows.set(row, cells);
    const ids = cells.get(agency);
    if (ids === undefined) cells.set(agency, [id]);
    // A line may have two parts in one cell.
    else if (ids.at(-1) !== id) ids.push(id);
  };
  for (const pooled of lines) {
    if (key === "fund") visitFundParts(pooled, (fund) => list(fund, pooled.line));
    else list(key(pooled.line, pooled.figures), pooled.line);
  }
  return rows;
}

/** The cells of one view. The row and the agency met last are kept at hand: sheets run agency by agency and heading by heading. */
class Table {
  readonly cells: CellSums[] = [];
  private readonly rows = new Map<string, Map<AgencyId, CellSums>>();
  private row: Map<AgencyId, CellSums> | null = null;
  private cell: CellSums | null = null;

  add(row: string, agency: AgencyId, funds: Pence, spends: Pence, forecast: Pence): void {
    let cell = this.cell;
    if (cell === null || this.row === null || cell.row !== row) {
      this.row = this.rowOf(row);
      cell = null;
    }
    if (cell === null || cell.agency !== agency) cell = this.cellOf(this.row, row, agency);
    this.cell = cell;
    cell.fundsPence += funds;
    cell.spendsPence += spends;
    cell.forecastPence += forecast;
  }

  private rowOf(row: string): Map<AgencyId, CellSums> {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const cells = new Map<AgencyId, CellSums>();
    this.rows.set(row, cells);
    return cells;
  }

  private cellOf(cells: Map<AgencyId, CellSums>, row: string, agency: AgencyId): CellSums {
    const known = cells.get(agency);
    if (known !== undefined) return known;
    const cell = { row, agency, fundsPence: 0, spendsPence: 0, forecastPence: 0 };
    cells.set(agency, cell);
    this.cells.push(cell);
    return cell;
  }
}

/** What all amounts of each figure come to without their signs. */
class Size {
  private funds = 0;
  private spends = 0;
  private forecast = 0;

  add(funds: Pence, spends: Pence, forecast: Pence): void {
    if (!Number.isSafeInteger(funds) || !Number.isSafeInteger(spends) || !Number.isSafeInteger(forecast)) {
      throw new PenceError("An amount to be summed is not a whole number of pence in the exact range.");
    }
    this.funds += Math.abs(funds);
    this.spends += Math.abs(spends);
    this.forecast += Math.abs(forecast);
    if (this.funds > Number.MAX_SAFE_INTEGER || this.spends > Number.MAX_SAFE_INTEGER || this.forecast > Number.MAX_SAFE_INTEGER) {
      throw new PenceError("Amounts to be summed leave the exact range.");
    }
  }
}
