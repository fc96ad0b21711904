// How much of a line can move, in which fund, until when, and why.
import type { Attributes } from "./attributes";
import type { Pence } from "../money/pence";

/** F0 fixed by law, F1 centrally controlled, F2 ring-fenced, F3 committed, F4 managed, F5 discretionary. */
export type FlexClass = "F0" | "F1" | "F2" | "F3" | "F4" | "F5";

export interface FlexPart {
  readonly fund: string;
  readonly ringFence: string | null;
  readonly pence: Pence;
  /** Where this part may go, in words and as a machine key. */
  readonly reach: "anywhere" | "own agency" | "inside pool" | "inside ring" | "programme only" | "align only" | "nowhere";
  /** True where it would be free, but the split of funds that says whose money it is does not add up (control R6). */
  readonly disputed?: true;
}

export interface Flexibility {
  readonly lineId: string;
  readonly class: FlexClass;
  readonly attributes: Attributes;
  readonly headroomPence: Pence;
  /** Sum of the parts that may move somewhere (align-only money is not in it). */
  readonly flexiblePence: Pence;
  readonly alignOnlyPence: Pence;
  readonly parts: readonly FlexPart[];
  readonly recurrence: "one-off" | "recurrent";
  readonly until: string | null;
  /** One sentence. */
  readonly reason: string;
}
