// What `suggest` says beside the suggestions: proposed substitutions with what is not met, and the what-if of central money.
import type { AskedBeside } from "../../app/askedBeside";
import { formatPounds } from "../../core/money/format";
import { filled } from "./layout";

export function askedBesideText({ substitutions, localist }: AskedBeside): string[] {
  const answers = substitutions.flatMap(({ proposal, allowed, conditions, approval, warnings }) => {
    const unmet = conditions.filter((condition) => !condition.met).map((condition) => condition.words);
    const verdict = allowed ? `may be done; needs ${approval.approver} (rank ${approval.rank}).` : `may not be done, because this does not hold: ${unmet.join("; ")}.`;
    const words = `${formatPounds(proposal.amountPence)} of ${proposal.fund} on ${proposal.line}, freeing general money for ${proposal.to}: ${verdict}`;
    return filled(`- ${[words, ...warnings].join(" ")}`, "  ");
  });
  const extra = localist.extra.map(({ lineId, pence }) => `  - ${lineId}: ${formatPounds(pence)}`);
  return [
    ...(answers.length === 0 ? [] : ["", "Substitutions that were proposed:", ...answers]),
    ...(extra.length === 0 ? [] : ["", `If central money were decided locally, ${formatPounds(localist.totalPence)} more could move (${localist.label}; no suggestion uses it):`, ...extra]),
  ];
}
