// Method D (as Rotherham's): each scheme has its own shares, and no partner bears more of a scheme than it puts into it.
import { formatPounds } from "../../money/format";
import { sumPenceBy, type Pence } from "../../money/pence";
import { shareByWeights } from "../../money/share";
import { partKey, ruleOf } from "./partRules";
import type { Tally } from "./tally";
import type { Outturn, PartRule, RiskAgreement } from "./types";

/** What passes a partner's limit, and a scheme the agreement does not name, is left open for the chief finance officers to agree. */
export function shareByScheme(tally: Tally, agreement: RiskAgreement, { parts, overspendPence }: Outturn): void {
  const schemes = [...new Set(parts.map((part) => partKey("D", part)))];
  for (const scheme of schemes) {
    const pence = sumPenceBy(parts.filter((part) => partKey("D", part) === scheme), (part) => part.pence);
    if (pence === 0) continue;
    const rule = ruleOf(agreement.partRules, scheme);
    if (rule === undefined) tally.leaveOpen(pence, `on ${scheme}, which the agreement does not name, is for the chief finance officers to agree`);
    else if (rule.weights.length === 0) tally.bear(agreement.host, pence, `Scheme ${scheme}, with the host`);
    else shareScheme(tally, rule, pence);
  }
  const rest = overspendPence - sumPenceBy(parts, ({ pence }) => pence);
  if (rest !== 0) tally.leaveOpen(rest, "on no scheme is for the chief finance officers to agree");
}

function shareScheme(tally: Tally, { key, weights }: PartRule, pence: Pence): void {
  const wanted = shareByWeights(pence, weights.map(({ weight }) => weight));
  weights.forEach(({ agency, weight }, i) => {
    const share = wanted[i] ?? 0;
    const borne = Math.min(share, weight);
    tally.bear(agency, borne, `Scheme ${key}, at most its ${formatPounds(weight)}`);
    if (share > borne) tally.leaveOpen(share - borne, `of scheme ${key} over the limit of ${agency} is for the chief finance officers to agree`);
  });
}
