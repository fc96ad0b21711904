// The rows of a table that no total has taken in yet, in their order, with the sums of any stretch of them at hand.
import { incomeLevels, NO_INCOME } from "./incomeLevels";
import { PrefixSums } from "./prefixSums";
import type { RowSums } from "./rowSums";
import type { BodyRow, Component, Addend } from "../tableSteps";

/** What is known of an item's place without looking back. */
interface Place {
  /** First item after the last total, and after the last line, this one included. */
  readonly sinceTotal: number;
  readonly sinceLine: number;
  /** First item of the run of rows with this one's block number. */
  readonly block: number;
}

const LEVELS = NO_INCOME + 1;

/** Every question about a stretch of open rows takes time in proportion to the columns, not to the rows: a long sheet asks many. */
export class OpenRows {
  readonly items: Addend[] = [];
  private readonly places: Place[] = [];
  private readonly plain: PrefixSums<Addend>;
  private readonly sided: PrefixSums<Addend>;
  private readonly sizes: PrefixSums<Addend>;

  constructor(private readonly rows: readonly BodyRow[], private readonly sums: RowSums, private readonly columns: number, items: readonly Addend[] = []) {
    this.plain = new PrefixSums(columns * 3, (item, out, at) => this.addPlain(item, out, at));
    this.sided = new PrefixSums(LEVELS * (columns + 2), (item, out, at) => this.addSided(item, out, at));
    this.sizes = new PrefixSums(columns * 2, (item, out, at) => this.addSizes(item, out, at));
    for (const item of items) this.push(item);
  }

  get length(): number {
    return this.items.length;
  }

  push(item: Addend): void {
    const at = this.items.length;
    const before = this.places[at - 1];
    const sameBlock = before !== undefined && this.blockOf(at - 1) === this.rows[item.index]?.block;
    this.items.push(item);
    this.places.push({ sinceTotal: item.lines === null ? before?.sinceTotal ?? 0 : at + 1, sinceLine: item.lines === null ? at + 1 : before?.sinceLine ?? 0, block: sameBlock ? before.block : at });
  }

  /** Takes rows out: most often the last of them. */
  remove(indexes: ReadonlySet<number>): void {
    const used = new Set(indexes);
    while (used.size > 0 && used.delete(this.items[this.items.length - 1]?.index ?? -1)) this.cutTo(this.items.length - 1);
    if (used.size > 0) this.replace(this.items.filter((item) => !used.has(item.index)));
  }

  /** Other rows in place of these; what both begin with is kept. */
  replace(items: readonly Addend[]): void {
    let same = 0;
    while (same < items.length && items[same] === this.items[same]) same += 1;
    this.cutTo(same);
    for (const item of items.slice(same)) this.push(item);
  }

  /** First item after the last total. */
  afterLastTotal(): number {
    return this.places[this.places.length - 1]?.sinceTotal ?? 0;
  }

  /** First item after the last line: from there on all are totals. */
  afterLastLine(): number {
    return this.places[this.places.length - 1]?.sinceLine ?? 0;
  }

  holdsLine(from: number): boolean {
    return this.afterLastLine() > from;
  }

  /** First item of the rows at the end that stand in this block. */
  blockFrom(block: number | undefined): number {
    const last = this.items.length - 1;
    return block === undefined || this.blockOf(last) !== block ? this.items.length : this.places[last]?.block ?? this.items.length;
  }

  /** The items from `from` on add up to the row at `index`, save in columns where one of them holds words for a figure. */
  agrees(index: number, from: number): boolean {
    return this.equals(index, from, (column) => this.plain.between(from, this.items.length, column), true);
  }

  /** The same where words for a figure count as nothing. */
  agreesStrictly(index: number, from: number): boolean {
    return this.equals(index, from, (column) => this.plain.between(from, this.items.length, column), false);
  }

  /** The items from `from` on with those taken away that are income (or those that are not), by the surest signs first, where that adds up to the row. */
  lessIncome(index: number, from: number): readonly Component[] | null {
    const end = this.items.length;
    if (!this.sums.isHeld(index)) return null;
    this.sided.extend(this.items);
    const width = this.columns + 2;
    const at = (level: number, slot: number): number => this.sided.between(from, end, level * width + slot);
    const upTo = (level: number, slot: number): number => Array.from({ length: level + 1 }, (_, l) => at(l, slot)).reduce((a, b) => a + b, 0);
    let counted = 0;
    for (let level = 0; level < NO_INCOME; level += 1) {
      const count = upTo(level, this.columns + 1);
      if (count === counted) continue;
      counted = count;
      for (const sign of [1, -1] as const) {
        const heldAway = sign === 1 ? upTo(level, this.columns) : upTo(NO_INCOME, this.columns) - upTo(level, this.columns);
        if (heldAway === 0) continue;
        const sum = (column: number): number => sign * (this.plain.between(from, end, column) - 2 * upTo(level, column));
        if (!this.equals(index, from, sum, true)) continue;
        const levels = incomeLevels(this.rows);
        return this.items.slice(from).map((item): Component => ({ index: item.index, coefficient: levels(item) <= level ? (sign === 1 ? -1 : 1) : sign }));
      }
    }
    return null;
  }

  /** Less than half of what stands in the items from `from` on, in every column; `lines` leaves totals among them out. */
  isSmallBeside(row: BodyRow, from: number, lines: boolean): boolean {
    this.sizes.extend(this.items);
    return row.amounts.every((amount, column) => amount === null || Math.abs(amount.pence) * 2 < this.sizes.between(from, this.items.length, column + (lines ? this.columns : 0)));
  }

  private cutTo(length: number): void {
    this.items.length = length;
    this.places.length = length;
    for (const sums of [this.plain, this.sided, this.sizes]) sums.cut(length);
  }

  private blockOf(at: number): number | undefined {
    return this.rows[this.items[at]?.index ?? -1]?.block;
  }

  private equals(index: number, from: number, sum: (column: number) => number, leaveOut: boolean): boolean {
    this.plain.extend(this.items);
    const end = this.items.length;
    const missing = (column: number): boolean => leaveOut && this.plain.between(from, end, 2 * this.columns + column) > 0;
    return this.sums.equalsBy(index, sum, (column) => this.plain.between(from, end, this.columns + column), missing);
  }

  private addPlain(item: Addend, out: number[], at: number): void {
    const row = this.rows[item.index];
    const worded = (row?.odd.length ?? 0) > 0;
    for (let column = 0; column < this.columns; column += 1) {
      const amount = row?.amounts[column] ?? null;
      if (amount === null) {
        if (worded) out[at + 2 * this.columns + column] = (out[at + 2 * this.columns + column] ?? 0) + 1;
        continue;
      }
      out[at + column] = (out[at + column] ?? 0) + amount.pence;
      out[at + this.columns + column] = (out[at + this.columns + column] ?? 0) + amount.roundingPence;
    }
  }

  /** Per level: the amounts, how many rows hold money, how many there are. */
  private addSided(item: Addend, out: number[], at: number): void {
    const own = at + incomeLevels(this.rows)(item) * (this.columns + 2);
    const amounts = this.rows[item.index]?.amounts ?? [];
    for (let column = 0; column < this.columns; column += 1) out[own + column] = (out[own + column] ?? 0) + (amounts[column]?.pence ?? 0);
    if (this.sums.isHeld(item.index)) out[own + this.columns] = (out[own + this.columns] ?? 0) + 1;
    out[own + this.columns + 1] = (out[own + this.columns + 1] ?? 0) + 1;
  }

  private addSizes(item: Addend, out: number[], at: number): void {
    const amounts = this.rows[item.index]?.amounts ?? [];
    for (let column = 0; column < this.columns; column += 1) {
      const size = Math.abs(amounts[column]?.pence ?? 0);
      out[at + column] = (out[at + column] ?? 0) + size;
      if (item.lines === null) out[at + this.columns + column] = (out[at + this.columns + column] ?? 0) + size;
    }
  }
}
