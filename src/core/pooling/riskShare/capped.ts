// Method E: pro rata, but no partner bears more than its cap; what is over the caps falls on the host.
import { formatPounds } from "../../money/format";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";
import { weightsOf } from "./weights";

/** A cap on the host itself has no meaning, since the host takes what is left, and is passed over. */
export function shareCapped(tally: Tally, agreement: RiskAgreement, { overspendPence }: Outturn): void {
  tally.split(overspendPence, weightsOf(agreement), "Pro rata, before caps");
  for (const { agency, pence: cap } of agreement.caps) {
    const over = tally.shareOf(agency) - cap;
    if (agency === agreement.host || over <= 0) continue;
    tally.give(agency, -over);
    tally.give(agreement.host, over);
    tally.say(`${agency} is capped at ${formatPounds(cap)}; ${formatPounds(over)} more falls on ${agreement.host}.`);
  }
}
