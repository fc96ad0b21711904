// The Suggestions page as data: how much of each pressure would close, the moves with their lines, and how flexible each agency is.
import type { AgencyId } from "../../core/budget/agency";
import { budgetPence, type BudgetLine } from "../../core/budget/line";
import type { FlexClass, Flexibility } from "../../core/flexibility/types";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import type { AgencyTotals } from "../../core/pooling/types";
import type { Virement } from "../../core/virement/life";
import type { Move, Pressure, StageProof, Suggestions } from "../../core/virement/types";
import type { LineFinder } from "./lines";

export interface PressureRow {
  readonly pressure: Pressure;
  readonly closedPence: Pence;
  /** 0 to 1, for a bar. */
  readonly share: number;
}

/** Every pressure with what the moves would close of it, largest first. */
export function pressureRows(suggestions: Suggestions): PressureRow[] {
  return suggestions.pressures
    .map((pressure) => {
      const closedPence = sumPenceBy(suggestions.moves.filter((move) => move.to === pressure.lineId), (move) => move.amountPence);
      return { pressure, closedPence, share: pressure.pence === 0 ? 0 : closedPence / pressure.pence };
    })
    .sort((a, b) => b.pressure.pence - a.pressure.pence);
}

export function pressureTotalPence(suggestions: Suggestions): Pence {
  return sumPenceBy(suggestions.pressures, (pressure) => pressure.pence);
}

export interface BurdenEffect {
  readonly agency: AgencyId;
  readonly beforePence: Pence;
  readonly afterPence: Pence;
}

/** What the agencies on both sides bear net, before and after the move; equal figures where no cost passes from one to another. */
export function burdenEffects(move: Move, find: LineFinder, agencies: readonly AgencyTotals[]): BurdenEffect[] {
  const touched = new Set([find.line(move.from)?.agency, find.line(move.to)?.agency, ...move.burden.map((change) => change.agency)]);
  return agencies.filter((totals) => touched.has(totals.agency)).map((totals) => ({
    agency: totals.agency,
    beforePence: totals.netPence,
    afterPence: totals.netPence + sumPenceBy(move.burden.filter((change) => change.agency === totals.agency), (change) => change.pence),
  }));
}

/** Nothing better exists under these rules, at every stage of the order of aims. */
export function isProvenBest(stages: readonly StageProof[]): boolean {
  return stages.length > 0 && stages.every((stage) => stage.optimal);
}

/** How much more pressure could at most be closed by a better answer, or null when the main aim has no proof to measure by. */
export function possibleGainPence(stages: readonly StageProof[]): Pence | null {
  const main = stages.find((stage) => stage.objective === "pressure-closed");
  if (main === undefined) return null;
  const gain = Math.round(Math.abs(main.bound - main.value));
  return Number.isSafeInteger(gain) ? gain : null;
}

/** True when every suggested move already has a row in tblVirements with the same lines and amount. */
export function allInWorkbook(moves: readonly Move[], virements: readonly Virement[]): boolean {
  return moves.every((move) => virements.some((v) => v.from === move.from && v.to === move.to && v.suggestedPence === move.amountPence && v.state === "suggested"));
}

export const FLEX_CLASSES: readonly FlexClass[] = ["F0", "F1", "F2", "F3", "F4", "F5"];

export interface FlexSlice {
  readonly class: FlexClass;
  /** Spending budgets of the class. */
  readonly pence: Pence;
  readonly share: number;
}

export interface AgencyFlexibility {
  readonly agency: AgencyId;
  readonly flexiblePence: Pence;
  readonly alignOnlyPence: Pence;
  readonly slices: readonly FlexSlice[];
  /** Lines with something to move or to align, most first. */
  readonly lines: readonly { readonly line: BudgetLine; readonly flexibility: Flexibility }[];
}

/** Each agency's spending by class, with what could move. */
export function agencyFlexibility(suggestions: Suggestions, find: LineFinder, agencies: readonly AgencyId[]): AgencyFlexibility[] {
  const known = suggestions.flexibility.flatMap((flexibility) => {
    const line = find.line(flexibility.lineId);
    return line === null ? [] : [{ line, flexibility }];
  });
  return agencies.map((agency) => {
    const own = known.filter(({ line }) => line.agency === agency);
    const spending = own.filter(({ line }) => budgetPence(line) > 0);
    const whole = sumPenceBy(spending, ({ line }) => budgetPence(line));
    return {
      agency,
      flexiblePence: sumPenceBy(own, ({ flexibility }) => flexibility.flexiblePence),
      alignOnlyPence: sumPenceBy(own, ({ flexibility }) => flexibility.alignOnlyPence),
      slices: FLEX_CLASSES.map((flexClass) => {
        const pence = sumPenceBy(spending.filter(({ flexibility }) => flexibility.class === flexClass), ({ line }) => budgetPence(line));
        return { class: flexClass, pence, share: whole === 0 ? 0 : pence / whole };
      }).filter((slice) => slice.pence > 0),
      lines: own.filter(({ flexibility }) => flexibility.flexiblePence > 0 || flexibility.alignOnlyPence > 0)
        .sort((a, b) => reach(b.flexibility) - reach(a.flexibility)),
    };
  });
}

/** What no suggestion closes. */
export function unclosedPence(suggestions: Suggestions): Pence {
  return sumPenceBy(suggestions.unclosed, (unclosed) => unclosed.amountPence);
}

function reach(flexibility: Flexibility): Pence {
  return flexibility.flexiblePence + flexibility.alignOnlyPence;
}
