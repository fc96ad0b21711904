// Flexibility sheet (tblFlexibility): how much of each line can move, in which fund, until when, and why.
import type { BudgetLine } from "../budget/line";
import type { FlexClass, Flexibility, FlexPart } from "../flexibility/types";
import { tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { OWN_TITLES, PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

const CLASS_WORDS: Readonly<Record<FlexClass, string>> = {
  F0: "F0 fixed by law or account",
  F1: "F1 centrally controlled",
  F2: "F2 ring-fenced",
  F3: "F3 committed",
  F4: "F4 managed",
  F5: "F5 discretionary",
};

interface FlexibilityRow {
  readonly line: BudgetLine;
  readonly flex: Flexibility;
}

const TABLE: TableDef<FlexibilityRow> = {
  sheet: PURSE_SHEETS.flexibility,
  table: "tblFlexibility",
  title: OWN_TITLES.flexibility,
  subtitle: "£. Amounts that could be moved from a line, expenditure as positive. A forecast underspend is one-off unless its owner says otherwise.",
  tabColour: "#8764B8",
  columns: [
    { heading: "Line", width: 16, cell: ({ line }) => textCell(line.id, "label") },
    { heading: "Agency", width: 14, cell: ({ line }) => textCell(line.agency) },
    { heading: "Description", width: 44, cell: ({ line }) => textCell(line.description) },
    { heading: "Class", width: 28, cell: ({ flex }) => textCell(CLASS_WORDS[flex.class]) },
    { heading: "Headroom £", width: 16, cell: ({ flex }) => poundsCell(flex.headroomPence) },
    { heading: "Flexible £", width: 16, cell: ({ flex }) => poundsCell(flex.flexiblePence) },
    { heading: "Align only £", width: 16, cell: ({ flex }) => poundsCell(flex.alignOnlyPence) },
    { heading: "Fund and reach", width: 40, cell: ({ flex }) => textCell(flex.parts.map(partWords).join("; ")) },
    { heading: "One-off or recurrent", width: 18, cell: ({ flex }) => textCell(flex.recurrence) },
    { heading: "Until", width: 14, cell: ({ flex }) => textCell(flex.until ?? "") },
    { heading: "Reason", width: 70, cell: ({ flex }) => textCell(flex.reason) },
  ],
};

/** The sheet, a row a line, in the lines' order; lines that were not assessed are left out. */
export function flexibilitySheet(lines: readonly BudgetLine[], flexibility: readonly Flexibility[]): SheetSpec {
  const byLine = new Map(flexibility.map((flex) => [flex.lineId, flex]));
  return tableSheet(TABLE, lines.flatMap((line) => {
    const flex = byLine.get(line.id);
    return flex === undefined ? [] : [{ line, flex }];
  }));
}

function partWords(part: FlexPart): string {
  return `${part.fund}${part.ringFence === null ? "" : ` (ring-fence ${part.ringFence})`}: ${part.reach}`;
}
