// The Pool page as data: every figure under one lens, who funds or who spends, and its parts down to the lines.
import type { AgencyId } from "../../core/budget/agency";
import { variancePence, type BudgetLine } from "../../core/budget/line";
import type { Control } from "../../core/checks/control";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { percentWords } from "../../core/money/percent";
import type { AgentRoles } from "../../core/pooling/arrangements/agentFlows";
import { roleOf } from "../../core/pooling/lens";
import type { Elimination, Lens, Pool } from "../../core/pooling/types";
import type { PartnershipReading } from "../../core/reading/types";
import { lineFigure, lineFinder, type LineFigure, type LineFinder } from "./lines";

export interface LensFigures {
  readonly budgetPence: Pence;
  readonly forecastPence: Pence;
  /** + is adverse. */
  readonly variancePence: Pence;
}

/** The place's figures under a lens. */
export function placeFigures(pool: Pool, reading: PartnershipReading, lens: Lens): LensFigures {
  const variance = lens === "funds" ? pool.totals.variancePence : sumPenceBy(underLens(reading.lines, partnersOf(reading), lens, pool.agents.roles), variancePence);
  const budget = lens === "funds" ? pool.totals.netPence : pool.totals.deliveryPence;
  return { budgetPence: budget, forecastPence: budget + variance, variancePence: variance };
}

export interface Slice {
  readonly id: string;
  readonly name: string;
  readonly budgetPence: Pence;
  readonly variancePence: Pence;
  /** Part of the place in words, "25.8%"; null for a place of nothing. */
  readonly ofPlace: string | null;
  /** Size against the largest slice, 0 to 1, for a bar. */
  readonly share: number;
  readonly lines: readonly LineFigure[];
}

/** One slice an agency, in the reading's order. */
export function byAgency(pool: Pool, reading: PartnershipReading, lens: Lens): Slice[] {
  const find = lineFinder(reading);
  return withShares(pool.agencies.map((totals) => ({
    id: totals.agency, name: find.agencyName(totals.agency),
    budgetPence: lens === "funds" ? totals.netPence : totals.deliveryPence,
    ...parts(totals.lineIds, reading, find, lens, pool),
  })));
}

/** One slice an outcome, largest first. */
export function byOutcome(pool: Pool, reading: PartnershipReading, lens: Lens): Slice[] {
  const find = lineFinder(reading);
  const view = pool.views.find((candidate) => candidate.id === "P1");
  return withShares((view?.rows ?? []).map((row) => {
    const cells = view?.cells.filter((cell) => cell.row === row) ?? [];
    return {
      id: row, name: find.outcomeName(row),
      budgetPence: sumPenceBy(cells, (cell) => (lens === "funds" ? cell.fundsPence : cell.spendsPence)),
      ...parts(cells.flatMap((cell) => cell.lineIds), reading, find, lens, pool),
    };
  })).sort((a, b) => b.budgetPence - a.budgetPence);
}

/** Flows that the two partners record differently, largest difference first. */
export function differencesWaiting(pool: Pool): Elimination[] {
  return pool.eliminations.filter((flow) => flow.differencePence !== 0).sort((a, b) => Math.abs(b.differencePence) - Math.abs(a.differencePence));
}

export interface ControlCounts {
  readonly agree: number;
  readonly close: number;
  readonly disagree: number;
  /** Controls with nothing to compare. */
  readonly idle: number;
}

export function controlCounts(controls: readonly Control[]): ControlCounts {
  const count = (result: Control["result"]) => controls.filter((control) => control.result === result).length;
  return { agree: count("green"), close: count("amber"), disagree: count("red"), idle: count("none") };
}

/** Disagreeing controls first, then those to look at; agreeing ones keep their order. */
export function controlsInOrder(controls: readonly Control[]): Control[] {
  const order: Readonly<Record<Control["result"], number>> = { red: 0, amber: 1, green: 2, none: 3 };
  return [...controls].sort((a, b) => order[a.result] - order[b.result]);
}

/** Lines well over or under budget, largest first: pressures are adverse, underspends favourable. */
export function largestVariances(pool: Pick<Pool, "agents">, reading: PartnershipReading, lens: Lens): { readonly adverse: LineFigure[]; readonly favourable: LineFigure[] } {
  const figures = underLens(reading.lines, partnersOf(reading), lens, pool.agents.roles).map(lineFigure);
  return {
    adverse: figures.filter((figure) => figure.variancePence > 0).sort((a, b) => b.variancePence - a.variancePence),
    favourable: figures.filter((figure) => figure.variancePence < 0).sort((a, b) => a.variancePence - b.variancePence),
  };
}

/** The lines a lens counts: below-the-line money and an agent's own lines are in neither, and who spends leaves out what partners and departments pay one another. */
function underLens(lines: readonly BudgetLine[], partners: ReadonlySet<AgencyId>, lens: Lens, agents: AgentRoles): BudgetLine[] {
  return lines.filter((line) => {
    const role = agents.get(line.id) ?? roleOf(line, partners);
    return lens === "funds" ? role !== "below-the-line" && role !== "agent" : role === "external-spending" || role === "external-income";
  });
}

function partnersOf(reading: PartnershipReading): ReadonlySet<AgencyId> {
  return new Set(reading.agencies.map((agency) => agency.id));
}

function parts(lineIds: readonly string[], reading: PartnershipReading, find: LineFinder, lens: Lens, pool: Pick<Pool, "agents">): Pick<Slice, "variancePence" | "lines"> {
  const lines = underLens(lineIds.flatMap((id) => find.line(id) ?? []), partnersOf(reading), lens, pool.agents.roles).map(lineFigure);
  return { lines, variancePence: sumPenceBy(lines, (line) => line.variancePence) };
}

function withShares(slices: readonly Omit<Slice, "share" | "ofPlace">[]): Slice[] {
  const place = sumPenceBy(slices, (slice) => slice.budgetPence);
  const largest = Math.max(1, ...slices.map((slice) => Math.abs(slice.budgetPence)));
  return slices.map((slice) => ({ ...slice, ofPlace: percentWords(slice.budgetPence, place, 1), share: Math.abs(slice.budgetPence) / largest }));
}
