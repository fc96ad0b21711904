// Method G (as North Lanarkshire's hosted services): the lead manages an overspend and keeps an underspend, except ring-fenced money.
import { sumPenceBy } from "../../money/pence";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";

export function shareWithLead(tally: Tally, { host }: RiskAgreement, { parts, overspendPence }: Outturn): void {
  if (overspendPence >= 0) return tally.bear(host, overspendPence, "The lead bears the overspend");
  const ringFenced = Math.max(overspendPence, sumPenceBy(parts.filter((part) => part.ringFenced && part.pence < 0), (part) => part.pence));
  if (ringFenced !== 0) tally.keep(ringFenced, "is ring-fenced and stays for its purpose");
  tally.bear(host, overspendPence - ringFenced, "The lead keeps the rest of the underspend");
}
