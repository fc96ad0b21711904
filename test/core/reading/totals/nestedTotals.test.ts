// Totals that no word names: heads over heads, results of a statement, and each service's net beside its own spending and income.
import type { CellValue } from "../../../../src/core/reading/grid";
import { readPartnership } from "../../../../src/core/reading/readPartnership";
import { sheetOf } from "../../../support/sheetGrid";

const read = (rows: readonly (readonly CellValue[])[]) => readPartnership([sheetOf("Council", rows.map((row) => [...row]))]);

test("divisions over services over lines, each with its total above, are no lines", () => {
  const { lines, sheets } = read([
    ["Larkshire County Council 2026/27 £000"], ["Heading", "Revised Budget", "Forecast"],
    ["Social Care", 720, 735], ["Older Adults", 500, 510], ["Care homes", 450, 455], ["Respite", 50, 55], ["Disabilities", 220, 225], ["Short breaks", 220, 225],
    ["Environment", 95, 90], ["Highways", 95, 90], ["Bridges", 60, 55], ["Gritting", 35, 35],
    ["Grand Total", 815, 825],
  ]);
  expect(lines.map((line) => line.description)).toEqual(["Care homes", "Respite", "Short breaks", "Bridges", "Gritting"]);
  expect(sheets[0]?.totals.every((total) => total.printedPence === total.computedPence)).toBe(true);
});

test("EBITDA below total income and total costs is a result, not a line", () => {
  const { lines } = read([
    ["Larkshire NHS Trust 2026/27 £000"], [null, "Annual Plan"],
    ["Income"], ["Contract income", 900], ["Other income", 120], ["Total income", 1020],
    ["Expenditure"], ["Pay", -610], ["Drugs", -200], ["Total expenditure", -810],
    ["EBITDA", 210], ["Depreciation", -90], ["Surplus/(Deficit) for the year", 120],
  ]);
  expect(lines.map((line) => [line.description, line.revisedPence])).toEqual([
    ["Contract income", -90_000_000], ["Other income", -12_000_000], ["Pay", 61_000_000], ["Drugs", 20_000_000], ["Depreciation", 9_000_000],
  ]);
});

test("a section's name under its lines is its total, also when it holds one sub-total alone", () => {
  const { lines } = read([
    ["Larkshire Partnership 2026/27 £000"], ["Description", "Revised Estimate", "Forecast"],
    ["Set aside"], ["Large hospital"], ["Emergency", 237, 221], ["Medicine", 17, 16], ["Large hospital", 254, 237], ["Set aside", 254, 237],
    ["Health"], ["Primary care"], ["Prescribing", 246, 240], ["Dental", 11, 12], ["Primary care", 257, 252], ["Hosted"], ["Podiatry", 21, 19], ["Prisons", 30, 30], ["Hosted", 51, 49], ["Health", 308, 301],
    ["Total", 562, 538],
  ]);
  expect(lines.map((line) => line.description)).toEqual(["Emergency", "Medicine", "Prescribing", "Dental", "Podiatry", "Prisons"]);
});

test("\"Net rental income\" that the next total adds is a line", () => {
  const { lines, issues } = read([
    ["Larkshire Homes 2026/27 £000"], ["Description", "Annual Budget"],
    ["Landlord services"], ["Void repairs", 1998], ["Housing officers", 207], ["Net rental income", -2116], ["Service charge income", -115], ["Total", -26],
    ["Support"], ["Care staff", 400], ["Catering", 60], ["Total", 460], ["Overall total", 434],
  ]);
  expect([lines.length, lines[2]?.revisedPence, issues.filter((issue) => issue.severity !== "info").map((issue) => issue.code)]).toEqual([6, -211_600_000, []]);
});

test("a net row takes in the spending and income of its own service, not of those before", () => {
  const { lines } = read([
    ["Larkshire County Council 2026/27 £000"], ["Service", "Type", "Annual Budget"],
    ["Older Adults", "Expenditure", 500], [null, "Income", 120], [null, "Net", 380],
    ["Highways", "Expenditure", 306], [null, "Income", 405], [null, "Net", -99],
    ["Libraries", "Expenditure", 80], [null, "Income", 7], [null, "Net", 73],
  ]);
  expect(lines.map((line) => line.revisedPence)).toEqual([50_000_000, -12_000_000, 30_600_000, -40_500_000, 8_000_000, -700_000]);
});
