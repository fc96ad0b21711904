// Methods B (pro rata to contributions, as Oxfordshire's older people's pool) and J (equal, need or performance weights).
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";
import { equalWeights, weightsOf } from "./weights";

export function shareByContribution(tally: Tally, agreement: RiskAgreement, { overspendPence }: Outturn): void {
  tally.split(overspendPence, weightsOf(agreement), agreement.weights.length > 0 ? "By agreed percentages" : "Pro rata to contributions");
}

export function shareByOtherWeights(tally: Tally, agreement: RiskAgreement, { overspendPence }: Outturn): void {
  const agreed = agreement.weights.length > 0;
  tally.split(overspendPence, agreed ? agreement.weights : equalWeights(agreement), agreed ? "By agreed weights" : "In equal parts");
}
