// The fire and rescue authority: a budget-book appendix, subjective-led, a tiny table under a page of notes, last year's figure first.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

const LINES: readonly AgencyLine[] = [{ ref: "F01", code: "P10", words: "Prevention: home safety visits" }];

const RED = "9E1B32";
const BASE: CellStyle = { font: { name: "Verdana", size: 9 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;-#,##0;–" };
const HEAD: CellStyle = {
  ...fill("F2DCDB"),
  font: { bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } },
};
const BOX: CellStyle = { border: { top: { style: "hair" }, bottom: { style: "hair" }, left: { style: "thin" }, right: { style: "thin" } } };
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "double" } } };

const NOTES = [
  "Notes to Appendix C",
  "1. This extract shows the prevention budget that the Authority has placed in scope of the Brackenshire partnership. Response and protection budgets are not in scope.",
  "2. The budget is held subjectively. Wholetime and on-call pay awards of 3.2% are included from July 2026.",
  "3. Home safety visits are delivered by community safety staff; 6,400 visits are planned in 2026/27 (2025/26: 6,112).",
  "4. The Authority is funded by precept and by its share of business rates. It may spend only on its own functions and matters incidental to them.",
  "5. Forecasts are made quarterly. The forecast below was made at the end of quarter 2.",
  "6. Figures are in thousands of pounds (£'000). Underspends carry a minus sign.",
];

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("Fire", BASE, RED, true);
  sheet.columns([8, 40, 12, 13, 13, 13, 13, 13]);
  sheet.put("A1", "BRACKENSHIRE FIRE AND RESCUE AUTHORITY", { font: { size: 13, bold: true, color: { rgb: RED } } });
  sheet.put("A2", "Budget book 2026/27", { font: { bold: true } });
  sheet.put("A3", "Appendix C – Subjective analysis: Prevention", { font: { bold: true } });
  NOTES.forEach((note, i) => {
    const row = 5 + i;
    sheet.put(`A${row}`, note, { font: { bold: i === 0, size: 8 }, alignment: { wrapText: true, vertical: "top" } });
    sheet.merge(`A${row}:H${row}`);
    sheet.height(row, 13);
  });
  const head = 5 + NOTES.length + 1;
  sheet.row(`A${head}`, ["Line", "Subjective", "Actual 2025/26", "Original estimate 2026/27", "Transfers", "Revised estimate 2026/27", "Forecast Q2", "Variance"], HEAD);
  sheet.height(head, 36);
  const section = head + 1;
  sheet.paint(`A${section}:H${section}`, BOX);
  sheet.put(`B${section}`, "EMPLOYEES", { font: { bold: true } });
  LINES.forEach((item, i) => {
    const row = section + 1 + i;
    const { original, forecast } = seed.line(item.ref);
    sheet.row(`A${row}`, [item.code, item.words]);
    sheet.row(`C${row}`, [1_265, original, 0], MONEY);
    sheet.calculate(`F${row}`, `D${row}+E${row}`, MONEY);
    sheet.put(`G${row}`, forecast, MONEY);
    sheet.calculate(`H${row}`, `G${row}-F${row}`, MONEY);
    sheet.paint(`A${row}:H${row}`, BOX);
  });
  const first = section + 1;
  const total = first + LINES.length;
  sheet.put(`B${total}`, "Total prevention");
  for (const column of ["C", "D", "E", "F", "G", "H"]) sheet.sum(`${column}${total}`, `${column}${first}:${column}${total - 1}`, MONEY);
  sheet.paint(`A${total}:H${total}`, BOX, TOTAL);
  sheet.put(`A${total + 2}`, "Treasurer to the Authority, October 2026", { font: { size: 8, italic: true } });
  sheet.print({ landscape: true, footer: "Brackenshire Fire and Rescue Authority" });
  return sheet;
}

export const fire: AgencySample = {
  tab: "Fire",
  file: "04 Brackenshire Fire budget book Appendix C.xlsx",
  ownTab: "App C",
  shortName: "Fire",
  lines: LINES,
  draw,
};
