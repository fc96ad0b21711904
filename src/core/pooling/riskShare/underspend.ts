// What becomes of an underspend: it stays, goes back, is carried forward, or only its windfall part goes back.
import { shareByWeights } from "../../money/share";
import { shareByLine } from "./byLine";
import { shareByScheme } from "./byScheme";
import { shareByOtherWeights } from "./proRata";
import type { Tally } from "./tally";
import type { Outturn, RiskAgreement } from "./types";
import { equalWeights, weightsOf } from "./weights";

/** Caps, tiers and waterfalls speak of overspends; an underspend goes back by the same weights without them. */
export function shareUnderspend(tally: Tally, agreement: RiskAgreement, outturn: Outturn): void {
  const { method, underspend, windfallPercent } = agreement;
  const total = outturn.overspendPence;
  if (underspend === "stay") return tally.keep(total, "stays in the pool");
  if (underspend === "carry forward") return tally.keep(total, "is carried forward in the pool to the next year");
  if (underspend === "windfall split") {
    const [windfall = 0, earned = 0] = shareByWeights(total, [windfallPercent, 100 - windfallPercent]);
    if (earned !== 0) tally.keep(earned, `(${100 - windfallPercent}%) came from management action and stays in the pool`);
    const weights = method === "J" && agreement.weights.length === 0 ? equalWeights(agreement) : weightsOf(agreement);
    if (windfall !== 0) tally.split(windfall, weights, `The windfall (${windfallPercent}%) goes back`);
    return;
  }
  if (method === "C") return shareByLine(tally, agreement, outturn);
  if (method === "D") return shareByScheme(tally, agreement, outturn);
  if (method === "J") return shareByOtherWeights(tally, agreement, outturn);
  tally.split(total, weightsOf(agreement), "The underspend goes back pro rata");
}
