// The what-if switches: what each one asks for, whether it is asked for, and whether the suggestions shown were found under it.
import type { Pence } from "../../core/money/pence";
import type { SuggestionOptions, Suggestions } from "../../core/virement/types";
import { defaultOptions } from "../suggest";
import { OFFICERS_RANK } from "../wholeSets";

export const WHAT_IFS = ["acrossOutcomes", "partnersPay", "officersOnly", "holdBack", "largerMoves"] as const;
export type WhatIfId = (typeof WHAT_IFS)[number];

/** A tenth of what each line could give. */
const HELD_BACK_SHARE = 0.1;
const LARGER_MOVE_PENCE: Pence = 1_000_000;

interface WhatIf {
  /** What the switch changes; off is what a partnership starts with. */
  readonly change: (on: boolean, usual: SuggestionOptions) => Partial<SuggestionOptions>;
  readonly asked: (options: SuggestionOptions) => boolean;
  /** Told by the suggestions themselves: a search that failed or was stopped leaves the earlier ones standing. */
  readonly inForce: (found: Suggestions) => boolean;
}

const SWITCHES: Readonly<Record<WhatIfId, WhatIf>> = {
  acrossOutcomes: {
    change: (on) => ({ acrossOutcomes: on }),
    asked: (options) => options.acrossOutcomes,
    inForce: (found) => found.acrossOutcomes,
  },
  partnersPay: {
    change: (on) => ({ partnersPay: on }),
    asked: (options) => options.partnersPay === true,
    inForce: (found) => found.asked.partnersPay === true,
  },
  officersOnly: {
    change: (on, usual) => ({ highestRank: on ? OFFICERS_RANK : (usual.highestRank ?? Infinity) }),
    asked: (options) => options.highestRank === OFFICERS_RANK,
    inForce: (found) => found.asked.highestRank === OFFICERS_RANK,
  },
  holdBack: {
    change: (on, usual) => ({ contingencyShare: on ? HELD_BACK_SHARE : usual.contingencyShare }),
    asked: (options) => options.contingencyShare > 0,
    inForce: holdsBack,
  },
  largerMoves: {
    change: (on, usual) => ({ minimumMovePence: on ? LARGER_MOVE_PENCE : usual.minimumMovePence }),
    asked: (options) => options.minimumMovePence >= LARGER_MOVE_PENCE,
    inForce: (found) => found.model.minimumMovePence >= LARGER_MOVE_PENCE,
  },
};

export function whatIfChange(id: WhatIfId, on: boolean): Partial<SuggestionOptions> {
  return SWITCHES[id].change(on, defaultOptions(""));
}

export function isAskedFor(id: WhatIfId, options: SuggestionOptions): boolean {
  return SWITCHES[id].asked(options);
}

/** The switches that the suggestions were found under. */
export function whatIfsInForce(found: Suggestions): WhatIfId[] {
  return WHAT_IFS.filter((id) => SWITCHES[id].inForce(found));
}

/** A line whose cap is less than its flexible money shows that some is held back; a line with no cap left is not in the model. */
function holdsBack(found: Suggestions): boolean {
  const caps = new Map(found.model.lines.map((line) => [line.id, line.capPence]));
  return found.flexibility.some((flexibility) => flexibility.flexiblePence > (caps.get(flexibility.lineId) ?? 0));
}
