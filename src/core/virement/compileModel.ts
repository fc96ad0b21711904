// The suggestion model as a mixed-integer program: an amount for each arc, a yes-or-no for each of its approval tiers.
import type { Pence } from "../money/pence";
import { coverBound, coversOf } from "./covers";
import { fullGroups } from "./fullGroups";
import { isNetwork } from "./limitArcs";
import { linearRows, NOTHING_TIGHT, type Tight } from "./linearPart";
import { fairParts, gcd, objectiveValue, wholeWeights, type Amounts } from "./objectives";
import type { MipColumn, MipModel, MipRow } from "./solverPort";
import type { ModelArc, Objective, SuggestionModel } from "./types";

/** [column, coefficient] pairs of a linear expression. */
export type Terms = readonly (readonly [number, number])[];

export interface CompiledModel {
  readonly columns: readonly MipColumn[];
  readonly rows: readonly MipRow[];
  /** Where the rows of the linear program begin, in its order. */
  readonly firstJointRow: number;
  /** Column of each arc's amount, by position in model.arcs. */
  readonly amountColumn: readonly number[];
  /** True when amounts come out whole for any choice of moves and tiers. */
  readonly network: boolean;
  readonly tierColumns: readonly (readonly { readonly column: number; readonly rank: number; readonly overPence: Pence; readonly upToPence: Pence }[])[];
  readonly topRank: number;
  /** Column of the most that one agency is off its fair share, in units of a penny over all parts; null where nothing goes between agencies. */
  readonly mostOff: number | null;
  /** What these objectives can't go below, as far as the rows that must be full tell. */
  readonly least: Readonly<Record<"sum-of-ranks" | "number-of-moves", number>>;
  /** The objective as terms over the columns; what is constant is left out. Amounts are counted in units of `unitPence`. */
  readonly expression: Readonly<Record<Objective, Terms>>;
  readonly unitPence: Pence;
}

/** Compiles the model, what is `tight` as equations. Every amount column is a whole number of `unitPence` pence. */
export function compileModel(model: SuggestionModel, tight: Tight = NOTHING_TIGHT): CompiledModel {
  const unitPence = unitOf(model);
  const minimum = unitPence > 1 ? 0 : model.minimumMovePence;
  const columns: MipColumn[] = [];
  const rows: MipRow[] = [];
  const add = (lower: number, upper: number): number => columns.push({ cost: 0, lower, upper, integer: true }) - 1;

  const amountColumn = model.arcs.map((arc) => add(tight.arcs.has(arc.id) ? arc.maxPence / unitPence : 0, arc.maxPence / unitPence));
  const tierColumns = model.arcs.map((arc) => tiersOf(arc, minimum).map((tier) => ({ ...tier, column: add(0, 1) })));
  const ranks = tierColumns.flat().map((tier) => tier.rank);
  const topRank = add(0, Math.max(0, ...ranks));

  model.arcs.forEach((_, i) => {
    const x = amountColumn[i] ?? 0;
    const tiers = tierColumns[i] ?? [];
    // Where rank falls as the amount grows, an amount must be held in its own tier; else the optimiser finds the lowest by itself.
    const monotone = tiers.every((tier, t) => t === 0 || tier.rank >= (tiers[t - 1]?.rank ?? 0));
    rows.push({ lower: -Infinity, upper: 1, terms: tiers.map((tier) => [tier.column, 1]) });
    rows.push({ lower: -Infinity, upper: 0, terms: [[x, 1], ...tiers.map((tier) => [tier.column, -tier.upToPence / unitPence] as const)] });
    const floor = (tier: (typeof tiers)[number]): number => Math.max(minimum, monotone ? 0 : tier.overPence + 1);
    if (tiers.some((tier) => floor(tier) > 0)) rows.push({ lower: 0, upper: Infinity, terms: [[x, 1], ...tiers.map((tier) => [tier.column, -floor(tier)] as const)] });
    if (tiers.length > 0) rows.push({ lower: 0, upper: Infinity, terms: [[topRank, 1], ...tiers.map((tier) => [tier.column, -tier.rank] as const)] });
  });
  const joint = linearRows(model);
  const firstJointRow = rows.length;
  for (const row of joint) {
    const upper = row.maxPence / unitPence;
    rows.push({ lower: tight[row.kind].has(row.id) ? upper : -Infinity, upper, terms: row.arcs.map((i) => [amountColumn[i] ?? 0, 1] as const) });
  }
  const covers = model.arcs.every(rising) ? coversOf(joint, tight, tierColumns) : [];
  for (const { row, moves, ranks } of covers) {
    const tiers = row.arcs.flatMap((i) => tierColumns[i] ?? []);
    rows.push({ lower: moves, upper: Infinity, terms: tiers.map((tier) => [tier.column, 1] as const) });
    if (ranks > 0) rows.push({ lower: ranks, upper: Infinity, terms: tiers.map((tier) => [tier.column, tier.rank] as const) });
  }
  for (const { arcs, moves } of fullGroups(joint, tight)) rows.push({ lower: moves, upper: Infinity, terms: arcs.flatMap((i) => (tierColumns[i] ?? []).map((tier) => [tier.column, 1] as const)) });

  const mostOff = addMostOff(model, rows, amountColumn, add);
  const { ofLine } = wholeWeights(model);
  const tierTerms = (figure: (rank: number) => number): Terms => tierColumns.flat().map((tier) => [tier.column, figure(tier.rank)]);
  return {
    columns, rows, firstJointRow, amountColumn, network: isNetwork(model), tierColumns, topRank, mostOff, unitPence,
    least: { "sum-of-ranks": coverBound(covers, "ranks"), "number-of-moves": coverBound(covers, "moves") },
    expression: {
      "pressure-closed": model.arcs.map((arc, i) => [amountColumn[i] ?? 0, ofLine.get(arc.to) ?? 0]),
      "highest-rank": [[topRank, 1]],
      "sum-of-ranks": tierTerms((rank) => rank),
      "number-of-moves": tierTerms(() => 1),
      "inter-agency-cash": termsOf(model.arcs, (arc) => arc.interAgency, amountColumn),
      "unfairness": mostOff === null ? [] : [[mostOff, 1]],
      "same-service": termsOf(model.arcs, (arc) => arc.sameService, amountColumn),
      "headroom-left": model.arcs.map((_, i) => [amountColumn[i] ?? 0, -1]),
    },
  };
}

/** How the compiled model is put to the optimiser. */
export interface Asked {
  readonly terms: Terms;
  readonly sense: "max" | "min";
  /** Earlier stages as rows, in units. */
  readonly held: readonly MipRow[];
  /** True where amounts must be whole numbers for the optimiser too; on a network its corners are whole by themselves. */
  readonly wholeAmounts: boolean;
  readonly start?: readonly number[];
}

/** The compiled model as a problem for the optimiser. */
export function withObjective(compiled: CompiledModel, { terms, sense, held, wholeAmounts, start }: Asked): MipModel {
  const cost = new Map<number, number>();
  for (const [column, coefficient] of terms) cost.set(column, (cost.get(column) ?? 0) + coefficient);
  const free = new Set(wholeAmounts ? [] : compiled.amountColumn);
  const columns = compiled.columns.map((column, i) => ({ ...column, cost: cost.get(i) ?? 0, integer: column.integer && !free.has(i) }));
  return { sense, columns, rows: [...compiled.rows, ...held], ...(start === undefined ? {} : { start }) };
}

/** Values of all columns for known amounts. */
export function startOf(compiled: CompiledModel, model: SuggestionModel, amounts: Amounts): number[] {
  const values = compiled.columns.map(() => 0);
  compiled.amountColumn.forEach((column, i) => (values[column] = (amounts[i] ?? 0) / compiled.unitPence));
  compiled.tierColumns.forEach((tiers, i) => {
    const pence = amounts[i] ?? 0;
    const tier = tiers.find(({ overPence, upToPence }) => pence > overPence && pence <= upToPence);
    if (tier !== undefined) values[tier.column] = 1;
  });
  values[compiled.topRank] = objectiveValue("highest-rank", model, amounts);
  if (compiled.mostOff !== null) values[compiled.mostOff] = Math.round((objectiveValue("unfairness", model, amounts) * fairParts(model).whole) / compiled.unitPence);
  return values;
}

/** Tiers that the arc can reach, each with the amounts it covers. */
function tiersOf(arc: ModelArc, minimum: Pence): { rank: number; overPence: Pence; upToPence: Pence }[] {
  return arc.tiers
    .map((tier, t) => ({ rank: tier.rank, overPence: tier.overPence, upToPence: Math.min(arc.maxPence, arc.tiers[t + 1]?.overPence ?? Infinity) }))
    .filter((tier) => tier.overPence < tier.upToPence && tier.upToPence >= minimum);
}

/**
 * The largest unit in which the optimum is still exact to the penny. On a network that is the data's greatest
 * common divisor; otherwise one penny.
 */
function unitOf(model: SuggestionModel): Pence {
  const plain = isNetwork(model) && model.arcs.every((arc) => !arc.interAgency && rising(arc));
  if (!plain) return 1;
  let common = 0;
  for (const line of model.lines) common = gcd(gcd(common, line.needPence), line.capPence);
  for (const limit of model.limits) common = gcd(common, limit.maxPence);
  for (const arc of model.arcs) {
    common = gcd(common, arc.maxPence);
    for (const tier of arc.tiers) if (tier.overPence < arc.maxPence) common = gcd(common, tier.overPence);
  }
  return common > 1 && common >= model.minimumMovePence ? common : 1;
}

/** True when a larger amount never needs a lower rank. */
export function rising(arc: ModelArc): boolean {
  return arc.tiers.every((tier, t) => t === 0 || tier.rank >= (arc.tiers[t - 1]?.rank ?? 0));
}

function addMostOff(model: SuggestionModel, rows: MipRow[], amountColumn: readonly number[], add: (lower: number, upper: number) => number): number | null {
  const between = new Set(termsOf(model.arcs, (arc) => arc.interAgency, amountColumn).map(([column]) => column));
  if (between.size === 0) return null;
  const { whole, shares } = fairParts(model);
  const agencyOfLine = new Map(model.lines.map((line) => [line.id, line.agency]));
  const most = add(0, whole * model.lines.reduce((sum, line) => sum + line.capPence, 0));
  for (const { agency, parts } of shares) {
    const own = new Set(termsOf(model.arcs, (arc) => arc.interAgency && agencyOfLine.get(arc.from) === agency, amountColumn).map(([column]) => column));
    const off = [...between].map((column) => [column, (own.has(column) ? whole : 0) - parts] as const);
    for (const sign of [1, -1]) rows.push({ lower: 0, upper: Infinity, terms: [[most, 1], ...off.map(([column, factor]) => [column, sign * factor] as const)] });
  }
  return most;
}

function termsOf(arcs: readonly ModelArc[], chosen: (arc: ModelArc) => boolean, amountColumn: readonly number[]): Terms {
  return arcs.flatMap((arc, i) => (chosen(arc) ? [[amountColumn[i] ?? 0, 1] as const] : []));
}
