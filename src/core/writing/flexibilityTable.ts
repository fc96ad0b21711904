// Flexibility sheet (tblFlexibility): how much of each line can move, in which fund, until when, and why.
import { budgetSettingPence, type Achievable } from "../flexibility/budgetSetting";
import { mobilityOf, type Mobility } from "../flexibility/mobility";
import type { FlexClass, Flexibility, FlexPart } from "../flexibility/types";
import { formatPounds } from "../money/format";
import type { Pence } from "../money/pence";
import type { PooledLine } from "../pooling/pooledLine";
import { financialYearEnd } from "../rules/inForce";
import { tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

/** Words for a class, as the table holds them. */
export const CLASS_WORDS: Readonly<Record<FlexClass, string>> = {
  F0: "F0 fixed by law or account",
  F1: "F1 centrally controlled",
  F2: "F2 ring-fenced",
  F3: "F3 committed",
  F4: "F4 managed",
  F5: "F5 discretionary",
};

/** One line with what can move of it: a row of the table, and what views add up. */
export interface FlexibilityRow extends PooledLine {
  readonly flex: Flexibility;
  readonly mobility: Mobility;
  /** What can move when next year's budget is set; null where the partners gave no percentage for its class. */
  readonly nextYearPence: Pence | null;
}

const pounds = (heading: string, of: (row: FlexibilityRow) => Pence): TableDef<FlexibilityRow>["columns"][number] =>
  ({ heading, width: 16, cell: (row) => poundsCell(of(row)) });

const TABLE: TableDef<FlexibilityRow> = {
  sheet: PURSE_SHEETS.flexibility,
  table: "tblFlexibility",
  title: OWN_TITLES.flexibility,
  subtitle: "£. Amounts that could be moved from a line, expenditure as positive. Free, on conditions, fixed and central add up to the spending. A forecast underspend is one-off unless its owner says otherwise.",
  tabColour: "#8764B8",
  columns: [
    { heading: "Line", width: 16, cell: ({ line }) => textCell(line.id, "label") },
    { heading: "Agency", width: 14, cell: ({ line }) => textCell(line.agency) },
    { heading: "Description", width: 44, cell: ({ line }) => textCell(line.description) },
    { heading: "Class", width: 28, cell: ({ flex }) => textCell(CLASS_WORDS[flex.class]) },
    pounds("Spending £", ({ figures }) => figures.grossPence),
    pounds("Headroom £", ({ flex }) => flex.headroomPence),
    pounds("Flexible £", ({ flex }) => flex.flexiblePence),
    pounds("Align only £", ({ flex }) => flex.alignOnlyPence),
    pounds("Free £", ({ mobility }) => mobility.freePence),
    pounds("On conditions £", ({ mobility }) => mobility.conditionalPence),
    pounds("Fixed £", ({ mobility }) => mobility.fixedPence),
    pounds("Central £", ({ mobility }) => mobility.centralPence),
    { heading: "Next year £", width: 16, cell: ({ nextYearPence }) => poundsCell(nextYearPence) },
    { heading: "Fund and reach", width: 40, cell: ({ flex }) => textCell(flex.parts.map(partWords).join("; ")) },
    { heading: "One-off or recurrent", width: 18, cell: ({ flex }) => textCell(flex.recurrence) },
    { heading: "Until", width: 14, cell: ({ flex }) => textCell(flex.until ?? "") },
    { heading: "Legal", width: 18, cell: ({ flex }) => textCell(flex.attributes.legal) },
    { heading: "Commitment", width: 18, cell: ({ flex }) => textCell(flex.attributes.commitment) },
    { heading: "Control", width: 14, cell: ({ flex }) => textCell(flex.attributes.control) },
    { heading: "Recurrence of the line", width: 14, cell: ({ flex }) => textCell(flex.attributes.recurrence) },
    { heading: "Volatility", width: 14, cell: ({ flex }) => textCell(flex.attributes.volatility) },
    { heading: "Reason", width: 70, cell: ({ flex }) => textCell(flex.reason) },
  ],
};

/** A row a line, in the lines' order; lines that were not assessed are left out. `on` is the ISO date on which the rules were asked. */
export function flexibilityRows(lines: readonly PooledLine[], flexibility: readonly Flexibility[], achievable: Achievable, on: string): FlexibilityRow[] {
  const byLine = new Map(flexibility.map((flex) => [flex.lineId, flex]));
  return lines.flatMap((pooled) => {
    const flex = byLine.get(pooled.line.id);
    return flex === undefined ? [] : [{ ...pooled, flex, mobility: mobilityOf(flex, pooled.figures.grossPence), nextYearPence: budgetSettingPence(pooled.line, flex, achievable, financialYearEnd(on)) }];
  });
}

/** `on` is the ISO date on which the rules were asked. */
export function flexibilitySheet(rows: readonly FlexibilityRow[], on: string): SheetSpec {
  return tableSheet(TABLE, rows, `Refreshed under the rules in force on ${on}.`);
}

function partWords(part: FlexPart): string {
  return `${part.fund}${part.ringFence === null ? "" : ` (ring-fence ${part.ringFence})`} ${formatPounds(part.pence)}: ${part.reach}`;
}
