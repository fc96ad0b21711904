// The smallest change that would help each open pressure, and the one that closes most: every candidate is tried by solving again with it.
import type { BudgetLine } from "../../budget/line";
import { formatPounds } from "../../money/format";
import type { Pence } from "../../money/pence";
import { NO_GATEWAY, UNKNOWN_FUND } from "../../rules/evaluatePart";
import { ruleContext, type RuleContext } from "../../rules/ruleContext";
import { compareText } from "../../text";
import { buildModel, SHUNT_RULE } from "../buildModel";
import { asksPartners, partnerTerms } from "../partnerTerms";
import { findPressures } from "../pressures";
import { shuntGuard } from "../shuntGuard";
import type { SuggestionInput } from "../suggestMoves";
import { RELAXATION_KINDS, type Relaxation, type SuggestionModel, type SuggestionOptions, type Suggestions, type Unclosed } from "../types";
import { leastRise, limitsAt } from "./fullLimits";
import { barredByOneRule, withArcs, type BarredSource } from "./liftedRules";
import { moreClosed, type Asking } from "./mostClosed";

/** Open pressures looked at, largest first, and models up to this size: larger ones would keep people waiting. */
const MOST_PRESSURES = 20;
const MOST_ARCS = 20_000;
const MOST_SOURCES = 60;
const MOST_NAMED = 3;

interface Candidate {
  readonly kind: Relaxation["kind"];
  readonly ruleId: string;
  readonly model: SuggestionModel;
  readonly words: (closes: string) => string;
  readonly asAmount: boolean;
}

/** The suggestions with what would help each open pressure. Deterministic; rejects with the signal's reason when stopped. */
export async function withRelaxations(found: Suggestions, input: SuggestionInput): Promise<Suggestions> {
  if (found.model.arcs.length > MOST_ARCS || input.enough?.() === true) return found;
  const context = ruleContext(input.books, input.agencies, input.options.decisionDate, input.options.acrossOutcomes, input.prior ?? []);
  const looked = new Set([...found.unclosed].filter((open) => isAddressable(open, found)).sort((a, b) => b.amountPence - a.amountPence || compareText(a.line, b.line)).slice(0, MOST_PRESSURES).map((open) => open.line));
  const wider = looked.size === 0 ? [] : widerModels(found, input, context);
  const byId = new Map(input.lines.map((line) => [line.id, line]));
  const unclosed: Unclosed[] = [];
  for (const [done, open] of found.unclosed.entries()) {
    input.signal?.throwIfAborted();
    // What was tried before the end is told; of the others nothing is said.
    if (input.enough?.() === true) looked.delete(open.line);
    input.onProgress?.({ step: "Looking for what would help", done, total: found.unclosed.length });
    const target = byId.get(open.line);
    unclosed.push(!looked.has(open.line) || target === undefined ? open : { ...open, relaxations: nearestFirst(await helpful(open, target, wider, found, input, context, byId)) });
  }
  return { ...found, unclosed };
}

function isAddressable(open: Unclosed, found: Suggestions): boolean {
  return found.pressures.some((pressure) => pressure.lineId === open.line && pressure.addressable);
}

/** What the partners can switch on or off themselves, each as a whole model. */
function widerModels(found: Suggestions, input: SuggestionInput, context: RuleContext): Candidate[] {
  const { options } = input;
  const barredShunts = new Set(found.blocked.filter((blocked) => blocked.ruleId === SHUNT_RULE).map((blocked) => `${blocked.from}>${blocked.to}`));
  const guard = shuntGuard(input.lines, input.links ?? []);
  const model = (change: Partial<SuggestionOptions>): SuggestionModel => {
    const changed = { ...options, ...change };
    const own = changed.acrossOutcomes === options.acrossOutcomes ? context : { ...context, acrossOutcomes: changed.acrossOutcomes };
    const terms = asksPartners(changed) ? partnerTerms(found.pools, input.lines, changed) : null;
    const built = buildModel({ lines: input.lines, pressures: findPressures(input.lines, own), flexibility: input.flexibility, options: changed, context: own, guard, terms }).model;
    return { ...built, arcs: built.arcs.filter((arc) => !barredShunts.has(arc.id)) };
  };
  const { highestRank, ...anyRank } = options;
  const candidates: Candidate[] = [];
  const add = (kind: Candidate["kind"], ruleId: string, made: SuggestionModel, words: Candidate["words"], asAmount = false): void => void candidates.push({ kind, ruleId, model: made, words, asAmount });
  if (highestRank !== undefined && highestRank !== Infinity) add("asked", "", withoutCeiling(anyRank, model), (closes) => `Approvals above rank ${highestRank} would close ${closes} more.`);
  if (options.contingencyShare > 0) add("asked", "", model({ contingencyShare: 0 }), (closes) => `What is held back for contingency would close ${closes} more.`);
  if (options.minimumMovePence > 1) add("asked", "", model({ minimumMovePence: 1 }), (closes) => `Moves below ${formatPounds(options.minimumMovePence)} would close ${closes} more.`);
  if (!options.acrossOutcomes) add("outcome", "OUTCOME", model({ acrossOutcomes: true }), (closes) => `Moves across outcomes would close ${closes} more.`);
  const owing = [...new Set(found.pools.flatMap((pool) => (pool.overspendPence > 0 ? pool.shares.filter((share) => share.agency !== pool.host && share.sharePence > 0).map((share) => share.agency) : [])))];
  if (owing.length > 0 && options.partnersPay !== true) add("share", "", model({ partnersPay: true }), (closes) => `Partners paying now what they will owe at the year's end would close ${closes} more.`);
  for (const agency of owing) {
    const others = (options.offers ?? []).filter((offer) => offer.agency !== agency);
    const made = model({ partnersPay: options.partnersPay === true, offers: [...others, { agency, upToPence: Number.MAX_SAFE_INTEGER }] });
    add("offer", agency, made, (closes) => `${agency} could offer ${closes} more, above what it will owe; only it can.`, true);
  }
  return candidates;
}

function withoutCeiling(options: Omit<SuggestionOptions, "highestRank">, model: (change: Partial<SuggestionOptions>) => SuggestionModel): SuggestionModel {
  return model({ ...options, highestRank: Infinity });
}

async function helpful(open: Unclosed, target: BudgetLine, wider: readonly Candidate[], found: Suggestions, input: SuggestionInput, context: RuleContext, byId: ReadonlyMap<string, BudgetLine>): Promise<Relaxation[]> {
  const asking: Asking = { solver: input.solver, ...(input.signal === undefined ? {} : { signal: input.signal }) };
  const all: Relaxation[] = [];
  const tell = (kind: Relaxation["kind"], ruleId: string, closes: Pence, changePence: Pence | null, sentence: string): void => {
    if (closes > 0) all.push({ kind, ruleId, changePence, closesPence: closes, sentence });
  };
  for (const { kind, ruleId, model, words, asAmount } of wider) {
    const { pence } = await moreClosed(model, open.line, found.moves, asking);
    tell(kind, ruleId, pence, asAmount ? pence : null, words(formatPounds(pence)));
  }
  for (const limit of limitsAt(found, open.line)) {
    const rise = await leastRise(found, limit, open.line, asking);
    tell("limit", limit.id.split(/[ /]/)[0] ?? limit.id, rise.closesPence, rise.changePence, `${formatPounds(rise.changePence)} more under ${limit.words} would close ${formatPounds(rise.closesPence)} more.`);
  }
  const guard = shuntGuard(input.lines, input.links ?? []);
  const sources = [...input.flexibility].sort((a, b) => b.headroomPence - a.headroomPence || compareText(a.lineId, b.lineId)).slice(0, MOST_SOURCES);
  for (const [ruleId, barred] of barredByOneRule(target, sources, byId, { context, guard, options: input.options })) {
    const { pence } = await moreClosed(withArcs(found.model, open.line, barred), open.line, found.moves, asking);
    tell("rule", ruleId, pence, null, ruleWords(ruleId, barred, target, formatPounds(pence)));
  }
  return all;
}

function ruleWords(ruleId: string, barred: readonly BarredSource[], target: BudgetLine, closes: string): string {
  const who = barred.slice(0, MOST_NAMED).map((source) => source.line.id).join(", ") + (barred.length > MOST_NAMED ? ` and ${barred.length - MOST_NAMED} more` : "");
  if (ruleId === UNKNOWN_FUND) return `A row of Purse Funds that lets the money of ${who} go there would close ${closes} more.`;
  if (ruleId !== NO_GATEWAY) return `Without rule ${ruleId} (${barred[0]?.short ?? ""}), ${who} could close ${closes} more.`;
  const from = [...new Set(barred.map((source) => source.line.agency))].join(", ");
  return `A gateway from ${from} to ${target.agency}, of which none was found, would let ${who} close ${closes} more.`;
}

/** The nearest first; of the equally near the one that closes most, then the order tried. */
function nearestFirst(all: readonly Relaxation[]): Relaxation[] {
  const far = (one: Relaxation): number => RELAXATION_KINDS.indexOf(one.kind);
  return [...all].sort((a, b) => far(a) - far(b) || b.closesPence - a.closesPence);
}

/** In words: the nearest that helps, and the one that closes most where that is another. */
export function relaxationWords({ relaxations }: Pick<Unclosed, "relaxations">): string {
  if (relaxations === null) return "";
  const [nearest] = relaxations;
  if (nearest === undefined) return "No single change of a rule, a limit or what was asked for was found that would help.";
  const most = relaxations.reduce((best, one) => (one.closesPence > best.closesPence ? one : best), nearest);
  return most === nearest ? `The smallest change that would help: ${nearest.sentence}` : `The smallest change that would help: ${nearest.sentence} The one that would help most: ${most.sentence}`;
}
