// Shares what a pool ends over or under by its agreement, exactly to the penny, with the working in words.
import { shareByLine } from "./byLine";
import { shareByScheme } from "./byScheme";
import { shareCapped } from "./capped";
import { shareEachOwn } from "./eachOwn";
import { shareWithLead } from "./lead";
import { shareByContribution, shareByOtherWeights } from "./proRata";
import { Tally } from "./tally";
import { shareByTiers } from "./tiered";
import type { Outturn, RiskAgreement, RiskMethod, ShareResult } from "./types";
import { shareUnderspend } from "./underspend";
import { shareAfterSources } from "./waterfall";

type Method = (tally: Tally, agreement: RiskAgreement, outturn: Outturn) => void;

const METHODS: Readonly<Record<RiskMethod, Method>> = {
  A: shareEachOwn, B: shareByContribution, C: shareByLine, D: shareByScheme, E: shareCapped,
  F: shareByTiers, G: shareWithLead, H: shareAfterSources, I: shareAfterSources, J: shareByOtherWeights,
};

/** Methods that say themselves what becomes of an underspend. */
const OWN_UNDERSPEND: ReadonlySet<RiskMethod> = new Set(["A", "G"]);

/**
 * Shares, in pence, in the fixed order of the agreement; odd pennies by largest remainder. Shares, what was met first, what is kept and
 * what is left open add to the overspend. Throws PenceError when an amount leaves the exact range.
 */
export function shareOutturn(agreement: RiskAgreement, outturn: Outturn): ShareResult {
  const tally = new Tally(agreement);
  const method = outturn.overspendPence < 0 && !OWN_UNDERSPEND.has(agreement.method) ? shareUnderspend : METHODS[agreement.method];
  method(tally, agreement, outturn);
  return tally.result(outturn.overspendPence);
}
