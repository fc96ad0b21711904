// The note on a pooled fund for the partners' accounts, as facts: who put in what, what was spent, what was over or under, on whom it falls.
import type { AgencyId } from "../../budget/agency";
import { formatPounds } from "../../money/format";
import { sumPenceBy, type Pence } from "../../money/pence";
import type { PoolPosition } from "../../virement/types";
import type { AccountPreset } from "../poolTerms";
import { ACCOUNT_WORDS } from "./accounts";

export interface DisclosureFacts {
  readonly position: PoolPosition;
  readonly account: AccountPreset;
  readonly yearWords: string;
  readonly spendingPence: Pence;
  /** + as the statement shows it. */
  readonly clientIncomePence: Pence;
  readonly closingPence: Pence;
  readonly nameOf: (agency: AgencyId) => string;
}

/** Sentences of facts alone, for the partners to put in their own words; percentages to two decimals of the exact fractions. */
export function disclosureText({ position, account, yearWords, spendingPence, clientIncomePence, closingPence, nameOf }: DisclosureFacts): string[] {
  const { shares, overspendPence, broughtForwardPence, terms } = position;
  const put = sumPenceBy(shares, (share) => share.contributionPence);
  const agreed = terms === null || terms.source === "" ? "" : ` (${terms.source})`;
  const parts = shares.map(({ agency, contributionPence }) => `${nameOf(agency)} ${formatPounds(contributionPence)} (${put === 0 ? "0.00" : ((contributionPence / put) * 100).toFixed(2)}%)`);
  const bearers = shares.filter(({ sharePence }) => sharePence !== 0).map(({ agency, sharePence }) => `${nameOf(agency)} ${formatPounds(Math.abs(sharePence))}`);
  return [
    `"${position.pool}" is a fund of ${shares.map(({ agency }) => nameOf(agency)).join(", ")}${agreed}, kept by ${nameOf(position.host)}${yearWords === "" ? "" : `, for ${yearWords}`}.`,
    ACCOUNT_WORDS[account],
    `The partners put in ${formatPounds(put)}: ${parts.join("; ")}.${broughtForwardPence === 0 ? "" : ` ${formatPounds(broughtForwardPence)} was brought forward.`}`,
    `Spending is ${formatPounds(spendingPence)}${clientIncomePence === 0 ? "" : `, met by ${formatPounds(clientIncomePence)} of client contributions and other income`}.`,
    outcomeSentence(overspendPence, bearers),
    ...position.met.map(({ name, pence }) => `${name} met ${formatPounds(pence)}.`),
    ...(position.openPence === 0 ? [] : [`${formatPounds(position.openPence)} is still to be agreed.`]),
    `${formatPounds(closingPence)} is carried forward.`,
  ];
}

function outcomeSentence(overspend: Pence, bearers: readonly string[]): string {
  if (overspend === 0) return "The fund ends on its budget.";
  const falls = bearers.length === 0 ? "" : overspend > 0 ? `; it falls on ${bearers.join(", ")}` : `; of it go back to ${bearers.join(", ")}`;
  return `The fund ends ${formatPounds(Math.abs(overspend))} ${overspend > 0 ? "over" : "under"} its budget${falls}.`;
}
