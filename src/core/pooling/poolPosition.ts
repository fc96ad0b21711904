// Each pool's budget, forecast and contributions, and how an overspend falls on the partners by what they put in.
import type { AgencyId } from "../budget/agency";
import { budgetPence, forecastOrBudgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import type { PartnershipReading } from "../reading/types";
import { compareText } from "../text";
import type { PoolPosition } from "../virement/types";

/**
 * One position a pool, by name. The pool's budget is the net of its lines that are not flows between agencies. A partner contributes
 * what the host records as income from it for the pool, plus any pool lines the partner holds itself; the host contributes the rest.
 * An overspend (an underspend, if negative) is shared pro rata to contributions, to the penny; the host comes first, then partners by
 * id, and that order takes any odd penny. A partner that puts nothing in shares nothing; if none does, all falls on the host.
 */
export function poolPositions(reading: PartnershipReading): PoolPosition[] {
  const names = [...new Set(reading.lines.map((line) => line.pool).filter((pool) => pool !== null))].sort(compareText);
  return names.flatMap((pool) => {
    const lines = reading.lines.filter((line) => line.pool === pool && line.arrangement !== "aligned");
    return lines.some(isPoolSpending) ? [positionOf(pool, lines)] : [];
  });
}

/** The agency that keeps the pool's accounts: who receives the partners' money, else who holds most of the pool's gross budget. */
export function hostOfPool(lines: readonly BudgetLine[]): AgencyId {
  const received = largestBy(lines.filter((line) => line.nature === "IA_INCOME"), (line) => -budgetPence(line));
  return received ?? largestBy(lines.filter(isPoolSpending), (line) => Math.max(0, budgetPence(line))) ?? "";
}

function positionOf(pool: string, lines: readonly BudgetLine[]): PoolPosition {
  const host = hostOfPool(lines);
  const spending = lines.filter(isPoolSpending);
  const budget = sumPenceBy(spending, budgetPence);
  const forecast = sumPenceBy(spending, forecastOrBudgetPence);
  const overspend = asPence(forecast - budget);

  const given = new Map<AgencyId, Pence>();
  const give = (agency: AgencyId, pence: Pence): void => void given.set(agency, asPence((given.get(agency) ?? 0) + pence));
  for (const line of lines) {
    if (line.agency === host && line.nature === "IA_INCOME" && line.counterparty !== null) give(line.counterparty, -budgetPence(line));
    else if (line.agency !== host && isPoolSpending(line)) give(line.agency, budgetPence(line));
  }
  const partners = [...given].sort(([a], [b]) => compareText(a, b));
  const rest = asPence(budget - sumPenceBy(partners, ([, pence]) => pence));
  const contributions: readonly (readonly [AgencyId, Pence])[] = [[host, rest], ...partners];
  const weights = contributions.map(([, pence]) => Math.max(0, pence));
  const shares = weights.some((w) => w > 0) ? shareByWeights(overspend, weights) : contributions.map((_, i) => (i === 0 ? overspend : 0));
  return {
    pool, budgetPence: budget, forecastPence: forecast, overspendPence: overspend,
    shares: contributions.map(([agency, contributionPence], i) => ({ agency, contributionPence, sharePence: shares[i] ?? 0 })),
  };
}

function isPoolSpending(line: BudgetLine): boolean {
  return line.nature === "GROSS_EXP" || line.nature === "EXT_INCOME" || line.nature === "NON_CONTROLLABLE";
}

/** The agency with the largest sum; ties go to the lower id. */
function largestBy(lines: readonly BudgetLine[], figure: (line: BudgetLine) => Pence): AgencyId | null {
  const sums = new Map<AgencyId, Pence>();
  for (const line of lines) sums.set(line.agency, asPence((sums.get(line.agency) ?? 0) + figure(line)));
  const ordered = [...sums].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  return ordered[0]?.[0] ?? null;
}
