// The year-end pack of each pool, the pass-through test, and full beside controllable cost in `pool --json`.
import type { CostViewRow } from "../../core/pooling/costViews";
import type { PassThroughTest } from "../../core/pooling/passThrough";
import type { YearEndPack } from "../../core/pooling/yearEnd/yearEndPack";
import { cellJson } from "./common";

export function yearEndJson(pack: YearEndPack): object {
  return {
    pool: pack.pool,
    host: pack.host,
    year: pack.year,
    account: pack.account,
    openingPence: pack.openingPence,
    contributionsPence: pack.contributionsPence,
    clientIncomePence: pack.clientIncomePence,
    spendingPence: pack.spendingPence,
    overspendPence: pack.overspendPence,
    underspendRule: pack.underspendRule,
    keptPence: pack.keptPence,
    openPence: pack.openPence,
    closingPence: pack.closingPence,
    shares: pack.shares.map(({ agency, contributionPence, ofPence, sharePence }) => ({ agency, contributionPence, ofPence, sharePence })),
    balances: pack.balances.map(({ agency, host, contributionPence, sharePence, receivedPence, owedPence, cells }) => ({
      agency, host, contributionPence, sharePence, receivedPence, owedPence, cells: cells.map(cellJson),
    })),
    accounts: pack.accounts.map(({ agency, expenditurePence, incomePence, toPartnersPence, fromPartnersPence, balancePence, costPence }) => ({
      agency, expenditurePence, incomePence, toPartnersPence, fromPartnersPence, balancePence, costPence,
    })),
    disclosure: pack.disclosure,
  };
}

export function passThroughJson({ pool, host, passesThrough, partners }: PassThroughTest): object {
  return { pool, host, passesThrough, partners: partners.map(({ agency, contributedPence, drawnPence, lineIds }) => ({ agency, contributedPence, drawnPence, lines: lineIds })) };
}

export function costViewJson({ lineIds, ...row }: CostViewRow): object {
  return {
    outcome: row.outcome, agency: row.agency, fullCostPence: row.fullCostPence, rechargePence: row.rechargePence,
    nonControllablePence: row.nonControllablePence, controllablePence: row.controllablePence, lines: lineIds,
  };
}
