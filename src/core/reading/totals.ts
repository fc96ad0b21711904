// Tells totals from lines, by their words and by arithmetic together, so that no sub-total is ever loaded as a line.
import type { BodyRow } from "./bodyRows";
import { partsOfFormula } from "./formulaParts";
import type { SheetGrid } from "./grid";
import { systematicRepeats } from "./repeatedRows";
import { sideOfWords } from "./sideWords";
import { RowSums, type Component } from "./rowSums";
import { isGrandTotalLabel, partsNamed, totalWording } from "./totalWords";
import { unclosedHeads } from "./unclosedHeads";

export interface FoundTotal {
  /** Index among the body rows. */
  readonly index: number;
  readonly components: readonly Component[];
  /** The lines under it, through any sub-totals, with their signs. */
  readonly lines: readonly Component[];
  /** False when its figures are not the sum of anything above within rounding: it was told by its words alone. */
  readonly agrees: boolean;
  readonly how: string;
}

export interface RowClasses {
  readonly totals: readonly FoundTotal[];
  /** Indexes of rows that are lines. */
  readonly lines: readonly number[];
  /** Lines whose words call them a total, though nothing adds to them. */
  readonly doubtful: readonly number[];
}

interface Open {
  readonly index: number;
  readonly total: FoundTotal | null;
}

export function findTotals(grid: SheetGrid, rows: readonly BodyRow[], amountColumnNumbers: readonly number[]): RowClasses {
  return new TotalFinder(grid, rows, amountColumnNumbers).run();
}

class TotalFinder {
  private open: Open[] = [];
  private readonly totals: FoundTotal[] = [];
  private readonly totalAt = new Map<number, FoundTotal>();
  private readonly lines: number[] = [];
  private readonly doubtful: number[] = [];
  private readonly byCode = new Map<string, number>();
  private readonly byRow = new Map<number, number>();
  private readonly sums: RowSums;
  private readonly repeats: ReadonlySet<number>;
  private readonly mostHaveCode: boolean;
  private readonly mostHaveSubjective: boolean;

  constructor(private readonly grid: SheetGrid, private readonly rows: readonly BodyRow[], private readonly columns: readonly number[]) {
    this.sums = new RowSums(rows, columns.length);
    this.mostHaveCode = rows.filter((r) => r.code !== null).length >= rows.length * 0.5;
    this.mostHaveSubjective = rows.filter((r) => r.subjective !== null).length >= rows.length * 0.5;
    this.repeats = systematicRepeats(rows);
    rows.forEach((row, index) => {
      this.byRow.set(row.row, index);
      if (row.code !== null && !this.byCode.has(row.code.toUpperCase())) this.byCode.set(row.code.toUpperCase(), index);
    });
  }

  run(): RowClasses {
    for (let index = 0; index < this.rows.length; index += 1) {
      const total = this.asTotal(index);
      if (total === null) {
        this.lines.push(index);
        this.open.push({ index, total: null });
      } else {
        const used = new Set(total.components.map((c) => c.index));
        this.open = this.open.filter((o) => !used.has(o.index));
        this.open.push({ index, total });
        this.totals.push(total);
        this.totalAt.set(index, total);
      }
    }
    this.tileUnclosed();
    this.totalOnTop();
    return { totals: this.totals, lines: this.lines, doubtful: this.doubtful };
  }

  /** Where no total closes the table: heads without a word, above their lines or below them, that together take in every line, or two of them. */
  private tileUnclosed(): void {
    if (this.open.length < 3 || this.open.length > 2000) return;
    for (const items of [this.open, [...this.open].reverse()]) {
      const heads = unclosedHeads(items.map((o) => ({ index: o.index, isTotal: o.total !== null })), (index, following) => {
        const coded = this.mostHaveCode && /\d/.test(this.rows[index]?.code ?? "");
        return coded || !this.sums.isHeld(index) ? [] : this.partsAfter(index, following.map((i) => ({ index: i, total: null })), 2);
      });
      const [only] = heads;
      if (only === undefined) continue;
      // Two lines that happen to add to a third, in one column, prove too little.
      if (heads.length === 1 && only.parts.length < 3 && this.columns.length < 2) this.doubtful.push(only.index);
      else for (const head of heads) this.reclassify(head.index, head.parts, "the rows beside it add to it");
      return;
    }
  }

  /** A grand total that stands above its lines, known by its words when it is met and by its sum at the end. */
  private totalOnTop(): void {
    for (const index of [...this.doubtful]) {
      const parts = this.open.filter((o) => o.index !== index).map((o): Component => ({ index: o.index, coefficient: 1 }));
      if (parts.length === 0 || !this.sums.isHeld(index) || !this.sums.agrees(index, parts)) continue;
      this.reclassify(index, parts, "the rows below add to it");
      this.doubtful.splice(this.doubtful.indexOf(index), 1);
    }
  }

  private asTotal(index: number): FoundTotal | null {
    const row = this.rows[index];
    if (row === undefined) return null;
    if (this.repeats.has(index)) return this.found(index, [{ index: index - 1, coefficient: 1 }], true, "every line of the sheet is repeated as its own sub-total");
    const wording = totalWording(row.label);
    const unkeyed = (this.mostHaveCode && row.code === null) || (this.mostHaveSubjective && row.subjective === null) || row.label === "";
    const named = wording === "strong" ? this.namedComponents(row) : null;
    if (named !== null) return this.found(index, named, this.sums.agrees(index, named), "the lines that its label names");
    const byFormula = partsOfFormula(this.grid, row.row, this.columns, this.byRow);
    if (byFormula !== null && byFormula.length > 0 && (wording !== null || unkeyed || byFormula.length > 1)) {
      const parts = byFormula.filter((c) => c.index < index);
      if (parts.length === byFormula.length && this.sums.agrees(index, parts)) return this.found(index, parts, true, "its formula adds the rows above");
    }
    if (wording === null && !unkeyed) return null;
    if (wording === null && row.amounts.every((a) => a === null || a.pence === 0) && !this.sharesCode(row)) return null;
    const added = this.addedComponents(index, wording !== null || this.sharesCode(row));
    if (added !== null) {
      this.subTotalAtStart(added);
      return this.found(index, added, true, "it is the sum of the rows above");
    }
    if (wording === null && row.label === "" && this.open.length > 1 && !this.sums.isSmallBeside(row, this.open.map((o) => o.index))) {
      return this.found(index, this.open.map((o) => ({ index: o.index, coefficient: 1 as const })), false, "it has no words and is as large as a total");
    }
    if (wording === null) return null;
    const headed = this.headedBlocks(index);
    if (headed !== null) return this.found(index, headed, true, "it is the sum of the rows above, some of which stand over their own lines");
    const restated = this.restated(index);
    if (restated !== null) return this.found(index, restated, true, "it repeats a total above");
    return this.byWordsAlone(index, row, wording);
  }

  /** Words say total, arithmetic does not. Set aside when nothing else speaks for a line; both figures are shown. */
  private byWordsAlone(index: number, row: BodyRow, wording: "strong" | "weak"): FoundTotal | null {
    const codedTotals = this.totals.some((t) => this.rows[t.index]?.code !== null);
    const ownCode = this.mostHaveCode && row.code !== null && /\d/.test(row.code) && !codedTotals;
    const block = this.open.filter((o) => o.total === null && this.rows[o.index]?.block === row.block);
    const pool = isGrandTotalLabel(row.label) || block.length === 0 ? this.open : block;
    if (this.open.length === 0 || ownCode || (wording === "weak" && this.sums.isSmallBeside(row, pool.map((o) => o.index)))) {
      this.doubtful.push(index);
      return null;
    }
    return this.found(index, pool.map((o) => ({ index: o.index, coefficient: 1 as const })), false, "its words say that it is a total");
  }

  private sharesCode(row: BodyRow): boolean {
    const before = this.open[this.open.length - 1];
    return before !== undefined && before.total === null && row.code !== null && this.rows[before.index]?.code === row.code;
  }

  private namedComponents(row: BodyRow): Component[] | null {
    const parts = partsNamed(row.label);
    if (parts.length === 0) return null;
    const components: Component[] = [];
    for (const part of parts) {
      const from = this.byCode.get(part.from);
      const to = this.byCode.get(part.to);
      if (from === undefined || to === undefined || to < from) return null;
      for (let i = from; i <= to; i += 1) components.push({ index: i, coefficient: part.sign });
    }
    return components;
  }

  /** Rows still open that add up to this one: its own block, everything open, a run just above it, or one total less another. */
  private addedComponents(index: number, oneLineIsEnough: boolean): Component[] | null {
    const open = this.open;
    const plus = (items: readonly Open[]): Component[] => items.map((o) => ({ index: o.index, coefficient: 1 }));
    const lastTotal = open.map((o) => o.total !== null).lastIndexOf(true);
    const sinceTotal = open.slice(lastTotal + 1);
    const block = this.rows[index]?.block;
    const inBlock = sinceTotal.filter((o) => this.rows[o.index]?.block === block);
    const enough = (items: readonly Open[]): boolean => items.length >= 2 || (items.length === 1 && oneLineIsEnough);
    for (const items of [inBlock, sinceTotal, open]) if (enough(items) && this.sums.agrees(index, plus(items))) return plus(items);
    const run = this.longestRun(index);
    if (run !== null && enough(run)) return plus(run);
    return this.signedComponents(index) ?? this.wordedComponents(index);
  }

  /** The longest run of open rows ending just above whose sum agrees. */
  private longestRun(index: number): readonly Open[] | null {
    const sums = this.columns.map(() => 0);
    const places = this.columns.map(() => 0);
    let best: readonly Open[] | null = null;
    for (let start = this.open.length - 1; start >= 0; start -= 1) {
      const row = this.rows[this.open[start]?.index ?? -1];
      row?.amounts.forEach((amount, c) => {
        sums[c] = (sums[c] ?? 0) + (amount?.pence ?? 0);
        places[c] = (places[c] ?? 0) + (amount?.roundingPence ?? 0);
      });
      if (this.open.length - start >= 2 && this.sums.equals(index, sums, places)) best = this.open.slice(start);
    }
    return best;
  }

  /** Income less expenditure, or the other way: the last few open rows with any signs, one of them a total. */
  private signedComponents(index: number): Component[] | null {
    for (let count = 2; count <= Math.min(6, this.open.length); count += 1) {
      const items = this.open.slice(-count);
      if (!items.some((o) => o.total !== null)) continue;
      for (let mask = 1; mask < 2 ** count - 1; mask += 1) {
        const signed = items.map((o, i): Component => ({ index: o.index, coefficient: (mask >> i) % 2 === 1 ? -1 : 1 }));
        if (this.sums.agrees(index, signed) && this.sums.isTelling(index, signed)) return signed;
      }
    }
    return null;
  }

  /** Spending less income among plain lines: those whose words are income are taken away, the surest words first. */
  private wordedComponents(index: number): Component[] | null {
    if (this.open.length < 2) return null;
    const isIncome: readonly ((description: string) => boolean)[] = [
      (d) => sideOfWords(d)?.side === "income" && sideOfWords(d)?.sure === true,
      (d) => sideOfWords(d)?.side === "income",
      (d) => sideOfWords(d)?.side === "income" || /\bgrants?$/i.test(d.trim()),
    ];
    for (const income of isIncome) {
      const signed = this.open.map((o): Component => ({ index: o.index, coefficient: o.total === null && income(this.rows[o.index]?.description ?? "") ? -1 : 1 }));
      if (this.sums.isTelling(index, signed) && this.sums.agrees(index, signed)) return signed;
      const surplus = signed.map((c): Component => ({ index: c.index, coefficient: c.coefficient === 1 ? -1 : 1 }));
      if (this.sums.isTelling(index, surplus) && this.sums.agrees(index, surplus)) return surplus;
    }
    return null;
  }

  /** A total that begins with a row which is itself the sum of the rows before it: that row is a sub-total, though nothing calls it one. */
  private subTotalAtStart(components: readonly Component[]): void {
    const start = this.open.findIndex((o) => o.index === components[0]?.index);
    const first = this.open[start];
    if (first === undefined || first.total !== null || start < 2 || components.length < 2) return;
    const lastTotal = this.open.slice(0, start).map((o) => o.total !== null).lastIndexOf(true);
    const before = this.open.slice(lastTotal + 1, start);
    const parts = before.map((o): Component => ({ index: o.index, coefficient: 1 }));
    if (before.length < 2 || !this.sums.agrees(first.index, parts) || !this.sums.isHeld(first.index)) return;
    this.reclassify(first.index, parts, "the rows above add to it, and the total below takes it in their place");
  }

  /** Sub-totals without a word, above their lines or below them: accepted only when the total bears all of them out. */
  private headedBlocks(index: number): Component[] | null {
    if (this.open.length < 3 || this.open.length > 2000) return null;
    return this.blocksAmong(index, this.open) ?? this.blocksAmong(index, [...this.open].reverse());
  }

  /** Reads the rows in the order given as heads, each followed by the rows that add to it, and rows of their own. */
  private blocksAmong(index: number, items: readonly Open[]): Component[] | null {
    const heads: { index: number; parts: Component[] }[] = [];
    const top: Component[] = [];
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i];
      if (item === undefined) break;
      top.push({ index: item.index, coefficient: 1 });
      if (item.total !== null || !this.sums.isHeld(item.index)) continue;
      const parts = this.partsAfter(item.index, items.slice(i + 1, i + 61));
      if (parts.length > 0) heads.push({ index: item.index, parts });
      i += parts.length;
    }
    if (heads.length === 0 || !this.sums.agrees(index, top)) return null;
    for (const head of heads) this.reclassify(head.index, head.parts, "the rows beside it add to it, and the total takes it in their place");
    return top;
  }

  private partsAfter(head: number, items: readonly Open[], fewest = 1): Component[] {
    for (let size = fewest; size <= items.length; size += 1) {
      const parts = items.slice(0, size).map((o): Component => ({ index: o.index, coefficient: 1 }));
      if (this.sums.agrees(head, parts)) return parts;
    }
    return [];
  }

  /** A row first taken as a line turns out to be a total. */
  private reclassify(index: number, components: readonly Component[], how: string): void {
    const total = this.found(index, components, true, how);
    this.lines.splice(this.lines.indexOf(index), 1);
    this.totals.push(total);
    this.totalAt.set(index, total);
    const used = new Set(components.map((c) => c.index));
    this.open = this.open.filter((o) => !used.has(o.index)).map((o) => (o.index === index ? { index, total } : o));
  }

  private restated(index: number): Component[] | null {
    if (!this.sums.isHeld(index)) return null;
    const same = [...this.totals].reverse().find((t) => this.sums.agrees(index, [{ index: t.index, coefficient: 1 }]));
    return same === undefined ? null : [{ index: same.index, coefficient: 1 }];
  }

  private found(index: number, components: readonly Component[], agrees: boolean, how: string): FoundTotal {
    const lines = components.flatMap((c): Component[] => {
      const inner = this.totalAt.get(c.index);
      if (inner === undefined) return [c];
      return inner.lines.map((l) => ({ index: l.index, coefficient: (l.coefficient * c.coefficient) === 1 ? 1 : -1 }));
    });
    return { index, components, lines, agrees, how };
  }
}
