// Method A, no sharing (a pooled fund without risk share, as Herefordshire's of 2017-19): each partner bears what its own lines end over.
import { sumPenceBy } from "../../money/pence";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";

export function shareEachOwn(tally: Tally, { host }: RiskAgreement, { parts, overspendPence }: Outturn): void {
  const holders = [...new Set(parts.map((part) => part.holder))];
  for (const holder of holders) {
    tally.bear(holder, sumPenceBy(parts.filter((part) => part.holder === holder), (part) => part.pence), `Own lines of ${holder}`);
  }
  const rest = overspendPence - sumPenceBy(parts, (part) => part.pence);
  if (rest !== 0) tally.bear(host, rest, "On no line");
}
