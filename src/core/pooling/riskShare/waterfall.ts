// Methods H (as Rotherham's risk pool) and I (integration joint boards): agreed sources meet an overspend in order, partners the rest.
import { formatPounds } from "../../money/format";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";
import { weightsOf } from "./weights";

/** Underspends inside the pool are netted before anything else: the outturn is the pool's own total. */
export function shareAfterSources(tally: Tally, agreement: RiskAgreement, { overspendPence }: Outturn): void {
  let left = overspendPence;
  tally.say(`Overspends less underspends in the pool leave ${formatPounds(left)}.`);
  for (const { name, pence } of agreement.meetFirst) {
    const met = Math.min(left, pence);
    if (met <= 0) continue;
    left -= met;
    tally.meet(name, met);
  }
  if (left > 0) tally.split(left, weightsOf(agreement), "The partners bear the rest");
}
