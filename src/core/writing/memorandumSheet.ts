// The memorandum account of each pool: funding, spending, what it ends over or under, and on whom that falls; budget beside forecast.
import { cellAddress } from "../budget/cells";
import { sumPenceBy, type Pence } from "../money/pence";
import { keeperOf, poolFigures } from "../pooling/poolPart";
import type { PartnershipReading } from "../reading/types";
import type { PoolPosition } from "../virement/types";
import { poundsCell } from "./cellText";
import { agencyNames, drawContributions, outcomeRows, poolKey } from "./poolBlock";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { fixed, Sketch } from "./sketch";
import { sumWhere, type Condition } from "./sumFormula";
import type { CellStyle, SheetSpec } from "./types";

const [BUDGET, FORECAST] = [2, 3] as const;

/** `refreshedOn` is an ISO date. Contributions stand at their budget in both columns: what differs is what the pool ends over or under. */
export function memorandumSheet(reading: PartnershipReading, positions: readonly PoolPosition[], refreshedOn: string): SheetSpec {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.memorandum, "title");
  sketch.text(1, 0, "£. Funding and spending +; overspend +, underspend −.", "subtitle");
  sketch.text(2, 0, `Refreshed ${refreshedOn}. Figures are sums over the table on ${PURSE_SHEETS.lines}; the sharing step by step is on ${PURSE_SHEETS.contributions}.`, "note");
  if (positions.length === 0) sketch.text(4, 0, "No line is coded to a pool.", "note");
  for (const position of positions) drawAccount(sketch, sketch.nextRow + 1, position, reading);
  return {
    name: PURSE_SHEETS.memorandum, rows: sketch.rows(), columnWidths: [30, 52, 18, 18], tables: [], validations: [],
    conditionalFormats: [], freezeRows: 3, freezeColumns: 2, printTitleRows: [0, 2], outlineRows: [], tabColour: "#107C10",
  };
}

interface Figures {
  readonly budget: Pence;
  readonly forecast: Pence;
}

function drawAccount(sketch: Sketch, top: number, position: PoolPosition, reading: PartnershipReading): void {
  const nameOf = agencyNames(reading);
  const pool = poolKey(top, position);
  const keeper = keeperOf(position);
  const rows = reading.lines.filter((line) => line.pool === position.pool).map((line) => ({ line, ...poolFigures(line, keeper) }));
  const spending = rows.filter(({ part }) => part === "spending");
  const income = figuresOf(rows.filter(({ part }) => part === "client income"));
  const spent = figuresOf(spending);

  sketch.text(top, 0, position.pool, "subtitle");
  ["Partner or line", "", "Budget £", "Forecast £"].forEach((heading, i) => sketch.text(top + 1, i, heading, "header"));
  sketch.text(top + 2, 1, "Balance brought forward", "label");
  for (const column of [BUDGET, FORECAST]) sketch.put(top + 2, column, poundsCell(position.broughtForwardPence));

  const first = top + 3;
  drawContributions(sketch, { position, pool, top: first, column: BUDGET, broughtForward: cellAddress(top + 2, BUDGET) });
  position.shares.forEach(({ agency, contributionPence }, i) => {
    sketch.text(first + i, 1, `Contribution: ${nameOf(agency) || agency}`, "label");
    sketch.figure(first + i, FORECAST, `ROUND(${cellAddress(first + i, BUDGET)},2)`, contributionPence);
  });
  let row = first + position.shares.length;
  sketch.text(row, 0, "client income", "label");
  sketch.text(row, 1, "Client contributions and other income", "label");
  drawBoth(sketch, row, (column) => `ROUND(0-${sumOver(column, [pool, { column: "Part in its pool", cell: fixed(row, 0, "column"), key: "client income" }])},2)`,
    { budget: 0 - income.budget, forecast: 0 - income.forecast });
  row += 1;
  const fundingRow = row;
  const put = position.broughtForwardPence + sumPenceBy(position.shares, (share) => share.contributionPence);
  const funding = { budget: put - income.budget, forecast: put - income.forecast };
  drawTotal(sketch, row, "Total funding", top + 2, funding);

  const alike = new Map<string, number>();
  for (const { line } of rows) alike.set(line.id.toUpperCase(), (alike.get(line.id.toUpperCase()) ?? 0) + 1);
  for (const { line, netPence, netForecastPence } of spending) {
    row += 1;
    const at = row;
    sketch.text(at, 0, line.id, "label");
    sketch.text(at, 1, line.description, "label");
    drawBoth(sketch, at, (column) => sumOver(column, [pool, { column: "Line", cell: fixed(at, 0, "column"), key: line.id, exact: (alike.get(line.id.toUpperCase()) ?? 0) > 1 }]), { budget: netPence, forecast: netForecastPence });
  }
  row += 1;
  drawTotal(sketch, row, "Total spending", fundingRow + 1, spent);
  const over = row + 1;
  sketch.text(over, 1, "(Under)/overspend", "total");
  drawBoth(sketch, over, (column) => `ROUND(${cellAddress(over - 1, column)}-${cellAddress(fundingRow, column)},2)`,
    { budget: spent.budget - funding.budget, forecast: spent.forecast - funding.forecast }, "total");
  row = drawBearers(sketch, over + 1, position, nameOf);
  sketch.text(row, 1, "Of which, less (under)/overspend: must be 0", "label");
  sketch.figure(row, FORECAST, `ROUND(SUM(${cellAddress(over + 1, FORECAST)}:${cellAddress(row - 1, FORECAST)})-${cellAddress(over, FORECAST)},2)`, 0, "body", "pounds-pence");
  const account = position.terms === null ? "not entered" : position.terms.account;
  sketch.text(row + 1, 1, `Kept by ${nameOf(position.host) || position.host}. Accounts: ${account}.`, "note");
}

/** Who bears the forecast's over- or underspend; returns the first free row. */
function drawBearers(sketch: Sketch, top: number, position: PoolPosition, nameOf: (agency: string) => string): number {
  const bearers = [
    ...position.shares.map(({ agency, sharePence }) => ({ label: `Of which ${nameOf(agency) || agency}`, pence: sharePence })),
    ...outcomeRows(position),
  ];
  bearers.forEach(({ label, pence }, i) => {
    sketch.text(top + i, 1, label, "label");
    sketch.put(top + i, FORECAST, poundsCell(pence));
  });
  return top + bearers.length;
}

function figuresOf(rows: readonly { readonly netPence: Pence; readonly netForecastPence: Pence }[]): Figures {
  return { budget: sumPenceBy(rows, (row) => row.netPence), forecast: sumPenceBy(rows, (row) => row.netForecastPence) };
}

function sumOver(column: number, conditions: readonly Condition[]): string {
  return sumWhere("tblLines", column === BUDGET ? "Pool net £" : "Pool net forecast £", conditions);
}

function drawBoth(sketch: Sketch, row: number, formula: (column: number) => string, { budget, forecast }: Figures, style: CellStyle = "body"): void {
  sketch.figure(row, BUDGET, formula(BUDGET), budget, style);
  sketch.figure(row, FORECAST, formula(FORECAST), forecast, style);
}

/** The sum of the rows from `from` to the one above; 0 where there is none. */
function drawTotal(sketch: Sketch, row: number, label: string, from: number, figures: Figures): void {
  sketch.text(row, 1, label, "total");
  drawBoth(sketch, row, (column) => (from < row ? `ROUND(SUM(${cellAddress(from, column)}:${cellAddress(row - 1, column)}),2)` : "ROUND(0,2)"), figures, "total");
}
