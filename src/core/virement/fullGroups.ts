// How few moves fill what must be full on both sides at once: moves join lines into groups, and a group in which every line must be full has to add up.
import { gcd } from "./objectives";
import type { LinearRow, Tight } from "./linearPart";
import type { Pence } from "../money/pence";

/** At least so many of these arcs are used by every set that fills what must be full. */
export interface FullGroup {
  readonly arcs: readonly number[];
  readonly moves: number;
}

/** A line that must be full: what it holds, its arcs, and those among them that lead to another such line. */
interface FullLine {
  readonly kind: LinearRow["kind"];
  readonly pence: Pence;
  readonly arcs: readonly number[];
}

/** Beyond so many lines on the smaller side, or so many steps to add up the other, a group is not looked through. */
const MOST_LINES = 10;
const MOST_STEPS = 1 << 17;

/**
 * Moves and the lines they touch make a graph without useless circles: a group of n lines that they join takes n − 1 moves. Where it holds
 * a line with slack, that line is the one more, so that every line that must be full costs a move; a group without one saves a move,
 * but what its sources hold must be what its targets need, to the penny. How many such groups there can be is counted from above.
 */
export function fullGroups(rows: readonly LinearRow[], tight: Tight): FullGroup[] {
  const lines = rows.filter((row) => row.kind !== "limits" && row.maxPence > 0 && tight[row.kind].has(row.id)).map((row): FullLine => ({ kind: row.kind, pence: row.maxPence, arcs: row.arcs }));
  const groups = joined(lines);
  return [...shrinking(groups), ...groups.flatMap(around)];
}

/** Groups as large as they come, then without the line that joins the most others, and so on: what is left may tell more. */
function shrinking(groups: readonly FullLine[][]): FullGroup[] {
  const found: FullGroup[] = [];
  const open = [...groups];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const { few, many } = sidesOf(group);
    if (few.length === 0) continue;
    found.push(...groupOf(few, many));
    const inside = arcCounts(group);
    const shared = (line: FullLine): number => line.arcs.reduce((sum, arc) => sum + ((inside.get(arc) ?? 0) > 1 ? 1 : 0), 0);
    const widest = group.reduce((a, b) => (shared(b) > shared(a) ? b : a));
    open.push(...joined(group.filter((line) => line !== widest)));
  }
  return found;
}

/** Groups of one line or two of the smaller side with all that join them. */
function around(group: readonly FullLine[]): FullGroup[] {
  const { few, many } = sidesOf(group);
  if (few.length > MOST_LINES) return [];
  return few.flatMap((one, i) => few.slice(i).flatMap((other) => {
    const some = one === other ? [one] : [one, other];
    const arcs = new Set(some.flatMap((line) => line.arcs));
    return groupOf(some, many.filter((line) => line.arcs.some((arc) => arcs.has(arc))));
  }));
}

/** Nothing where the larger side alone tells as much. */
function groupOf(few: readonly FullLine[], many: readonly FullLine[]): FullGroup[] {
  const moves = few.length + many.length - mostBalanced(few, many);
  return moves > many.length ? [{ arcs: [...new Set([...few, ...many].flatMap((line) => line.arcs))].sort((a, b) => a - b), moves }] : [];
}

function sidesOf(group: readonly FullLine[]): { readonly few: readonly FullLine[]; readonly many: readonly FullLine[] } {
  const [few = [], many = []] = [group.filter((line) => line.kind === "outOf"), group.filter((line) => line.kind === "into")].sort((a, b) => a.length - b.length);
  return { few, many };
}

function arcCounts(lines: readonly FullLine[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const arc of line.arcs) counts.set(arc, (counts.get(arc) ?? 0) + 1);
  return counts;
}

/** Lines that arcs between them join, directly or through others. */
function joined(lines: readonly FullLine[]): FullLine[][] {
  const root = lines.map((_, i) => i);
  const top = (i: number): number => {
    let at = i;
    for (let up = root[at] ?? at; up !== at; up = root[at] ?? at) at = up;
    return at;
  };
  const first = new Map<number, number>();
  lines.forEach((line, i) => {
    for (const arc of line.arcs) {
      const other = first.get(arc);
      if (other === undefined) first.set(arc, i);
      else root[top(i)] = top(other);
    }
  });
  const groups = new Map<number, FullLine[]>();
  lines.forEach((line, i) => groups.set(top(i), [...(groups.get(top(i)) ?? []), line]));
  return [...groups.values()];
}

/** No more groups than this add up to the penny, each with lines of its own on the smaller side. */
function mostBalanced(few: readonly FullLine[], many: readonly FullLine[]): number {
  if (few.length > MOST_LINES) return few.length;
  const sums = sumsOf(many.map((line) => line.pence), few.reduce((sum, line) => sum + line.pence, 0));
  if (sums === null) return few.length;
  const subsets = 2 ** few.length;
  const pence = new Array<number>(subsets).fill(0);
  const most = new Array<number>(subsets).fill(0);
  const balanced: number[] = [];
  for (let set = 1; set < subsets; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    const rest = set & (set - 1);
    pence[set] = (pence[rest] ?? 0) + (few[lowest]?.pence ?? 0);
    if (sums(pence[set] ?? 0)) balanced.push(set);
    most[set] = balanced.reduce((best, part) => ((part & set) === part ? Math.max(best, 1 + (most[set ^ part] ?? 0)) : best), most[rest] ?? 0);
  }
  return most[subsets - 1] ?? 0;
}

/** Tells which amounts are sums of some of these; null where there are too many to look through. */
function sumsOf(amounts: readonly Pence[], upTo: Pence): ((pence: Pence) => boolean) | null {
  const unit = amounts.reduce((a, b) => gcd(a, b), 0);
  const cells = Math.floor(upTo / unit) + 1;
  if (2 ** amounts.length <= MOST_STEPS / 8) {
    let sums = [0];
    for (const amount of amounts) sums = [...sums, ...sums.flatMap((sum) => (sum + amount <= upTo ? [sum + amount] : []))];
    const known = new Set(sums);
    return (pence) => known.has(pence);
  }
  if (cells * amounts.length > 32 * MOST_STEPS) return null;
  const reached = new Uint8Array(cells);
  reached[0] = 1;
  for (const amount of amounts) for (let at = cells - 1; at >= amount / unit; at -= 1) reached[at] = (reached[at] ?? 0) | (reached[at - amount / unit] ?? 0);
  return (pence) => pence % unit === 0 && reached[pence / unit] === 1;
}
