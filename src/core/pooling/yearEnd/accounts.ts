// What each partner's own accounts show of a pool, by who controls it (IFRS 10, IFRS 11, and principal or agent under IFRS 15).
import type { AgencyId } from "../../budget/agency";
import { forecastOrBudgetPence, type BudgetLine } from "../../budget/line";
import { asPence, sumPenceBy, type Pence } from "../../money/pence";
import { shareByWeights } from "../../money/share";
import type { PoolPosition } from "../../virement/types";
import { keeperOf, poolFigures } from "../poolPart";
import type { AccountPreset } from "../poolTerms";

/** One partner's account of the pool at the forecast. Expenditure +, income −; the four add to what the pool costs it. */
export interface PartnerAccount {
  readonly agency: AgencyId;
  readonly expenditurePence: Pence;
  /** From outside the partnership. */
  readonly incomePence: Pence;
  readonly toPartnersPence: Pence;
  readonly fromPartnersPence: Pence;
  /** Contribution and share of what is over or under, less what the accounts show: due to (+) or from (−) the pool. */
  readonly balancePence: Pence;
  readonly costPence: Pence;
}

export const ACCOUNT_WORDS: Readonly<Record<AccountPreset, string>> = {
  "joint operation": "The fund is a joint operation (IFRS 11): each partner recognises its own share of spending and income.",
  "controlled by one body": "The fund is controlled by its host (IFRS 10), whose accounts show all of it; the other partners show their payments.",
  "lead commissioner as principal": "The lead commissioner acts as principal: its accounts show all spending; the other partners show payments to it.",
  "lead commissioner as agent": "The lead commissioner acts as agent: each partner shows its own part of the spending as its own, and the lead none of the others'.",
  aligned: "The budgets are aligned and not pooled: each partner shows its own lines.",
};

/** Accounts of all partners in the agreement's order. What the pool costs each is its contribution and its share, whatever the accounts show. */
export function partnerAccounts(position: PoolPosition, lines: readonly BudgetLine[], account: AccountPreset): PartnerAccount[] {
  const keeper = keeperOf(position);
  const own = lines.filter((line) => line.pool === position.pool).map((line) => ({ line, ...poolFigures(line, keeper) }))
    .filter(({ part }) => part === "spending" || part === "client income");
  const sum = (part: string, agency: AgencyId | null): Pence =>
    sumPenceBy(own.filter((one) => one.part === part && (agency === null || one.line.agency === agency)), ({ line }) => forecastOrBudgetPence(line));
  const cost = new Map(position.shares.map(({ agency, contributionPence, sharePence }) => [agency, asPence(contributionPence + sharePence)]));
  const whole = account === "controlled by one body" || account === "lead commissioner as principal";
  const weights = position.shares.map(({ contributionPence }) => Math.max(0, contributionPence));
  const parts = (total: Pence): readonly Pence[] => (weights.some((weight) => weight > 0) ? shareByWeights(total, weights) : weights.map((_, i) => (i === 0 ? total : 0)));
  const [spending, income] = [parts(sum("spending", null)), parts(sum("client income", null))];
  return position.shares.map(({ agency }, i): PartnerAccount => {
    const costPence = cost.get(agency) ?? 0;
    const othersPence = sumPenceBy([...cost].filter(([other]) => other !== agency), ([, pence]) => pence);
    const shown = whole
      ? agency === position.host
        ? { expenditurePence: sum("spending", null), incomePence: sum("client income", null), toPartnersPence: 0, fromPartnersPence: 0 - othersPence }
        : { expenditurePence: 0, incomePence: 0, toPartnersPence: costPence, fromPartnersPence: 0 }
      : account === "aligned"
        ? { expenditurePence: sum("spending", agency), incomePence: sum("client income", agency), toPartnersPence: 0, fromPartnersPence: 0 }
        : { expenditurePence: spending[i] ?? 0, incomePence: income[i] ?? 0, toPartnersPence: 0, fromPartnersPence: 0 };
    return { agency, ...shown, costPence, balancePence: asPence(costPence - shown.expenditurePence - shown.incomePence - shown.toPartnersPence - shown.fromPartnersPence) };
  });
}
