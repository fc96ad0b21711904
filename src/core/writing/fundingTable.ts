// Funding sheet (tblFunding): one row a line and fund, so that views by fund can add up lines paid from several.
import type { Pence } from "../money/pence";
import { fundParts, type FundPart } from "../pooling/fundParts";
import type { PooledLine } from "../pooling/pooledLine";
import { tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetSpec } from "./types";

interface FundingRow {
  readonly pooled: PooledLine;
  readonly part: FundPart;
}

const pounds = (heading: string, of: (part: FundPart) => Pence): TableDef<FundingRow>["columns"][number] =>
  ({ heading, width: 16, cell: ({ part }) => poundsCell(of(part)) });

const TABLE: TableDef<FundingRow> = {
  sheet: PURSE_SHEETS.funding,
  table: "tblFunding",
  title: "Funding: each line's money by fund",
  subtitle: "£ and pence; expenditure +, income −. What a line's funds leave unexplained stands as not told; a forecast falls on the funds in the budget's shares.",
  tabColour: "#0F548C",
  columns: [
    { heading: "Line", width: 16, cell: ({ pooled }) => textCell(pooled.line.id, "label") },
    { heading: "Agency", width: 14, cell: ({ pooled }) => textCell(pooled.line.agency) },
    { heading: "Description", width: 44, cell: ({ pooled }) => textCell(pooled.line.description) },
    { heading: "Fund", width: 16, cell: ({ part }) => textCell(part.fund) },
    { heading: "Ring-fence", width: 14, cell: ({ part }) => textCell(part.ringFence ?? "") },
    pounds("Who funds £", (part) => part.funds),
    pounds("Who spends £", (part) => part.spends),
    pounds("Net forecast £", (part) => part.forecast),
  ],
};

/** Below-the-line money is left out, as it is from every view. */
export function fundingSheet(lines: readonly PooledLine[], refreshedOn: string): SheetSpec {
  const inPool = lines.filter(({ figures }) => figures.role !== "below-the-line");
  return tableSheet(TABLE, inPool.flatMap((pooled) => fundParts(pooled).map((part) => ({ pooled, part }))), `Refreshed ${refreshedOn}.`);
}
