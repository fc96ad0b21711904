// Builds the suggestion model: lines with their needs and caps, an arc for every move the rules allow, and the joint limits.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import { formatPounds } from "../money/format";
import type { Pence } from "../money/pence";
import { approvalSteps, PARTNER_RANK } from "../rules/approvals";
import { approvalQuestion, mayMove, outcomesApart, sameService } from "../rules/evaluate";
import { cumulativeLimits } from "../rules/cumulative";
import type { ApprovalQuestion } from "../rules/approvalQuestion";
import type { MoveQuestion, RuleContext } from "../rules/ruleContext";
import { compareText } from "../text";
import { belowRank } from "./openPart";
import { partLimits } from "./partLimits";
import { fairShares, mayAsk, partnerLimits, type PartnerTerms } from "./partnerTerms";
import type { ProposedMove, ShuntGuard } from "./shuntGuard";
import { capLeft, type CappedGateway } from "../rules/gatewayCaps";
import { suggestedKinds } from "./suggestedKinds";
import type { Blocked, ModelArc, ModelLimit, ModelLine, Pressure, SuggestionModel, SuggestionOptions } from "./types";

export interface BuildInput {
  readonly lines: readonly BudgetLine[];
  readonly pressures: readonly Pressure[];
  readonly flexibility: readonly Flexibility[];
  readonly options: SuggestionOptions;
  readonly context: RuleContext;
  readonly guard: ShuntGuard;
  /** What partners may be asked for; null where every body keeps to itself. */
  readonly terms?: PartnerTerms | null;
}

export interface BuiltModel {
  readonly model: SuggestionModel;
  /** Moves the rules allow but the cost-shunt test does not. */
  readonly shunts: readonly Blocked[];
}

/** Rule id of the cost-shunt test. */
export const SHUNT_RULE = "SHUNT";

const GOVERNING_BODY_RANK = 4;

/** The model in a fixed order: lines by id; arcs by larger cap, source id, larger weighted need, target id. */
export function buildModel(input: BuildInput): BuiltModel {
  const { lines, options } = input;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const needs = new Map(input.pressures.filter((p) => p.addressable).map((p) => [p.lineId, p]));
  const caps = new Map(input.flexibility.map((flex) => [flex.lineId, capOf(flex, options.contingencyShare)]));
  const modelLines = lines
    .filter((line) => needs.has(line.id) || (caps.get(line.id) ?? 0) > 0)
    .map((line): ModelLine => ({
      id: line.id, agency: line.agency, needPence: needs.get(line.id)?.pence ?? 0, weight: needs.get(line.id)?.weight ?? 1, capPence: caps.get(line.id) ?? 0,
    }))
    .sort((a, b) => compareText(a.id, b.id));

  const sources = modelLines.filter((line) => line.capPence > 0).sort((a, b) => b.capPence - a.capPence || compareText(a.id, b.id));
  const targets = modelLines.filter((line) => line.needPence > 0).sort((a, b) => b.weight * b.needPence - a.weight * a.needPence || compareText(a.id, b.id));
  const arcs: ModelArc[] = [];
  const usable = new Map<string, readonly number[]>();
  const shunts: Blocked[] = [];
  const capLimits = new Map<string, ModelLimit>();
  const flexOf = new Map(input.flexibility.map((flex) => [flex.lineId, flex]));
  const byAgency = new Map<string, ModelLine[]>();
  for (const target of targets) byAgency.set(target.agency, [...(byAgency.get(target.agency) ?? []), target]);
  const terms = input.terms ?? null;
  const reached = new Map<string, readonly ModelLine[]>();
  const reach = (agency: AgencyId): readonly ModelLine[] => {
    const own = terms === null ? (byAgency.get(agency) ?? []) : reached.get(agency);
    if (own !== undefined) return own;
    const some = targets.filter((target) => target.agency === agency || (terms !== null && mayAsk(agency, byId.get(target.id), terms)));
    reached.set(agency, some);
    return some;
  };
  for (const source of sources) {
    // Unless partners are asked, moves between bodies are only offered apart, as calls.
    for (const target of reach(source.agency)) {
      const [from, to, flexibility] = [byId.get(source.id), byId.get(target.id), flexOf.get(source.id)];
      if (from === undefined || to === undefined || flexibility === undefined || from.id === to.id || outcomesApart(from, to, input.context)) continue;
      const between = from.agency !== to.agency;
      const asked = between && terms !== null ? partnerLimits(from, to, terms) : [];
      if (asked === null) continue;
      const answer = mayMove({ from, to, flexibility, amountPence: 1, kinds: suggestedKinds({ from, to, flexibility }, input.context) }, input.context);
      if (answer.verdict !== (between ? "partner" : "yes")) continue;
      const maxPence = Math.min(answer.limitPence, source.capPence, target.needPence, ...asked.map((limit) => limit.maxPence));
      const shunt = shuntOf({ from: source.id, to: target.id, amountPence: maxPence, agreed: between }, input.guard);
      if (shunt !== null) {
        shunts.push(shunt);
        continue;
      }
      const arc = belowRank(arcOf({ from, to, flexibility }, maxPence, answer.members, input.context), options.highestRank ?? Infinity);
      if (arc === null) continue;
      arcs.push(arc);
      usable.set(arc.id, answer.usableParts);
      for (const row of answer.capped) addToCap(capLimits, row, source.agency, arc.id, input.context);
      for (const limit of [...yearLimits({ from, to, flexibility }, input.context), ...asked]) addTo(capLimits, limit, arc.id);
    }
  }
  const bySource = new Map<string, ModelArc[]>();
  for (const arc of arcs) bySource.set(arc.from, [...(bySource.get(arc.from) ?? []), arc]);
  const limits = sources.flatMap((source) => {
    const flexibility = flexOf.get(source.id);
    return flexibility === undefined ? [] : partLimits(flexibility, bySource.get(source.id) ?? [], usable);
  });
  const givers = new Set(arcs.filter((arc) => arc.interAgency).map((arc) => byId.get(arc.from)?.agency ?? ""));
  const shares = terms === null ? [] : fairShares([...givers].sort(compareText), terms);
  return { model: { lines: modelLines, arcs, limits: [...limits, ...capLimits.values()], fairShares: shares, minimumMovePence: options.minimumMovePence, stages: options.stages }, shunts };
}

/** All moves of one agency under one capped row of the gateways share its cap. */
function addToCap(limits: Map<string, ModelLimit>, row: CappedGateway, agency: AgencyId, arcId: string, context: RuleContext): void {
  // Several rows may share an id, each for its own pair of bodies and with its own cap.
  addTo(limits, { id: `${row.id}/${row.fromBody}>${row.toBody}/${row.fromFund}/${row.toPurpose}/${agency}`, kind: "cap", maxPence: capLeft(row, agency, context) }, arcId);
}

function addTo(limits: Map<string, ModelLimit>, limit: Pick<ModelLimit, "id" | "kind" | "maxPence">, arcId: string): void {
  limits.set(limit.id, { ...limit, lines: [], arcs: [...(limits.get(limit.id)?.arcs ?? []), arcId] });
}

type Ends = Pick<MoveQuestion, "from" | "to" | "flexibility">;

/** What the scheme's limits that add up over the year still leave to those it names: moves that share one may take it together, once. */
function yearLimits(ends: Ends, context: RuleContext): Pick<ModelLimit, "id" | "kind" | "maxPence">[] {
  return cumulativeLimits(schemeQuestion(ends, context), context.books, GOVERNING_BODY_RANK).flatMap((limit) =>
    (limit.remainingPence === null ? [] : [{ id: `${limit.ruleIds.join("+")} ${limit.id}`, kind: "cumulative" as const, maxPence: limit.remainingPence }]));
}

function schemeQuestion(ends: Ends, context: RuleContext): ApprovalQuestion {
  const agency = context.agencies.get(ends.from.agency);
  if (agency === undefined) throw new RangeError(`The agency ${ends.from.agency} of line ${ends.from.id} is not in the partnership.`);
  return approvalQuestion({ ...ends, amountPence: 1, kinds: suggestedKinds(ends, context) }, agency, context);
}

/** What a line may give: its flexible amount less the share held back, the held share rounded up to a penny. */
export function capOf(flexibility: Flexibility, contingencyShare: number): Pence {
  const tenThousandths = Math.round(Math.min(1, Math.max(0, contingencyShare)) * 10_000);
  const held = Number((BigInt(flexibility.flexiblePence) * BigInt(tenThousandths) + 9_999n) / 10_000n);
  return flexibility.flexiblePence - held;
}

/** The arc of a move that the rules allow up to `maxPence`. */
export function arcOf(ends: Ends, maxPence: Pence, members: boolean, context: RuleContext): ModelArc {
  const { from, to } = ends;
  const between = from.agency !== to.agency;
  return {
    id: `${from.id}>${to.id}`, from: from.id, to: to.id, maxPence, interAgency: between, sameService: sameService(from, to),
    tiers: between ? [{ overPence: 0, rank: PARTNER_RANK }] : approvalSteps(schemeQuestion(ends, context), context.books, members).filter((step) => step.overPence < maxPence),
  };
}

function shuntOf(move: ProposedMove, guard: ShuntGuard): Blocked | null {
  const { from, to, amountPence } = move;
  const result = guard.test([move]);
  switch (result.verdict) {
    case "passes":
      return null;
    case "not-quantified":
      return { from, to, amountPence, ruleId: SHUNT_RULE, reason: "Linked to another service, not quantified: say how much a cut here costs there before this can be offered." };
    case "pure-shunt": case "saving-with-loser": case "wasteful": {
      const losers = result.compensation.map((loser) => `${loser.agency} by ${formatPounds(loser.pence)}`).join(" and ");
      return { from, to, amountPence, ruleId: SHUNT_RULE, reason: `Cost-shunt test failed (${result.verdict.replace(/-/g, " ")}): it would burden ${losers === "" ? "the partners together" : losers}.` };
    }
  }
}
