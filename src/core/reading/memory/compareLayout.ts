// One table's columns as remembered against those found now: what was followed, and what changed in a way that matters.
import { columnLetters } from "../../budget/cells";
import { listSome } from "../../text";
import type { ColumnField } from "../types";
import { changedPlaces } from "./columnFigures";
import { withoutPeriod } from "./headingPeriod";
import type { RememberedColumn } from "../lineSteps";

export interface LayoutDifference {
  /** What stops a refresh: each names its heading. Empty when the figures are read from the same columns as before. */
  readonly changed: readonly string[];
  /** What was followed without asking, for a note. */
  readonly followed: readonly string[];
}

/** Nothing of a line hangs on these, so that they may come, go and be renamed. */
const LOOSE: ReadonlySet<ColumnField> = new Set(["ignored", "variance", "note", "holder", "section"]);

interface Pair {
  readonly before: RememberedColumn;
  readonly now: RememberedColumn;
}

/**
 * Pairs the columns by heading and field, then by heading, then by heading without its month. Moved, inserted and unused columns are
 * followed. A heading that is gone, new or renamed, a column read as something else, one heading over another number of columns, or
 * columns of one heading that changed places changes what is read and is named.
 */
export function compareColumns(before: readonly RememberedColumn[], now: readonly RememberedColumn[]): LayoutDifference {
  const [gone, added] = [[...before], [...now]];
  const same = takePairs(gone, added, (a, b) => a.heading === b.heading && a.field === b.field);
  const reread = takePairs(gone, added, (a, b) => a.heading === b.heading);
  const rolled = takePairs(gone, added, (a, b) => a.field === b.field && !LOOSE.has(a.field) && withoutPeriod(a.heading) === withoutPeriod(b.heading));
  const matters = (column: RememberedColumn): boolean => !LOOSE.has(column.field);
  const [lost, fresh] = [gone.filter(matters), added.filter(matters)];
  const renamed = takePairs(lost, fresh, (a, b) => a.field === b.field);
  const otherNow = takePairs(lost, fresh, (a, b) => a.column === b.column);
  const unusedNow = takePairs(lost, added, (a, b) => !matters(b) && b.heading !== "" && a.column === b.column);
  const changed = [
    ...renamed.map(({ before: a, now: b }) => `${named(a)}, read as ${a.field}, is headed "${b.heading}" now`),
    ...otherNow.map(({ before: a, now: b }) => `${named(a)}, read as ${a.field}, is headed "${b.heading}" now and would be read as ${b.field}`),
    ...unusedNow.map(({ before: a, now: b }) => `${named(a)}, read as ${a.field}, is headed "${b.heading}" now, which would not be used`),
    ...lost.map((c) => `${named(c)}, read as ${c.field}, is no longer there`),
    ...fresh.map((c) => `${named(c)} is new and would be read as ${c.field}`),
    ...reread.filter(({ before: a, now: b }) => matters(a) || matters(b)).map(({ before: a, now: b }) => `${named(b)} was read as ${a.field} and would now be read as ${b.field}`),
    ...recounted(before, now).map((c) => `"${c.heading}" stands over another number of columns than before`),
    ...changedPlaces(before, now),
  ];
  const unused = (columns: readonly RememberedColumn[], words: string): string[] => columns.filter((c) => !matters(c) && c.heading !== "").map((c) => `${named(c)}, not used, is ${words}`);
  return {
    changed,
    followed: [...moves([...same, ...rolled]), ...rolled.map(({ before: a, now: b }) => `"${a.heading}" is headed "${b.heading}" now`), ...unused(gone, "gone"), ...unused(added, "new")],
  };
}

/** Takes the pairs that fit out of both lists, in order. */
function takePairs(before: RememberedColumn[], now: RememberedColumn[], fits: (before: RememberedColumn, now: RememberedColumn) => boolean): Pair[] {
  return [...before].flatMap((column): Pair[] => {
    const at = now.findIndex((other) => fits(column, other));
    const [found] = at < 0 ? [] : now.splice(at, 1);
    if (found === undefined) return [];
    before.splice(before.indexOf(column), 1);
    return [{ before: column, now: found }];
  });
}

/** Headings that several columns share can't be told apart once their number is another. */
function recounted(before: readonly RememberedColumn[], now: readonly RememberedColumn[]): RememberedColumn[] {
  const number = (columns: readonly RememberedColumn[], heading: string): number => columns.filter((c) => c.heading === heading).length;
  const read = now.filter((c) => !LOOSE.has(c.field) && number(before, c.heading) > 0 && number(now, c.heading) > 1 && number(before, c.heading) !== number(now, c.heading));
  return read.filter((c, i) => read.findIndex((other) => other.heading === c.heading) === i);
}

const LISTED = 4;

/** Columns that all went the same way are told together: a column was put in, or the whole table moved. */
function moves(pairs: readonly Pair[]): string[] {
  const moved = pairs.filter(({ before, now }) => before.column !== now.column && !LOOSE.has(now.field));
  const [first] = moved;
  if (first === undefined) return [];
  const by = first.now.column - first.before.column;
  if (moved.length > LISTED && moved.every(({ before, now }) => now.column - before.column === by)) {
    return [`${moved.length} columns stand ${Math.abs(by)} further ${by > 0 ? "right" : "left"}, from ${named(first.now)} on`];
  }
  const words = moved.map(({ before, now }) => `"${now.heading}" moved from column ${columnLetters(before.column)} to ${columnLetters(now.column)}`);
  return [listSome(words, "; ")];
}

function named({ column, heading }: RememberedColumn): string {
  return heading === "" ? `column ${columnLetters(column)} without a heading` : `"${heading}" (column ${columnLetters(column)})`;
}
