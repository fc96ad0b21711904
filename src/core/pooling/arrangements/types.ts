// Arrangements between partners as data: what each allows and forbids, whose accounts show it, and what can be checked of it.
import type { Arrangement } from "../../budget/line";
import type { CellRef } from "../../budget/cells";
import type { IsoDate } from "../../rules/types";
import type { AccountPreset } from "../poolTerms";

export const ARRANGEMENT_TESTS = ["schedule entered", "minimum entered", "no pass-through", "health and council only", "passes all on"] as const;
/**
 * What of an arrangement the sheets can show: agreed contributions are entered; a statutory minimum is; partners don't draw what they put
 * in; only NHS bodies and councils take part; the holder passes all it receives on, as an agent.
 */
export type ArrangementTest = (typeof ARRANGEMENT_TESTS)[number];

export const MOVES = ["none", "in the fund", "by the lead", "by direction"] as const;
/** Whether money may move from one agency's lines to another's, and on whose word. */
export type MovesBetween = (typeof MOVES)[number];

/** One row of the table of arrangements: a preset, and the pools or schemes that it governs. */
export interface ArrangementRow {
  readonly name: string;
  /** Names of pools or schemes, as the coding has them. */
  readonly governs: readonly string[];
  /** How lines of such a pool may be coded. */
  readonly lines: readonly Arrangement[];
  /** True when contributions lose their identity in one fund. */
  readonly fund: boolean;
  readonly moves: MovesBetween;
  readonly account: AccountPreset;
  readonly tests: readonly ArrangementTest[];
  readonly allows: string;
  readonly forbids: string;
  readonly virement: string;
  readonly jurisdiction: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
  readonly verifiedBy: string;
  readonly cell: CellRef | null;
}
