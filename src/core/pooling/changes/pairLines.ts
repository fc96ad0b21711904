// Which line of now is which line of before: by its id (codes first), then by its words, then by its figures; rows may be inserted anywhere.
import { STAGES } from "../../budget/line";
import type { SnapshotLine } from "./snapshot";

interface PairedLines {
  readonly pairs: readonly { readonly old: SnapshotLine; readonly line: SnapshotLine }[];
  readonly gone: readonly SnapshotLine[];
  readonly added: readonly SnapshotLine[];
}

type KeyOf = (line: SnapshotLine) => string | null;

/**
 * Lines of one code, or of the same words without a code, are told apart by their figures, so that one put in above the others does not
 * take their place. What is left on both sides is the same line where its agency and words, else its agency, sheet and all its figures,
 * are found once before and once now: its code or its words were changed.
 */
export function pairLines(before: readonly SnapshotLine[], now: readonly SnapshotLine[]): PairedLines {
  const rest = { gone: new Set(before), added: new Set(now) };
  const pairs: { old: SnapshotLine; line: SnapshotLine }[] = [];
  const pair = (old: SnapshotLine, line: SnapshotLine): void => {
    pairs.push({ old, line });
    rest.gone.delete(old);
    rest.added.delete(line);
  };
  const [known, several] = [new Map(before.map((line) => [line.lineId, line])), sharedStems([...before, ...now])];
  const plain = (line: SnapshotLine): boolean => several.size === 0 || !several.has(idStem(line.lineId));
  for (const line of now) {
    const old = known.get(line.lineId);
    if (old !== undefined && plain(line)) pair(old, line);
  }
  const stemOf: KeyOf = (line) => (plain(line) ? null : idStem(line.lineId));
  const olds = grouped(before, stemOf);
  for (const [stem, lines] of grouped(now, stemOf)) pairAlike(olds.get(stem) ?? [], lines).forEach(([old, line]) => pair(old, line));
  const once = (keyOf: KeyOf): void => {
    const [gone, added] = [grouped([...rest.gone], keyOf), grouped([...rest.added], keyOf)];
    for (const [key, lines] of added) {
      const [[old, second] = [], [line, other]] = [gone.get(key), lines];
      if (old !== undefined && line !== undefined && second === undefined && other === undefined) pair(old, line);
    }
  };
  once(({ agency, description }) => (description === "" ? null : JSON.stringify([agency, description])));
  once(figuresKey);
  const order = new Map(now.map((line, i) => [line, i]));
  pairs.sort((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0));
  return { pairs, gone: [...rest.gone], added: [...rest.added] };
}

/** Where a line stands is no part of it. Nor is the number that tells lines of the same words apart. */
export function isSame(old: SnapshotLine, line: SnapshotLine): boolean {
  return idStem(old.lineId) === idStem(line.lineId) && old.agency === line.agency && old.description === line.description && old.coding === line.coding && STAGES.every((stage) => old.amounts[stage] === line.amounts[stage]);
}

/** "COUNCIL/Staff" for "COUNCIL/Staff#2". */
export function idStem(lineId: string): string {
  return lineId.replace(/#\d+$/, "");
}

/** Of lines with one id: those that are wholly alike first, then in their order. */
function pairAlike(before: readonly SnapshotLine[], now: readonly SnapshotLine[]): [SnapshotLine, SnapshotLine][] {
  const [left, open] = [new Set(before), new Set(now)];
  const pairs: [SnapshotLine, SnapshotLine][] = [];
  const take = (old: SnapshotLine | undefined, line: SnapshotLine): void => {
    if (old === undefined) return;
    pairs.push([old, line]);
    left.delete(old);
    open.delete(line);
  };
  const alike = grouped(before, contentKey);
  for (const line of now) take(alike.get(contentKey(line))?.find((old) => left.has(old)), line);
  const [olds, lines] = [[...left], [...open]];
  lines.forEach((line, i) => take(olds[i], line));
  return pairs;
}

function contentKey({ description, coding, amounts }: SnapshotLine): string {
  return JSON.stringify([description, coding, STAGES.map((stage) => amounts[stage])]);
}

/** Nil figures tell nothing. */
function figuresKey({ agency, cell, amounts }: SnapshotLine): string | null {
  const figures = STAGES.map((stage) => amounts[stage]);
  return figures.every((pence) => pence === null || pence === 0) ? null : JSON.stringify([agency, cell.file, cell.sheet, figures]);
}

/** Ids without their number that several lines bear, before or now. */
function sharedStems(lines: readonly SnapshotLine[]): ReadonlySet<string> {
  return new Set(lines.filter(({ lineId }) => lineId.includes("#") && idStem(lineId) !== lineId).map(({ lineId }) => idStem(lineId)));
}

function grouped(lines: readonly SnapshotLine[], keyOf: KeyOf): Map<string, SnapshotLine[]> {
  const groups = new Map<string, SnapshotLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}
