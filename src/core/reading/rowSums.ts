// Sums over rows of a table, column by column, and whether they agree with a printed row within rounding.
import { judgeDifference } from "../checks/rounding";
import type { BodyRow } from "./bodyRows";

/** A row that a total adds (+1) or takes away (−1), by its index among the body rows. */
export interface Component {
  readonly index: number;
  readonly coefficient: 1 | -1;
}

const NONE: ReadonlySet<number> = new Set();

export class RowSums {
  constructor(private readonly rows: readonly BodyRow[], private readonly columnCount: number) {}

  /** True when the row prints the signed sum of the components in every column that it fills, save where a component holds words for a figure. */
  agrees(index: number, components: readonly Component[]): boolean {
    const sums = Array.from({ length: this.columnCount }, () => 0);
    const places = Array.from({ length: this.columnCount }, () => 0);
    const missing = new Set<number>();
    for (const { index: i, coefficient } of components) {
      const row = this.rows[i];
      if (row !== undefined && row.odd.length > 0) row.amounts.forEach((amount, c) => { if (amount === null) missing.add(c); });
      this.rows[i]?.amounts.forEach((amount, c) => {
        sums[c] = (sums[c] ?? 0) + coefficient * (amount?.pence ?? 0);
        places[c] = (places[c] ?? 0) + (amount?.roundingPence ?? 0);
      });
    }
    return this.equals(index, sums, places, missing);
  }

  /** The same for sums that are already made; `places` are the rounding places of what was added. */
  equals(index: number, sums: readonly number[], places: readonly number[], missing: ReadonlySet<number> = NONE): boolean {
    const row = this.rows[index];
    let compared = 0;
    for (let c = 0; c < this.columnCount; c += 1) {
      const amount = row?.amounts[c];
      if (amount === null || amount === undefined || missing.has(c)) continue;
      compared += 1;
      const amber = ((places[c] ?? 0) + amount.roundingPence) / 2;
      if (judgeDifference(amount.pence - (sums[c] ?? 0), { greenPence: 0, amberPence: amber }) === "red") return false;
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
