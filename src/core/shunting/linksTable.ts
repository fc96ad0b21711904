// The table of linked services (tblLinks): whose cost rises when another's service is cut, by how much as the partners say; never a default.
import type { BudgetLine } from "../budget/line";
import type { CellRef } from "../budget/cells";
import type { ServiceLink } from "../checks/costShunt";
import type { SheetGrid } from "../reading/grid";
import type { RuleRowReader } from "../rules/ruleRow";
import { readRows, type TableReading } from "../rules/ruleTables";
import { tableSheet, type TableDef } from "../tables/table";
import { numberCell, textCell } from "../writing/cellText";
import { PURSE_SHEETS } from "../writing/sheetNames";
import type { SheetSpec } from "../writing/types";

export interface LinkRow extends ServiceLink {
  readonly lag: string;
  readonly confidence: string;
  readonly cell: CellRef | null;
}

/** More than this for each £1 is a slip of the decimal point rather than an effect. */
const MOST_EFFECT = 100;

const TABLE: TableDef<LinkRow> = {
  sheet: PURSE_SHEETS.links, table: "tblLinks", tabColour: "#605E5C",
  title: "Links: whose cost rises when a service is cut",
  subtitle: "Yours to fill in, by line id. Extra £ for each £1 cut, e.g. 0.40; leave it empty where the link is known but not its size: then no cut of that service is suggested.",
  columns: [
    { heading: "Cut line", width: 16, cell: (row) => textCell(row.fromLine, "label") },
    { heading: "Line that rises", width: 16, cell: (row) => textCell(row.toLine, "input") },
    { heading: "Extra £ per £1", width: 16, cell: (row) => ({ ...(row.elasticity === null ? textCell("") : numberCell(row.elasticity)), style: "input" }) },
    { heading: "Lag", width: 18, cell: (row) => textCell(row.lag, "input") },
    { heading: "Evidence", width: 60, cell: (row) => textCell(row.evidence, "input") },
    { heading: "Confidence", width: 18, cell: (row) => textCell(row.confidence, "input") },
  ],
};

export function linksSheet(rows: readonly LinkRow[]): SheetSpec {
  return tableSheet(TABLE, rows);
}

/** Without the table no service is known to be linked; that needs no word, as the starting table asks for it. */
export function readLinks(grids: readonly SheetGrid[], lines: readonly BudgetLine[]): TableReading<LinkRow> {
  const known = new Set(lines.map((line) => line.id));
  const reading = readRows<LinkRow>(grids, TABLE, [], (row) => readLink(row, known));
  return grids.some((grid) => grid.sheet === TABLE.sheet) ? reading : { ...reading, issues: [] };
}

function readLink(row: RuleRowReader, known: ReadonlySet<string>): LinkRow {
  const line = (column: string): string => {
    const id = row.required(column);
    if (id !== "" && !known.has(id)) row.fault(column, "no line has this id");
    return id;
  };
  const [fromLine, toLine] = [line("Cut line"), line("Line that rises")];
  if (fromLine !== "" && fromLine === toLine) row.fault("Line that rises", "it is the cut line itself");
  const text = row.text("Extra £ per £1");
  const effect = text === "" ? null : Number(text);
  if (effect !== null && !(effect >= 0 && effect <= MOST_EFFECT)) row.fault("Extra £ per £1", `it is not a number from 0 to ${MOST_EFFECT}`);
  const evidence = row.text("Evidence");
  if (effect !== null && evidence === "") row.fault("Evidence", "a figure needs the evidence it rests on");
  return { fromLine, toLine, elasticity: effect, lag: row.text("Lag"), evidence, confidence: row.text("Confidence"), cell: row.cell("Cut line") };
}
