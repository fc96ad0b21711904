// Sums over rows of a table, column by column, and whether they agree with a printed row within rounding.
import { judgeDifference } from "../../checks/rounding";
import type { BodyRow, Component } from "../tableSteps";

const NONE: ReadonlySet<number> = new Set();

/** Sums by column that grow row by row. */
class RunningSum {
  readonly sums: number[];
  /** Rounding places of what was added. */
  readonly places: number[];
  /** Columns in which an added row holds words for a figure. */
  readonly missing = new Set<number>();

  constructor(columnCount: number) {
    this.sums = new Array<number>(columnCount).fill(0);
    this.places = new Array<number>(columnCount).fill(0);
  }

  add(row: BodyRow | undefined, coefficient: 1 | -1 = 1): void {
    if (row === undefined) return;
    const worded = row.odd.length > 0;
    for (let c = 0; c < this.sums.length; c += 1) {
      const amount = row.amounts[c] ?? null;
      if (amount === null) {
        if (worded) this.missing.add(c);
        continue;
      }
      this.sums[c] = (this.sums[c] ?? 0) + coefficient * amount.pence;
      this.places[c] = (this.places[c] ?? 0) + amount.roundingPence;
    }
  }
}

export class RowSums {
  constructor(private readonly rows: readonly BodyRow[], readonly columnCount: number) {}

  /** True when the row prints the signed sum of the components in every column that it fills, save where a component holds words for a figure. */
  agrees(index: number, components: readonly Component[]): boolean {
    const running = this.running();
    for (const { index: i, coefficient } of components) running.add(this.rows[i], coefficient);
    return this.equals(index, running.sums, running.places, running.missing);
  }

  /** The same where every row is added. */
  agreesPlain(index: number, items: readonly { readonly index: number }[]): boolean {
    const running = this.running();
    for (const item of items) running.add(this.rows[item.index]);
    return this.equals(index, running.sums, running.places, running.missing);
  }

  running(): RunningSum {
    return new RunningSum(this.columnCount);
  }

  /** The same for sums that are already made; `places` are the rounding places of what was added. */
  equals(index: number, sums: readonly number[], places: readonly number[], missing: ReadonlySet<number> = NONE): boolean {
    return this.equalsBy(index, (c) => sums[c] ?? 0, (c) => places[c] ?? 0, (c) => missing.has(c));
  }

  /** The same for sums that are told column by column, as far as they are needed. */
  equalsBy(index: number, sum: (column: number) => number, places: (column: number) => number, isMissing: (column: number) => boolean): boolean {
    const row = this.rows[index];
    let compared = 0;
    for (let c = 0; c < this.columnCount; c += 1) {
      const amount = row?.amounts[c];
      if (amount === null || amount === undefined || isMissing(c)) continue;
      compared += 1;
      const amber = (places(c) + amount.roundingPence) / 2;
      if (judgeDifference(amount.pence - sum(c), { greenPence: 0, amberPence: amber }) === "red") return false;
    }
    return compared > 0;
  }

  /** Holds money in some column. */
  isHeld(index: number): boolean {
    return (this.rows[index]?.amounts ?? []).some((a) => a !== null && a.pence !== 0);
  }

  /** Signs are only told where the rows that are taken away are not all nothing. */
  isTelling(index: number, signed: readonly Component[]): boolean {
    return signed.some((c) => c.coefficient === -1 && (this.rows[c.index]?.amounts ?? []).some((a) => a !== null && a.pence !== 0))
      && (this.rows[index]?.amounts ?? []).some((a) => a !== null && a.pence !== 0);
  }

  /** Less than half of what stands in the other rows, in every column. */
  isSmallBeside(row: BodyRow, pool: readonly number[]): boolean {
    return row.amounts.every((amount, c) => {
      if (amount === null) return true;
      const sum = pool.reduce((s, o) => s + Math.abs(this.rows[o]?.amounts[c]?.pence ?? 0), 0);
      return Math.abs(amount.pence) * 2 < sum;
    });
  }
}
