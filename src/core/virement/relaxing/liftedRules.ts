// Models in which one rule no longer stands in the way of one pressure: the rules are asked again without it, and arcs added where they then agree.
import type { BudgetLine } from "../../budget/line";
import { assessFlexibility } from "../../flexibility/assessFlexibility";
import type { Flexibility } from "../../flexibility/types";
import type { Pence } from "../../money/pence";
import { mayMove, OUTCOME_RULE, PARTNER_RANK } from "../../rules/evaluate";
import { NO_GATEWAY } from "../../rules/evaluatePart";
import { ruleContext, type RuleContext } from "../../rules/ruleContext";
import type { Gateway, RuleBooks } from "../../rules/types";
import { suggestedKinds } from "../suggestedKinds";
import type { ModelArc, SuggestionModel } from "../types";

export interface BarredSource {
  readonly line: BudgetLine;
  /** What could come from it if the rule were lifted. */
  readonly pence: Pence;
  /** Why the money may not come, in a few words. */
  readonly short: string;
}

/**
 * Sources by the one rule that bars each of them from the target: those that may come once it is lifted, by an evaluation anew. Sources
 * that a second rule would still bar are left out.
 */
export function barredByOneRule(target: BudgetLine, sources: readonly Flexibility[], lines: ReadonlyMap<string, BudgetLine>, context: RuleContext): ReadonlyMap<string, BarredSource[]> {
  const byRule = new Map<string, BarredSource[]>();
  for (const flexibility of sources) {
    const line = lines.get(flexibility.lineId);
    if (line === undefined || line.id === target.id || flexibility.headroomPence <= 0) continue;
    const { refusals } = mayMove({ from: line, to: target, flexibility, amountPence: 1, kinds: suggestedKinds({ from: line, to: target, flexibility }, context) }, context);
    const [only, ...others] = new Set(refusals.map((ground) => ground.ruleId));
    // Across outcomes is asked of the whole model, where it also opens other ways.
    if (only === undefined || others.length > 0 || only === OUTCOME_RULE) continue;
    const pence = onceLifted(line, target, only, context);
    if (pence > 0) byRule.set(only, [...(byRule.get(only) ?? []), { line, pence, short: refusals[0]?.short ?? "" }]);
  }
  return byRule;
}

function onceLifted(from: BudgetLine, to: BudgetLine, ruleId: string, context: RuleContext): Pence {
  const [giver, taker] = [context.agencies.get(from.agency), context.agencies.get(to.agency)];
  if (giver === undefined || taker === undefined) return 0;
  const books = without(context.books, ruleId, { fromBody: giver.bodyType, toBody: taker.bodyType });
  const agencies = [...context.agencies.values()];
  const [flexibility] = assessFlexibility({ lines: [from], agencies, books, decisionDate: context.decisionDate });
  if (flexibility === undefined) return 0;
  const lifted = ruleContext(books, agencies, context.decisionDate, context.acrossOutcomes, context.prior);
  const answer = mayMove({ from, to, flexibility, amountPence: 1, kinds: suggestedKinds({ from, to, flexibility }, lifted) }, lifted);
  return answer.verdict === "no" ? 0 : Math.min(flexibility.flexiblePence, answer.limitPence);
}

/** The books without a rule; where the rule is that no gateway was found, with one between the two bodies. */
function without(books: RuleBooks, ruleId: string, bodies: Pick<Gateway, "fromBody" | "toBody">): RuleBooks {
  if (ruleId === NO_GATEWAY) {
    const row: Gateway = { id: NO_GATEWAY, jurisdiction: "*", from: null, to: null, source: "", verifiedBy: "", cell: null, ...bodies, fromFund: "*", toPurpose: "*", instrument: "", allow: "YES", conditions: "", capPence: null };
    return { ...books, gateways: [...books.gateways, row] };
  }
  return { ...books, gateways: books.gateways.filter((row) => row.id !== ruleId || row.allow === "YES" || row.allow === "COND"), prohibitions: books.prohibitions.filter((row) => row.id !== ruleId) };
}

/** The model with arcs from these sources to the target, each up to what could come; what the moves use of it is used by them still. */
export function withArcs(model: SuggestionModel, target: string, sources: readonly BarredSource[]): SuggestionModel {
  const need = model.lines.find((line) => line.id === target)?.needPence ?? 0;
  const agency = model.lines.find((line) => line.id === target)?.agency;
  const added = new Map(sources.map((source) => [source.line.id, source.pence]));
  const known = new Set(model.lines.map((line) => line.id));
  const lines = [
    ...model.lines.map((line) => (line.capPence === 0 ? { ...line, capPence: added.get(line.id) ?? 0 } : line)),
    ...sources.filter(({ line }) => !known.has(line.id)).map(({ line, pence }) => ({ id: line.id, agency: line.agency, needPence: 0, weight: 1, capPence: pence })),
  ];
  const arcs = sources.map(({ line, pence }): ModelArc => ({
    id: `${line.id}>${target}`, from: line.id, to: target, maxPence: Math.min(pence, need), interAgency: line.agency !== agency, sameService: false, tiers: [{ overPence: 0, rank: PARTNER_RANK }],
  }));
  const ids = new Set(arcs.map((arc) => arc.id));
  return { ...model, lines, arcs: [...model.arcs.filter((arc) => !ids.has(arc.id)), ...arcs] };
}
