// The housing association: company-style management accounts in £, income positive, costs in brackets, most amounts pasted as text.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, grouped, SampleSheet } from "../sheet";

interface AccountLine extends AgencyLine {
  /** Six months' actual in £, income positive; invented, it enters no total of the partnership. */
  readonly actual: number;
  /** Whether the row was pasted from a report, so that its amounts are text. */
  readonly pasted: boolean;
}

const INCOME: readonly AccountLine[] = [
  { ref: "H02", code: "4010", words: "Supported housing rents", actual: 848_310, pasted: true },
  { ref: "H03", code: "4120", words: "Housing-related support contract income", actual: 500_000, pasted: false },
];
const COSTS: readonly AccountLine[] = [{ ref: "H01", code: "7010", words: "Supported housing running costs", actual: -1_468_925, pasted: true }];

const PURPLE = "5B2C6F";
const BASE: CellStyle = { font: { name: "Trebuchet MS", size: 10 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: "#,##0;(#,##0);-", alignment: { horizontal: "right" } };
const HEAD: CellStyle = { font: { bold: true, color: { rgb: PURPLE } }, alignment: { horizontal: "right", vertical: "bottom", wrapText: true }, border: { bottom: { style: "medium", color: { rgb: PURPLE } } } };
const BLOCK: CellStyle = { font: { bold: true, italic: true } };
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" } } };
const RESULT: CellStyle = { ...fill("EBDEF0"), font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "double" } } };

/** "1,700,000" or "(2,900,000)", as a report prints it. */
function printed(pounds: number): string {
  return pounds < 0 ? `(${grouped(-pounds)})` : grouped(pounds);
}

/** Budget, latest budget, actual, forecast and variance in £, income positive and costs negative; variance favourable positive. */
function figures(seed: Seed, item: AccountLine): number[] {
  const { original, revised, forecast } = seed.line(item.ref);
  return [-original * 1000, -revised * 1000, item.actual, -forecast * 1000, (revised - forecast) * 1000];
}

function block(sheet: SampleSheet, seed: Seed, top: number, heading: string, lines: readonly AccountLine[], total: string): number[] {
  sheet.put(`B${top}`, heading, BLOCK);
  const sums = [0, 0, 0, 0, 0];
  lines.forEach((item, i) => {
    const row = top + 1 + i;
    const amounts = figures(seed, item).map((amount) => (amount === 0 ? 0 : amount));
    sheet.row(`A${row}`, [item.code, item.words]);
    sheet.row(`C${row}`, item.pasted ? amounts.map(printed) : amounts, MONEY);
    amounts.forEach((amount, n) => (sums[n] = (sums[n] ?? 0) + amount));
  });
  const row = top + 1 + lines.length;
  sheet.put(`B${row}`, total);
  sheet.row(`C${row}`, sums, MONEY);
  sheet.paint(`A${row}:G${row}`, TOTAL);
  return sums;
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("Bracken Homes", BASE, PURPLE, false);
  sheet.columns([10, 44, 15, 15, 15, 15, 15]);
  sheet.put("A1", "Bracken Homes Limited", { font: { size: 16, bold: true, color: { rgb: PURPLE } } });
  sheet.put("A2", "Supported housing – management accounts, six months to 30 September 2026");
  sheet.paint("A4:G5", HEAD);
  sheet.row("A4", ["Nominal", "Account name", "Full-year budget", "Latest budget", "Actual to date", "Full-year forecast", "Variance fav/(adv)"]);
  sheet.put("A4", "Nominal", { alignment: { horizontal: "left" } });
  sheet.put("B4", "Account name", { alignment: { horizontal: "left" } });
  sheet.row("C5", ["£", "£", "£", "£", "£"]);
  sheet.height(4, 30);
  const income = block(sheet, seed, 6, "Turnover", INCOME, "Total turnover");
  const costsTop = 6 + INCOME.length + 3;
  const costs = block(sheet, seed, costsTop, "Operating costs", COSTS, "Total operating costs");
  const result = costsTop + COSTS.length + 3;
  sheet.put(`B${result}`, "Operating surplus/(deficit)");
  sheet.row(`C${result}`, income.map((amount, n) => amount + (costs[n] ?? 0)), MONEY);
  sheet.paint(`A${result}:G${result}`, RESULT);
  sheet.put(`A${result + 2}`, "The scheme's deficit is met from reserves; the lender's interest-cover covenant leaves no room for a larger one.", { font: { size: 8 } });
  sheet.put(`A${result + 3}`, "Unaudited. Company no. and charity no. on the Board's copy.", { font: { size: 8 } });
  sheet.print({ landscape: false, footer: "Bracken Homes – management accounts" });
  return sheet;
}

export const housing: AgencySample = {
  tab: "Bracken Homes",
  file: "07 Bracken Homes management accounts Sept 2026.xlsx",
  ownTab: "Mgt accts",
  shortName: "Bracken Homes",
  lines: [...INCOME, ...COSTS],
  draw,
};
