// What binds a pressure that stays open, in words that are true of the moves found: what may reach it and goes elsewhere, what is barred, what is full.
import type { BudgetLine } from "../budget/line";
import type { Flexibility } from "../flexibility/types";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { mayMove } from "../rules/evaluate";
import type { Ground, RuleContext } from "../rules/ruleContext";
import { SHUNT_RULE } from "./buildModel";
import { limitArcs } from "./limitArcs";
import { suggestedKinds } from "./suggestedKinds";
import type { ModelArc, ModelLimit, Move, Pressure, SuggestionModel } from "./types";

const MOST_NAMED = 3;

/** The rules allow it, and the model does not hold it. */
const LEFT_OUT: Ground = { ruleId: SHUNT_RULE, sentence: "Left out, as it may shift cost on to a partner.", short: "left out by the cost-shunt test" };

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

/** A line with headroom left after the moves. */
export interface Source {
  readonly line: BudgetLine;
  readonly flexibility: Flexibility;
  /** Headroom not used by the moves, movable or not. */
  readonly leftPence: Pence;
}

/** The first rule in the way of the source; null where none is. */
export function whyNot(source: Source, target: BudgetLine, context: RuleContext): Ground | null {
  const ends = { from: source.line, to: target, flexibility: source.flexibility };
  const answer = mayMove({ ...ends, amountPence: 1, kinds: suggestedKinds(ends, context) }, context);
  if (answer.verdict === "yes") return null;
  if (answer.verdict === "no") return answer.refusals[0] ?? null;
  const ruleId = answer.conditions[0]?.ruleId ?? answer.ruleIds[0] ?? "";
  return { ruleId, sentence: `Between two bodies this is no virement: it needs both partners to agree (${answer.instrument}), and a partner is not asked for more than its share.`, short: "needs the partner's agreement" };
}

/** What every open pressure is told from, found once. */
export interface Standing {
  readonly arcsTo: ReadonlyMap<string, readonly ModelArc[]>;
  readonly movesFrom: ReadonlyMap<string, readonly Move[]>;
  readonly capOf: ReadonlyMap<string, Pence>;
  readonly flexibleOf: ReadonlyMap<string, Pence>;
  /** For each arc, the limits of its source's funds that are full. */
  readonly fullFunds: ReadonlyMap<string, readonly ModelLimit[]>;
}

export function standingOf({ model, moves, flexibility }: ReasonsInput): Standing {
  const grouped = <One>(some: readonly One[], key: (one: One) => string): Map<string, One[]> => {
    const found = new Map<string, One[]>();
    for (const one of some) {
      const own = found.get(key(one));
      if (own === undefined) found.set(key(one), [one]);
      else own.push(one);
    }
    return found;
  };
  const carried = new Map(moves.map((move) => [`${move.from}>${move.to}`, move.amountPence]));
  const full = model.limits.filter((limit) => limit.kind === "fund" && sumPenceBy(limit.arcs, (id) => carried.get(id) ?? 0) >= limit.maxPence);
  return {
    fullFunds: new Map([...grouped(full.flatMap((limit) => limit.arcs.map((id) => ({ id, limit }))), ({ id }) => id)].map(([id, some]) => [id, some.map(({ limit }) => limit)])),
    arcsTo: grouped(model.arcs, (arc) => arc.to), movesFrom: grouped(moves, (move) => move.from),
    capOf: new Map(model.lines.map((line) => [line.id, line.capPence])), flexibleOf: new Map(flexibility.map((flex) => [flex.lineId, flex.flexiblePence])),
  };
}

/** Sentences: what came, what else may reach it and why it does not, what is barred and by which rule, and which limits are full. */
export function bindingWords(pressure: Pressure, target: BudgetLine | undefined, sources: readonly Source[], standing: Standing, input: ReasonsInput): string {
  if (pressure.weight === 0) return "The partners gave it priority 0, so that no money is moved to it.";
  const into = input.moves.filter((move) => move.to === pressure.lineId);
  const arcs = standing.arcsTo.get(pressure.lineId) ?? [];
  const kept = keptWords(pressure, arcs, standing, input);
  const came = into.map((move) => `${formatPounds(move.amountPence)} of ${move.from}`).join(", ");
  const limited = target === undefined ? "" : `${fullLimits(pressure, input)}${rankWords(pressure, target, sources, input)}`;
  const met = into.length > 0 ? (`${kept}${limited}` === "" ? `All that is free and may reach it is used: ${came}.` : `What comes to it: ${came}.`) : `${kept}${limited}` === "" ? "No money that is free may reach it." : "";
  if (target === undefined) return met;
  const reaching = new Set(arcs.map((arc) => arc.from));
  const barred = sources.flatMap((source) => {
    const ground = source.line.id === target.id ? null : (whyNot(source, target, input.context) ?? (reaching.has(source.line.id) || input.highestRank !== undefined ? null : LEFT_OUT));
    return ground === null ? [] : [{ source, ground }];
  });
  const named = barred.slice(0, MOST_NAMED).map(({ source, ground }) => `${formatPounds(source.leftPence)} of ${source.line.id} (${ground.short.includes(ground.ruleId) ? ground.short : `${ground.short}, ${ground.ruleId}`})`);
  const more = barred.length > MOST_NAMED ? `, and ${barred.length - MOST_NAMED} smaller` : "";
  const bars = named.length === 0 ? "" : ` Barred: ${named.join("; ")}${more}.`;
  const rest = `${kept}${bars}${limited}`;
  return `${met}${rest === "" ? " No other line has money left." : rest}`.trim();
}

/** Money that may reach the line and does not: it meets other needs, is held back for contingency, or is less than the least move. */
function keptWords(pressure: Pressure, arcs: readonly ModelArc[], { movesFrom, capOf, flexibleOf, fullFunds }: Standing, { model, pressures }: ReasonsInput): string {
  const sources = [...new Set(arcs.map((arc) => arc.from))];
  const elsewhere = arcs.flatMap((arc) => {
    const given = movesFrom.get(arc.from) ?? [];
    if (sumPenceBy(given.filter((move) => move.to === arc.to), (move) => move.amountPence) >= arc.maxPence) return [];
    // Where the funds that may reach it are used up, only what they pay for stands against it.
    const [funds] = fullFunds.get(arc.id) ?? [];
    return given.filter((move) => move.to !== arc.to && (funds === undefined || funds.arcs.includes(`${move.from}>${move.to}`)));
  });
  const goes = elsewhere.slice(0, MOST_NAMED).map((move) => `${formatPounds(move.amountPence)} of ${move.from} goes to ${move.to}${priorityWords(move.to, pressure, pressures)}`);
  const more = elsewhere.length > MOST_NAMED ? `, and ${elsewhere.length - MOST_NAMED} more go to others` : "";
  const held = sumPenceBy(sources, (from) => Math.max(0, (flexibleOf.get(from) ?? 0) - (capOf.get(from) ?? 0)));
  const leftOf = (from: string): Pence => (capOf.get(from) ?? 0) - sumPenceBy(movesFrom.get(from) ?? [], (move) => move.amountPence);
  // Free money of the same line that stays behind, while the funds that may reach the target are used up.
  const behind = arcs.filter((arc) => (fullFunds.get(arc.id) ?? []).length > 0 && leftOf(arc.from) >= model.minimumMovePence);
  const small = sources.filter((from) => leftOf(from) > 0 && leftOf(from) < model.minimumMovePence);
  return [
    goes.length === 0 ? "" : ` Money that may reach it meets other needs: ${goes.join("; ")}${more}.`,
    held === 0 ? "" : ` ${formatPounds(held)} that may reach it is held back for contingency.`,
    behind.length === 0 ? "" : ` ${behind.slice(0, MOST_NAMED).map((arc) => `${formatPounds(leftOf(arc.from))} of ${arc.from}`).join(", ")} is money of funds that may not reach it.`,
    small.length === 0 ? "" : ` What is left of ${small.slice(0, MOST_NAMED).join(", ")} is less than the least move of ${formatPounds(model.minimumMovePence)}.`,
  ].join("");
}

function priorityWords(lineId: string, open: Pressure, pressures: readonly Pressure[]): string {
  const weight = pressures.find((pressure) => pressure.lineId === lineId)?.weight ?? 1;
  return weight > open.weight ? ` (agreed priority ${weight})` : "";
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
  const [rule = first.id, body = ""] = first.id.split(/[ /]/);
  if (first.kind === "liability") return ` ${body} is asked for no more than ${formatPounds(first.maxPence)}${rule === "OFFER" ? ", which it offered" : ", its share of what the pool is over"}.`;
  if (first.kind === "break-even") return ` ${body} gives no more than the ${formatPounds(first.maxPence)} by which it is forecast to end under its budget in all.`;
  return first.kind === "cumulative"
    ? ` The year's limit of rule ${rule} leaves ${formatPounds(first.maxPence)}: ${formatPounds(first.maxPence + 1)} would need the governing body.`
    : ` The cap of rule ${rule} is used up: ${formatPounds(first.maxPence)}.`;
}
