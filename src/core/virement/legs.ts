// A virement of several rows: its legs, who gives to whom of them, and whether what is taken is given, to the penny.
import type { BudgetLine } from "../budget/line";
import { formatPounds } from "../money/format";
import { sumPenceBy, type Pence } from "../money/pence";
import { shareByWeights } from "../money/share";
import type { Leg, Virement } from "./life";

/** What of a virement tells its legs. */
export type Legged = Pick<Virement, "id" | "from" | "to" | "amountPence" | "legs">;

/** One line that gives to one other. Between two bodies it needs a payment and an income beside it. */
export interface LegPair {
  readonly from: BudgetLine;
  readonly to: BudgetLine;
  readonly amountPence: Pence;
  /** Positions of the legs that give and that take; the same one where a row names both. */
  readonly giving: number;
  readonly taking: number;
}

/** Every row; one where the virement has no more. */
export function legsOf({ from, to, amountPence, legs }: Omit<Legged, "id">): readonly Pick<Leg, "from" | "to" | "amountPence">[] {
  return legs ?? [{ from, to, amountPence }];
}

function takenPence(legs: readonly Pick<Leg, "from" | "amountPence">[]): Pence {
  return sumPenceBy(legs.filter(({ from }) => from !== ""), ({ amountPence }) => amountPence);
}

function givenPence(legs: readonly Pick<Leg, "to" | "amountPence">[]): Pence {
  return sumPenceBy(legs.filter(({ to }) => to !== ""), ({ amountPence }) => amountPence);
}

/** Null where as much is given as is taken; else what is missing, as a sentence. */
export function imbalance(virement: Legged): string | null {
  const legs = legsOf(virement);
  const [taken, given] = [takenPence(legs), givenPence(legs)];
  if (taken === given) return null;
  const open = taken > given ? `${formatPounds(taken - given)} is given to no line` : `${formatPounds(given - taken)} is taken from no line`;
  return `Virement ${virement.id} is incomplete: it takes ${formatPounds(taken)} and gives ${formatPounds(given)}, so ${open}.`;
}

/** The same virement with these rows: one alone is its lines and amount; of several it names all lines, and the amount is that of the whole. */
export function withLegs(virement: Virement, legs: readonly Leg[]): Virement {
  const [first] = legs;
  const { legs: _before, ...rest } = virement;
  if (first !== undefined && legs.length === 1) return { ...rest, ...first };
  const names = (of: (leg: Leg) => string): string => [...new Set(legs.map(of).filter((id) => id !== ""))].join(", ");
  const whole = (of: (leg: Leg) => Pence): Pence =>
    Math.max(sumPenceBy(legs.filter(({ from }) => from !== ""), of), sumPenceBy(legs.filter(({ to }) => to !== ""), of));
  return {
    ...rest, legs, from: names(({ from }) => from), to: names(({ to }) => to),
    amountPence: whole(({ amountPence }) => amountPence), suggestedPence: whole(({ suggestedPence }) => suggestedPence),
  };
}

/**
 * Who gives to whom, or why the virement is incomplete. A row with both its lines is one pair; rows with one line are paired in their order,
 * inside each body first, so that as little as can be passes between bodies.
 */
export function pairsOf(virement: Legged, lines: readonly BudgetLine[]): LegPair[] | string {
  const legs = legsOf(virement);
  const byId = linesById(lines);
  const missing = legs.flatMap(({ from, to }) => [from, to]).find((id) => id !== "" && !byId.has(id));
  if (missing !== undefined) return `Virement ${virement.id} is incomplete: line ${missing} is on no sheet.`;
  if (legs.some(({ from, to }) => from === "" && to === "")) return `Virement ${virement.id} is incomplete: a row of it names no line.`;
  const takers = new Set(legs.map(({ to }) => to).filter((id) => id !== ""));
  const both = legs.map(({ from }) => from).find((id) => takers.has(id));
  if (both !== undefined) return legs.length === 1 ? `Virement ${virement.id} is incomplete: it gives to the line that it takes from.` : `Virement ${virement.id} is incomplete: it both takes from line ${both} and gives to it.`;
  const open = imbalance(virement);
  if (open !== null) return open;
  return paired(legs, byId);
}

/** Asked for every virement, many times over: the lines of a large place are put in order once. */
const BY_ID = new WeakMap<readonly BudgetLine[], ReadonlyMap<string, BudgetLine>>();

function linesById(lines: readonly BudgetLine[]): ReadonlyMap<string, BudgetLine> {
  const known = BY_ID.get(lines) ?? new Map([...lines].reverse().map((line) => [line.id, line]));
  BY_ID.set(lines, known);
  return known;
}

interface Side {
  readonly leg: number;
  readonly line: BudgetLine;
  left: Pence;
}

function paired(legs: readonly Pick<Leg, "from" | "to" | "amountPence">[], byId: ReadonlyMap<string, BudgetLine>): LegPair[] {
  const pairs: LegPair[] = [];
  const givers: Side[] = [];
  const takers: Side[] = [];
  legs.forEach(({ from, to, amountPence }, leg) => {
    const [giver, taker] = [byId.get(from), byId.get(to)];
    if (giver !== undefined && taker !== undefined) pairs.push({ from: giver, to: taker, amountPence, giving: leg, taking: leg });
    else if (giver !== undefined) givers.push({ leg, line: giver, left: amountPence });
    else if (taker !== undefined) takers.push({ leg, line: taker, left: amountPence });
  });
  for (const across of [false, true]) {
    for (const giver of givers) {
      for (const taker of takers) {
        const amountPence = Math.min(giver.left, taker.left);
        if (amountPence === 0 || (!across && giver.line.agency !== taker.line.agency)) continue;
        giver.left -= amountPence;
        taker.left -= amountPence;
        pairs.push({ from: giver.line, to: taker.line, amountPence, giving: giver.leg, taking: taker.leg });
      }
    }
  }
  return pairs;
}

/** True where money passes between bodies. */
export function isBetweenBodies(virement: Legged, lines: readonly BudgetLine[]): boolean {
  const pairs = pairsOf(virement, lines);
  if (typeof pairs !== "string") return pairs.some(({ from, to }) => from.agency !== to.agency);
  const byId = linesById(lines);
  return new Set(legsOf(virement).flatMap(({ from, to }) => [from, to]).flatMap((id) => byId.get(id)?.agency ?? [])).size > 1;
}

/** The legs of a smaller whole: every row in proportion, to the penny, so that each body's rows still balance. Null where a row would be left with nothing. */
export function loweredLegs(virement: Legged, amountPence: Pence, lines: readonly BudgetLine[]): readonly Leg[] | null {
  const pairs = pairsOf(virement, lines);
  if (typeof pairs === "string" || virement.legs === undefined) return null;
  const parts = shareByWeights(amountPence, pairs.map((pair) => pair.amountPence));
  const legs = virement.legs.map((leg, at): Leg => ({
    ...leg, amountPence: pairs.reduce((sum, { giving, taking }, i) => (giving === at || taking === at ? sum + (parts[i] ?? 0) : sum), 0),
  }));
  return legs.some((leg) => leg.amountPence <= 0) ? null : legs;
}
