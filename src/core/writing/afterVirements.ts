// Budgets once everything approved is applied: live sums over the decisions on the Virements sheet, line by line and agency by agency.
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import { sumPenceBy, type Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import type { PartnershipReading } from "../reading/types";
import { tableSheet, TABLE_HEADER_ROW, type TableColumn, type TableDef } from "../tables/table";
import { compareText } from "../text";
import type { Virement } from "../virement/life";
import { statusOf } from "../virement/states/status";
import { poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import { sumWhere } from "./sumFormula";
import type { SheetSpec } from "./types";
import { sidesOf } from "./virementSides";

interface AfterRow {
  readonly line: BudgetLine;
  /** Every open virement with its effect on the line. */
  readonly touches: readonly { readonly virement: Virement; readonly pence: Pence }[];
}

/** An effect that the Virements table does not state by itself: the payment and the income between two bodies. */
function isBeside({ line, virement }: { readonly line: BudgetLine; readonly virement: Virement }): boolean {
  return virement.from !== line.id && virement.to !== line.id;
}

const table = "tblVirements";
const rowOf = (i: number): number => TABLE_HEADER_ROW + 2 + i;

const live = (heading: string, of: (row: AfterRow) => Pence, formula: (row: AfterRow, at: number) => string): TableColumn<AfterRow> => ({
  heading, width: 18, cell: (row, i) => ({ value: fromPence(of(row), "pounds"), format: "pounds-pence", style: "body", formula: `=ROUND(${formula(row, rowOf(i))},2)` }),
});

function approvedPence({ touches }: AfterRow): Pence {
  return sumPenceBy(touches.filter(({ virement }) => statusOf({ ...virement, expiresOn: null }, "") === "approved"), ({ pence }) => pence);
}

function approvedFormula({ line, touches }: AfterRow, at: number): string {
  const sum = (column: string): string => sumWhere(table, "Amount £", [{ column, cell: `$B${at}`, key: line.id }, { column: "Status", cell: '"approved"', key: "approved" }]);
  const beside = touches.filter(({ virement }) => isBeside({ line, virement })).map(({ virement, pence }) =>
    `${pence < 0 ? "-" : "+"}${sumWhere(table, "Amount £", [{ column: "Id", cell: `"${virement.id.replace(/"/g, '""')}"`, key: virement.id }, { column: "Status", cell: '"approved"', key: "approved" }])}`);
  return `${sum("To line")}-${sum("From line")}${beside.join("")}`;
}

const DEF: TableDef<AfterRow> = {
  sheet: PURSE_SHEETS.afterVirements, table: "tblAfterVirements", tabColour: "#107C10", title: OWN_TITLES.afterVirements,
  subtitle: "£. Expenditure +, income −. Approved follows the decisions on Virements live; what is applied already stands in the budget. Over is forecast − budget after, + adverse.",
  columns: [
    { heading: "Agency", width: 16, cell: ({ line }) => textCell(line.agency, "label") },
    { heading: "Line", width: 14, cell: ({ line }) => textCell(line.id) },
    { heading: "Description", width: 44, cell: ({ line }) => textCell(line.description) },
    { heading: "Outcome", width: 12, cell: ({ line }) => textCell(line.outcome) },
    { heading: "Budget £", width: 18, cell: ({ line }) => poundsCell(budgetPence(line)) },
    live("Approved £", approvedPence, approvedFormula),
    live("After £", (row) => budgetPence(row.line) + approvedPence(row), (_, at) => `$E${at}+$F${at}`),
    { heading: "Forecast £", width: 18, cell: ({ line }) => poundsCell(forecastOrBudgetPence(line)) },
    live("Over £", ({ line, touches }) => forecastOrBudgetPence(line) - budgetPence(line) - approvedPence({ line, touches }), (_, at) => `$H${at}-$G${at}`),
  ],
};

/** Lines that an open virement touches, by agency and id; between bodies also the payment and the income. */
export function afterVirementsSheet(virements: readonly Virement[], reading: Pick<PartnershipReading, "lines">, readOn: string): SheetSpec {
  const touches = new Map<string, { virement: Virement; pence: Pence }[]>();
  for (const virement of virements.filter(({ state }) => state === "suggested")) {
    const sides = sidesOf(virement, "applied", reading.lines, []);
    for (const { lineId, pence } of typeof sides === "string" ? [] : sides) touches.set(lineId, [...(touches.get(lineId) ?? []), { virement, pence }]);
  }
  const rows = reading.lines.filter((line) => touches.has(line.id)).map((line): AfterRow => ({ line, touches: touches.get(line.id) ?? [] }));
  rows.sort((a, b) => compareText(a.line.agency, b.line.agency) || compareText(a.line.id, b.line.id));
  return tableSheet(DEF, rows, `Budgets and forecasts as read on ${readOn}.`);
}
