// What the partners to a pool agreed: host, contributions, minimums, how risk is shared, and from when.
import type { AgencyId } from "../budget/agency";
import type { CellRef } from "../budget/cells";
import type { Pence } from "../money/pence";
import { holdsOn } from "../rules/inForce";
import type { IsoDate } from "../rules/types";
import { compareText } from "../text";
import type { AgreedAmount, SharingTerms } from "./riskShare/types";

export const ACCOUNT_PRESETS = [
  "joint operation", "controlled by one body", "lead commissioner as principal", "lead commissioner as agent", "aligned",
] as const;
/** Whose accounts show the pool (IFRS 10, IFRS 11 and the principal and agent test of IFRS 15). */
export type AccountPreset = (typeof ACCOUNT_PRESETS)[number];

/** One row of the table of pools. */
export interface PoolTerms extends SharingTerms {
  readonly pool: string;
  /** Null: told from the sheets. */
  readonly host: AgencyId | null;
  /** The agreement schedule, in the fixed order of the agreement; empty when not filled in. */
  readonly contributions: readonly AgreedAmount[];
  readonly minimums: readonly AgreedAmount[];
  /** Balance at the start of the year, + in hand. */
  readonly broughtForwardPence: Pence;
  readonly account: AccountPreset;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
  readonly cell: CellRef | null;
}

/** The terms of a pool on a date; without a date, or where several rows hold, the row that begins last. */
export function termsOf(pool: string, terms: readonly PoolTerms[], date: IsoDate | null): PoolTerms | undefined {
  const own = terms.filter((row) => row.pool.toLowerCase() === pool.toLowerCase() && (date === null || holdsOn({ ...row, jurisdiction: "*" }, date)));
  return own.sort((a, b) => compareText(b.from ?? "", a.from ?? ""))[0];
}
