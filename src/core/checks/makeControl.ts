// Builds a control's record from its two sides, so that every check judges a difference alike.
import type { CellRef } from "../budget/cells";
import { asPence, type Pence } from "../money/pence";
import type { Control, ControlId, ControlResult } from "./control";

export interface ControlInput {
  readonly id: ControlId;
  readonly title: string;
  readonly subject: string;
  readonly expectedPence: Pence;
  readonly foundPence: Pence;
  readonly tolerancePence?: Pence;
  /** Result when the two sides differ by more than the tolerance; red unless a difference only asks a question. */
  readonly whenDifferent?: ControlResult;
  readonly cells?: readonly CellRef[];
  readonly note?: string;
}

export function makeControl(input: ControlInput): Control {
  const differencePence = asPence(input.foundPence - input.expectedPence);
  const tolerancePence = input.tolerancePence ?? 0;
  return {
    id: input.id, title: input.title, subject: input.subject,
    expectedPence: input.expectedPence, foundPence: input.foundPence, differencePence, tolerancePence,
    result: Math.abs(differencePence) <= tolerancePence ? "green" : (input.whenDifferent ?? "red"),
    cells: input.cells ?? [], note: input.note ?? "",
  };
}
