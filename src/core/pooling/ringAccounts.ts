// Ring-fenced accounts that stand on their own: an overspend there is not one that others' money could meet.
import type { AgencyId } from "../budget/agency";
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, type Pence } from "../money/pence";
import type { PooledLine } from "./pooledLine";

/**
 * For each line its variance (forecast less budget, + adverse), or 0 where it lies in a ring-fenced account that stands on its own, such
 * as the dedicated schools grant. An agency's ring-fence stands on its own when its lines are paid from it alone and its own restricted
 * income meets their whole budget. Other restricted money is topped up by the agency or paid over by a partner, so its variance is theirs.
 */
export function varianceOutsideRings(lines: readonly PooledLine[]): Pence[] {
  const accounts = selfStanding(lines);
  return lines.map(({ line, figures }) => {
    const ring = onlyRing(line);
    const inside = ring !== null && accounts.has(accountKey(line.agency, ring));
    return inside ? 0 : asPence(figures.forecastPence - figures.fundsPence);
  });
}

function selfStanding(lines: readonly PooledLine[]): Set<string> {
  const accounts = new Map<string, { spending: Pence; income: Pence; mixed: boolean }>();
  for (const { line, figures } of lines) {
    for (const ring of new Set(line.funding.map((split) => split.ringFence))) {
      if (ring === null) continue;
      const key = accountKey(line.agency, ring);
      const account = accounts.get(key) ?? { spending: 0, income: 0, mixed: false };
      if (onlyRing(line) === null) account.mixed = true;
      if (figures.role === "external-income") account.income = asPence(account.income + budgetPence(line));
      else account.spending = asPence(account.spending + budgetPence(line));
      accounts.set(key, account);
    }
  }
  const standing = [...accounts].filter(([, { spending, income, mixed }]) => !mixed && spending > 0 && spending + income <= 0);
  return new Set(standing.map(([key]) => key));
}

/** The ring-fence that pays for all of a line, or null when none does or several sources do. */
function onlyRing(line: BudgetLine): string | null {
  const [first] = line.funding;
  if (first === undefined) return null;
  return line.funding.every((split) => split.ringFence === first.ringFence) ? first.ringFence : null;
}

function accountKey(agency: AgencyId, ringFence: string): string {
  return JSON.stringify([agency, ringFence]);
}
