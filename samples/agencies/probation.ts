// The probation delivery unit: a delegated budget statement in £000 with numeric ledger codes, pay and non-pay, two blank columns of spacing.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

interface LedgerLine extends AgencyLine {
  readonly costCentre: number;
  readonly account: number;
  /** Actual to period 6 in £000; invented, it enters no total of the partnership. */
  readonly actual: number;
}

const line = (ref: string, costCentre: number, account: number, words: string, actual: number): LedgerLine => ({
  ref, costCentre, account, code: `${costCentre}/${account}`, words, actual,
});

const PAY: readonly LedgerLine[] = [line("B01", 20_417_300, 5_111_000, "Delivery unit staff", 2_018)];
const NON_PAY: readonly LedgerLine[] = [line("B02", 20_417_300, 5_262_400, "Commissioned rehabilitative services", 298)];

const BASE: CellStyle = { font: { name: "Arial", size: 10 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;(#,##0);-" };
const CODE: CellStyle = { numFmt: "0", alignment: { horizontal: "left" } };
const HEAD: CellStyle = {
  ...fill("D9D9D9"),
  font: { bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: { top: { style: "thin" }, bottom: { style: "thin" } },
};
const SUBTOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" } } };
const TOTAL: CellStyle = { ...fill("D9D9D9"), font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "double" } } };
const SUMMED = ["E", "F", "G", "I"] as const;

function block(sheet: SampleSheet, seed: Seed, top: number, heading: string, lines: readonly LedgerLine[]): number {
  sheet.put(`A${top}`, heading, { font: { bold: true, underline: true } });
  lines.forEach((item, i) => {
    const row = top + 1 + i;
    const { original, revised, forecast } = seed.line(item.ref);
    sheet.row(`A${row}`, [item.costCentre, item.account], CODE);
    sheet.put(`C${row}`, item.words);
    sheet.row(`E${row}`, [original, revised, item.actual], MONEY);
    sheet.put(`I${row}`, forecast, MONEY);
    sheet.put(`J${row}`, forecast - revised, MONEY);
  });
  const row = top + 1 + lines.length;
  sheet.put(`C${row}`, `${heading} total`);
  for (const column of [...SUMMED, "J"]) sheet.sum(`${column}${row}`, `${column}${top + 1}:${column}${row - 1}`, MONEY);
  sheet.paint(`A${row}:J${row}`, SUBTOTAL);
  return row;
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("Probation", BASE, "595959", true);
  sheet.columns([14, 11, 40, 2, 13, 13, 13, 2, 13, 13]);
  sheet.put("A1", "OFFICIAL", { font: { bold: true, size: 9 } });
  sheet.put("A2", "Probation Service – Brackenshire probation delivery unit", { font: { bold: true, size: 12 } });
  sheet.put("A3", "Delegated budget statement, period 6 of 2026/27");
  sheet.put("A4", "Programme resource DEL, £000", { font: { italic: true } });
  sheet.row("A6", ["SOP cost centre", "SOP account", "Natural account description", null, "Delegated budget", "Revised delegation", "YTD actual", null, "Full-year forecast", "Over/ (under)"], HEAD);
  sheet.height(6, 30);
  const pay = block(sheet, seed, 7, "Pay", PAY);
  const nonPay = block(sheet, seed, pay + 2, "Non-pay", NON_PAY);
  const total = nonPay + 2;
  sheet.put(`C${total}`, "Grand total");
  for (const column of [...SUMMED, "J"]) sheet.calculate(`${column}${total}`, `${column}${pay}+${column}${nonPay}`, MONEY);
  sheet.paint(`A${total}:J${total}`, TOTAL);
  sheet.put(`A${total + 2}`, "Budgets are delegated by the region and may not be carried forward or moved outside the Probation Service.", { font: { size: 9 } });
  sheet.put(`A${total + 3}`, "Report run from SOP on 09/10/2026. End of report.", { font: { size: 9 } });
  sheet.freeze(6, 0);
  sheet.print({ landscape: true, footer: "OFFICIAL" });
  return sheet;
}

export const probation: AgencySample = {
  tab: "Probation",
  file: "05 Probation Brackenshire delegated budget P6.xlsx",
  ownTab: "SOP extract",
  shortName: "Probation",
  lines: [...PAY, ...NON_PAY],
  draw,
};
