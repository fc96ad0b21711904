// What the coding and the sheets' own words say of the partners, as it is handed from one step of reading to the next.
import type { CellRef } from "../budget/cells";
import type { Arrangement, Control, Recurrence } from "../budget/line";
import type { Outcome } from "./types";
import type { Issue } from "../issues/issue";
import type { BodyType } from "../budget/agency";

/** One fund named on a coding row; the amount is null when the whole line is meant. */
export interface CodedFund {
  readonly fund: string;
  readonly ringFence: string | null;
  readonly pence: number | null;
}

export interface CodingRow {
  readonly cell: CellRef;
  readonly agency: string;
  /** The agency's own code, or the line's own words where it has none. */
  readonly key: string;
  readonly ref: string | null;
  readonly outcome: string | null;
  readonly clientGroup: string | null;
  readonly subjectiveGroup: number | null;
  readonly funds: readonly CodedFund[];
  readonly fundCell: CellRef;
  readonly counterparty: string | null;
  readonly counterpartyCell: CellRef;
  readonly scheme: string | null;
  readonly arrangement: Arrangement | null;
  readonly pool: string | null;
  readonly control: Control | null;
  readonly committedPence: number | null;
  readonly committedUntil: string | null;
  readonly floorPence: number | null;
  readonly recurrence: Recurrence | null;
  /** True where the owner confirms that a forecast underspend comes again every year. */
  readonly underspendRecurs: boolean | null;
  readonly staffing: boolean | null;
  readonly priority: number | null;
  /** Who holds the budget. */
  readonly holder: string | null;
  readonly note: string | null;
}

export interface Coding {
  readonly sheet: CellRef;
  readonly rows: readonly CodingRow[];
  readonly partners: readonly Partner[];
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Issue[];
}

/** A partner as the partners' own table names it, or as a sheet's words told. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly bodyType: BodyType;
  readonly jurisdiction: string;
  readonly source: CellRef | null;
}

/** What tells whose sheet it is, the surest first. */
export interface SheetNames {
  readonly titles: readonly { readonly text: string; readonly cell: CellRef }[];
  readonly sheet: CellRef;
  readonly file: string | null;
}
