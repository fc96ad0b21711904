// The integrated care board: a board paper's table in £000, no original column, a units row, favourable variances positive.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

interface BoardLine extends AgencyLine {
  readonly code: string;
  /** Plan and actual to month 6 in £000; invented, they enter no total of the partnership. */
  readonly plan: number;
  readonly actual: number;
}

const line = (ref: string, code: string, words: string, plan: number, actual: number): BoardLine => ({ ref, code, words, plan, actual });

const CONTINUING: readonly BoardLine[] = [
  line("N01", "P-CHC-01", "Continuing healthcare", 10_500, 10_070),
  line("N04", "P-D2A-02", "Discharge-to-assess beds", 1_300, 1_462),
];
const COMMUNITY: readonly BoardLine[] = [
  line("N02", "P-COM-01", "Community services contract", 17_000, 17_000),
  line("N06", "P-COM-07", "VCS grants (home from hospital)", 150, 150),
];
const BETTER_CARE: readonly BoardLine[] = [line("N03", "P-BCF-01", "BCF NHS minimum contribution to council pool", 5_150, 5_150)];
const RUNNING = line("N05", "A-RCA-01", "Running costs", 1_200, 1_160);

const BLUE = "005EB8";
const BASE: CellStyle = { font: { name: "Arial", size: 10 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;(#,##0);0" };
const HEAD: CellStyle = { ...fill(BLUE), font: { bold: true, color: { rgb: "FFFFFF" } }, alignment: { horizontal: "center", wrapText: true } };
const UNITS: CellStyle = { ...fill("D9E7F5"), font: { italic: true }, alignment: { horizontal: "right" } };
const SUBTOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" } } };
const TOTAL: CellStyle = { ...fill("D9E7F5"), font: { bold: true }, border: { top: { style: "medium" }, bottom: { style: "medium" } } };
const SUMMED = ["C", "D", "E", "G"] as const;

function head(sheet: SampleSheet): void {
  sheet.put("A1", "NHS Brackenshire Integrated Care Board", { font: { size: 15, bold: true, color: { rgb: BLUE } } });
  sheet.put("A2", "Finance report to the Board – Month 6, 2026/27", { font: { bold: true } });
  sheet.put("A3", "Agenda item 9.2");
  sheet.put("A5", "Table 3: Place-based expenditure against budget", { font: { bold: true } });
  sheet.paint("A6:H7", HEAD);
  sheet.row("C6", ["2026/27", "Year to date at Month 6", null, null, "Forecast outturn", null]);
  sheet.merge("D6:F6");
  sheet.merge("G6:H6");
  sheet.row("A7", ["Code", "Budget line", "Annual budget", "Plan", "Actual", "(Over)/under", "FOT", "FOT variance (over)/under"]);
  sheet.paint("A8:H8", UNITS);
  sheet.row("C8", ["£000", "£000", "£000", "£000", "£000", "£000"]);
  sheet.height(7, 42);
}

function variances(sheet: SampleSheet, row: number): void {
  sheet.calculate(`F${row}`, `D${row}-E${row}`, MONEY);
  sheet.calculate(`H${row}`, `C${row}-G${row}`, MONEY);
}

function boardLine(sheet: SampleSheet, seed: Seed, item: BoardLine, row: number): void {
  const { revised, forecast } = seed.line(item.ref);
  sheet.row(`A${row}`, [item.code, item.words]);
  sheet.row(`C${row}`, [revised, item.plan, item.actual], MONEY);
  sheet.put(`G${row}`, forecast, MONEY);
  variances(sheet, row);
}

/** Draws a group's lines and its sub-total; returns the sub-total's row. */
function group(sheet: SampleSheet, seed: Seed, top: number, heading: string, lines: readonly BoardLine[]): number {
  sheet.put(`B${top}`, heading, { font: { bold: true, italic: true } });
  lines.forEach((item, i) => boardLine(sheet, seed, item, top + 1 + i));
  const row = top + 1 + lines.length;
  sheet.put(`B${row}`, `Sub-total ${heading.toLowerCase()}`);
  for (const column of SUMMED) sheet.sum(`${column}${row}`, `${column}${top + 1}:${column}${row - 1}`, MONEY);
  variances(sheet, row);
  sheet.paint(`A${row}:H${row}`, SUBTOTAL);
  return row;
}

function total(sheet: SampleSheet, row: number, label: string, of: readonly number[]): void {
  sheet.put(`B${row}`, label);
  for (const column of SUMMED) sheet.calculate(`${column}${row}`, of.map((part) => `${column}${part}`).join("+"), MONEY);
  variances(sheet, row);
  sheet.paint(`A${row}:H${row}`, TOTAL);
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("ICB", BASE, BLUE, false);
  sheet.columns([11, 46, 12, 11, 11, 12, 12, 14]);
  head(sheet);
  const continuing = group(sheet, seed, 9, "Continuing and intermediate care", CONTINUING);
  const community = group(sheet, seed, continuing + 2, "Community services", COMMUNITY);
  const better = group(sheet, seed, community + 2, "Better Care Fund", BETTER_CARE);
  const programme = better + 2;
  total(sheet, programme, "Total programme costs", [continuing, community, better]);
  const running = programme + 2;
  boardLine(sheet, seed, RUNNING, running);
  const last = running + 2;
  total(sheet, last, "TOTAL EXPENDITURE", [programme, running]);
  const notes = [
    "Expenditure is shown positive. A favourable variance is positive; an adverse variance is in brackets.",
    "The ICB's resource limit for the year is £1,284.6m; only budgets for Brackenshire place are shown above.",
    "Running costs are held within the running cost allowance, which may not be exceeded.",
    "Opening budgets are not shown: annual budgets include in-year allocations to Month 6 (nil for these lines).",
  ];
  notes.forEach((note, i) => sheet.put(`A${last + 2 + i}`, note, { font: { size: 8, italic: true } }));
  sheet.put(`A${last + 7}`, "Prepared by the Deputy Chief Finance Officer, 12 October 2026", { font: { size: 8 } });
  sheet.freeze(8, 2);
  sheet.print({ landscape: true, titleRows: "$6:$8", footer: "NHS Brackenshire ICB – Board paper" });
  return sheet;
}

export const icb: AgencySample = {
  tab: "ICB",
  file: "02 NHS Brackenshire ICB finance report M06.xlsx",
  ownTab: "Table 3",
  shortName: "ICB",
  lines: [...CONTINUING, ...COMMUNITY, ...BETTER_CARE, RUNNING],
  draw,
};
