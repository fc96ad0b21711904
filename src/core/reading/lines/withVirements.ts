// A sheet that prints one budget and its virements, and no revised one: beside an original budget, or where its variance tells, the revised one is both together.
import { parseAddress } from "../../budget/cells";
import type { Pence } from "../../money/pence";
import { pencePerUnit } from "../../money/unit";
import { readAmount, type NumberStyle } from "../words/amounts";
import { valueAt } from "../grid";
import { meaningOf } from "../words/headingWords";
import type { TableFacts } from "../tableFacts";
import { virementColumns } from "../columns/virementColumns";
import type { ReadColumn } from "../tableSteps";
import type { LineDraft, TableAnswer } from "../lineSteps";

export const ADDED_TO_ORIGINAL = "added to the original budget, as there is no revised one";

/** The column that is added to the original budget: the only one of virements beside an original and no revised budget; else null. */
export function addedVirements(columns: readonly ReadColumn[]): ReadColumn | null {
  const whole = columns.filter((column) => column.part === "whole");
  if (whole.length < columns.length || whole.some(({ stage }) => stage === "revised") || !whole.some(({ stage }) => stage === "original")) return null;
  const [only, ...others] = virementColumns(columns);
  return only === undefined || others.length > 0 ? null : only;
}

export const ADDED_BY_VARIANCE = "added to the budget beside it: the printed variance counts both";

/** A heading that says budget and not which one, beside a column of virements: does the budget hold them already? */
export interface PlainBudget {
  readonly budget: ReadColumn;
  readonly virements: ReadColumn;
  /** "before" them or "after" them as the printed variance tells on every row that has some; "unclear" where none does; "none" while there are none. */
  readonly is: "before" | "after" | "unclear" | "none";
}

/** Null for any other table, and where a person said what the budget's column is. */
export function plainBudget({ grid, columns, unit }: Pick<TableFacts, "grid" | "columns" | "unit">, rows: readonly number[], style: NumberStyle, answer: TableAnswer | null): PlainBudget | null {
  const used = columns.filter(({ stage }) => stage !== null);
  const [budget, ...more] = used.filter(({ stage }) => stage === "revised" || stage === "original");
  const [virements, ...others] = virementColumns(columns);
  if (budget?.stage !== "revised" || more.length > 0 || virements === undefined || others.length > 0 || used.some(({ part }) => part !== "whole")) return null;
  if (meaningOf(budget.heading)?.plain !== true || answer?.corrections.columns.some(({ heading }) => heading === budget.heading) === true) return null;
  const pence = (row: number, column: ReadColumn | undefined): Pence | null => {
    const reading = column === undefined ? null : readAmount(valueAt(grid, row, column.column), style);
    return reading?.kind === "number" ? Math.round(reading.value * pencePerUnit(reading.unit ?? column?.unit ?? unit.unit)) : null;
  };
  const moved = rows.filter((row) => (pence(row, virements) ?? 0) !== 0 && pence(row, budget) !== null);
  if (moved.length === 0) return { budget, virements, is: "none" };
  const compared = columns.find(({ stage }) => stage === "forecast") ?? columns.find(({ stage }) => stage === "outturn");
  const variance = columns.find(({ field }) => field === "variance");
  // Half a unit on either side of each of the figures, as they may be rounded.
  const room = 2 * pencePerUnit(unit.unit);
  const told = moved.flatMap((row): ("before" | "after")[] => {
    const looked = variance === undefined ? null : columnsIn(grid.formulas?.[row]?.[variance.column] ?? null, row);
    // A formula says it better than the figure it last gave.
    if (looked?.has(virements.column) === true) return ["before"];
    if (looked?.has(budget.column) === true) return ["after"];
    const [printed, held, added, then] = [pence(row, variance), pence(row, budget), pence(row, virements), pence(row, compared)];
    if (printed === null || held === null || added === null || then === null || Math.abs(added) <= 2 * room) return [];
    const fits = (against: Pence): boolean => Math.abs(Math.abs(printed) - Math.abs(then - against)) <= room;
    const [after, before] = [fits(held), fits(held + added)];
    return after === before ? [] : [after ? "after" : "before"];
  });
  const [first] = told;
  return { budget, virements, is: first !== undefined && told.every((one) => one === first) ? first : "unclear" };
}

/** The columns of its own row that a formula looks at, one by one; null for none. */
function columnsIn(formula: string | null, row: number): ReadonlySet<number> | null {
  if (formula === null) return null;
  const places = [...formula.matchAll(/\$?([A-Z]{1,3})\$?(\d+)/g)].flatMap(([, letters = "", digits = ""]) => parseAddress(`${letters}${digits}`) ?? []);
  return new Set(places.flatMap((at) => (at.row === row ? [at.column] : [])));
}

/** Lines with the revised budget that follows. A cell of virements without an amount adds nothing; text in it leaves the line as it was. */
export function withVirements(given: readonly LineDraft[], { grid, columns, unit }: Pick<TableFacts, "grid" | "columns" | "unit">, style: NumberStyle, plain: PlainBudget | null = null): LineDraft[] {
  const before = plain?.is === "before" ? plain : null;
  const added = before?.virements ?? addedVirements(columns);
  if (added === null) return [...given];
  // The budget before its virements is the original one: it has no revised budget's cell.
  const lines = before === null ? given : given.map(({ pence, cells: { revised, ...cells }, ...line }): LineDraft => ({ ...line, pence: { ...pence, original: pence.revised, revised: null }, cells: revised === undefined ? cells : { ...cells, original: revised } }));
  return lines.map((line) => {
    const { original, revised } = line.pence;
    const reading = readAmount(valueAt(grid, line.row, added.column), style);
    if (original === null || revised !== null || reading.kind === "text") return line;
    const pence = reading.kind === "number" ? Math.round(reading.value * pencePerUnit(reading.unit ?? added.unit ?? unit.unit)) : 0;
    const sum = original + line.sign * pence;
    return Number.isSafeInteger(sum) ? { ...line, pence: { ...line.pence, revised: sum } } : line;
  });
}
