// The places whose law the rules may follow, by one spelling each.
import { foldLabel } from "../text";

export const JURISDICTIONS = ["England", "Wales", "Scotland", "Northern Ireland", "United Kingdom", "United States", "South Africa"] as const;

/** The usual spelling of a place, whatever the case; the text itself where it names none of them. */
export function jurisdictionNamed(text: string): string {
  return JURISDICTIONS.find((place) => foldLabel(place) === foldLabel(text)) ?? text;
}

export function isOfUnitedKingdom(place: string): boolean {
  return JURISDICTIONS.slice(0, 4).some((nation) => nation === place);
}

export function isJurisdiction(text: string): boolean {
  return JURISDICTIONS.some((place) => place === text);
}
