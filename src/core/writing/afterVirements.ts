// Budgets once everything approved is applied: live sums over the decisions on the Virements sheet, line by line and agency by agency.
import type { AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import { sumPenceBy, type Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import type { PartnershipReading } from "../reading/types";
import { tableSheet, TABLE_HEADER_ROW, type TableColumn, type TableDef } from "../tables/table";
import type { IsoDate } from "../rules/types";
import { compareText } from "../text";
import type { BesideBudget } from "../virement/besideBudgets";
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
  /** Applied beside the budget, which does not show it yet. */
  readonly appliedPence: Pence;
  /** Every open virement with its effect on the line. */
  readonly touches: readonly { readonly virement: Virement; readonly pence: Pence; readonly approved: boolean }[];
}

/** What of the effect the rows of the Virements table do not state by themselves: the payment and the income between two bodies. */
function besidePence(line: BudgetLine, { virement, pence }: AfterRow["touches"][number]): Pence {
  return pence - sumPenceBy(legsOf(virement), ({ from, to, amountPence }) => (to === line.id ? amountPence : 0) - (from === line.id ? amountPence : 0));
}

const table = "tblVirements";
const NOT_IN_IT = "Not in it yet £";
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
  subtitle: "£. Expenditure +, income −. Not in it yet is what was applied to the journal alone, or beside the budget, which does not show it yet. Approved follows the decisions on Virements live. Over is forecast − budget after, + adverse.",
  columns: [
    { heading: "Agency", width: 16, cell: ({ line }) => textCell(line.agency, "label") },
    { heading: "Line", width: 14, cell: ({ line }) => textCell(line.id) },
    { heading: "Description", width: 44, cell: ({ line }) => textCell(line.description) },
    { heading: "Outcome", width: 12, cell: ({ line }) => textCell(line.outcome) },
    { heading: "Budget £", width: 18, cell: ({ line }) => poundsCell(budgetPence(line)) },
    { heading: NOT_IN_IT, width: 20, cell: ({ appliedPence }) => poundsCell(appliedPence) },
    live("Approved £", approvedPence, approvedFormula),
    live("After £", (row) => budgetPence(row.line) + row.appliedPence + approvedPence(row), (_, at) => `$E${at}+$F${at}+$G${at}`),
    { heading: "Forecast £", width: 18, cell: ({ line }) => poundsCell(forecastOrBudgetPence(line)) },
    live("Over £", ({ line, appliedPence, touches }) => forecastOrBudgetPence(line) - budgetPence(line) - appliedPence - approvedPence({ touches }), (_, at) => `$I${at}-$H${at}`),
  ],
};

/** Lines that an open virement touches, or whose budget does not show what was applied, by agency and id; between bodies also the payment and the income. */
function afterRows(virements: readonly Virement[], { lines }: Pick<PartnershipReading, "lines">, on: IsoDate, notFollowed: readonly BesideBudget[]): AfterRow[] {
  const touches = new Map<string, AfterRow["touches"]>();
  for (const virement of virements.filter(({ state }) => state === "suggested")) {
    const sides = sidesOf(virement, "applied", lines, []);
    for (const { lineId, pence } of typeof sides === "string" ? [] : sides) touches.set(lineId, [...(touches.get(lineId) ?? []), { virement, pence, approved: statusOf(virement, on) === "approved" }]);
  }
  const applied = new Map(notFollowed.filter(({ pence }) => pence !== 0).map(({ lineId, pence }) => [lineId, pence]));
  return lines.filter(({ id }) => touches.has(id) || applied.has(id))
    .map((line): AfterRow => ({ line, touches: touches.get(line.id) ?? [], appliedPence: applied.get(line.id) ?? 0 }))
    .sort((a, b) => compareText(a.line.agency, b.line.agency) || compareText(a.line.id, b.line.id));
}

export function afterVirementsSheet(virements: readonly Virement[], reading: Pick<PartnershipReading, "lines">, readOn: string, notFollowed: readonly BesideBudget[] = []): SheetSpec {
  return tableSheet(DEF, afterRows(virements, reading, readOn.slice(0, 10), notFollowed), `Budgets and forecasts as read on ${readOn}.`);
}

/** What the sheet adds to for each agency that it holds. */
export interface AgreedOfAgency {
  readonly appliedPence: Pence;
  readonly approvedPence: Pence;
}

export function agreedByAgency(virements: readonly Virement[], reading: Pick<PartnershipReading, "lines">, on: IsoDate, notFollowed: readonly BesideBudget[]): ReadonlyMap<AgencyId, AgreedOfAgency> {
  const sums = new Map<AgencyId, AgreedOfAgency>();
  for (const row of afterRows(virements, reading, on, notFollowed)) {
    const known = sums.get(row.line.agency) ?? { appliedPence: 0, approvedPence: 0 };
    sums.set(row.line.agency, { appliedPence: known.appliedPence + row.appliedPence, approvedPence: known.approvedPence + approvedPence(row) });
  }
  return sums;
}

/** Sum of a column of the sheet for an agency, named in a cell. */
export function sumOnAfterVirements(column: "applied" | "approved", agency: AgencyId, cell: string): string {
  return sumWhere("tblAfterVirements", column === "applied" ? NOT_IN_IT : "Approved £", [{ column: "Agency", cell, key: agency }]);
}
