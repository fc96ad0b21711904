// Running sums over a list that mostly grows and shrinks at its end, so that the sum of any stretch of it is told at once.

/** Sums of the first items, slot by slot: made when they are asked for, cut when the list is. */
export class PrefixSums<Item> {
  private readonly sums: number[];
  private built = 0;

  /** `add` adds what an item holds to the slots from `at` on. */
  constructor(private readonly slots: number, private readonly add: (item: Item, sums: number[], at: number) => void) {
    this.sums = new Array<number>(slots).fill(0);
  }

  /** The list was cut to this length, and may grow again otherwise. */
  cut(length: number): void {
    if (this.built > length) this.built = length;
  }

  /** Takes in what was added to the list since the last call. */
  extend(items: readonly Item[]): void {
    for (; this.built < items.length; this.built += 1) {
      const item = items[this.built];
      const [from, at] = [this.built * this.slots, (this.built + 1) * this.slots];
      for (let slot = 0; slot < this.slots; slot += 1) this.sums[at + slot] = this.sums[from + slot] ?? 0;
      if (item !== undefined) this.add(item, this.sums, at);
    }
  }

  /** What the items from `from` up to, but without, `to` hold in a slot. */
  between(from: number, to: number, slot: number): number {
    return (this.sums[to * this.slots + slot] ?? 0) - (this.sums[from * this.slots + slot] ?? 0);
  }
}
