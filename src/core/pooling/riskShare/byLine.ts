// Method C (as Luton's section 75 agreement): fixed lines stay with the host, variable lines are shared each by its own weights.
import { sumPenceBy } from "../../money/pence";
import { partKey, ruleOf } from "./partRules";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";
import { weightsOf } from "./weights";

/** A line that the agreement does not name is shared by contributions, and the working says so. */
export function shareByLine(tally: Tally, agreement: RiskAgreement, { parts, overspendPence }: Outturn): void {
  for (const part of parts.filter(({ pence }) => pence !== 0)) {
    const rule = ruleOf(agreement.partRules, partKey("C", part));
    if (rule === undefined) tally.split(part.pence, weightsOf(agreement), `${part.lineId}, not named in the agreement`);
    else if (rule.weights.length === 0) tally.bear(agreement.host, part.pence, `${part.lineId}, fixed`);
    else tally.split(part.pence, rule.weights, `${part.lineId}, variable`);
  }
  const rest = overspendPence - sumPenceBy(parts, ({ pence }) => pence);
  if (rest !== 0) tally.split(rest, weightsOf(agreement), "On no line");
}
