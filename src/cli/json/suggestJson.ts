// `suggest --json`: pressures, what could move, the moves, why not more, the proof, and the whole problem for another solver.
import type { Flexibility } from "../../core/flexibility/types";
import type { Issue } from "../../core/issues/issue";
import type { Approval } from "../../core/rules/types";
import type { Move, PartnerCall, Pressure, SuggestionModel, Suggestions } from "../../core/virement/types";
import { issueJson } from "./common";
import { positionJson } from "./positionJson";

export function suggestJson(found: Suggestions, issues: readonly Issue[]): object {
  return {
    decisionDate: found.decisionDate,
    acrossOutcomes: found.acrossOutcomes,
    pressures: found.pressures.map(pressureJson),
    flexibility: found.flexibility.map(flexibilityJson),
    moves: found.moves.map(moveJson),
    closedPence: found.closedPence,
    unclosed: found.unclosed.map(({ line, amountPence, reason, relaxations }) => ({
      line, amountPence, reason, relaxations: relaxations === null ? null : relaxations.map(({ kind, ruleId, changePence, closesPence, sentence }) => ({ kind, ruleId, changePence, closesPence, sentence })),
    })),
    blocked: found.blocked.map(({ from, to, amountPence, ruleId, reason }) => ({ from, to, amountPence, ruleId, reason })),
    calls: found.calls.map(callJson),
    pools: found.pools.map(positionJson),
    proof: { stages: found.proof.stages.map(({ objective, value, bound, optimal }) => ({ objective, value, bound, optimal })) },
    model: modelJson(found.model),
    issues: issues.map(issueJson),
  };
}

function pressureJson(pressure: Pressure): object {
  return {
    line: pressure.lineId,
    agency: pressure.agency,
    outcome: pressure.outcome,
    amountPence: pressure.pence,
    weight: pressure.weight,
    addressable: pressure.addressable,
    reason: pressure.reason,
  };
}

function flexibilityJson(line: Flexibility): object {
  return {
    line: line.lineId,
    class: line.class,
    attributes: line.attributes,
    headroomPence: line.headroomPence,
    flexiblePence: line.flexiblePence,
    alignOnlyPence: line.alignOnlyPence,
    parts: line.parts.map(({ fund, ringFence, pence, reach }) => ({ fund, ringFence, amountPence: pence, reach })),
    recurrence: line.recurrence,
    until: line.until,
    reason: line.reason,
  };
}

function moveJson(move: Move): object {
  return {
    id: move.id,
    from: move.from,
    to: move.to,
    amountPence: move.amountPence,
    recurrence: move.recurrence,
    scope: move.scope,
    instrument: move.instrument,
    ruleIds: move.ruleIds,
    approvals: move.approvals.map(approvalJson),
    rank: move.rank,
    burden: move.burden.map(({ agency, pence }) => ({ agency, changePence: pence })),
    entries: move.entries.map(({ agency, lineId, nature, pence }) => ({ agency, line: lineId, nature, amountPence: pence })),
    explanation: move.explanation,
  };
}

function approvalJson({ agency, approver, rank, ruleId, agreementRuleId }: Approval): object {
  return { agency, approver, rank, ruleId, ...(agreementRuleId === undefined ? {} : { agreementRuleId }) };
}

function callJson(call: PartnerCall): object {
  return {
    pool: call.pool,
    agency: call.agency,
    amountPence: call.amountPence,
    liabilityPence: call.liabilityPence,
    instrument: call.instrument,
    approvals: call.approvals.map(approvalJson),
    explanation: call.explanation,
  };
}

/** Lines with caps and needs, every allowed arc, every limit: described in docs/suggestion-model.md. */
function modelJson(model: SuggestionModel): object {
  return {
    lines: model.lines.map(({ id, agency, needPence, weight, capPence }) => ({ id, agency, needPence, weight, capPence })),
    arcs: model.arcs.map(({ id, from, to, maxPence, interAgency, sameService, tiers }) => ({
      id, from, to, maxPence, interAgency, sameService, tiers: tiers.map(({ overPence, rank }) => ({ overPence, rank })),
    })),
    limits: model.limits.map(({ id, kind, arcs, lines, maxPence }) => ({ id, kind, arcs, lines, maxPence })),
    fairShares: model.fairShares.map(({ agency, parts }) => ({ agency, parts })),
    minimumMovePence: model.minimumMovePence,
    stages: model.stages.map(({ objective, sense }) => ({ objective, sense })),
  };
}
