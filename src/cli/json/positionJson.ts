// A pool's position in the command line's JSON: budget, contributions, and who bears what it ends over or under.
import type { PoolPosition } from "../../core/virement/types";

export function positionJson(position: PoolPosition): object {
  return {
    pool: position.pool,
    host: position.host,
    method: position.agreement.method,
    budgetPence: position.budgetPence,
    forecastPence: position.forecastPence,
    overspendPence: position.overspendPence,
    broughtForwardPence: position.broughtForwardPence,
    shares: position.shares.map(({ agency, contributionPence, sharePence }) => ({ agency, contributionPence, sharePence })),
    met: position.met.map(({ name, pence }) => ({ name, pence })),
    keptPence: position.keptPence,
    openPence: position.openPence,
    working: position.working,
  };
}
