// The charity: a project budget in whole pounds, income first and positive, then expenditure positive, no codes, no original column.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

interface ProjectLine extends AgencyLine {
  /** April to September in £; invented, it enters no total of the partnership. */
  readonly actual: number;
}

const INCOME: readonly ProjectLine[] = [
  { ref: "V02", code: null, words: "ICB grant", actual: 150_000 },
  { ref: "V03", code: null, words: "Council grant", actual: 120_000 },
  { ref: "V04", code: null, words: "Charitable income", actual: 71_460 },
];
const SPENDING: readonly ProjectLine[] = [{ ref: "V01", code: null, words: "Home-from-hospital service", actual: 347_905 }];

const ORANGE = "C55A11";
const BASE: CellStyle = { font: { name: "Calibri", size: 12 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;-#,##0" };
const HEAD: CellStyle = { font: { bold: true }, alignment: { horizontal: "right", wrapText: true }, border: { bottom: { style: "thin" } } };
const BLOCK: CellStyle = { ...fill("FBE5D6"), font: { bold: true } };
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" } } };
const COLUMNS = ["B", "C", "D"] as const;

/** Draws a block with live sums; returns the total's row. */
function block(sheet: SampleSheet, seed: Seed, top: number, heading: string, lines: readonly ProjectLine[], total: string): number {
  sheet.paint(`A${top}:D${top}`, BLOCK);
  sheet.put(`A${top}`, heading);
  lines.forEach((item, i) => {
    const row = top + 1 + i;
    const { revised, forecast } = seed.line(item.ref);
    const budget = Math.abs(revised) * 1000;
    sheet.put(`A${row}`, item.words);
    sheet.row(`B${row}`, [budget, item.actual, Math.abs(forecast) * 1000], MONEY);
  });
  const row = top + 1 + lines.length;
  sheet.put(`A${row}`, total);
  for (const column of COLUMNS) sheet.sum(`${column}${row}`, `${column}${top + 1}:${column}${row - 1}`, MONEY);
  sheet.paint(`A${row}:D${row}`, TOTAL);
  return row;
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("Age Concern", BASE, ORANGE, true);
  sheet.columns([36, 16, 16, 16]);
  sheet.put("A1", "Brackenshire Age Concern", { font: { bold: true, size: 18, color: { rgb: ORANGE } } });
  sheet.put("A2", "Home from Hospital project (restricted fund HFH3)");
  sheet.put("A3", "Budget for April 2026 to March 2027, updated for the trustees' meeting on 8 October");
  sheet.row("A5", [null, "Annual budget £", "April to September £", "Expected for the year £"], HEAD);
  sheet.height(5, 34);
  const income = block(sheet, seed, 6, "Income", INCOME, "Total income");
  const spending = block(sheet, seed, income + 2, "Expenditure", SPENDING, "Total expenditure");
  const result = spending + 2;
  sheet.put(`A${result}`, "Surplus / (deficit)");
  for (const column of COLUMNS) sheet.calculate(`${column}${result}`, `${column}${income}-${column}${spending}`, MONEY);
  sheet.paint(`A${result}:D${result}`, TOTAL);
  sheet.put(`A${result + 2}`, "The shortfall is met from general reserves. Our own year ends on 31 December; this is the funders' year.", { font: { size: 10, italic: true } });
  sheet.print({ landscape: false, footer: "Brackenshire Age Concern" });
  return sheet;
}

export const charity: AgencySample = {
  tab: "Age Concern",
  file: "08 Age Concern Home from Hospital budget.xlsx",
  ownTab: "Sheet1",
  shortName: "Age Concern",
  lines: [...INCOME, ...SPENDING],
  draw,
};
