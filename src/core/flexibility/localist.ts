// The localist what-if: what could move besides, if money that is controlled centrally were decided locally. Never used by a suggestion.
import { sumPenceBy, type Pence } from "../money/pence";
import type { Flexibility } from "./types";

/** How every figure of the what-if is labelled. */
export const NOT_UNDER_CURRENT_RULES = "not available under current rules";

export interface LocalistWhatIf {
  readonly label: typeof NOT_UNDER_CURRENT_RULES;
  /** Only lines that would gain: centrally controlled (F1) today, managed locally (F4) in the what-if. */
  readonly extra: readonly { readonly lineId: string; readonly pence: Pence; readonly classThen: "F4" }[];
  readonly totalPence: Pence;
}

/** The extra alone, for the chosen centrally controlled lines (all of them unless chosen). The flexibility itself is not changed. */
export function localistWhatIf(flexibility: readonly Flexibility[], chosen?: ReadonlySet<string>): LocalistWhatIf {
  const extra = flexibility
    .filter((flex) => flex.class === "F1" && flex.alignOnlyPence > 0 && (chosen === undefined || chosen.has(flex.lineId)))
    .map((flex) => ({ lineId: flex.lineId, pence: flex.alignOnlyPence, classThen: "F4" as const }));
  return { label: NOT_UNDER_CURRENT_RULES, extra, totalPence: sumPenceBy(extra, (line) => line.pence) };
}
