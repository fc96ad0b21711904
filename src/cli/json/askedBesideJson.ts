// In `suggest --json`, what people asked beside the suggestions: substitutions, and what is not available under current rules.
import type { AskedBeside } from "../../app/askedBeside";

export function askedBesideJson({ substitutions, localist }: AskedBeside): object {
  return {
    substitutions: substitutions.map(({ proposal, allowed, conditions, legs, approval, warnings }) => ({
      line: proposal.line, fund: proposal.fund, to: proposal.to, amountPence: proposal.amountPence, allowed,
      conditions: conditions.map(({ words, met }) => ({ words, met })), legs: legs.map(({ at, fund, pence }) => ({ at, fund, amountPence: pence })),
      approval: { agency: approval.agency, approver: approval.approver, rank: approval.rank, ruleId: approval.ruleId }, warnings,
    })),
    ifDecidedLocally: {
      label: localist.label, totalPence: localist.totalPence,
      lines: localist.extra.map(({ lineId, pence, classThen }) => ({ line: lineId, extraPence: pence, classThen })),
    },
  };
}
