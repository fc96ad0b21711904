// Year on year (P8) in `pool --json`: earlier years from the agencies' own sheets, with the cells they stand in.
import type { YearOnYear } from "../../core/pooling/realTerms/yearOnYear";
import { cellJson } from "./common";

/** `realChangePence` and `thenAtNowPricesPence` are null where the partners hold no index for the years. */
export function yearsJson(years: YearOnYear): object {
  return {
    index: years.index === null ? null : { name: years.index.name, version: years.index.version },
    cells: years.cells.map((cell) => ({
      agency: cell.agency, outcome: cell.outcome, year: cell.year, thisYear: cell.thisYear, thenPence: cell.thenPence, nowPence: cell.nowPence,
      changePence: cell.changePence, thenAtNowPricesPence: cell.thenAtNowPricesPence, realChangePence: cell.realChangePence, lines: cell.lineIds,
    })),
    lines: years.lines.map(({ figure, nowPence, thenAtNowPricesPence }) => ({
      line: figure.lineId, year: figure.year, stage: figure.stage, thenPence: figure.pence, nowPence, thenAtNowPricesPence, cell: cellJson(figure.cell),
    })),
    withoutEarlierPence: years.withoutEarlierPence,
    withoutEarlierLines: years.withoutEarlier.length,
  };
}
