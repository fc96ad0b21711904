// The jobcentre district: delegated allocations in £000 by DEL type, opening and current, benefits named only in a note.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

interface AllocationLine extends AgencyLine {
  /** Spent to September in £000; invented, it enters no total of the partnership. */
  readonly spent: number;
}

const ADMIN: readonly AllocationLine[] = [{ ref: "J01", code: "DA-0114", words: "Work-coach administration", spent: 1_893 }];
const PROGRAMME: readonly AllocationLine[] = [
  { ref: "J02", code: "DP-0207", words: "Flexible Support Fund: local awards", spent: 148 },
  { ref: "J03", code: "DP-0231", words: "Partnership payment to council", spent: 100 },
];

const TEAL = "00857C";
const BASE: CellStyle = { font: { name: "Calibri", size: 11 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;-#,##0;0" };
const HEAD: CellStyle = { ...fill(TEAL), font: { bold: true, color: { rgb: "FFFFFF" } }, alignment: { horizontal: "center", vertical: "center", wrapText: true } };
const TOTAL: CellStyle = { ...fill("D5ECEA"), font: { bold: true } };

/** Draws one type of DEL and its typed sub-total; returns the row after it and the sums. */
function block(sheet: SampleSheet, seed: Seed, top: number, type: string, lines: readonly AllocationLine[]): { next: number; sums: number[] } {
  const sums = [0, 0, 0, 0, 0];
  lines.forEach((item, i) => {
    const row = top + i;
    const { original, revised, forecast } = seed.line(item.ref);
    const amounts = [original, revised, item.spent, forecast, revised - forecast];
    sheet.row(`A${row}`, [type, item.code, item.words]);
    sheet.row(`D${row}`, amounts, MONEY);
    amounts.forEach((amount, n) => (sums[n] = (sums[n] ?? 0) + amount));
  });
  const row = top + lines.length;
  sheet.put(`A${row}`, `${type} sub-total`);
  sheet.row(`D${row}`, sums, MONEY);
  sheet.paint(`A${row}:H${row}`, TOTAL);
  return { next: row + 1, sums };
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("JCP", BASE, TEAL, true);
  sheet.columns([24, 11, 38, 13, 13, 13, 13, 15]);
  sheet.put("A1", "Department for Work and Pensions", { font: { bold: true, size: 14 } });
  sheet.put("A2", "Jobcentre Plus – Brackenshire district");
  sheet.put("A3", "Delegated allocations 2026-27, return for September 2026");
  sheet.put("H3", "£000", { font: { bold: true }, alignment: { horizontal: "right" } });
  sheet.paint("A4:H4", HEAD);
  sheet.row("A4", ["DEL type", "Budget code", "Budget", "Opening allocation", "Current allocation", "Spend to date", "Full-year forecast", "Under/ (over) current"]);
  sheet.height(4, 34);
  const admin = block(sheet, seed, 5, "Administration DEL", ADMIN);
  const programme = block(sheet, seed, admin.next, "Programme DEL", PROGRAMME);
  sheet.put(`A${programme.next}`, "District total");
  sheet.row(`D${programme.next}`, admin.sums.map((sum, n) => sum + (programme.sums[n] ?? 0)), MONEY);
  sheet.paint(`A${programme.next}:H${programme.next}`, HEAD, { alignment: { horizontal: "right" } });
  sheet.paint(`A${programme.next}:C${programme.next}`, { alignment: { horizontal: "left" } });
  const notes = [
    "Benefit payments (AME, about £212.4m a year in the district) are managed nationally and are not part of this return.",
    "No switch is allowed from programme to administration. Underspends return to the Department.",
  ];
  notes.forEach((note, i) => sheet.put(`A${programme.next + 2 + i}`, note, { font: { size: 9, italic: true } }));
  sheet.freeze(4, 0);
  sheet.print({ landscape: true, footer: "DWP Brackenshire district" });
  return sheet;
}

export const jobcentre: AgencySample = {
  tab: "JCP",
  file: "06 JCP Brackenshire district allocations Sept.xlsx",
  ownTab: "Return",
  shortName: "Jobcentre Plus",
  lines: [...ADMIN, ...PROGRAMME],
  draw,
};
