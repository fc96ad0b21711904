// Ring-fenced accounts that stand on their own: an overspend there is not one that others' money could meet.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine, FundingSplit } from "../budget/line";
import { asPence, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import type { PooledLine } from "./views";

/**
 * For each line its variance (forecast less budget, + adverse) of the money outside self-standing ring-fenced accounts, such as the dedicated schools
 * grant. An agency's ring-fence stands on its own when its budgeted spending is met in full by its own restricted income; other
 * restricted money is topped up by the agency or paid over by a partner, so its variance falls on them and is counted.
 */
export function varianceOutsideRings(lines: readonly PooledLine[]): Pence[] {
  const accounts = selfStanding(lines);
  return lines.map(({ line, figures }) => outsidePart(line, asPence(figures.forecastPence - figures.fundsPence), accounts));
}

function outsidePart(line: BudgetLine, variance: Pence, accounts: ReadonlySet<string>): Pence {
  const inside = (split: FundingSplit): boolean => split.ringFence !== null && accounts.has(accountKey(line.agency, split.ringFence));
  if (variance === 0 || !line.funding.some(inside)) return variance;
  if (line.funding.every(inside)) return 0;
  const parts = shareByWeights(variance, line.funding.map((split) => Math.abs(split.pence)));
  return line.funding.reduce((sum, split, i) => (inside(split) ? sum : asPence(sum + (parts[i] ?? 0))), 0);
}

function selfStanding(lines: readonly PooledLine[]): Set<string> {
  const accounts = new Map<string, { spending: Pence; income: Pence }>();
  for (const { line, figures } of lines) {
    for (const split of line.funding) {
      if (split.ringFence === null) continue;
      const key = accountKey(line.agency, split.ringFence);
      const account = accounts.get(key) ?? { spending: 0, income: 0 };
      if (figures.role === "external-income") account.income = asPence(account.income + split.pence);
      else account.spending = asPence(account.spending + split.pence);
      accounts.set(key, account);
    }
  }
  return new Set([...accounts].filter(([, { spending, income }]) => spending > 0 && spending + income <= 0).map(([key]) => key));
}

function accountKey(agency: AgencyId, ringFence: string): string {
  return JSON.stringify([agency, ringFence]);
}
