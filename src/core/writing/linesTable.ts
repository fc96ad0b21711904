// Lines sheet (tblLines): one row a budget line with every field, the figures that views add up, and a link to its source cell.
import { describeCell } from "../budget/cells";
import { STAGES, type BudgetLine, type Evidence } from "../budget/line";
import { asPence, type Pence } from "../money/pence";
import { fromPence } from "../money/unit";
import { formatPounds, group } from "../money/format";
import type { PooledLine } from "../pooling/pooledLine";
import { keeperOf, poolFigures, type PoolFigures } from "../pooling/poolPart";
import { varianceOutsideRings } from "../pooling/ringAccounts";
import { directionOf, serviceOf, subjectiveName } from "../pooling/views";
import type { PoolPosition } from "../virement/types";
import { tableSheet, type TableColumn, type TableDef } from "../tables/table";
import { numberCell, poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetCell, SheetSpec } from "./types";

interface LineRow extends PooledLine, PoolFigures {
  readonly outsideRingsPence: Pence;
}

const text = (heading: string, width: number, of: (line: BudgetLine) => string | null): TableColumn<LineRow> =>
  ({ heading, width, cell: ({ line }) => textCell(of(line) ?? "") });
const pounds = (heading: string, of: (row: LineRow) => Pence | null): TableColumn<LineRow> =>
  ({ heading, width: 16, cell: (row) => poundsCell(of(row)) });

const TABLE: TableDef<LineRow> = {
  sheet: PURSE_SHEETS.lines,
  table: "tblLines",
  title: "Lines: every budget line that was read",
  subtitle: "£ and pence; expenditure +, income −; variance = forecast − budget, + is adverse. Budget is the revised budget, else the original, else the outturn.",
  tabColour: "#0F548C",
  freezeColumns: 4,
  columns: [
    { heading: "Line", width: 16, cell: ({ line }) => textCell(line.id, "label") },
    text("Code", 14, (line) => line.code),
    text("Agency", 14, (line) => line.agency),
    text("Description", 44, (line) => line.description),
    text("Headings", 30, (line) => line.sections.join(" > ")),
    text("Service", 24, serviceOf),
    text("Nature", 20, (line) => line.nature),
    text("Counterparty", 14, (line) => line.counterparty),
    text("Scheme", 14, (line) => line.scheme),
    text("Outcome", 10, (line) => line.outcome),
    text("Client group", 12, (line) => line.clientGroup),
    text("Kind of spending", 24, (line) => subjectiveName(line.subjectiveGroup)),
    text("Service group", 26, (line) => line.serviceGroup ?? null),
    text("Funds", 24, (line) => line.funding.map((split) => `${split.fund} ${formatPounds(split.pence)}`).join("; ")),
    text("Ring-fences", 14, (line) => [...new Set(line.funding.map((split) => split.ringFence).filter((ring) => ring !== null))].join(", ")),
    text("Arrangement", 14, (line) => line.arrangement),
    text("Pool", 24, (line) => line.pool),
    text("Control", 12, (line) => line.control),
    text("Recurrence", 12, (line) => line.recurrence),
    text("Staffing", 10, (line) => (line.staffing ? "yes" : "no")),
    pounds("Committed £", ({ line }) => line.committedPence),
    text("Committed until", 14, (line) => line.committedUntil),
    pounds("Floor £", ({ line }) => line.floorPence),
    { heading: "Priority", width: 9, cell: ({ line }) => ({ value: line.priority, style: "body" }) },
    text("Note", 30, (line) => line.note),
    pounds("Original £", ({ line }) => line.originalPence),
    pounds("Revised £", ({ line }) => line.revisedPence),
    pounds("Forecast £", ({ line }) => line.forecastPence),
    pounds("Actual £", ({ line }) => line.actualPence),
    pounds("Outturn £", ({ line }) => line.outturnPence),
    { heading: "Part in the pool", width: 20, cell: ({ figures }) => textCell(figures.role) },
    pounds("Gross £", ({ figures }) => figures.grossPence),
    pounds("Income £", ({ figures }) => figures.incomePence),
    pounds("Who funds £", ({ figures }) => figures.fundsPence),
    pounds("Who spends £", ({ figures }) => figures.spendsPence),
    pounds("Between partners £", ({ figures }) =>
      (figures.role === "payment-to-partner" || figures.role === "income-from-partner" ? figures.fundsPence : 0)),
    pounds("Net forecast £", ({ figures }) => figures.forecastPence),
    pounds("Variance £", ({ figures }) => asPence(figures.forecastPence - figures.fundsPence)),
    pounds("Variance outside rings £", ({ outsideRingsPence }) => outsideRingsPence),
    { heading: "Part in its pool", width: 16, cell: ({ part }) => textCell(part ?? "") },
    { heading: "Contributor", width: 14, cell: ({ contributor }) => textCell(contributor) },
    pounds("Put into the pool £", ({ putInPence }) => putInPence),
    pounds("Pool net £", ({ netPence }) => netPence),
    pounds("Pool net forecast £", ({ netForecastPence }) => netForecastPence),
    { heading: "Forecast against budget", width: 22, cell: ({ figures }) => textCell(directionOf(figures)) },
    text("File", 24, (line) => line.source.file),
    text("Sheet", 24, (line) => line.source.sheet),
    {
      heading: "Cell", width: 10,
      cell: ({ line: { source } }) => ({ ...textCell(source.address), link: { file: source.file, sheet: source.sheet, address: source.address } }),
    },
    text("Cells by stage", 34, (line) => STAGES.flatMap((stage) => {
      const apart = line.source.apart?.[stage];
      const address = line.source.cells[stage] ?? (apart === undefined ? undefined : describeCell(apart));
      return address === undefined ? [] : [`${stage} ${address}`];
    }).join("; ")),
    { heading: "Sign on the sheet", width: 10, cell: ({ line }) => numberCell(line.source.sign) },
    { heading: "£ in the sheet's unit", width: 12, cell: ({ line }) => ({ value: fromPence(line.source.pencePerUnit, "pounds"), style: "body" }) },
    text("How it was told", 60, evidenceWords),
    text("Budget holder", 24, (line) => line.holder ?? null),
  ],
};

/** `refreshedOn` is an ISO date. */
export function linesSheet(lines: readonly PooledLine[], positions: readonly PoolPosition[], refreshedOn: string): SheetSpec {
  const keepers = new Map(positions.map((position) => [position.pool, keeperOf(position)]));
  const outside = varianceOutsideRings(lines);
  const rows = lines.map((row, i): LineRow => ({ ...row, ...poolFigures(row.line, keepers.get(row.line.pool ?? "")), outsideRingsPence: outside[i] ?? 0 }));
  const note = `Refreshed ${refreshedOn}. Change a figure on the agency's own sheet and read again; changes made here are overwritten.`;
  if (rows.length <= MAX_LINKS) return tableSheet(TABLE, rows, note);
  return tableSheet(WITHOUT_LINKS, rows, `${note} The source cells are named without links: a sheet of Excel holds ${group(MAX_LINKS)}.`);
}

/** "Excel specifications and limits", hyperlinks in a worksheet; above it Excel offers to repair the file. */
const MAX_LINKS = 65_530;

const WITHOUT_LINKS: TableDef<LineRow> = { ...TABLE, columns: TABLE.columns.map((column) => ({ ...column, cell: (row, i) => unlinked(column.cell(row, i)) })) };

function unlinked(cell: SheetCell): SheetCell {
  if (cell.link === undefined) return cell;
  const { link: _link, ...rest } = cell;
  return rest;
}

function evidenceWords(line: BudgetLine): string {
  return Object.entries(line.evidence).map(([field, evidence]: [string, Evidence]) => `${field}: ${evidence.reason}`).join("; ");
}
