// `pool --json`: the place's totals, each agency, the views, what was counted twice, and every control.
import type { Consolidation } from "../../app/consolidate";
import type { PartnerMatch } from "../../core/pooling/matching/findPartners";
import type { AgencyTotals, Elimination, PooledView, PoolTotals } from "../../core/pooling/types";
import { changesJson } from "./changesJson";
import { cellJson, controlJson, issueJson } from "./common";
import { positionJson } from "./positionJson";
import { costViewJson, passThroughJson, yearEndJson } from "./yearEndJson";
import { yearsJson } from "./yearsJson";

export function poolJson({ reading, pool, issues, changes, freshness, matches }: Consolidation): object {
  return {
    totals: totalsJson(pool.totals),
    agencies: pool.agencies.map(agencyTotalsJson),
    views: Object.fromEntries(pool.views.map((view) => [view.id, viewJson(view)])),
    eliminations: pool.eliminations.map(eliminationJson),
    matches: matches.map(matchJson),
    pools: pool.positions.map(positionJson),
    yearEnd: pool.yearEnd.map(yearEndJson),
    levies: pool.levies.map(({ lineId, agency, description, pence, counterparty, matched, cell }) => ({ line: lineId, agency, description, amountPence: pence, counterparty, matched, cell: cellJson(cell) })),
    agentFlows: pool.agents.flows.map(({ lineIds, ...flow }) => ({ ...flow, lines: lineIds })),
    passThrough: pool.passThrough.map(passThroughJson),
    costViews: pool.costViews.map(costViewJson),
    years: yearsJson(pool.years),
    changes: changes === null ? null : changesJson(changes),
    controls: [...reading.controls, ...pool.controls, ...freshness].map(controlJson),
    issues: issues.map(issueJson),
  };
}

function totalsJson(totals: PoolTotals): object {
  return {
    grossPence: totals.grossPence,
    incomePence: totals.incomePence,
    netPence: totals.netPence,
    deliveryPence: totals.deliveryPence,
    eliminatedPence: totals.eliminatedPence,
    unmatchedPence: totals.unmatchedPence,
    sheetGrossPence: totals.sheetGrossPence,
    sheetIncomePence: totals.sheetIncomePence,
    forecastNetPence: totals.forecastNetPence,
    variancePence: totals.variancePence,
    varianceOutsideRingsPence: totals.varianceOutsideRingsPence,
  };
}

function agencyTotalsJson(totals: AgencyTotals): object {
  return {
    agency: totals.agency,
    grossPence: totals.grossPence,
    incomePence: totals.incomePence,
    netPence: totals.netPence,
    deliveryPence: totals.deliveryPence,
    netPaidPence: totals.netPaidPence,
    forecastPence: totals.forecastPence,
    variancePence: totals.variancePence,
    lines: totals.lineIds,
  };
}

function viewJson(view: PooledView): object {
  return {
    title: view.title,
    rows: view.rows,
    agencies: view.agencies,
    cells: view.cells.map((cell) => ({
      row: cell.row,
      agency: cell.agency,
      fundsPence: cell.fundsPence,
      spendsPence: cell.spendsPence,
      forecastPence: cell.forecastPence,
      lines: cell.lineIds,
    })),
    totalFundsPence: view.totalFundsPence,
    totalSpendsPence: view.totalSpendsPence,
  };
}

function matchJson(match: PartnerMatch): object {
  return {
    namedBy: match.namedBy,
    lines: match.lineIds,
    payer: match.payer,
    payee: match.payee,
    namedPence: match.namedPence,
    foundPence: match.foundPence,
    words: match.words,
    taken: match.taken,
    why: match.why,
  };
}

function eliminationJson(flow: Elimination): object {
  return {
    payer: flow.payer,
    payee: flow.payee,
    scheme: flow.scheme,
    year: flow.year,
    kind: flow.kind,
    paymentPence: flow.paymentPence,
    incomePence: flow.incomePence,
    eliminatedPence: flow.eliminatedPence,
    differencePence: flow.differencePence,
    differenceType: flow.differenceType,
    payerLines: flow.payerLineIds,
    payeeLines: flow.payeeLineIds,
    payerCells: flow.payerCells.map(cellJson),
    payeeCells: flow.payeeCells.map(cellJson),
  };
}
