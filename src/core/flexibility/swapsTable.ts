// The table of proposed ring-fence substitutions (tblSwaps), for the partners to fill in, and reading it back with its faults.
import type { BudgetLine } from "../budget/line";
import type { SheetGrid } from "../reading/grid";
import type { RuleRowReader } from "../rules/ruleRow";
import { readRows, type TableReading } from "../rules/ruleTables";
import { tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import type { SwapProposal } from "./ringSwap";

const YES_NO = ["yes", "no"] as const;
const yesNo = (value: boolean): string => (value ? "yes" : "no");

const TABLE: TableDef<SwapProposal> = {
  sheet: PURSE_SHEETS.swaps, table: "tblSwaps", tabColour: "#605E5C",
  title: "Substitutions: restricted money in place of general money",
  subtitle: "Yours to fill in. Restricted money pays for a line that it may be spent on; the general money it frees goes to another line. Suggestions say whether each may be done.",
  columns: [
    { heading: "Line", width: 16, cell: (row) => textCell(row.line, "label") },
    { heading: "Fund", width: 14, cell: (row) => textCell(row.fund, "input") },
    { heading: "Free balance £", width: 16, cell: (row) => poundsCell(row.balancePence, "input") },
    { heading: "From reserve", width: 14, cell: (row) => textCell(yesNo(row.fromReserve), "input"), choices: YES_NO },
    { heading: "Freed money to line", width: 18, cell: (row) => textCell(row.to, "input") },
    { heading: "Amount £", width: 16, cell: (row) => poundsCell(row.amountPence, "input") },
    { heading: "Service unchanged", width: 18, cell: (row) => textCell(yesNo(row.serviceUnchanged), "input"), choices: YES_NO },
    { heading: "Plan for next year", width: 50, cell: (row) => textCell(row.nextYearPlan, "input") },
  ],
};

export function swapsSheet(): SheetSpec {
  return tableSheet(TABLE, []);
}

/** Without the table nothing is proposed, and nothing needs to be said. */
export function readSwaps(grids: readonly SheetGrid[], lines: readonly BudgetLine[]): TableReading<SwapProposal> {
  const known = new Set(lines.map((line) => line.id));
  const reading = readRows<SwapProposal>(grids, TABLE, [], (row) => readSwap(row, known));
  return grids.some((grid) => grid.sheet === TABLE.sheet) ? reading : { ...reading, issues: [] };
}

function readSwap(row: RuleRowReader, known: ReadonlySet<string>): SwapProposal {
  const line = (column: string): string => {
    const id = row.required(column);
    if (id !== "" && !known.has(id)) row.fault(column, "no line has this id");
    return id;
  };
  const amount = row.amount("Amount £");
  if (amount === null || amount === 0) row.fault("Amount £", "an amount above zero belongs here");
  return {
    line: line("Line"), fund: row.required("Fund"), to: line("Freed money to line"), amountPence: amount ?? 0, balancePence: row.amount("Free balance £") ?? 0,
    fromReserve: row.yes("From reserve", true), serviceUnchanged: row.yes("Service unchanged", false), nextYearPlan: row.text("Plan for next year"), cell: row.cell("Line"),
  };
}
