// Each pool's budget, forecast and contributions, and how an overspend falls on the partners under their agreement.
import type { AgencyId } from "../budget/agency";
import { budgetPence, type BudgetLine } from "../budget/line";
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import type { PartnershipReading } from "../reading/types";
import type { IsoDate } from "../rules/types";
import { compareText } from "../text";
import type { PoolPosition } from "../virement/types";
import { isInPool, isPoolSpending, keeperAmong, poolFigures, type PoolFigures } from "./poolPart";
import { termsOf, type PoolTerms } from "./poolTerms";
import { shareOutturn } from "./riskShare/shareOutturn";
import type { OutturnPart, RiskAgreement, SharingTerms } from "./riskShare/types";

/** Where the partners entered no agreement: pro rata to contributions, over and under alike. */
const BY_CONTRIBUTION: SharingTerms = {
  method: "B", weights: [], caps: [], tiers: [], partRules: [], meetFirst: [], underspend: "return", windfallPercent: 100,
};

/**
 * One position a pool, by name. The pool's budget is the net of its own lines and of what it pays partners for services. A partner
 * contributes what the host records as income from it for the pool, plus the net of any pool lines the partner holds itself; the host
 * contributes the rest, after any balance brought forward. The overspend (an underspend, if negative) is shared to the penny by the
 * terms that hold on the date (null: the newest), else pro rata to contributions. Partners stand in the order of the agreement; where it
 * names none, the host comes first, then partners by id; that order takes any odd penny.
 */
export function poolPositions(reading: Pick<PartnershipReading, "lines">, terms: readonly PoolTerms[] = [], date: IsoDate | null = null): PoolPosition[] {
  const linesOf = new Map<string, BudgetLine[]>();
  for (const line of reading.lines) {
    if (line.pool === null || !isInPool(line)) continue;
    const lines = linesOf.get(line.pool);
    if (lines === undefined) linesOf.set(line.pool, [line]);
    else lines.push(line);
  }
  return [...linesOf].sort(([a], [b]) => compareText(a, b)).flatMap(([pool, lines]) =>
    (lines.some(isPoolSpending) ? [positionOf(pool, lines, termsOf(pool, terms, date))] : []));
}

/** The agency that keeps the pool's accounts: who receives the partners' money, else who holds most of the pool's gross budget. */
export function hostOfPool(lines: readonly BudgetLine[]): AgencyId {
  const received = largestBy(lines.filter((line) => line.nature === "IA_INCOME"), (line) => -budgetPence(line));
  return received ?? largestBy(lines.filter(isPoolSpending), (line) => Math.max(0, budgetPence(line))) ?? "";
}

/** Shares of an overspend under a position's agreement, for a budget or parts that have changed since. */
export function sharedAgain(position: PoolPosition, budget: Pence, parts: readonly OutturnPart[]): PoolPosition {
  const overspendPence = sumPenceBy(parts, (part) => part.pence);
  const result = shareOutturn(position.agreement, { budgetPence: budget, overspendPence, parts });
  const shareOf = new Map(result.shares.map(({ agency, pence }) => [agency, pence]));
  const { met, keptPence, openPence, working } = result;
  const contributions = new Map(position.agreement.partners.map((partner) => [partner.agency, partner.contributionPence]));
  return {
    ...position, budgetPence: budget, forecastPence: asPence(budget + overspendPence), overspendPence, parts, met, keptPence, openPence, working,
    shares: [...shareOf].map(([agency, sharePence]) => ({ agency, contributionPence: contributions.get(agency) ?? 0, sharePence })),
  };
}

interface PoolLine extends PoolFigures {
  readonly line: BudgetLine;
}

function positionOf(pool: string, lines: readonly BudgetLine[], terms: PoolTerms | undefined): PoolPosition {
  const host = terms?.host ?? hostOfPool(lines);
  const keeper = keeperAmong(host, lines);
  const inPool = lines.map((line): PoolLine => ({ line, ...poolFigures(line, keeper) })).filter(({ part }) => part !== null);
  const own = inPool.filter(({ part }) => part !== "contribution");
  const budget = sumPenceBy(own, ({ netPence }) => netPence);
  const broughtForwardPence = terms?.broughtForwardPence ?? 0;
  const agreement: RiskAgreement = {
    ...(terms ?? BY_CONTRIBUTION), host, partners: contributionsOf(inPool, host, asPence(budget - broughtForwardPence), terms),
  };
  const parts = own.map(({ line, netPence, netForecastPence }): OutturnPart => ({
    lineId: line.id, scheme: line.scheme, holder: line.agency, ringFenced: line.funding.some((split) => split.ringFence !== null),
    pence: asPence(netForecastPence - netPence),
  }));
  const empty = { forecastPence: 0, overspendPence: 0, shares: [], met: [], keptPence: 0, openPence: 0, working: [] };
  return sharedAgain({ pool, host, terms: terms ?? null, broughtForwardPence, agreement, parts, budgetPence: budget, ...empty }, budget, parts);
}

/** Every partner with what it puts in, in the order of the agreement; the host is always among them. */
function contributionsOf(inPool: readonly PoolLine[], host: AgencyId, toFund: Pence, terms: PoolTerms | undefined): RiskAgreement["partners"] {
  const given = new Map<AgencyId, Pence>();
  for (const { contributor, putInPence } of inPool) {
    if (contributor !== host) given.set(contributor, asPence((given.get(contributor) ?? 0) + putInPence));
  }
  const agreedOrder = [...new Set([...(terms?.contributions ?? []), ...(terms?.weights ?? [])].map(({ agency }) => agency))];
  const order = [...new Set([...agreedOrder, host, ...[...given.keys()].sort(compareText)])];
  const rest = asPence(toFund - sumPenceBy(given.values(), (pence) => pence));
  return order.map((agency) => ({ agency, contributionPence: agency === host ? rest : (given.get(agency) ?? 0) }));
}

/** The agency with the largest sum; ties go to the lower id. */
function largestBy(lines: readonly BudgetLine[], figure: (line: BudgetLine) => Pence): AgencyId | null {
  const sums = new Map<AgencyId, Pence>();
  for (const line of lines) sums.set(line.agency, asPence((sums.get(line.agency) ?? 0) + figure(line)));
  const ordered = [...sums].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  return ordered[0]?.[0] ?? null;
}
