// What people ask beside the suggestions, and no suggestion uses: proposed substitutions, and what central money would add if decided locally.
import { localistWhatIf, type LocalistWhatIf } from "../core/flexibility/localist";
import { checkSwaps, type SwapAnswer } from "../core/flexibility/ringSwap";
import { ruleContext } from "../core/rules/ruleContext";
import { priorVirements } from "../core/virement/priorVirements";
import type { Suggestions } from "../core/virement/types";
import type { Consolidation } from "./consolidate";

export interface AskedBeside {
  readonly substitutions: readonly SwapAnswer[];
  readonly localist: LocalistWhatIf;
}

export function askedBeside(from: Consolidation, found: Pick<Suggestions, "decisionDate" | "acrossOutcomes" | "flexibility">): AskedBeside {
  const { reading: { lines, agencies }, books, agreed, records, register } = from;
  const prior = priorVirements(records.map((record) => record.virement), register, lines);
  const context = ruleContext(books, agencies, found.decisionDate, found.acrossOutcomes, prior);
  return { substitutions: checkSwaps(agreed.swaps, lines, context), localist: localistWhatIf(found.flexibility) };
}
