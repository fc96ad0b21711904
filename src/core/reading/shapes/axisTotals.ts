// Which columns (or rows) of a grid of many bodies are totals of the ones before them, told by most bodies' own figures.
import { sideOfHeading, sideOfWords } from "../words/sideWords";
import { totalWording } from "../words/totalWords";

/** One thing along an axis: a service, a department. Its figures stand in the order of the other axis; null where a cell holds none. */
export interface AxisItem {
  readonly words: string;
  readonly pence: readonly (number | null)[];
}

/** An item that a total adds (+1) or takes away (−1), by its index along the axis. */
export interface AxisPart {
  readonly index: number;
  readonly coefficient: 1 | -1;
}

export interface AxisTotal {
  readonly index: number;
  readonly parts: readonly AxisPart[];
  /** The items under it that are no totals themselves, through the totals it takes in. */
  readonly leaves: readonly AxisPart[];
  /** Bodies whose figure is the sum, and bodies that print one to compare. */
  readonly agreeing: number;
  readonly compared: number;
  /** Printed without its sign: only the size agrees. */
  readonly unsigned: boolean;
}

interface Trial {
  readonly parts: readonly AxisPart[];
  readonly agreeing: number;
  readonly compared: number;
  readonly unsigned: boolean;
}

/** Parts further back than this are not tried: no return has so many lines between two totals. */
const MOST_PARTS = 300;
/** Figures added up in all; a sheet of millions of cells tries shorter runs. */
const MOST_ADDITIONS = 200_000_000;
const ALMOST_ALL = 0.9;
const MOST = 0.5;
const NEAR = 0.2;

/**
 * Totals along an axis, in its order. `slackPence` is how far rounding may carry one figure (a half of the last place printed). A total
 * needs two parts and most bodies on its side: without the word "total" nine in ten, with it more than half.
 */
export function axisTotals(items: readonly AxisItem[], slackPence: number): readonly AxisTotal[] {
  const totals = new Map<number, AxisTotal>();
  let open: number[] = [];
  items.forEach((item, index) => {
    const wording = totalWording(item.words);
    const trial = bestTrial(items, index, open, totals, slackPence, wording !== null);
    if (trial !== null) {
      const used = new Set(trial.parts.map((part) => part.index));
      open = open.filter((i) => !used.has(i));
      totals.set(index, { index, ...trial, leaves: leavesOf(trial.parts, totals) });
    }
    open.push(index);
  });
  return [...totals.values()];
}

function bestTrial(items: readonly AxisItem[], index: number, open: readonly number[], totals: ReadonlyMap<number, AxisTotal>, slack: number, worded: boolean): Trial | null {
  const plain = bestRun(items, index, open, slack, () => 1);
  if (isEnough(plain, worded)) return plain;
  if (!worded) return null;
  const income = bestRun(items, index, open, slack, (i) => (!totals.has(i) && sideOfWords(items[i]?.words ?? "")?.side === "income" ? -1 : 1));
  if (isEnough(income, true)) return income;
  const lone = ofOneSide(items, index, open, totals, slack);
  if (lone !== null) return lone;
  const signed = bestSigns(items, index, open, totals, slack);
  if (isEnough(signed, true)) return signed;
  return totalWording(items[index]?.words ?? "") === "strong" ? byWords(items, index, open, totals, slack) : null;
}

/** "Gross income" right under the one line of income that there is: named as a side, and the same for every body. */
function ofOneSide(items: readonly AxisItem[], index: number, open: readonly number[], totals: ReadonlyMap<number, AxisTotal>, slack: number): Trial | null {
  const before = open[open.length - 1];
  if (before === undefined || totals.has(before) || sideOfHeading(items[index]?.words ?? "") === null) return null;
  const [printed, one] = [items[index]?.pence ?? [], items[before]?.pence ?? []];
  const held = printed.filter((pence) => pence !== null && pence !== 0).length;
  const alike = printed.filter((pence, body) => pence !== null && pence !== 0 && Math.abs(pence - (one[body] ?? 0)) <= slack * 2).length;
  return held > 0 && alike === held && one.every((pence, body) => pence === null || pence === 0 || (printed[body] ?? null) !== null) ? { parts: [{ index: before, coefficient: 1 }], agreeing: alike, compared: held, unsigned: false } : null;
}

/** Called a total, and near the sum of the items since the last total for most bodies, though it is not that sum: the difference shows. */
function byWords(items: readonly AxisItem[], index: number, open: readonly number[], totals: ReadonlyMap<number, AxisTotal>, slack: number): Trial | null {
  const since = open.slice(open.map((i) => totals.has(i)).lastIndexOf(true) + 1);
  if (since.length < 2) return null;
  const printed = items[index]?.pence ?? [];
  const sums = printed.map((_, body) => since.reduce((sum, i) => sum + (items[i]?.pence[body] ?? 0), 0));
  const { agreeing, compared } = compare(printed, sums, sums.map(() => 2), slack * (since.length + 1));
  const near = printed.filter((pence, body) => pence !== null && pence !== 0 && Math.abs(pence - (sums[body] ?? 0)) <= Math.abs(pence) * NEAR).length;
  return near * 2 > compared ? { parts: since.map((i): AxisPart => ({ index: i, coefficient: 1 })), agreeing, compared, unsigned: false } : null;
}

function isEnough(trial: Trial | null, worded: boolean): boolean {
  if (trial === null || trial.compared === 0) return false;
  const share = trial.agreeing / trial.compared;
  return worded ? share > MOST : share >= ALMOST_ALL && trial.agreeing >= 3;
}

/** The run of open items ending just before this one that most bodies bear out; the longest among equals. */
function bestRun(items: readonly AxisItem[], index: number, open: readonly number[], slack: number, sign: (index: number) => 1 | -1): Trial | null {
  const printed = items[index]?.pence ?? [];
  const sums = printed.map(() => 0);
  const filled = printed.map(() => 0);
  let best: { from: number; agreeing: number; compared: number } | null = null;
  const most = Math.min(MOST_PARTS, Math.max(20, Math.floor(MOST_ADDITIONS / Math.max(1, items.length * printed.length))));
  const last = Math.max(0, open.length - most);
  for (let start = open.length - 1; start >= last; start -= 1) {
    const at = open[start] ?? 0;
    items[at]?.pence.forEach((pence, body) => {
      if (pence === null || pence === 0) return;
      sums[body] = (sums[body] ?? 0) + sign(at) * pence;
      filled[body] = (filled[body] ?? 0) + 1;
    });
    const size = open.length - start;
    if (size < 2) continue;
    const { agreeing, compared, several } = compare(printed, sums, filled, slack * (size + 1));
    if (several > 0 && (best === null || agreeing >= best.agreeing)) best = { from: start, agreeing, compared };
  }
  if (best === null) return null;
  return { parts: open.slice(best.from).map((i): AxisPart => ({ index: i, coefficient: sign(i) })), agreeing: best.agreeing, compared: best.compared, unsigned: false };
}

/** How many bodies print the sum; `several` of them from more than one figure, for a lone figure repeated proves nothing. */
function compare(printed: readonly (number | null)[], sums: readonly number[], filled: readonly number[], slack: number): { agreeing: number; compared: number; several: number } {
  let agreeing = 0;
  let compared = 0;
  let several = 0;
  printed.forEach((pence, body) => {
    const sum = sums[body] ?? 0;
    if (pence === null || (pence === 0 && sum === 0)) return;
    compared += 1;
    if (Math.abs(pence - sum) > slack) return;
    agreeing += 1;
    if ((filled[body] ?? 0) > 1) several += 1;
  });
  return { agreeing, compared, several };
}

/** A surplus or net figure: the last few open items, a total among them, some taken away. Forms often print its size alone. */
function bestSigns(items: readonly AxisItem[], index: number, open: readonly number[], totals: ReadonlyMap<number, AxisTotal>, slack: number): Trial | null {
  const printed = items[index]?.pence ?? [];
  let best: (Trial & { changes: number }) | null = null;
  for (let count = 2; count <= Math.min(6, open.length); count += 1) {
    const last = open.slice(-count);
    if (!last.some((i) => totals.has(i))) continue;
    for (let mask = 1; mask < 2 ** (count - 1); mask += 1) {
      const parts = last.map((i, at): AxisPart => ({ index: i, coefficient: at > 0 && (mask >> (at - 1)) % 2 === 1 ? -1 : 1 }));
      const sums = printed.map((_, body) => parts.reduce((sum, part) => sum + part.coefficient * (items[part.index]?.pence[body] ?? 0), 0));
      const full = printed.map(() => 2);
      const signed = compare(printed, sums, full, slack * (count + 1));
      const sized = compare(printed.map((p) => (p === null ? null : Math.abs(p))), sums.map(Math.abs), full, slack * (count + 1));
      const unsigned = sized.agreeing > signed.agreeing;
      const { agreeing, compared } = unsigned ? sized : signed;
      const changes = parts.filter((part, at) => at > 0 && part.coefficient !== parts[at - 1]?.coefficient).length;
      if (best === null || agreeing > best.agreeing || (agreeing === best.agreeing && count === best.parts.length && changes < best.changes)) best = { parts, agreeing, compared, unsigned, changes };
    }
  }
  return best;
}

function leavesOf(parts: readonly AxisPart[], totals: ReadonlyMap<number, AxisTotal>): readonly AxisPart[] {
  return parts.flatMap((part): readonly AxisPart[] => {
    const inner = totals.get(part.index);
    return inner === undefined ? [part] : inner.leaves.map((leaf): AxisPart => ({ index: leaf.index, coefficient: leaf.coefficient === part.coefficient ? 1 : -1 }));
  });
}
