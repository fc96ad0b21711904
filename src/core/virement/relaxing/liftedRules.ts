// Models in which one rule no longer stands in the way of one pressure: the rules are asked again without it, and arcs added where they then agree.
import type { BudgetLine } from "../../budget/line";
import { assessFlexibility } from "../../flexibility/assessFlexibility";
import type { Flexibility } from "../../flexibility/types";
import type { Pence } from "../../money/pence";
import { mayMove, OUTCOME_RULE } from "../../rules/evaluate";
import { NO_GATEWAY, UNKNOWN_FUND } from "../../rules/evaluatePart";
import { ruleContext, type RuleContext } from "../../rules/ruleContext";
import type { Gateway, RuleBooks } from "../../rules/types";
import { arcOf, capOf } from "../buildModel";
import { belowRank } from "../openPart";
import type { ShuntGuard } from "../shuntGuard";
import { suggestedKinds } from "../suggestedKinds";
import type { ModelArc, SuggestionModel, SuggestionOptions } from "../types";

export interface BarredSource {
  readonly line: BudgetLine;
  /** What could come from it if the rule were lifted: within what is held back and the ceiling on approvals that was asked for. */
  readonly pence: Pence;
  readonly arc: ModelArc;
  /** Why the money may not come, in a few words. */
  readonly short: string;
}

export interface Lifting {
  readonly context: RuleContext;
  readonly guard: ShuntGuard;
  readonly options: Pick<SuggestionOptions, "contingencyShare" | "highestRank">;
}

/**
 * Sources by the one rule that bars each of them from the target: those that may come once it is lifted, by an evaluation anew. Sources
 * that a second rule, the cost-shunt test or what was asked for would still keep are left out.
 */
export function barredByOneRule(target: BudgetLine, sources: readonly Flexibility[], lines: ReadonlyMap<string, BudgetLine>, lifting: Lifting): ReadonlyMap<string, BarredSource[]> {
  const { context } = lifting;
  const byRule = new Map<string, BarredSource[]>();
  for (const flexibility of sources) {
    const line = lines.get(flexibility.lineId);
    if (line === undefined || line.id === target.id || flexibility.headroomPence <= 0) continue;
    const { refusals } = mayMove({ from: line, to: target, flexibility, amountPence: 1, kinds: suggestedKinds({ from: line, to: target, flexibility }, context) }, context);
    const [only, ...others] = new Set(refusals.map((ground) => ground.ruleId));
    // Across outcomes is asked of the whole model, where it also opens other ways.
    if (only === undefined || others.length > 0 || only === OUTCOME_RULE) continue;
    const arc = onceLifted(line, target, only, lifting);
    if (arc !== null) byRule.set(only, [...(byRule.get(only) ?? []), { line, pence: arc.maxPence, arc, short: refusals[0]?.short ?? "" }]);
  }
  return byRule;
}

function onceLifted(from: BudgetLine, to: BudgetLine, ruleId: string, { context, guard, options }: Lifting): ModelArc | null {
  const [giver, taker] = [context.agencies.get(from.agency), context.agencies.get(to.agency)];
  if (giver === undefined || taker === undefined) return null;
  const books = without(context.books, ruleId, { fromBody: giver.bodyType, toBody: taker.bodyType }, from);
  const agencies = [...context.agencies.values()];
  const [flexibility] = assessFlexibility({ lines: [from], agencies, books, decisionDate: context.decisionDate });
  if (flexibility === undefined) return null;
  const lifted = ruleContext(books, agencies, context.decisionDate, context.acrossOutcomes, context.prior);
  const ends = { from, to, flexibility };
  const answer = mayMove({ ...ends, amountPence: 1, kinds: suggestedKinds(ends, lifted) }, lifted);
  const pence = answer.verdict === "no" ? 0 : Math.min(capOf(flexibility, options.contingencyShare), answer.limitPence);
  if (pence <= 0 || guard.test([{ from: from.id, to: to.id, amountPence: pence, agreed: giver !== taker }]).verdict !== "passes") return null;
  return belowRank(arcOf(ends, pence, answer.members, lifted), options.highestRank ?? Infinity);
}

/** The books without a rule; where the rule is that no gateway was found, with one between the two bodies; a ring-fence around the source's money is open. */
function without(books: RuleBooks, ruleId: string, bodies: Pick<Gateway, "fromBody" | "toBody">, from: BudgetLine): RuleBooks {
  const facts = { jurisdiction: "*", from: null, to: null, source: "", verifiedBy: "", cell: null } as const;
  if (ruleId === NO_GATEWAY) {
    const row: Gateway = { ...facts, id: NO_GATEWAY, ...bodies, fromFund: "*", toPurpose: "*", instrument: "", allow: "YES", conditions: "", capPence: null };
    return { ...books, gateways: [...books.gateways, row] };
  }
  const open = { ringFence: null, hardness: "none", insideRing: null, purposes: "*", movable: true } as const;
  const paying = new Set(from.funding.map((split) => split.fund));
  if (ruleId === UNKNOWN_FUND) {
    const unknown = [...paying].filter((fund) => !books.funds.some((row) => row.fund === fund));
    return { ...books, funds: [...books.funds, ...unknown.map((fund) => ({ ...facts, ...open, id: fund, fund, name: fund }))] };
  }
  const isRing = books.prohibitions.some((row) => row.id === ruleId && row.test === "out-of-hard-ring-fence");
  return {
    ...books, gateways: books.gateways.filter((row) => row.id !== ruleId || row.allow === "YES" || row.allow === "COND"), prohibitions: books.prohibitions.filter((row) => row.id !== ruleId),
    funds: books.funds.map((row) => (row.id === ruleId || (isRing && paying.has(row.fund)) ? { ...row, ...open } : row)),
  };
}

/** The model with arcs from these sources to the target, each up to what could come; what the moves use of it is used by them still. */
export function withArcs(model: SuggestionModel, target: string, sources: readonly BarredSource[]): SuggestionModel {
  const need = model.lines.find((line) => line.id === target)?.needPence ?? 0;
  const added = new Map(sources.map((source) => [source.line.id, source.pence]));
  const known = new Set(model.lines.map((line) => line.id));
  const lines = [
    ...model.lines.map((line) => ({ ...line, capPence: Math.max(line.capPence, added.get(line.id) ?? 0) })),
    ...sources.filter(({ line }) => !known.has(line.id)).map(({ line, pence }) => ({ id: line.id, agency: line.agency, needPence: 0, weight: 1, capPence: pence })),
  ];
  const arcs = sources.map(({ arc }): ModelArc => ({ ...arc, maxPence: Math.min(arc.maxPence, need) }));
  const ids = new Set(arcs.map((arc) => arc.id));
  return { ...model, lines, arcs: [...model.arcs.filter((arc) => !ids.has(arc.id)), ...arcs] };
}
