// Years sheet (tblYears): what each line was in an earlier year on its own sheet, beside this year's budget and at this year's prices.
import { cellAddress } from "../budget/cells";
import { financialYearWords } from "../pooling/realTerms/financialYear";
import type { PriceIndex } from "../pooling/realTerms/priceIndex";
import type { YearLine, YearOnYear } from "../pooling/realTerms/yearOnYear";
import type { PooledLine } from "../pooling/pooledLine";
import { fromPence } from "../money/unit";
import { TABLE_HEADER_ROW, tableSheet, type TableDef } from "../tables/table";
import { poundsCell, textCell } from "./cellText";
import { PURSE_SHEETS } from "./sheetNames";
import type { SheetCell, SheetSpec } from "./types";

interface YearRow {
  readonly year: YearLine;
  readonly pooled: PooledLine;
  readonly index: PriceIndex | null;
}

const [THEN, INDEX_THEN, INDEX_NOW] = [6, 8, 9] as const;

const TABLE: TableDef<YearRow> = {
  sheet: PURSE_SHEETS.years,
  table: "tblYears",
  title: "Years: what each line was in earlier years",
  subtitle: "£ and pence; expenditure +, income −. The earlier figure is the one printed on the line's own sheet; at this year's prices it is multiplied by the index of this year and divided by the index of its own.",
  tabColour: "#0F548C",
  freezeColumns: 3,
  columns: [
    { heading: "Line", width: 16, cell: ({ pooled }) => textCell(pooled.line.id, "label") },
    { heading: "Agency", width: 14, cell: ({ pooled }) => textCell(pooled.line.agency) },
    { heading: "Outcome", width: 10, cell: ({ pooled }) => textCell(pooled.line.outcome) },
    { heading: "Year", width: 12, cell: ({ year }) => textCell(financialYearWords(year.figure.year)) },
    { heading: "This year", width: 12, cell: ({ year }) => textCell(financialYearWords(year.thisYear)) },
    { heading: "Stage", width: 12, cell: ({ year }) => textCell(year.figure.stage) },
    { heading: "Then £", width: 16, cell: ({ year }) => poundsCell(year.thenPence) },
    { heading: "Now £", width: 16, cell: ({ year }) => poundsCell(year.nowPence) },
    { heading: "Index then", width: 12, cell: ({ index, year }) => ({ value: index?.values.get(year.figure.year) ?? null, style: "body" }) },
    { heading: "Index now", width: 12, cell: ({ index, year }) => ({ value: index?.values.get(year.thisYear) ?? null, style: "body" }) },
    { heading: "Then in real terms £", width: 18, cell: realCell },
    { heading: "Cell", width: 10, cell: ({ year: { figure } }) => ({ ...textCell(figure.cell.address), link: figure.cell }) },
  ],
};

/** `pooled` holds every line of the comparison. */
export function yearsSheet({ lines, index }: YearOnYear, pooled: readonly PooledLine[], refreshedOn: string): SheetSpec {
  const of = new Map(pooled.map((one) => [one.line.id, one]));
  const rows = lines.flatMap((year): YearRow[] => {
    const found = of.get(year.figure.lineId);
    return found === undefined ? [] : [{ year, pooled: found, index }];
  });
  return tableSheet(TABLE, rows, `Refreshed ${refreshedOn}. ${indexWords(index)}`);
}

/** Which index real terms are in, and of which version. */
export function indexWords(index: PriceIndex | null): string {
  return index === null ? `No index covers these years: enter one on ${PURSE_SHEETS.indices} for real terms.` : `Real terms by the index "${index.name}", version of ${index.version}.`;
}

function realCell({ year }: YearRow, i: number): SheetCell {
  if (year.thenAtNowPricesPence === null) return { value: null, format: "pounds-pence", style: "body" };
  const at = (column: number): string => cellAddress(TABLE_HEADER_ROW + 1 + i, column);
  return { value: fromPence(year.thenAtNowPricesPence, "pounds"), formula: `=ROUND(${at(THEN)}*${at(INDEX_NOW)}/${at(INDEX_THEN)},2)`, format: "pounds-pence", style: "body" };
}
