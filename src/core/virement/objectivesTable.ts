// The table of what a set of suggestions is for, in the order of importance that the partners choose (tblObjectives), and reading it back.
import type { CellRef } from "../budget/cells";
import type { Issue } from "../issues/issue";
import type { SheetGrid } from "../reading/grid";
import { readRows } from "../rules/ruleTables";
import { tableSheet, type TableDef } from "../tables/table";
import { textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";
import { SENSE_OF } from "./objectives";
import { OBJECTIVES, type ModelStage, type Objective } from "./types";

const MEANS: Readonly<Record<Objective, string>> = {
  "pressure-closed": "Most pressure closed on the agreed outcomes, each weighed by its priority",
  "highest-rank": "No higher approval than it takes: the highest rank of any move",
  "sum-of-ranks": "The least approval in all: the ranks of all moves added up",
  "number-of-moves": "The fewest moves",
  "inter-agency-cash": "The least money between bodies",
  "unfairness": "What each body gives to others as near as can be to its fair share",
  "same-service": "Most money within the same agency, outcome and client group",
  "headroom-left": "Most left on the lines that give",
};

interface ObjectiveRow {
  readonly objective: Objective;
  readonly order: number;
  readonly cell: CellRef | null;
}

const TABLE: TableDef<ObjectiveRow> = {
  sheet: PURSE_SHEETS.objectives, table: "tblObjectives", tabColour: "#605E5C",
  title: "Aims: what suggestions are for, in order of importance",
  subtitle: "Yours to reorder: 1 comes first, and each further aim only decides between sets that are equal in all before it. Give every aim a number of its own.",
  columns: [
    { heading: "Aim", width: 22, cell: (row) => textCell(row.objective, "label"), choices: OBJECTIVES },
    { heading: "Order", width: 10, cell: (row) => ({ value: row.order, style: "input" }) },
    { heading: "What it means", width: 76, cell: (row) => textCell(MEANS[row.objective]) },
  ],
};

const AS_SHIPPED: readonly ObjectiveRow[] = OBJECTIVES.map((objective, i) => ({ objective, order: i + 1, cell: null }));

export function objectivesSheet(): SheetSpec {
  return tableSheet(TABLE, AS_SHIPPED);
}

/** The stages in the order of the table; null without a usable table, when the order as shipped holds. Two aims of one number, or an aim that is missing or twice, are faults at their cells. */
export function readObjectives(grids: readonly SheetGrid[]): { readonly stages: readonly ModelStage[] | null; readonly issues: readonly Issue[] } {
  if (!grids.some((grid) => grid.sheet === TABLE.sheet)) return { stages: null, issues: [] };
  const seen = { aims: new Set<string>(), orders: new Set<number>() };
  const { rows, issues, found } = readRows<ObjectiveRow>(grids, TABLE, [], (row) => {
    const objective = row.oneOf("Aim", OBJECTIVES);
    const order = row.wholeNumber("Order", 1, 99);
    // A cell that can't be read stands in for no aim and no number.
    const readable = row.faults.length === 0;
    if (readable && seen.aims.has(objective)) row.fault("Aim", "another row has the same aim");
    if (readable && seen.orders.has(order)) row.fault("Order", "another aim has the same number");
    if (readable) {
      seen.aims.add(objective);
      seen.orders.add(order);
    }
    return { objective, order, cell: row.cell("Aim") };
  });
  if (!found || issues.length > 0) return { stages: null, issues };
  const missing = OBJECTIVES.filter((objective) => !rows.some((row) => row.objective === objective));
  if (missing.length > 0) {
    const [grid] = grids.filter((one) => one.sheet === TABLE.sheet);
    const where = { file: grid?.file ?? null, sheet: TABLE.sheet, address: "A1" };
    return { stages: null, issues: missing.map((objective): Issue => ({
      code: "rule-invalid", severity: "error", where, pence: null, facts: { table: TABLE.sheet, rule: objective, column: "Aim", found: "", why: "this aim has no row" },
    })) };
  }
  const ordered = [...rows].sort((a, b) => a.order - b.order);
  return { stages: ordered.map(({ objective }) => ({ objective, sense: SENSE_OF[objective] })), issues: [] };
}
