// The year-end pack of a pool: its account, shares, what becomes of an underspend, who owes whom, each partner's accounts, and the note.
import type { Agency } from "../../budget/agency";
import { forecastOrBudgetPence, type BudgetLine } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import type { PoolPosition } from "../../virement/types";
import { keeperOf, poolFigures } from "../poolPart";
import type { AccountPreset } from "../poolTerms";
import { financialYearWords } from "../realTerms/financialYear";
import { partnerAccounts, type PartnerAccount } from "./accounts";
import { poolBalances, type PoolBalance } from "./balances";
import { disclosureText } from "./disclosure";

/** The memorandum account at the forecast and what follows from it. Funding and spending +; overspend +, underspend −. */
export interface YearEndPack {
  readonly pool: string;
  readonly host: string;
  /** By the year it begins in; null where the lines do not tell one. */
  readonly year: number | null;
  readonly account: AccountPreset;
  readonly openingPence: Pence;
  readonly contributionsPence: Pence;
  readonly clientIncomePence: Pence;
  readonly spendingPence: Pence;
  readonly overspendPence: Pence;
  /** In the order of the agreement; the share of contributions as an exact fraction. */
  readonly shares: readonly { readonly agency: string; readonly contributionPence: Pence; readonly ofPence: Pence; readonly sharePence: Pence }[];
  /** How an underspend is treated, in the words of the table of pools; empty where the pool ends on or over its budget. */
  readonly underspendRule: string;
  readonly keptPence: Pence;
  readonly openPence: Pence;
  /** Opening + contributions + income − spending + what partners and other sources settle: next year's balance brought forward. */
  readonly closingPence: Pence;
  readonly balances: readonly PoolBalance[];
  readonly accounts: readonly PartnerAccount[];
  readonly disclosure: readonly string[];
}

/** `usual` is the account of the arrangement that governs the pool, for where the partners entered no terms. */
export function yearEndPack(
  position: PoolPosition, { lines, agencies }: { readonly lines: readonly BudgetLine[]; readonly agencies: readonly Agency[] }, yearOf: ReadonlyMap<string, number>,
  usual: AccountPreset = "joint operation",
): YearEndPack {
  const account = position.terms?.account ?? usual;
  const own = lines.filter((line) => line.pool === position.pool);
  const keeper = keeperOf(position);
  const sum = (wanted: string): Pence => sumPenceBy(own.filter((line) => poolFigures(line, keeper).part === wanted), forecastOrBudgetPence);
  const [spendingPence, clientIncomePence] = [sum("spending"), 0 - sum("client income")];
  const contributionsPence = sumPenceBy(position.shares, (share) => share.contributionPence);
  const settledPence = sumPenceBy([...position.shares.map((share) => share.sharePence), ...position.met.map((met) => met.pence)], (pence) => pence);
  const closingPence = asPence(position.broughtForwardPence + contributionsPence + clientIncomePence - spendingPence + settledPence);
  const years = [...new Set(own.flatMap((line) => yearOf.get(line.id) ?? []))];
  const year = years.length === 0 ? null : Math.max(...years);
  const names = new Map(agencies.map((agency) => [agency.id, agency.name]));
  return {
    pool: position.pool, host: position.host, year, account, openingPence: position.broughtForwardPence, contributionsPence, clientIncomePence, spendingPence,
    overspendPence: position.overspendPence, shares: position.shares.map((share) => ({ ...share, ofPence: contributionsPence })),
    underspendRule: position.overspendPence < 0 ? position.agreement.underspend : "", keptPence: position.keptPence, openPence: position.openPence, closingPence,
    balances: poolBalances(position, lines), accounts: partnerAccounts(position, lines, account),
    disclosure: disclosureText({
      position, account, spendingPence, clientIncomePence, closingPence, yearWords: year === null ? "" : financialYearWords(year), nameOf: (agency) => names.get(agency) ?? agency,
    }),
  };
}
