// Units in which sheets state money, and the exact way from a sheet's number to pence.
import { asPence, type Pence } from "./pence";

/** The unit a sheet, table, column or single cell states its amounts in. */
export type MoneyUnit = "pence" | "pounds" | "thousands" | "millions";

const PENCE_PER_UNIT: Readonly<Record<MoneyUnit, number>> = {
  pence: 1,
  pounds: 100,
  thousands: 100_000,
  millions: 100_000_000,
};

/** How the unit is written for people, e.g. in a column heading. */
export const UNIT_LABEL: Readonly<Record<MoneyUnit, string>> = {
  pence: "pence",
  pounds: "£",
  thousands: "£000",
  millions: "£m",
};

/** Pence in one of the unit. */
export function pencePerUnit(unit: MoneyUnit): number {
  return PENCE_PER_UNIT[unit];
}

/**
 * A sheet's number in its unit, as pence. Binary noise of a stored double (12,345.67 held as 12345.670000000002) is rounded away;
 * `exact` is false when more than a thousandth of a penny had to be rounded, which a reader reports.
 */
export function toPence(value: number, unit: MoneyUnit): { pence: Pence; exact: boolean } {
  const scaled = value * PENCE_PER_UNIT[unit];
  const pence = Math.sign(scaled) * Math.round(Math.abs(scaled));
  return { pence: asPence(pence), exact: Math.abs(scaled - pence) <= Math.max(0.001, Math.abs(scaled) * 4e-15) };
}

/** Pence as a number in the unit, for a cell or a chart; never for further arithmetic. */
export function fromPence(pence: Pence, unit: MoneyUnit): number {
  return pence / PENCE_PER_UNIT[unit];
}
