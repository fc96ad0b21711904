// The Brackenshire partnership repeated: the same 44 lines over and over, each copy under codes of its own, as sheets and coding.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, SheetGrid } from "../src/core/reading/grid";

const SOURCE = path.join(__dirname, "../samples/source/brackenshire.csv");
const HEADINGS = ["Cost centre", "Description", "Original budget", "Revised budget", "Forecast outturn"];
const CODING = ["Agency", "Agency's code or line name", "Partnership ref", "Outcome", "Client group", "Subjective", "Fund", "Counterparty", "Scheme"];

interface SeedRow {
  readonly ref: string;
  readonly agency: string;
  readonly cells: readonly string[];
}

/** Sheets for about `lines` lines: one a agency in £, and the coding that the partners agreed. */
export function largePartnership(lines: number): SheetGrid[] {
  const seed = seedRows();
  const copies = Math.ceil(lines / seed.length);
  const sheets = new Map<string, CellValue[][]>();
  const coding: CellValue[][] = [["Brackenshire partnership coding"], CODING];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const row of seed.slice(0, Math.min(seed.length, lines - copy * seed.length))) {
      const [, , description = "", outcome = "", client = "", subjective = "", fund = "", , counterparty = "", original = "", revised = "", forecast = ""] = row.cells;
      const code = `${row.ref}-${String(copy).padStart(6, "0")}`;
      let sheet = sheets.get(row.agency);
      if (sheet === undefined) {
        sheet = [[`${row.agency} revenue budget 2026/27 (£)`], HEADINGS];
        sheets.set(row.agency, sheet);
      }
      sheet.push([code, description, Number(original) * 1000, Number(revised) * 1000, Number(forecast) * 1000]);
      coding.push([row.agency, code, code, outcome, client, subjective, fund, counterparty, counterparty === "" ? null : `scheme ${row.ref}`]);
    }
  }
  const grid = (sheet: string, values: CellValue[][]): SheetGrid => ({ file: null, sheet, visibility: "visible", values });
  return [...[...sheets].map(([agency, values]) => grid(agency, values)), grid("Partnership coding", coding)];
}

function seedRows(): SeedRow[] {
  const [, ...rows] = readFileSync(SOURCE, "utf8").trim().split(/\r?\n/);
  return rows.map((row) => {
    const cells = row.split(",");
    return { ref: cells[0] ?? "", agency: cells[1] ?? "", cells };
  });
}
