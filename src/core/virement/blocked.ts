// Why not more: what each unused source may not do, and what binds each pressure that stays open.
import { sumPenceBy, type Pence } from "../money/pence";
import { compareText } from "../text";
import { bindingWords, standingOf, whyNot, type ReasonsInput, type Source } from "./bindingWords";
import type { Blocked, Pressure, Unclosed } from "./types";

/** Sources looked at for one open pressure, largest first: enough to say what binds it. */
const MOST_SOURCES = 20;

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
  const standing = standingOf(input);
  return openPressures(input).map(({ pressure, leftPence }) => ({
    line: pressure.lineId, amountPence: leftPence,
    reason: pressure.addressable ? bindingWords(pressure, byId.get(pressure.lineId), sources, standing, input) : pressure.reason,
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

