// Compensation: payments from those a change relieves to those it burdens, after which no one is worse off.
import type { AgencyId } from "../budget/agency";
import { burdenChanges, shuntTest, type ShuntResult } from "../checks/costShunt";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";

export interface Transfer {
  readonly from: AgencyId;
  readonly to: AgencyId;
  readonly pence: Pence;
}

/**
 * Every loser beyond the tolerance is made whole by the relieved, in proportion to their relief. None where there is no such loser; null
 * where the relieved gained less than the losers lost, so that no payment could help.
 */
export function transfersFor(result: ShuntResult): Transfer[] | null {
  const winners = result.changes.filter((change) => change.pence < 0);
  const owed = sumPenceBy(result.compensation, (loser) => loser.pence);
  if (owed === 0) return [];
  if (owed > sumPenceBy(winners, (winner) => -winner.pence)) return null;
  // Each loser in turn draws on what relief is left, so that no winner pays more than it gained.
  const left = winners.map((winner) => -winner.pence);
  return result.compensation.flatMap((loser) => {
    const shares = shareByWeights(loser.pence, left);
    return shares.flatMap((pence, i): Transfer[] => {
      const winner = winners[i];
      left[i] = asPence((left[i] ?? 0) - pence);
      return winner === undefined || pence === 0 ? [] : [{ from: winner.agency, to: loser.agency, pence }];
    });
  });
}

/** The same change with the payments made: the no-worse-off rule asks that this passes. */
export function afterTransfers(result: ShuntResult, transfers: readonly Transfer[]): ShuntResult {
  const paid = transfers.flatMap(({ from, to, pence }) => [{ agency: from, pence }, { agency: to, pence: asPence(-pence) }]);
  return shuntTest(burdenChanges([], [...result.changes, ...paid]), { tolerancePence: result.tolerancePence, citizensPence: result.citizensPence, unquantified: result.verdict === "not-quantified" });
}
