// The county council: a ledger-style monitor in £, income in brackets, sub-totals by service, a two-row heading.
import type { CellStyle } from "hucre/xlsx";
import type { AgencyLine, AgencySample } from "../agency";
import type { Seed } from "../seed";
import { fill, SampleSheet } from "../sheet";

interface CouncilLine extends AgencyLine {
  readonly costCentre: string;
  readonly account: string;
  readonly fte: number | null;
  /** Actual to period 6 in £; invented, it enters no total of the partnership. */
  readonly actual: number;
  readonly comment: string;
}

interface Service {
  readonly heading: string;
  readonly total: string;
  readonly lines: readonly CouncilLine[];
}

const line = (
  ref: string, costCentre: string, account: string, words: string, fte: number | null, actual: number, comment = "",
): CouncilLine => ({ ref, costCentre, account, code: `${costCentre}/${account}`, words, fte, actual, comment });

const SERVICES: readonly Service[] = [
  {
    heading: "ADULT SOCIAL CARE – OLDER PEOPLE",
    total: "Total Adult Social Care – Older People",
    lines: [
      line("C01", "AS2100", "44100", "ASC older people: residential & nursing", null, 21_483_217, "Placements 31 above plan; fee uplift agreed in June"),
      line("C02", "AS2100", "91200", "ASC older people: client contributions", null, -4_810_406),
      line("C03", "AS2100", "92310", "ASC older people: s75/BCF income from ICB", null, -3_200_000),
      line("C04", "AS2140", "10100", "Reablement & intermediate care staff", 148.6, 2_345_118, "11.2 fte vacant"),
      line("C05", "AS2140", "92310", "Reablement: BCF income from ICB", null, -1_500_000),
      line("C06", "AS2160", "33400", "Community equipment store", null, 968_742, "Deliveries 7% above last year"),
      line("C07", "AS2160", "92310", "Community equipment: BCF income from ICB", null, -450_000),
      line("C17", "AS2190", "46200", "Grants to voluntary sector (Age Concern)", null, 125_000),
      line("C18", "AS2199", "70100", "ASC support-service recharge in", null, 550_000),
    ],
  },
  {
    heading: "PUBLIC HEALTH",
    total: "Total Public Health",
    lines: [
      line("C08", "PH4010", "44300", "Public health: drug & alcohol contract", null, 1_825_000),
      line("C09", "PH4010", "90150", "Public health grant", null, -1_700_000),
      line("C10", "PH4010", "92360", "Drug & alcohol: PCC contribution", null, -125_000),
    ],
  },
  {
    heading: "HOUSING & COMMUNITIES",
    total: "Total Housing & Communities",
    lines: [
      line("C11", "HC5200", "44510", "Housing-related support contracts: other providers", null, 545_300),
      line("C11a", "HC5200", "44515", "Housing-related support contract: Bracken Homes", null, 500_000),
      line("C12", "HC5210", "90180", "Homelessness prevention grant", null, -600_000, "Received in full in April"),
    ],
  },
  {
    heading: "EDUCATION – DEDICATED SCHOOLS GRANT (ring-fenced)",
    total: "Total Dedicated Schools Grant",
    lines: [
      line("C13", "ED7300", "44700", "DSG high needs placements", null, 15_870_950, "EHC plans up 9%; deficit carried in the DSG adjustment account"),
      line("C14", "ED7300", "90110", "DSG income", null, -15_000_000),
    ],
  },
  {
    heading: "ECONOMY, EMPLOYMENT & SKILLS",
    total: "Total Economy, Employment & Skills",
    lines: [
      line("C15", "EC6100", "10100", "Employment & skills team", 22, 431_266),
      line("C16", "EC6100", "92370", "Employment & skills: JCP partnership income", null, -100_000),
    ],
  },
  {
    heading: "CORPORATE SERVICES",
    total: "Total Corporate Services",
    lines: [
      line("C20", "CO9000", "10100", "Corporate centre gross cost", 19.5, 548_020),
      line("C19", "CO9000", "98100", "Corporate centre recharge out", null, -550_000),
    ],
  },
];

const NAVY = "1F3864";
const BASE: CellStyle = { font: { name: "Arial", size: 9 }, alignment: { vertical: "center" } };
const MONEY: CellStyle = { numFmt: '#,##0;(#,##0);"-"' };
const PERCENT: CellStyle = { numFmt: '0.0%;(0.0%);"-"' };
const HEAD: CellStyle = {
  ...fill(NAVY),
  font: { name: "Arial", size: 9, bold: true, color: { rgb: "FFFFFF" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const TOTAL: CellStyle = { ...fill("DCE6F1"), font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "thin" } } };
const GRAND: CellStyle = { ...fill("B8CCE4"), font: { bold: true }, border: { top: { style: "thin" }, bottom: { style: "double" } } };
const RAG: Readonly<Record<string, CellStyle>> = { R: fill("FF8F8F"), A: fill("FFD966"), G: fill("A9D08E") };
const AMOUNT_COLUMNS = ["E", "F", "G", "H"] as const;

function head(sheet: SampleSheet): void {
  sheet.put("A1", "Brackenshire County Council", { font: { size: 14, bold: true, color: { rgb: NAVY } } });
  sheet.put("A2", "Revenue budget monitoring 2026/27 – period 6 (September 2026)", { font: { size: 11, bold: true } });
  sheet.put("A3", "All figures in £. Income and favourable variances are shown in brackets.", { font: { italic: true } });
  sheet.put("A4", "Source: general ledger, printed 14 October 2026 08:12. Corporate Finance.", { font: { italic: true, color: { rgb: "595959" } } });
  sheet.paint("A6:L7", HEAD);
  sheet.put("E6", "2026/27 budget");
  sheet.merge("E6:F6");
  sheet.put("G6", "Year to date");
  sheet.put("H6", "Full year");
  sheet.merge("H6:J6");
  sheet.row("A7", ["Cost centre", "Account", "Description", "FTE", "Original budget", "Latest approved budget", "Actual P1–6", "Forecast outturn", "Variance", "Variance %", "RAG", "Comment"]);
  sheet.height(7, 28);
}

/** Variance and its percentage on a line or a total row. */
function variance(sheet: SampleSheet, row: number): void {
  sheet.calculate(`I${row}`, `H${row}-F${row}`, MONEY);
  const budget = sheet.numberAt(`F${row}`);
  const share = budget === 0 ? "n/a" : sheet.numberAt(`I${row}`) / budget;
  sheet.formula(`J${row}`, `IF(F${row}=0,"n/a",I${row}/F${row})`, share, PERCENT, { alignment: { horizontal: "right" } });
}

function budgetLine(sheet: SampleSheet, seed: Seed, item: CouncilLine, row: number): void {
  const { original, revised, forecast } = seed.line(item.ref);
  sheet.row(`A${row}`, [item.costCentre, item.account, item.words]);
  sheet.put(`D${row}`, item.fte, { numFmt: "0.0" });
  sheet.row(`E${row}`, [original * 1000, revised * 1000, item.actual, forecast * 1000], MONEY);
  variance(sheet, row);
  const over = forecast - revised;
  const light = over >= 1000 ? "R" : over > 0 ? "A" : "G";
  sheet.put(`K${row}`, light, RAG[light], { font: { size: 8 }, alignment: { horizontal: "center" } });
  sheet.put(`L${row}`, item.comment || null, { font: { size: 8 }, alignment: { indent: 1 } });
}

function totalRow(sheet: SampleSheet, row: number, look: CellStyle): void {
  variance(sheet, row);
  sheet.paint(`A${row}:L${row}`, look);
}

function draw(seed: Seed): SampleSheet {
  const sheet = new SampleSheet("Council", BASE, NAVY, false);
  sheet.columns([11, 9, 47, 7, 14, 14, 14, 14, 13, 9, 6, 50]);
  head(sheet);
  let row = 9;
  const totals: number[] = [];
  for (const service of SERVICES) {
    sheet.put(`A${row}`, service.heading, { font: { bold: true, color: { rgb: NAVY } } });
    const first = row + 1;
    service.lines.forEach((item, i) => budgetLine(sheet, seed, item, first + i));
    row = first + service.lines.length;
    sheet.put(`C${row}`, service.total);
    for (const column of AMOUNT_COLUMNS) sheet.sum(`${column}${row}`, `${column}${first}:${column}${row - 1}`, MONEY);
    totalRow(sheet, row, TOTAL);
    totals.push(row);
    row += 2;
  }
  sheet.put(`A${row}`, "NET EXPENDITURE");
  for (const column of AMOUNT_COLUMNS) sheet.calculate(`${column}${row}`, totals.map((total) => `${column}${total}`).join("+"), MONEY);
  totalRow(sheet, row, GRAND);
  const notes = [
    "Notes",
    "1. Actuals exclude commitments. Recharges are posted at one-twelfth of budget each period.",
    "2. Dedicated Schools Grant is ring-fenced: its overspend of £2.1m does not fall on the General Fund.",
    "3. Virements approved to period 6: none.",
  ];
  notes.forEach((note, i) => sheet.put(`A${row + 2 + i}`, note, { font: { size: 8, bold: i === 0 } }));
  sheet.freeze(7, 3);
  sheet.print({ landscape: true, titleRows: "$6:$7", footer: "Brackenshire County Council – Corporate Finance" });
  return sheet;
}

export const council: AgencySample = {
  tab: "Council",
  file: "01 Brackenshire CC revenue monitor P6.xlsx",
  ownTab: "P6 monitor",
  shortName: "Council",
  lines: SERVICES.flatMap((service) => service.lines),
  draw,
};
