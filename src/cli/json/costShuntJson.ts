// The cost-shunt test in `check --json`: each comparison with its services and signs.
import type { ShuntComparison } from "../../core/shunting/compareSnapshots";

export function costShuntJson({ before, after, services, indicators }: ShuntComparison): object {
  return {
    before, after,
    services: services.map(({ outcome, clientGroup, result, linked, unquantified, transfers }) => ({
      outcome, clientGroup, verdict: result.verdict, systemPence: result.systemPence, shuntPence: result.shuntPence, ratio: result.ratio,
      tolerancePence: result.tolerancePence, changes: result.changes.map(({ agency, pence }) => ({ agency, changePence: pence })),
      linked: linked.map(({ agency, pence }) => ({ agency, changePence: pence })),
      notQuantified: unquantified.map(({ fromLine, toLine }) => ({ fromLine, toLine })),
      transfers: transfers === null ? null : transfers.map(({ from, to, pence }) => ({ from, to, amountPence: pence })),
    })),
    indicators: indicators.map(({ id, agency, words }) => ({ id, agency, words })),
  };
}
