// Price indices that the partners hold, and what an amount of one year is worth at the prices of another, exactly to the penny.
import type { CellRef } from "../../budget/cells";
import { asPence, type Pence } from "../../money/pence";
import type { IsoDate } from "../../rules/types";
import { compareText } from "../../text";

/** One row of the table of indices: a year's value as published on a date. A financial year is named by the year it begins in. */
export interface IndexValue {
  readonly index: string;
  readonly year: number;
  /** Above zero, at most six decimals. */
  readonly value: number;
  /** When this value was published: indices are revised, and the newest version counts. */
  readonly version: IsoDate;
  readonly source: string;
  readonly cell: CellRef | null;
}

/** One index in its newest version. */
export interface PriceIndex {
  readonly name: string;
  readonly version: IsoDate;
  readonly values: ReadonlyMap<number, number>;
}

/** Each index by name, in the version published last, on or before the date where one is given. Versions are never mixed. */
export function newestIndices(rows: readonly IndexValue[], date: IsoDate | null = null): PriceIndex[] {
  const known = rows.filter((row) => date === null || row.version <= date);
  const names = [...new Set(known.map((row) => row.index))].sort(compareText);
  return names.map((name) => {
    const own = known.filter((row) => row.index === name);
    const version = own.map((row) => row.version).sort(compareText).at(-1) ?? "";
    return { name, version, values: new Map(own.filter((row) => row.version === version).map((row) => [row.year, row.value])) };
  });
}

/**
 * An amount of year `from` at the prices of year `to`: nominal × index of `to` ÷ index of `from`, halves of a penny away from zero.
 * Null where the index holds no value for one of the years. Throws PenceError when the result leaves the exact range.
 */
export function atPricesOf(pence: Pence, from: number, to: number, index: PriceIndex): Pence | null {
  const [fromValue, toValue] = [index.values.get(from), index.values.get(to)];
  if (fromValue === undefined || toValue === undefined) return null;
  const [numerator, divisor] = [BigInt(Math.abs(asPence(pence))) * scaled(toValue), scaled(fromValue)];
  const size = (2n * numerator + divisor) / (2n * divisor);
  return asPence((pence < 0 ? -1 : 1) * Number(size));
}

/** Change in percent, in cash and in real terms: (nominal ÷ nominal before) ÷ (index ÷ index before) − 1. For display only. */
export function changePercent(beforePence: Pence, nowPence: Pence, indexBefore = 1, indexNow = 1): number | null {
  return beforePence === 0 ? null : (nowPence / beforePence / (indexNow / indexBefore) - 1) * 100;
}

const DECIMALS = 1_000_000;

/** Index values in millionths: whole numbers, so that the division is exact. */
function scaled(value: number): bigint {
  return BigInt(Math.round(value * DECIMALS));
}
