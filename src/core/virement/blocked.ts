// Why not more: what each unused source may not do, and what binds each pressure that stays open.
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { mayMove } from "../rules/evaluate";
import type { Ground, RuleContext } from "../rules/ruleContext";
import { compareText } from "../text";
import { suggestedKinds } from "./suggestedKinds";
import { limitArcs } from "./limitArcs";
import type { Blocked, ModelArc, Move, Pressure, SuggestionModel, Unclosed } from "./types";

export interface ReasonsInput {
  readonly lines: readonly BudgetLine[];
  readonly pressures: readonly Pressure[];
  readonly flexibility: readonly Flexibility[];
  readonly moves: readonly Move[];
  readonly context: RuleContext;
  /** The model that was solved. */
  readonly model: SuggestionModel;
  /** The highest rank that was asked for, where one was. */
  readonly highestRank?: number;
}

/** Sources looked at for one open pressure, largest first: enough to say what binds it. */
const MOST_SOURCES = 20;
const MOST_NAMED = 3;

interface Source {
  readonly line: BudgetLine;
  readonly flexibility: Flexibility;
  /** Headroom not used by the moves, movable or not. */
  readonly leftPence: Pence;
}

/** One entry for each source with money left: the open pressure it could best have met, and the first rule in the way. */
export function blockedSources(input: ReasonsInput): Blocked[] {
  const open = openPressures(input);
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  return sourcesLeft(input).flatMap((source): Blocked[] => {
    const near = open.filter(({ pressure }) => pressure.addressable && pressure.lineId !== source.line.id);
    near.sort((a, b) => Number(b.pressure.outcome === source.line.outcome) - Number(a.pressure.outcome === source.line.outcome) || b.leftPence - a.leftPence || compareText(a.pressure.lineId, b.pressure.lineId));
    const target = byId.get(near[0]?.pressure.lineId ?? "");
    const ground = target === undefined ? null : whyNot(source, target, input.context);
    return target === undefined || ground === null ? [] : [{ from: source.line.id, to: target.id, amountPence: source.leftPence, ruleId: ground.ruleId, reason: ground.sentence }];
  });
}

/** Every pressure with something left open, and what binds it in words. */
export function unclosedPressures(input: ReasonsInput): Unclosed[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  const sources = sourcesLeft(input).slice(0, MOST_SOURCES);
  return openPressures(input).map(({ pressure, leftPence }) => ({
    line: pressure.lineId, amountPence: leftPence,
    reason: pressure.addressable ? bindingWords(pressure, byId.get(pressure.lineId), sources, input) : pressure.reason,
    relaxations: null,
  }));
}

function openPressures(input: ReasonsInput): { pressure: Pressure; leftPence: Pence }[] {
  return input.pressures.flatMap((pressure) => {
    const leftPence = pressure.pence - sumPenceBy(input.moves.filter((move) => move.to === pressure.lineId), (move) => move.amountPence);
    return leftPence > 0 ? [{ pressure, leftPence }] : [];
  });
}

function sourcesLeft(input: ReasonsInput): Source[] {
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  const sources = input.flexibility.flatMap((flexibility): Source[] => {
    const line = byId.get(flexibility.lineId);
    const used = sumPenceBy(input.moves.filter((move) => move.from === flexibility.lineId), (move) => move.amountPence);
    const leftPence = flexibility.headroomPence - used;
    return line === undefined || leftPence <= 0 ? [] : [{ line, flexibility, leftPence }];
  });
  return sources.sort((a, b) => b.leftPence - a.leftPence || compareText(a.line.id, b.line.id));
}

function whyNot(source: Source, target: BudgetLine, context: RuleContext): Ground | null {
  const ends = { from: source.line, to: target, flexibility: source.flexibility };
  const answer = mayMove({ ...ends, amountPence: 1, kinds: suggestedKinds(ends, context) }, context);
  if (answer.verdict === "yes") return null;
  if (answer.verdict === "no") return answer.refusals[0] ?? null;
  const ruleId = answer.conditions[0]?.ruleId ?? answer.ruleIds[0] ?? "";
  return { ruleId, sentence: `Between two bodies this is no virement: it needs both partners to agree (${answer.instrument}), and a partner is not asked for more than its share.`, short: "needs the partner's agreement" };
}

function bindingWords(pressure: Pressure, target: BudgetLine | undefined, sources: readonly Source[], input: ReasonsInput): string {
  const into = input.moves.filter((move) => move.to === pressure.lineId);
  const met = into.length === 0 ? "No money that is free may reach it." : `All that is free and may reach it is used: ${into.map((move) => `${formatPounds(move.amountPence)} of ${move.from}`).join(", ")}.`;
  if (target === undefined) return met;
  const barred = sources.flatMap((source) => {
    const ground = source.line.id === target.id ? null : whyNot(source, target, input.context);
    return ground === null ? [] : [{ source, ground }];
  });
  const full = `${fullLimits(pressure, input)}${rankWords(pressure, target, sources, input)}`;
  if (barred.length === 0) return full === "" ? `${met} No other line has money left.` : `${met}${full}`;
  const named = barred.slice(0, MOST_NAMED).map(({ source, ground }) => `${formatPounds(source.leftPence)} of ${source.line.id} (${ground.short}, ${ground.ruleId})`);
  const more = barred.length > MOST_NAMED ? `, and ${barred.length - MOST_NAMED} smaller` : "";
  return `${met} Barred: ${named.join("; ")}${more}.${full}`;
}

/** A ceiling on approvals was asked for: the first penny over it of the largest source that it keeps short, and whose that would be. */
function rankWords(pressure: Pressure, target: BudgetLine, sources: readonly Source[], input: ReasonsInput): string {
  const { highestRank, model, moves, context } = input;
  if (highestRank === undefined) return "";
  for (const { line, flexibility } of sources) {
    const amountPence = (moves.find((move) => move.from === line.id && move.to === pressure.lineId)?.amountPence ?? 0) + 1;
    if (line.id === target.id || amountPence <= (model.arcs.find((arc) => arc.from === line.id && arc.to === target.id)?.maxPence ?? 0)) continue;
    const ends = { from: line, to: target, flexibility };
    const { verdict, rank, approvals } = mayMove({ ...ends, amountPence, kinds: suggestedKinds(ends, context) }, context);
    if (verdict === "yes" && rank > highestRank) return ` Only moves up to approval rank ${highestRank} were looked for: ${formatPounds(amountPence)} of ${line.id} would need ${approvals.at(-1)?.approver ?? "more"}.`;
  }
  return ` Only moves up to approval rank ${highestRank} were looked for.`;
}

/** Joint limits that the moves have used up though a line under them could give more: one penny more needs the next approver, or a larger cap. */
function fullLimits(pressure: Pressure, { model, moves }: ReasonsInput): string {
  const pence = (arc: ModelArc): Pence => moves.find((move) => move.from === arc.from && move.to === arc.to)?.amountPence ?? 0;
  const arcsOf = limitArcs(model);
  const full = model.limits.filter((limit, l) => {
    const arcs = (arcsOf[l] ?? []).flatMap((i) => model.arcs[i] ?? []);
    if (limit.kind === "fund" || !arcs.some((arc) => arc.to === pressure.lineId) || sumPenceBy(arcs, pence) < limit.maxPence) return false;
    return arcs.some((arc) => arc.to === pressure.lineId && sumPenceBy(moves.filter((move) => move.from === arc.from), (move) => move.amountPence) < (model.lines.find((line) => line.id === arc.from)?.capPence ?? 0));
  });
  const [first] = full;
  if (first === undefined) return "";
  const rule = first.id.split(/[ /]/)[0] ?? first.id;
  return first.kind === "cumulative"
    ? ` The year's limit of rule ${rule} leaves ${formatPounds(first.maxPence)}: ${formatPounds(first.maxPence + 1)} would need the governing body.`
    : ` The cap of rule ${rule} is used up: ${formatPounds(first.maxPence)}.`;
}
