// Method F: slices of an overspend as percentages of the pool's budget, each borne in its own way.
import type { Pence } from "../../money/pence";
import { shareByWeights } from "../../money/share";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement, Tier } from "./types";
import { equalWeights, weightsOf } from "./weights";

/** What is over the last tier is shared pro rata to contributions. */
export function shareByTiers(tally: Tally, agreement: RiskAgreement, { overspendPence, budgetPence }: Outturn): void {
  let left = overspendPence;
  for (const tier of [...agreement.tiers, { way: "contributions", hundredthsOfPercent: null } as const]) {
    const slice = Math.min(left, depthOf(tier, budgetPence));
    if (slice <= 0) continue;
    left -= slice;
    const what = tier.hundredthsOfPercent === null ? "The rest" : `The next ${tier.hundredthsOfPercent / 100}% of the budget`;
    if (tier.way === "host") tally.bear(agreement.host, slice, what);
    else tally.split(slice, tier.way === "equal" ? equalWeights(agreement) : weightsOf(agreement), what);
  }
}

const WHOLE = 10_000;

function depthOf({ hundredthsOfPercent }: Tier, budget: Pence): Pence {
  if (hundredthsOfPercent === null) return Infinity;
  return shareByWeights(Math.max(0, budget), [hundredthsOfPercent, WHOLE - hundredthsOfPercent])[0] ?? 0;
}
