// The cost-shunt test: whether a change lowers one body's net burden by raising another's without an agreed, funded transfer.
import type { AgencyId } from "../budget/agency";
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";

export interface BurdenChange {
  readonly agency: AgencyId;
  /** Net burden after less before: + is worse off. */
  readonly pence: Pence;
}

export type ShuntVerdict = "pure-shunt" | "saving-with-loser" | "wasteful" | "passes" | "not-quantified";

export interface ShuntResult {
  readonly changes: readonly BurdenChange[];
  /** Extra charges and self-funding by citizens; shown, never netted against public bodies. */
  readonly citizensPence: Pence;
  /** Σ of the public bodies' changes. */
  readonly systemPence: Pence;
  /** S = min(Σ what bodies are relieved of, Σ what others take on). */
  readonly shuntPence: Pence;
  /** S / Σ what bodies are relieved of, 0 to 1; 0 when none is relieved. */
  readonly ratio: number;
  readonly tolerancePence: Pence;
  readonly verdict: ShuntVerdict;
  /** What would make each loser whole; empty unless some lose more than the tolerance. */
  readonly compensation: readonly BurdenChange[];
}

const LEAST_TOLERANCE: Pence = 100_000;

/** τ: £1,000, or 0.1% of the smaller agency's net spending where that is more. */
export function shuntTolerance(netPence: readonly Pence[]): Pence {
  const nets = netPence.map((pence) => Math.abs(pence)).filter((pence) => pence > 0);
  return nets.length === 0 ? LEAST_TOLERANCE : Math.max(LEAST_TOLERANCE, Math.floor(Math.min(...nets) / 1000));
}

/** Net burden of each agency: the sum of its lines in canonical sign, inter-agency payments and income included. By agency id. */
export function netBurdens(lines: readonly BudgetLine[], figure: (line: BudgetLine) => Pence = budgetPence): BurdenChange[] {
  const agencies = [...new Set(lines.map((line) => line.agency))].sort(compareText);
  return agencies.map((agency) => ({ agency, pence: sumPenceBy(lines.filter((line) => line.agency === agency), figure) }));
}

/** Change from one snapshot of burdens to another; an agency in one only counts from or to 0. */
export function burdenChanges(before: readonly BurdenChange[], after: readonly BurdenChange[]): BurdenChange[] {
  const of = (some: readonly BurdenChange[], agency: AgencyId): Pence => sumPenceBy(some.filter((b) => b.agency === agency), (b) => b.pence);
  const agencies = [...new Set([...before, ...after].map((b) => b.agency))].sort(compareText);
  return agencies.map((agency) => ({ agency, pence: asPence(of(after, agency) - of(before, agency)) }));
}

/**
 * Judges a change. Σ within ±τ and S > τ is a pure shunt; Σ < −τ with S > τ saves but has a loser, who must be compensated; Σ > τ is
 * wasteful; otherwise no one is worse off by more than τ. A linked service without a known effect can't pass as clean.
 */
export function shuntTest(changes: readonly BurdenChange[], options: { tolerancePence: Pence; citizensPence?: Pence; unquantified?: boolean }): ShuntResult {
  const { tolerancePence } = options;
  const relieved = sumPenceBy(changes, (change) => Math.max(0, -change.pence));
  const burdened = sumPenceBy(changes, (change) => Math.max(0, change.pence));
  const systemPence = asPence(burdened - relieved);
  const shuntPence = Math.min(relieved, burdened);
  const losers = changes.filter((change) => change.pence > tolerancePence);
  return {
    changes, citizensPence: options.citizensPence ?? 0, systemPence, shuntPence, tolerancePence,
    ratio: relieved === 0 ? 0 : shuntPence / relieved,
    verdict: verdictOf(systemPence, shuntPence, tolerancePence, losers.length > 0, options.unquantified === true),
    compensation: losers,
  };
}

function verdictOf(system: Pence, shunt: Pence, tolerance: Pence, anyLoser: boolean, unquantified: boolean): ShuntVerdict {
  if (shunt > tolerance && Math.abs(system) <= tolerance) return "pure-shunt";
  if (shunt > tolerance && system < -tolerance) return "saving-with-loser";
  if (system > tolerance) return "wasteful";
  if (anyLoser) return "pure-shunt";
  return unquantified ? "not-quantified" : "passes";
}

/** A service whose cost depends on another: `elasticity` is the extra cost per £1 cut, as people supplied it; null when unknown. */
export interface ServiceLink {
  readonly fromLine: string;
  readonly toLine: string;
  readonly elasticity: number | null;
  readonly evidence: string;
}

export interface InducedEffect {
  readonly changes: readonly BurdenChange[];
  /** Links out of the cut line without an elasticity: linked, not quantified. */
  readonly unquantified: readonly ServiceLink[];
}

/** What a cut of a line (positive pence) costs the agencies of the lines linked to it, each effect rounded to the penny. */
export function inducedBy(cut: { readonly lineId: string; readonly pence: Pence }, links: readonly ServiceLink[], lines: readonly BudgetLine[]): InducedEffect {
  const out = links.filter((link) => link.fromLine === cut.lineId);
  const changes = out.flatMap((link): BurdenChange[] => {
    const target = lines.find((line) => line.id === link.toLine);
    return link.elasticity === null || target === undefined ? [] : [{ agency: target.agency, pence: asPence(Math.round(link.elasticity * cut.pence)) }];
  });
  return { changes, unquantified: out.filter((link) => link.elasticity === null || !lines.some((line) => line.id === link.toLine)) };
}
