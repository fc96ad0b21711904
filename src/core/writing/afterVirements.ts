// Budgets once everything approved is applied: live sums over the decisions on the Virements sheet, line by line and agency by agency.
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import { sumPenceBy, type Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import type { PartnershipReading } from "../reading/types";
import { tableSheet, TABLE_HEADER_ROW, type TableColumn, type TableDef } from "../tables/table";
import { compareText } from "../text";
import { legsOf } from "../virement/legs";
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
  readonly touches: readonly { readonly virement: Virement; readonly pence: Pence; readonly approved: boolean }[];
}

/** What of the effect the rows of the Virements table do not state by themselves: the payment and the income between two bodies. */
function besidePence(line: BudgetLine, { virement, pence }: AfterRow["touches"][number]): Pence {
  return pence - sumPenceBy(legsOf(virement), ({ from, to, amountPence }) => (to === line.id ? amountPence : 0) - (from === line.id ? amountPence : 0));
}

const table = "tblVirements";
const rowOf = (i: number): number => TABLE_HEADER_ROW + 2 + i;

const live = (heading: string, of: (row: AfterRow) => Pence, formula: (row: AfterRow, at: number) => string): TableColumn<AfterRow> => ({
  heading, width: 18, cell: (row, i) => ({ value: fromPence(of(row), "pounds"), format: "pounds-pence", style: "body", formula: `=ROUND(${formula(row, rowOf(i))},2)` }),
});

function approvedPence({ touches }: Pick<AfterRow, "touches">): Pence {
  return sumPenceBy(touches.filter(({ approved }) => approved), ({ pence }) => pence);
}

function approvedFormula({ line, touches }: AfterRow, at: number): string {
  const sum = (column: string): string => sumWhere(table, "Amount £", [{ column, cell: `$B${at}`, key: line.id }, { column: "Status", cell: '"approved"', key: "approved" }]);
  const beside = touches.flatMap((touch): string[] => {
    const { virement } = touch;
    const pence = besidePence(line, touch);
    if (pence === 0) return [];
    const conditions = [{ column: "Id", cell: `"${virement.id.replace(/"/g, '""')}"`, key: virement.id }, { column: "Status", cell: '"approved"', key: "approved" }];
    // Of several rows only some pass between the bodies: that part is counted while the whole is approved.
    return virement.legs === undefined ? [`${pence < 0 ? "-" : "+"}${sumWhere(table, "Amount £", conditions)}`]
      : [`${pence < 0 ? "-" : "+"}IF(${sumWhere(table, "Amount £", conditions)}>0,${fromPence(Math.abs(pence), "pounds")},0)`];
  });
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
    live("Over £", ({ line, touches }) => forecastOrBudgetPence(line) - budgetPence(line) - approvedPence({ touches }), (_, at) => `$H${at}-$G${at}`),
  ],
};

/** Lines that an open virement touches, by agency and id; between bodies also the payment and the income. */
export function afterVirementsSheet(virements: readonly Virement[], reading: Pick<PartnershipReading, "lines">, readOn: string): SheetSpec {
  const touches = new Map<string, AfterRow["touches"]>();
  for (const virement of virements.filter(({ state }) => state === "suggested")) {
    const sides = sidesOf(virement, "applied", reading.lines, []);
    for (const { lineId, pence } of typeof sides === "string" ? [] : sides) touches.set(lineId, [...(touches.get(lineId) ?? []), { virement, pence, approved: statusOf(virement, readOn.slice(0, 10)) === "approved" }]);
  }
  const rows = reading.lines.filter((line) => touches.has(line.id)).map((line): AfterRow => ({ line, touches: touches.get(line.id) ?? [] }));
  rows.sort((a, b) => compareText(a.line.agency, b.line.agency) || compareText(a.line.id, b.line.id));
  return tableSheet(DEF, rows, `Budgets and forecasts as read on ${readOn}.`);
}
