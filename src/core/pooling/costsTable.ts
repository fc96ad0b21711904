// Full cost beside controllable cost as a sheet (tblCosts): live sums over the lines table, outcome by outcome and agency by agency.
import type { Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import { TABLE_HEADER_ROW, tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { sumWhere, type Condition } from "../writing/sumFormula";
import type { SheetSpec } from "../writing/types";
import type { CostViewRow } from "./costViews";

const rowOf = (index: number): number => TABLE_HEADER_ROW + 2 + index;

function sum(heading: string, of: (row: CostViewRow) => Pence, more: readonly Condition[] = []): TableColumn<CostViewRow> {
  return {
    heading, width: 18,
    cell: (row, i) => ({
      value: fromPence(of(row), "pounds"), format: "pounds-pence", style: "body",
      formula: `=${sumWhere("tblLines", "Who funds £", [{ column: "Outcome", cell: `$A${rowOf(i)}`, key: row.outcome }, { column: "Agency", cell: `$B${rowOf(i)}`, key: row.agency }, ...more])}`,
    }),
  };
}

const TABLE: TableDef<CostViewRow> = {
  sheet: PURSE_SHEETS.costs, table: "tblCosts", tabColour: "#0E7A0D",
  title: "Full cost and controllable cost",
  subtitle: "£, net, who funds. Full cost less internal recharges and less what no manager can influence in the year (depreciation, capital charges) is controllable cost.",
  freezeColumns: 2,
  columns: [
    { heading: "Outcome", width: 14, cell: (row) => textCell(row.outcome, "label") },
    { heading: "Agency", width: 16, cell: (row) => textCell(row.agency) },
    sum("Full cost £", (row) => row.fullCostPence),
    sum("Recharges £", (row) => row.rechargePence, [{ column: "Part in the pool", cell: '"recharge"', key: "recharge" }]),
    sum("Not controllable £", (row) => row.nonControllablePence, [{ column: "Nature", cell: '"NON_CONTROLLABLE"', key: "NON_CONTROLLABLE" }]),
    {
      heading: "Controllable £", width: 18,
      cell: (row, i) => ({ value: fromPence(row.controllablePence, "pounds"), format: "pounds-pence", style: "body", formula: `=ROUND(C${rowOf(i)}-D${rowOf(i)}-E${rowOf(i)},2)` }),
    },
  ],
};

/** `refreshedOn` is an ISO date. Needs the lines table on a sheet before it. */
export function costsSheet(rows: readonly CostViewRow[], refreshedOn: string): SheetSpec {
  return tableSheet(TABLE, rows, `Refreshed ${refreshedOn}. Recharges move cost between outcomes and add nothing to the place.`);
}
