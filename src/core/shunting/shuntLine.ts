// A line as the cost-shunt test needs it: whose, for what and how much, from the sheets as they are or from an earlier snapshot.
import type { AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, UNALLOCATED_OUTCOME, type BudgetLine, type Recurrence } from "../budget/line";
import type { Pence } from "../money/pence";
import type { Snapshot, SnapshotLine } from "../pooling/changes/snapshot";

export interface ShuntLine {
  readonly id: string;
  readonly agency: AgencyId;
  readonly nature: string;
  readonly counterparty: AgencyId | null;
  readonly outcome: string;
  readonly clientGroup: string | null;
  /** True where partners share it: pooled, aligned, led, or paid from one to another. */
  readonly shared: boolean;
  readonly recurrence: Recurrence | null;
  /** Budget, canonical sign. */
  readonly pence: Pence;
  readonly forecastPence: Pence;
}

/** One side of a comparison. */
export interface ShuntSnapshot {
  /** What it is, for people: "original budget", "snapshot of 2026-06-30". */
  readonly name: string;
  /** ISO date it was taken on, or null. */
  readonly on: string | null;
  readonly lines: readonly ShuntLine[];
}

/** The lines as they are; by default at the budget they are managed against. */
export function snapshotOfLines(lines: readonly BudgetLine[], name: string, on: string | null, figure: (line: BudgetLine) => Pence = budgetPence): ShuntSnapshot {
  return { name, on, lines: lines.map((line) => shuntLineOf(line, figure(line))) };
}

/** An earlier snapshot of the workbook. It keeps no client groups, so those are the lines' own of today; a line that is gone has none. */
export function snapshotBefore(snapshot: Snapshot, lines: readonly BudgetLine[]): ShuntSnapshot {
  const now = new Map(lines.map((line) => [line.id, line]));
  return {
    name: `snapshot of ${snapshot.takenOn.slice(0, 10)}`, on: snapshot.takenOn.slice(0, 10),
    lines: snapshot.lines.map((old) => {
      const line = now.get(old.lineId);
      const pence = old.amounts.revised ?? old.amounts.original ?? old.amounts.outturn ?? 0;
      return line === undefined ? goneLine(old, pence) : { ...shuntLineOf(line, pence), forecastPence: old.amounts.forecast ?? pence };
    }),
  };
}

function shuntLineOf(line: BudgetLine, pence: Pence): ShuntLine {
  return {
    id: line.id, agency: line.agency, nature: line.nature, counterparty: line.counterparty, outcome: line.outcome, clientGroup: line.clientGroup,
    shared: line.pool !== null || line.arrangement !== "own" || line.nature === "IA_PAYMENT" || line.nature === "IA_INCOME",
    recurrence: line.recurrence, pence, forecastPence: forecastOrBudgetPence(line),
  };
}

function goneLine(old: SnapshotLine, pence: Pence): ShuntLine {
  const word = (name: string): string | null => new RegExp(`(?:^|; )${name} ([^;]+)`).exec(old.coding)?.[1] ?? null;
  const nature = word("nature") ?? "";
  return {
    id: old.lineId, agency: old.agency, nature, counterparty: word("counterparty"), outcome: word("outcome") ?? UNALLOCATED_OUTCOME, clientGroup: null,
    shared: word("pool") !== null || nature.startsWith("IA_"), recurrence: null, pence, forecastPence: old.amounts.forecast ?? pence,
  };
}
