// Layouts of ledgers, cubes and small accounts: signs told by totals, marks of income in a column, sides that face one another, scenarios in rows.
import type { CellValue } from "../../../src/core/reading/grid";
import { readPartnership } from "../../../src/core/reading/readPartnership";
import { sheetOf } from "../../support/sheetGrid";

const read = (...rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Sheet1", [["Larkmoor District Council"], ["Revenue budget 2026/27 £"], [], ...rows])]);
const asked = ({ issues }: ReturnType<typeof read>): string[] => issues.filter((i) => i.severity === "error" || i.severity === "question").map((i) => i.code);
const pounds = ({ lines }: ReturnType<typeof read>): unknown[][] => lines.map((l) => [l.description, (l.revisedPence ?? 0) / 100]);

test("where totals add figures with their signs, names that only sound like income turn no line round", () => {
  const reading = read(["Service", "Budget"], ["Homes"], ["Managing agents' fees", 90], ["Sales team", 40], ["Rents on unsold equity", -250], ["Total Homes", -120], ["Care"], ["Night workers", 300], ["Support contract", -80], ["Total Care", 220], ["Net expenditure", 100]);
  expect(pounds(reading)).toEqual([["Managing agents' fees", 90], ["Sales team", 40], ["Rents on unsold equity", -250], ["Night workers", 300], ["Support contract", -80]]);
});

test("a column that says spending or income of each row gives unsigned figures their side, and their totals are totals", () => {
  const reading = read(["Service", "E/I", "Item", "Budget"], ["Parks", "E", "Grass cutting", 500], ["Parks", "I", "Pitch hire", 60], ["Markets", "E", "Stall erection", 200], ["Markets", "I", "Tolls", 90], [null, null, "Total expenditure", 700], [null, null, "Total income", 150], [null, null, "Net", 550]);
  expect(pounds(reading)).toEqual([["Grass cutting", 500], ["Pitch hire", -60], ["Stall erection", 200], ["Tolls", -90]]);
});

test("debits and credits in columns of their own are spending and income", () => {
  expect(pounds(read(["Cost centre", "Account", "Narrative", "Budget debit", "Budget credit"], ["A10", 1100, "Caretaker", 900, null], ["A10", 9100, "Hall bookings", null, 400], ["A20", 1200, "Insurance", 150, null]))).toEqual([["Caretaker", 900], ["Hall bookings", -400], ["Insurance", 150]]);
});

test("receipts and payments that face one another without a column between are two sides of one account", () => {
  const reading = read(["Receipts", "2026/27", "Payments", "2026/27"], ["Precept", 900, "Clerk", 600], ["Hall hire", 200, "Audit", 80], [null, null, "Grass cutting", 300], ["Total receipts", 1100, "Total payments", 980]);
  expect(pounds(reading).sort()).toEqual([["Audit", 80], ["Clerk", 600], ["Grass cutting", 300], ["Hall hire", -200], ["Precept", -900]]);
});

test("income in several columns is read whole where gross less all of it is net", () => {
  const reading = read(["Service", "Gross expenditure", "Grants", "Fees & charges", "Recharges", "Net budget"], ["Parks", 900, 100, 200, 50, 550], ["Markets", 400, 0, 350, 20, 30], ["Libraries", 700, 60, 0, 40, 600], ["Total", 2000, 160, 550, 110, 1180]);
  expect(reading.lines.reduce((sum, line) => sum + (line.revisedPence ?? 0), 0)).toBe(118_000);
  expect(reading.lines.filter((line) => (line.revisedPence ?? 0) < 0)).toHaveLength(7);
});

test("how last year's budget becomes this year's is no budget of its own: only this year's is read", () => {
  const reading = read([null, "Approved"], [null, "Budget", "Pay and", "Service", null, "2026/27"], ["Service", "2025/26", "Prices", "Pressures", "Reductions", "Budget"], ["Parks", 500, 20, 10, -30, 500], ["Markets", 300, 9, 0, -4, 305], ["Libraries", 900, 30, 5, 0, 935], ["Total", 1700, 59, 15, -34, 1740]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence])).toEqual([[null, 50_000], [null, 30_500], [null, 93_500]]);
});

test("counts of staff and a single month under the words of the year are no money of the year", () => {
  const reading = read([null, "WTE", null, null, "September", null, null, "Year to date", null, null, "Full year"], ["Division", "Bud", "Act", "Var", "Bud", "Act", "Var", "Bud", "Act", "Var", "Annual budget"],
    ["Midwives", 20, 18, 2, 100, 90, 10, 600, 580, 20, 1200], ["Theatres", 30, 31, -1, 200, 210, -10, 1200, 1250, -50, 2400], ["Porters", 12, 12, 0, 50, 45, 5, 300, 290, 10, 600], ["Total", 62, 61, 1, 350, 345, 5, 2100, 2120, -20, 4200]);
  expect(reading.lines.map((l) => [l.originalPence, l.revisedPence, l.actualPence])).toEqual([[null, 120_000, 58_000], [null, 240_000, 125_000], [null, 60_000, 29_000]]);
});

test("a list of scenarios gives each line a figure a stage, whichever way its rows run", () => {
  const reading = read(["Service", "Code", "Budget line", "Scenario", "Value"], ["Parks", "K1", "Grass", "Original Budget", 500], ["Parks", "K2", "Hire", "Original Budget", -60], ["Parks", "K1", "Grass", "Forecast", 520], ["Parks", "K2", "Hire", "Forecast", -70]);
  expect(reading.lines.map((l) => [l.code, l.originalPence, l.forecastPence, l.source.cells])).toEqual([["K1", 50_000, 52_000, { original: "E5", forecast: "E7" }], ["K2", -6_000, -7_000, { original: "E6", forecast: "E8" }]]);
});

test("codes with points make no sheet continental", () => {
  const reading = read(["Code", "Service", "Budget"], ["1.259.490", "Parks", "1,250"], ["1.265.450", "Markets", "2,100"], ["1.268.480", "Libraries", "3,000"]);
  expect(pounds(reading)).toEqual([["Parks", 1250], ["Markets", 2100], ["Libraries", 3000]]);
});

test("figures under the headings of another table in the same columns are asked about, not passed over", () => {
  const reading = read(["Service", "2025/26 budget", "2026/27 budget"], ["Parks", 500, 520], ["Markets", 300, 305], ["Total", 800, 825], [], ["Indicator", "Target"], ["Invoices on time", 95], ["Calls answered", 88]);
  expect(asked(reading)).toContain("figures-unread");
});

test("a company group across is signed as its surplus says", () => {
  const reading = read([null, "Association", "Care company", "Eliminations", "Group"], ["Income"], ["Rents", 900, 0, 0, 900], ["Sales", 100, 300, -80, 320], ["Total income", 1000, 300, -80, 1220], ["Expenditure"], ["Repairs", -400, -50, 80, -370], ["Staff", -300, -200, 0, -500], ["Total expenditure", -700, -250, 80, -870], ["Surplus/(deficit)", 300, 50, 0, 350]);
  expect(reading.lines.reduce((sum, line) => sum + (line.revisedPence ?? 0), 0)).toBe(-35_000);
});

test("a budget beside last year's outturn, under words that may or may not go on over it, is asked about", () => {
  const reading = read([null, "2025/26", null, "Current"], ["Service", "Outturn", "Budget Book", "Budget"], ["Parks", 500, 520, 530], ["Markets", 300, 305, 300], ["Total", 800, 825, 830]);
  expect(asked(reading)).toEqual(["column-unsure"]);
});
