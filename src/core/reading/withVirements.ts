// A sheet that prints the original budget and its virements, and no revised one: the revised budget is both together.
import { pencePerUnit } from "../money/unit";
import { readAmount, type NumberStyle } from "./amounts";
import { valueAt } from "./grid";
import type { TableFacts } from "./tableFacts";
import { virementColumns } from "./virementColumns";
import type { ReadColumn } from "./tableSteps";
import type { LineDraft } from "./lineSteps";

export const ADDED_TO_ORIGINAL = "added to the original budget, as there is no revised one";

/** The column that is added to the original budget: the only one of virements beside an original and no revised budget; else null. */
export function addedVirements(columns: readonly ReadColumn[]): ReadColumn | null {
  const whole = columns.filter((column) => column.part === "whole");
  if (whole.length < columns.length || whole.some(({ stage }) => stage === "revised") || !whole.some(({ stage }) => stage === "original")) return null;
  const [only, ...others] = virementColumns(columns);
  return only === undefined || others.length > 0 ? null : only;
}

/** Lines with the revised budget that follows. A cell of virements without an amount adds nothing; text in it leaves the line as it was. */
export function withVirements(lines: readonly LineDraft[], { grid, columns, unit }: Pick<TableFacts, "grid" | "columns" | "unit">, style: NumberStyle): LineDraft[] {
  const added = addedVirements(columns);
  if (added === null) return [...lines];
  return lines.map((line) => {
    const { original, revised } = line.pence;
    const reading = readAmount(valueAt(grid, line.row, added.column), style);
    if (original === null || revised !== null || reading.kind === "text") return line;
    const pence = reading.kind === "number" ? Math.round(reading.value * pencePerUnit(reading.unit ?? added.unit ?? unit.unit)) : 0;
    const sum = original + line.sign * pence;
    return Number.isSafeInteger(sum) ? { ...line, pence: { ...line.pence, revised: sum } } : line;
  });
}
