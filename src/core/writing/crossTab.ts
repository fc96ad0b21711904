// One block of the pooled view: a key down the side, agencies across, who funds and who spends side by side, forecast and variance.
import type { AgencyId } from "../budget/agency";
import { cellAddress } from "../budget/cells";
import { asPence, type Pence } from "../money/pence";
import type { PooledView, ViewCell } from "../pooling/types";
import { fixed, type Sketch } from "./sketch";
import { sumWhere, type Condition } from "./sumFormula";

export interface CrossTab {
  readonly view: PooledView;
  readonly title: string;
  readonly keyHeading: string;
  /** Table whose columns are added up, and the column that holds the key. */
  readonly table: string;
  readonly keyColumn: string;
  readonly nameOf: (key: string) => string;
}

/** Where a block's totals stand, for the reconciliation. */
export interface CrossTabPlace {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly fundsTotal: string;
  readonly spendsTotal: string;
  readonly forecastTotal: string;
  /** Empty columns between the lenses. */
  readonly gaps: readonly number[];
}

/** One row as Excel sees it: keys that differ by case alone are one key to SUMIFS. */
interface Row {
  readonly key: string;
  readonly cells: readonly ViewCell[];
}

const FIRST_FIGURE = 2;

/** Draws the block from a row down; returns where its totals are. */
export function drawCrossTab(sketch: Sketch, top: number, tab: CrossTab): CrossTabPlace {
  const { view } = tab;
  const headings = top + 2;
  const first = headings + 1;
  const rows = rowsOf(view);
  const last = first + Math.max(rows.length, 1) - 1;
  const funds: Lens = { name: "Who funds", column: "Who funds £", left: FIRST_FIGURE, figure: (cell) => cell.fundsPence };
  const spends: Lens = { name: "Who spends", column: "Who spends £", left: funds.left + view.agencies.length + 2, figure: (cell) => cell.spendsPence };
  const forecast = spends.left + view.agencies.length + 2;

  sketch.text(top, 0, tab.title, "subtitle");
  sketch.text(headings, 0, tab.keyHeading, "header");
  sketch.text(headings, 1, "Name", "header");
  for (const lens of [funds, spends]) {
    sketch.text(headings - 1, lens.left, `${lens.name}, £`, "label");
    view.agencies.forEach((agency, i) => sketch.text(headings, lens.left + i, agency, "header"));
    sketch.text(headings, lens.left + view.agencies.length, "All", "header");
  }
  sketch.text(headings - 1, forecast, "Who funds, £", "label");
  sketch.text(headings, forecast, "Forecast", "header");
  sketch.text(headings, forecast + 1, "Variance", "header");

  rows.forEach((row, i) => {
    const at = first + i;
    sketch.text(at, 0, row.key, "label");
    sketch.text(at, 1, tab.nameOf(row.key), "label");
    for (const lens of [funds, spends]) drawLensRow(sketch, tab, headings, at, row, lens);
    const key: Condition = { column: tab.keyColumn, cell: fixed(at, 0, "column"), key: row.key };
    drawForecast(sketch, at, forecast, sumWhere(tab.table, "Net forecast £", [key]), row.cells, funds.left + view.agencies.length);
  });

  const total = last + 1;
  sketch.text(total, 0, "All", "total");
  sketch.text(total, 1, "", "total");
  const sumUp = (column: number, pence: Pence): void =>
    sketch.figure(total, column, `ROUND(SUM(${cellAddress(first, column)}:${cellAddress(last, column)}),2)`, pence, "total");
  for (const lens of [funds, spends]) {
    view.agencies.forEach((agency, i) => sumUp(lens.left + i, add(view.cells.filter((cell) => cell.agency === agency), lens.figure)));
    sumUp(lens.left + view.agencies.length, add(view.cells, lens.figure));
  }
  sumUp(forecast, add(view.cells, (cell) => cell.forecastPence));
  sumUp(forecast + 1, add(view.cells, varianceOf));
  return {
    title: tab.title, from: first, to: last,
    fundsTotal: cellAddress(total, funds.left + view.agencies.length),
    spendsTotal: cellAddress(total, spends.left + view.agencies.length),
    forecastTotal: cellAddress(total, forecast),
    gaps: [spends.left - 1, forecast - 1],
  };
}

interface Lens {
  readonly name: string;
  readonly column: string;
  readonly left: number;
  readonly figure: (cell: ViewCell) => Pence;
}

function drawLensRow(sketch: Sketch, tab: CrossTab, headings: number, at: number, row: Row, lens: Lens): void {
  const { agencies } = tab.view;
  agencies.forEach((agency: AgencyId, i) => {
    const conditions: Condition[] = [
      { column: tab.keyColumn, cell: fixed(at, 0, "column"), key: row.key },
      { column: "Agency", cell: fixed(headings, lens.left + i, "row"), key: agency },
    ];
    sketch.figure(at, lens.left + i, sumWhere(tab.table, lens.column, conditions), add(row.cells.filter((c) => c.agency === agency), lens.figure));
  });
  const across = agencies.length === 0 ? "0" : `SUM(${cellAddress(at, lens.left)}:${cellAddress(at, lens.left + agencies.length - 1)})`;
  sketch.figure(at, lens.left + agencies.length, `ROUND(${across},2)`, add(row.cells, lens.figure));
}

function drawForecast(sketch: Sketch, at: number, column: number, formula: string, cells: readonly ViewCell[], budgetColumn: number): void {
  sketch.figure(at, column, formula, add(cells, (cell) => cell.forecastPence));
  sketch.figure(at, column + 1, `ROUND(${cellAddress(at, column)}-${cellAddress(at, budgetColumn)},2)`, add(cells, varianceOf));
}

function rowsOf(view: PooledView): Row[] {
  const rows = new Map<string, { key: string; cells: ViewCell[] }>();
  for (const key of view.rows) if (!rows.has(key.toUpperCase())) rows.set(key.toUpperCase(), { key, cells: [] });
  for (const cell of view.cells) rows.get(cell.row.toUpperCase())?.cells.push(cell);
  return [...rows.values()];
}

function varianceOf(cell: ViewCell): Pence {
  return asPence(cell.forecastPence - cell.fundsPence);
}

function add(cells: readonly ViewCell[], figure: (cell: ViewCell) => Pence): Pence {
  return cells.reduce((sum, cell) => asPence(sum + figure(cell)), 0);
}
