// What stands on the same sheet and is not this budget: capital, reserves, another cut of the same money, last year, or how it is funded.
import type { CellValue, GridArea } from "../../src/core/reading/grid";
import type { Plan } from "./plan";
import { Chance } from "./random";
import { writtenAs } from "./writtenAs";

export const GROUP_TITLES = ["Full year", "2026/27", "Annual", "Year to 31 March 2027", "FULL YEAR POSITION"];

const TABLES = {
  capital: { title: ["Capital Programme 2026/27", "CAPITAL SCHEMES", "Capital investment plan"], head: [["Scheme", "Budget"], ["Scheme", "Approved", "Forecast"], ["Project", "2026/27"]], rows: ["Depot refurbishment", "Leisure centre roof", "Fleet renewal", "IT infrastructure"] },
  reserves: { title: ["Earmarked reserves", "Movement in reserves", "Usable Reserves"], head: [["Reserve", "Balance 1 April", "Movement", "Balance 31 March"], ["Reserve", "Opening balance"], ["Name", "Balance"]], rows: ["General balances", "Insurance reserve", "Transformation reserve", "Elections"] },
  subjective: { title: ["Subjective analysis", "Analysis by type of expenditure", "The same budget by category"], head: [["Category", "Budget"], ["Type", "£"], ["Category of spend", "Revised Budget", "Forecast"]], rows: ["Employees", "Premises", "Transport", "Supplies & services"] },
  "last year": { title: ["2025/26 comparators", "Previous year 2025/26", "2025/26 Revenue Budget"], head: [["Service", "2025/26 Budget"], ["Service", "Budget", "Outturn"]], rows: ["People", "Place", "Resources", "Chief Executive"] },
  funding: { title: ["Funded by:", "Financing of net expenditure", "Sources of funding"], head: [["Source", "Amount"], ["Source of funding", "Budget"], ["Funding stream", "2026/27 £"]], rows: ["Revenue Support Grant", "Council tax precept", "Retained business rates", "New Homes Bonus"] },
} as const;

/** The sheet as it is being printed: its rows so far, and how to add one. */
interface Page {
  readonly plan: Plan;
  readonly values: CellValue[][];
  readonly row: number;
  readonly lastColumn: number;
  add(cells?: ReadonlyMap<number, CellValue>): number;
}

/** Prints the plan's second table, if it has one, and says where it stands. */
export function secondTable(printer: Page): GridArea | null {
  const { plan } = printer;
  if (plan.second === "none") return null;
  const c = new Chance(plan.seed + 77_000_000);
  const table = TABLES[plan.second === "beside" ? "capital" : plan.second];
  const head = c.pick<readonly string[]>(table.head);
  const rows: CellValue[][] = [[c.pick<string>(table.title)], [...head], ...table.rows.map((text): CellValue[] => [text, ...head.slice(1).map(() => writtenAs(c.int(20, 9_000), plan))])];
  if (c.yes(0.5)) rows.push(["Total", ...head.slice(1).map((_h, i) => writtenAs(rows.slice(2).reduce((sum, row) => sum + stepsOf(row[i + 1] ?? null, plan.decimals), 0), plan))]);
  if (plan.second === "beside") {
    const left = printer.lastColumn + 2;
    const top = Math.max(1, plan.titles.length);
    rows.forEach((row, i) => {
      while (printer.values.length <= top + i) printer.add();
      const cells = printer.values[top + i];
      if (cells === undefined) return;
      while (cells.length < left) cells.push(null);
      cells.splice(left, row.length, ...row);
    });
    return { top, left, bottom: top + rows.length - 1, right: left + head.length - 1 };
  }
  for (let i = c.int(1, 2); i > 0; i -= 1) printer.add();
  const top = printer.row;
  for (const row of rows) printer.add(new Map(row.map((value, i): [number, CellValue] => [plan.margin + i, value])));
  return { top, left: plan.margin, bottom: printer.row - 1, right: plan.margin + head.length - 1 };
}

function stepsOf(value: CellValue, decimals: number): number {
  return typeof value === "number" ? Math.round(value * 10 ** decimals) : Number(String(value ?? "").replace(/[^\d]/g, ""));
}
