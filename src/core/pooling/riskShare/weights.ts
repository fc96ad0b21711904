// The weights that an agreement shares by when a step names none of its own.
import type { RiskAgreement, Weight } from "./types";

/** The agreed weights, else the contributions (one below zero counts as none). */
export function weightsOf({ weights, partners }: RiskAgreement): readonly Weight[] {
  return weights.length > 0 ? weights : partners.map(({ agency, contributionPence }) => ({ agency, weight: Math.max(0, contributionPence) }));
}

export function equalWeights({ partners }: RiskAgreement): readonly Weight[] {
  return partners.map(({ agency }) => ({ agency, weight: 1 }));
}
