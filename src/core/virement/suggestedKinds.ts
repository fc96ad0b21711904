// Whether a suggested move is for this year or for good: permanent only where its source is confirmed to recur and its need recurs too.
import { mayMove } from "../rules/evaluate";
import type { MoveQuestion, RuleContext } from "../rules/ruleContext";
import type { VirementKind } from "../rules/types";

/**
 * One-off, as a forecast underspend is, unless the line's owner confirmed that it recurs, the need recurs, both lines are of one agency
 * (a partner's payment is this year's) and the rules allow a permanent move: else the same money may still bridge the year.
 */
export function suggestedKinds(ends: Pick<MoveQuestion, "from" | "to" | "flexibility">, context: RuleContext): readonly VirementKind[] {
  const { from, to, flexibility } = ends;
  if (flexibility.recurrence === "one-off" || to.recurrence !== "REC" || from.agency !== to.agency) return ["one-off"];
  return mayMove({ ...ends, amountPence: 1, kinds: ["permanent"] }, context).verdict === "yes" ? ["permanent"] : ["one-off"];
}
