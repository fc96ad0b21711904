// Year on year (P8): this year's budget beside what the same lines were in earlier years, in cash and at this year's prices.
import type { AgencyId } from "../../budget/agency";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import { compareText } from "../../text";
import type { PooledLine } from "../pooledLine";
import type { EarlierFigure, LineYears } from "./otherYears";
import { atPricesOf, type PriceIndex } from "./priceIndex";

/** One line of one earlier year. `now` is its budget of this year in the lens of who funds. */
export interface YearLine {
  readonly figure: EarlierFigure;
  readonly thisYear: number;
  readonly thenPence: Pence;
  readonly nowPence: Pence;
  /** The earlier figure at this year's prices; null without an index for both years. */
  readonly thenAtNowPricesPence: Pence | null;
}

/** The lines of one agency and outcome that have a figure for the earlier year: like is compared with like. */
export interface YearCell {
  readonly agency: AgencyId;
  readonly outcome: string;
  readonly year: number;
  readonly thisYear: number;
  readonly thenPence: Pence;
  readonly nowPence: Pence;
  readonly changePence: Pence;
  readonly thenAtNowPricesPence: Pence | null;
  /** At this year's prices. */
  readonly realChangePence: Pence | null;
  readonly lineIds: readonly string[];
}

export interface YearOnYear {
  /** The index that real terms are in, or null when the partners have entered none. */
  readonly index: PriceIndex | null;
  readonly cells: readonly YearCell[];
  readonly lines: readonly YearLine[];
  /** Lines whose sheets print no earlier year, with their budget: what the comparison leaves out. */
  readonly withoutEarlier: readonly string[];
  readonly withoutEarlierPence: Pence;
}

/**
 * Cells by agency, outcome and earlier year; their sums of cash and real amounts are sums over `lines`, each rounded by itself, so that a
 * table of the lines re-adds to them. `indices` are the newest versions; the first by name that holds any of the years is used.
 */
export function yearOnYear(pooled: readonly PooledLine[], years: LineYears, indices: readonly PriceIndex[]): YearOnYear {
  if (years.earlier.length === 0) {
    return { index: null, cells: [], lines: [], withoutEarlier: pooled.map(({ line }) => line.id), withoutEarlierPence: sumPenceBy(pooled, ({ figures }) => figures.fundsPence) };
  }
  const of = new Map(pooled.map((one) => [one.line.id, one]));
  const figures = years.earlier.filter((figure) => of.has(figure.lineId));
  const index = indices.find(({ values }) => figures.some(({ lineId, year }) => values.has(year) && values.has(years.yearOf.get(lineId) ?? 0))) ?? null;
  const lines = figures.map((figure): YearLine => {
    const thisYear = years.yearOf.get(figure.lineId) ?? 0;
    return {
      figure, thisYear, thenPence: figure.pence, nowPence: of.get(figure.lineId)?.figures.fundsPence ?? 0,
      thenAtNowPricesPence: index === null ? null : atPricesOf(figure.pence, figure.year, thisYear, index),
    };
  });
  const compared = new Set(figures.map((figure) => figure.lineId));
  const left = pooled.filter(({ line }) => !compared.has(line.id));
  return {
    index, lines, cells: cellsOf(lines, of),
    withoutEarlier: left.map(({ line }) => line.id), withoutEarlierPence: sumPenceBy(left, ({ figures: own }) => own.fundsPence),
  };
}

function cellsOf(lines: readonly YearLine[], of: ReadonlyMap<string, PooledLine>): YearCell[] {
  const groups = new Map<string, YearLine[]>();
  for (const line of lines) {
    const held = of.get(line.figure.lineId)?.line;
    const key = JSON.stringify([held?.agency ?? "", held?.outcome ?? "", line.figure.year, line.thisYear]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups].map(([key, own]): YearCell => {
    const [agency, outcome, year, thisYear] = JSON.parse(key) as [string, string, number, number];
    const [thenPence, nowPence] = [sumPenceBy(own, (line) => line.thenPence), sumPenceBy(own, (line) => line.nowPence)];
    const real = own.some((line) => line.thenAtNowPricesPence === null) ? null : sumPenceBy(own, (line) => line.thenAtNowPricesPence ?? 0);
    return {
      agency, outcome, year, thisYear, thenPence, nowPence, changePence: asPence(nowPence - thenPence),
      thenAtNowPricesPence: real, realChangePence: real === null ? null : asPence(nowPence - real), lineIds: own.map((line) => line.figure.lineId),
    };
  }).sort((a, b) => compareText(a.agency, b.agency) || compareText(a.outcome, b.outcome) || a.year - b.year);
}
