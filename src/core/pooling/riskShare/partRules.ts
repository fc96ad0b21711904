// Which rule of an agreement holds for a line or scheme: the one that names it to the letter, else but for capital letters.
import type { OutturnPart, PartRule, RiskMethod } from "./types";

/** What a rule calls a part: its scheme under method D, else its line. */
export function partKey(method: RiskMethod, { scheme, lineId }: OutturnPart): string {
  return method === "D" ? (scheme ?? lineId) : lineId;
}

export function ruleOf(rules: readonly PartRule[], key: string): PartRule | undefined {
  return rules.find((rule) => rule.key === key) ?? rules.find((rule) => rule.key.toLowerCase() === key.toLowerCase());
}
