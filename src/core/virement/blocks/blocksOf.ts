// Cuts a part into blocks that only a few lines or limits tie together: each block is small enough to be searched to its end.
import { compileModel } from "../compileModel";
import { linearRows, type LinearRow, type Tight } from "../linearPart";
import type { SuggestionModel } from "../types";
import type { OpenPart, Blocks, Link, Block } from "../solveSteps";

/** A block larger than this is cut further, if few rows tie it together. */
const MOST_ARCS = 110;
/** A part that more rows than this tie together is not cut. */
const MOST_LINKS = 16;

/** The part in two blocks or more; null where it does not fall apart. */
export function blocksOf({ model, tight }: OpenPart, mostArcs = MOST_ARCS): Blocks | null {
  if (model.arcs.length <= mostArcs) return null;
  const rows = linearRows(model);
  const dropped = rowsThatTie(model.arcs.length, rows, mostArcs);
  if (dropped === null) return null;
  const links = dropped.flatMap((r) => rows[r] ?? []).map((row) => ({ row, full: tight[row.kind].has(row.id) }));
  const groups = groupsOf(model.arcs.length, rows, new Set(dropped));
  if (groups.length < 2) return null;
  return { links, blocks: groups.map((arcs) => blockOf(model, arcs, links, tight)) };
}

/** The rows with the most arcs in the largest group, one by one until every group is small; those that tie nothing after all stay. */
function rowsThatTie(arcs: number, rows: readonly LinearRow[], mostArcs: number): number[] | null {
  const largest = (dropped: ReadonlySet<number>): readonly number[] => groupsOf(arcs, rows, dropped).reduce((a, b) => (b.length > a.length ? b : a));
  const dropped: number[] = [];
  for (let group = largest(new Set()); group.length > mostArcs; group = largest(new Set(dropped))) {
    if (dropped.length === MOST_LINKS) return null;
    const inside = new Set(group);
    let widest = -1;
    let most = 0;
    rows.forEach((row, r) => {
      const count = dropped.includes(r) ? 0 : row.arcs.reduce((sum, i) => (inside.has(i) ? sum + 1 : sum), 0);
      if (count > most) [widest, most] = [r, count];
    });
    dropped.push(widest);
  }
  return [...dropped].reverse().reduce((kept, row) => {
    const without = kept.filter((other) => other !== row);
    return largest(new Set(without)).length <= mostArcs ? without : kept;
  }, dropped);
}

/** Arcs that rows join, directly or through others, in the order of their first arcs. */
function groupsOf(arcs: number, rows: readonly LinearRow[], dropped: ReadonlySet<number>): number[][] {
  const root = Array.from({ length: arcs }, (_, i) => i);
  const find = (arc: number): number => {
    let top = arc;
    for (let up = root[top] ?? top; up !== top; up = root[top] ?? top) top = up;
    root[arc] = top;
    return top;
  };
  rows.forEach((row, r) => {
    const first = row.arcs[0];
    if (first !== undefined && !dropped.has(r)) for (const i of row.arcs) root[find(i)] = find(first);
  });
  const groups = new Map<number, number[]>();
  for (let i = 0; i < arcs; i += 1) {
    const group = groups.get(find(i));
    if (group === undefined) groups.set(find(i), [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

function blockOf(model: SuggestionModel, positions: readonly number[], links: readonly Link[], tight: Tight): Block {
  const arcs = positions.flatMap((i) => model.arcs[i] ?? []);
  const ids = new Set(arcs.map((arc) => arc.id));
  const ends = new Set(arcs.flatMap((arc) => [arc.from, arc.to]));
  const limits = model.limits.map((limit) => ({ ...limit, arcs: limit.arcs.filter((id) => ids.has(id)) })).filter((limit) => limit.arcs.length > 0);
  const own = { ...model, arcs, limits, lines: model.lines.filter((line) => ends.has(line.id)) };
  const without = (kind: LinearRow["kind"]): ReadonlySet<string> => {
    const linked = new Set(links.flatMap(({ row }) => (row.kind === kind ? [row.id] : [])));
    return new Set([...tight[kind]].filter((id) => !linked.has(id)));
  };
  const inLink = links.map(({ row }) => new Set(row.arcs));
  return {
    arcs: positions, model: own,
    compiled: compileModel(own, { outOf: without("outOf"), into: without("into"), limits: without("limits"), arcs: tight.arcs }),
    linksOf: positions.map((i) => inLink.flatMap((set, l) => (set.has(i) ? [l] : []))),
  };
}
