// The lists of a pool's terms as people write them in one cell.
import { group } from "../money/format";
import type { Pence } from "../money/pence";
import type { AgreedAmount, PartRule, SharingTerms, Tier, Weight } from "./riskShare/types";

export function amountsWords(amounts: readonly AgreedAmount[]): string {
  return amounts.map(({ agency, pence }) => `${agency} ${pounds(pence)}`).join("; ");
}

export function weightsWords(weights: readonly Weight[]): string {
  return weights.map(({ agency, weight }) => `${agency} ${weight}`).join("; ");
}

export function sourcesWords(sources: SharingTerms["meetFirst"]): string {
  return sources.map(({ name, pence }) => `${name} ${pounds(pence)}`).join("; ");
}

export function tiersWords(tiers: readonly Tier[]): string {
  return tiers.map(({ way, hundredthsOfPercent: h }) => (h === null ? way : `${way} ${h / 100}%`)).join("; ");
}

/** `unit` is what a rule's numbers are: weights, or pence written as pounds. */
export function partRulesWords(rules: readonly PartRule[], unit: "weights" | "pounds"): string {
  const size = (weight: number): string => (unit === "pounds" ? pounds(weight) : String(weight));
  return rules.map(({ key, weights }) => `${key}: ${weights.length === 0 ? "host" : weights.map((w) => `${w.agency} ${size(w.weight)}`).join(" / ")}`).join("; ");
}

function pounds(pence: Pence): string {
  const pennies = pence % 100;
  return `${group((pence - pennies) / 100)}${pennies === 0 ? "" : `.${String(pennies).padStart(2, "0")}`}`;
}
