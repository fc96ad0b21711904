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
  return [
    `"${position.pool}" ${account === "aligned" ? "aligns budgets" : "is a fund"} of ${shares.map(({ agency }) => nameOf(agency)).join(", ")}${agreed}, kept by ${nameOf(position.host)}${yearWords === "" ? "" : `, for ${yearWords}`}.`,
    ACCOUNT_WORDS[account],
    `The partners put in ${formatPounds(put)}: ${parts.join("; ")}.${broughtForwardPence === 0 ? "" : ` ${formatPounds(broughtForwardPence)} was brought forward.`}`,
    `Spending is ${formatPounds(spendingPence)}${clientIncomePence === 0 ? "" : `, met by ${formatPounds(clientIncomePence)} of client contributions and other income`}.`,
    outcomeSentence(overspendPence, shares, nameOf),
    ...position.met.map(({ name, pence }) => `${name} met ${formatPounds(pence)}.`),
    ...(position.openPence === 0 ? [] : [`${formatPounds(position.openPence)} is still to be agreed.`]),
    closingPence < 0 ? `The fund is overdrawn by ${formatPounds(-closingPence)} at the year's end.` : `${formatPounds(closingPence)} is carried forward.`,
  ];
}

/** What each bears, and what goes back, are told apart: under some methods partners pay and receive at once, even where the fund ends on its budget. */
function outcomeSentence(overspend: Pence, shares: PoolPosition["shares"], nameOf: (agency: AgencyId) => string): string {
  const list = (of: PoolPosition["shares"], joined: string): string => of.map(({ agency, sharePence }) => `${formatPounds(Math.abs(sharePence))} ${joined} ${nameOf(agency)}`).join(", ");
  const [bearing, receiving] = [shares.filter(({ sharePence }) => sharePence > 0), shares.filter(({ sharePence }) => sharePence < 0)];
  const ends = overspend === 0 ? "The fund ends on its budget" : `The fund ends ${formatPounds(Math.abs(overspend))} ${overspend > 0 ? "over" : "under"} its budget`;
  const parts = [bearing.length === 0 ? "" : list(bearing, "falls on"), receiving.length === 0 ? "" : list(receiving, "goes back to")].filter((part) => part !== "");
  return `${[ends, ...parts].join("; ")}.`;
}
