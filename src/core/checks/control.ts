// A control: one check of the figures, with both sides of the comparison and where they stand.
import type { CellRef } from "../budget/cells";
import type { Pence } from "../money/pence";

export type ControlId = "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9" | "R10" | "R11" | "R12" | "R13" | "R14" | "R15" | "R16";

/** green within rounding; amber within worst-case rounding, or a difference that asks a question; red beyond; `none` when there is nothing to compare. */
export type ControlResult = "green" | "amber" | "red" | "none";

export interface Control {
  readonly id: ControlId;
  /** What is checked, in one clause, e.g. "Sheet total". */
  readonly title: string;
  /** Sheet, agency, pool or view the check is of. */
  readonly subject: string;
  readonly expectedPence: Pence | null;
  readonly foundPence: Pence | null;
  readonly differencePence: Pence | null;
  readonly tolerancePence: Pence;
  readonly result: ControlResult;
  /** Both cells (printed and computed), where there are cells. */
  readonly cells: readonly CellRef[];
  readonly note: string;
}
