// The police and crime commissioner: £m in a committee paper, no codes, income positive in a block of its own, one row in plain pounds.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed, SeedLine } from "../seed";
import { fill, grouped, SampleSheet } from "../sheet";

const SPENDING: readonly AgencyLine[] = [
  { ref: "P01", code: null, words: "Neighbourhood policing: officer pay" },
  { ref: "P02", code: null, words: "Drug & alcohol contribution to council" },
  { ref: "P03", code: null, words: "Victims and community safety grants" },
];
const GRANTS: readonly AgencyLine[] = [{ ref: "P04", code: null, words: "Victims services grant (MoJ)" }];
const COMMENTS: Readonly<Record<string, string>> = {
  P01: "Overtime; two extra public holidays",
  P02: "Fixed sum, paid quarterly",
  P03: "One bid withdrawn",
};
/** The contribution is quoted as the agreement quotes it, in pounds, beside millions. */
const IN_POUNDS = "P02";

const DARK = "00205B";
const BASE: CellStyle = { font: { name: "Calibri", size: 11 }, alignment: { vertical: "center" } };
const MILLIONS: CellStyle = { numFmt: "0.000;-0.000", alignment: { horizontal: "right" } };
const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: DARK } },
  alignment: { horizontal: "right", vertical: "bottom", wrapText: true },
  border: { bottom: { style: "medium", color: { rgb: DARK } } },
};
const BLOCK: CellStyle = { ...fill(DARK), font: { bold: true, color: { rgb: "FFFFFF" } } };
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "thin" } } };
const NET: CellStyle = { ...fill("E1E6F0"), font: { bold: true }, border: { top: { style: "medium" }, bottom: { style: "double" } } };

/** £000 to £m without the dust of binary fractions: 12150 is 12.15. */
function millions(thousands: number): number {
  return Number((thousands / 1000).toFixed(3));
}

/** The four figures of a row in £000: original, revised and projected outturn, all positive, and the variance, + adverse. */
function figures(line: SeedLine): readonly number[] {
  return [Math.abs(line.original), Math.abs(line.revised), Math.abs(line.forecast), line.forecast - line.revised];
}

function put(sheet: SampleSheet, row: number, amounts: readonly number[]): void {
  sheet.row(`C${row}`, amounts.map(millions), MILLIONS);
}

function block(sheet: SampleSheet, seed: Seed, top: number, heading: string, lines: readonly AgencyLine[], total: string): readonly number[] {
  sheet.paint(`B${top}:G${top}`, BLOCK);
  sheet.put(`B${top}`, heading);
  const sums = [0, 0, 0, 0];
  lines.forEach((item, i) => {
    const row = top + 1 + i;
    const amounts = figures(seed.line(item.ref));
    sheet.put(`B${row}`, item.words);
    if (item.ref === IN_POUNDS) sheet.row(`C${row}`, amounts.map((amount) => `£${grouped(amount * 1000)}`), MILLIONS);
    else put(sheet, row, amounts);
    sheet.put(`G${row}`, COMMENTS[item.ref] ?? null, { font: { size: 9, italic: true }, alignment: { indent: 1 } });
    amounts.forEach((amount, n) => (sums[n] = (sums[n] ?? 0) + amount));
  });
  const row = top + 1 + lines.length;
  sheet.put(`B${row}`, total);
  put(sheet, row, sums);
  sheet.paint(`B${row}:G${row}`, TOTAL);
  return sums;
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("PCC", BASE, DARK, false);
  sheet.columns([2, 44, 13, 13, 13, 13, 34]);
  sheet.put("B2", "Office of the Police and Crime Commissioner for Brackenshire", { font: { size: 16, bold: true, color: { rgb: DARK } } });
  sheet.put("B3", "2026/27 revenue budget: position at 30 September 2026", { font: { size: 12, bold: true } });
  sheet.put("B4", "Report to the Audit and Finance Committee. Amounts in £m unless another unit is shown.", { font: { italic: true } });
  sheet.paint("B6:G6", HEAD);
  sheet.row("B6", ["Budget head", "Original budget £m", "Revised budget £m", "Projected outturn P6 £m", "Variance £m", "Comment"]);
  sheet.put("B6", "Budget head", { alignment: { horizontal: "left" } });
  sheet.put("G6", "Comment", { alignment: { horizontal: "left", indent: 1 } });
  sheet.height(6, 48);
  const spending = block(sheet, seed, 7, "Spending", SPENDING, "Total spending");
  const grantsTop = 7 + SPENDING.length + 3;
  const grants = block(sheet, seed, grantsTop, "Less: specific grant income", GRANTS, "Total specific grants");
  const net = grantsTop + GRANTS.length + 3;
  sheet.put(`B${net}`, "Net budget met from the police fund");
  put(sheet, net, spending.map((amount, n) => (n < 3 ? amount - (grants[n] ?? 0) : amount + (grants[n] ?? 0))));
  sheet.paint(`B${net}:G${net}`, NET);
  const notes = [
    "Both spending and income are shown as positive amounts. A positive variance is an overspend.",
    "The contribution to the council's drug and alcohol service is a fixed sum of £250,000 a year under the joint agreement.",
    "£0.700m of the victims and community safety grants is funded by the Ministry of Justice and may be used for victims' services only.",
  ];
  notes.forEach((note, i) => sheet.put(`B${net + 2 + i}`, note, { font: { size: 9 } }));
  sheet.print({ landscape: true, footer: "OPCC Brackenshire – Audit and Finance Committee" });
  return sheet;
}

export const pcc: AgencySample = {
  tab: "PCC",
  file: "03 OPCC Brackenshire budget position Sept 2026.xlsx",
  ownTab: "Committee table",
  shortName: "PCC",
  lines: [...SPENDING, ...GRANTS],
  draw,
};
