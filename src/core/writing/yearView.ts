// Year on year (P8): each earlier year beside this one by agency and by outcome, in cash and in real terms, with live sums.
import { cellAddress } from "../budget/cells";
import { sumPenceBy, type Pence } from "../money/pence";
import { financialYearWords } from "../pooling/realTerms/financialYear";
import type { YearCell, YearOnYear } from "../pooling/realTerms/yearOnYear";
import { compareText } from "../text";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { fixed, Sketch } from "./sketch";
import { sumWhere, type Condition } from "./sumFormula";
import type { CellStyle, SheetSpec } from "./types";
import { indexWords } from "./yearsTable";

const HEADINGS = ["Then, cash", "This year", "Change, cash", "Change %", "Then, at this year's prices", "Change, real", "Real change %"] as const;
const [THEN, NOW, CHANGE, PERCENT, REAL_THEN, REAL_CHANGE, REAL_PERCENT] = [2, 3, 4, 5, 6, 7, 8] as const;

export interface YearViewInput {
  readonly years: YearOnYear;
  readonly netPence: Pence;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  readonly refreshedOn: string;
}

/** Only lines whose sheets print the earlier year are compared; what is left out is stated under each comparison. */
export function yearViewSheet({ years, netPence, agencies, outcomes, refreshedOn }: YearViewInput): SheetSpec {
  const sketch = new Sketch();
  sketch.text(0, 0, OWN_TITLES.yearView, "title");
  sketch.text(1, 0, "£, who funds. Expenditure +, income −. Only lines with a figure for both years are compared. Real: the earlier figure at this year's prices.", "subtitle");
  sketch.text(2, 0, `Refreshed ${refreshedOn}. ${indexWords(years.index)} Each figure is a sum over the table on ${PURSE_SHEETS.years}.`, "note");
  const pairs = [...new Map(years.cells.map((cell) => [`${cell.thisYear}/${cell.year}`, cell])).values()].sort((a, b) => b.thisYear - a.thisYear || b.year - a.year);
  if (pairs.length === 0) sketch.text(4, 0, "No sheet prints a figure for an earlier year beside this one.", "note");
  const blocks: { from: number; to: number }[] = [];
  for (const { year, thisYear } of pairs) {
    const cells = years.cells.filter((cell) => cell.year === year && cell.thisYear === thisYear);
    const top = sketch.nextRow + 1;
    sketch.text(top, 0, `${financialYearWords(year)} beside ${financialYearWords(thisYear)}`, "subtitle");
    const key = drawYears(sketch, top + 1, year, thisYear);
    const byAgency = drawTable(sketch, sketch.nextRow + 1, { heading: "Agency", column: "Agency", names: agencies, of: (cell) => cell.agency }, cells, key);
    const byOutcome = drawTable(sketch, sketch.nextRow + 1, { heading: "Outcome", column: "Outcome", names: outcomes, of: (cell) => cell.outcome }, cells, key);
    blocks.push(byAgency, byOutcome);
    const row = sketch.nextRow;
    const compared = cellAddress(byAgency.to + 1, NOW);
    sketch.text(row, 0, "Not compared: lines without the earlier year", "label");
    sketch.figure(row, NOW, `ROUND(${sumWhere("tblLines", "Who funds £", [])}-${compared},2)`, netPence - sumPenceBy(cells, (cell) => cell.nowPence));
    sketch.text(row + 1, 0, "By agency less by outcome: must be 0", "label");
    sketch.figure(row + 1, NOW, `ROUND(${compared}-${cellAddress(byOutcome.to + 1, NOW)},2)`, 0, "body", "pounds-pence");
  }
  return {
    name: PURSE_SHEETS.yearView, rows: sketch.rows(), columnWidths: [24, 40, 18, 18, 18, 12, 20, 18, 14], tables: [], validations: [], conditionalFormats: [],
    freezeRows: 3, freezeColumns: 2, printTitleRows: [0, 2], outlineRows: blocks, tabColour: "#107C10",
  };
}

/** The two years stand in cells of their own, which every sum below points to. */
function drawYears(sketch: Sketch, row: number, year: number, thisYear: number): Condition[] {
  return [["Year", year], ["This year", thisYear]].map(([column, value], i) => {
    const words = financialYearWords(Number(value));
    sketch.text(row + i, 0, i === 0 ? "Then" : "This year", "label");
    sketch.text(row + i, 1, words);
    return { column: String(column), cell: fixed(row + i, 1), key: words };
  });
}

interface Side {
  readonly heading: string;
  readonly column: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly of: (cell: YearCell) => string;
}

function drawTable(sketch: Sketch, top: number, side: Side, cells: readonly YearCell[], key: readonly Condition[]): { from: number; to: number } {
  [side.heading, "Name", ...HEADINGS].forEach((heading, i) => sketch.text(top, i, heading, "header"));
  const keys = [...new Set(cells.map(side.of))].sort(compareText);
  const first = top + 1;
  const last = first + keys.length - 1;
  keys.forEach((id, i) => {
    const row = first + i;
    sketch.text(row, 0, id, "label");
    sketch.text(row, 1, side.names.find((one) => one.id === id)?.name ?? "", "label");
    const where = [...key, { column: side.column, cell: fixed(row, 0, "column"), key: id }];
    drawRow(sketch, row, cells.filter((cell) => side.of(cell) === id), (column) => sumWhere("tblYears", column, where), "body");
  });
  sketch.text(last + 1, 0, "All", "total");
  sketch.text(last + 1, 1, "", "total");
  const columnOf: Readonly<Record<string, number>> = { "Then £": THEN, "Now £": NOW, "Then in real terms £": REAL_THEN };
  drawRow(sketch, last + 1, cells, (column) => {
    const at = columnOf[column] ?? THEN;
    return `ROUND(SUM(${cellAddress(first, at)}:${cellAddress(last, at)}),2)`;
  }, "total");
  return { from: first, to: last };
}

function drawRow(sketch: Sketch, row: number, cells: readonly YearCell[], sum: (column: string) => string, style: CellStyle): void {
  const at = (column: number): string => cellAddress(row, column);
  const [then, now] = [sumPenceBy(cells, (cell) => cell.thenPence), sumPenceBy(cells, (cell) => cell.nowPence)];
  sketch.figure(row, THEN, sum("Then £"), then, style);
  sketch.figure(row, NOW, sum("Now £"), now, style);
  sketch.figure(row, CHANGE, `ROUND(${at(NOW)}-${at(THEN)},2)`, now - then, style);
  percent(sketch, row, PERCENT, [CHANGE, THEN], [now - then, then], style);
  const real = cells.some((cell) => cell.thenAtNowPricesPence === null) ? null : sumPenceBy(cells, (cell) => cell.thenAtNowPricesPence ?? 0);
  if (real === null) return;
  sketch.figure(row, REAL_THEN, sum("Then in real terms £"), real, style);
  sketch.figure(row, REAL_CHANGE, `ROUND(${at(NOW)}-${at(REAL_THEN)},2)`, now - real, style);
  percent(sketch, row, REAL_PERCENT, [REAL_CHANGE, REAL_THEN], [now - real, real], style);
}

/** A change as a share of what it changed from; empty where that is 0. */
function percent(sketch: Sketch, row: number, column: number, [part, whole]: readonly [number, number], [partPence, wholePence]: readonly [Pence, Pence], style: CellStyle): void {
  const formula = `=IF(${cellAddress(row, whole)}=0,"",${cellAddress(row, part)}/${cellAddress(row, whole)})`;
  sketch.put(row, column, { value: wholePence === 0 ? "" : partPence / wholePence, formula, format: "percent", style });
}
