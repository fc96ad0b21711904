// Grouping by several keys and summing exactly, over typed arrays: the engine under every pooled view.
import { PenceError } from "../money/pence";

/** A key as dictionary codes: row i has the value labels[codes[i]]. */
export interface KeyColumn {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Groups in order of first appearance. Each array of `sums` belongs to one amount column and has one figure a group, in pence. */
export interface Grouped {
  readonly groupCount: number;
  /** The group of each row. */
  readonly groupOf: Int32Array;
  /** The first row of each group: its key values are the group's. */
  readonly firstRow: Int32Array;
  readonly counts: Int32Array;
  readonly sums: readonly Float64Array[];
}

/** Above this many possible keys a table of all of them would waste memory, so keys are hashed. */
const DIRECT_LIMIT = 1 << 20;

/** Turns a column of texts into codes; labels keep the order of first appearance. */
export function encodeKey(values: readonly string[]): KeyColumn {
  return encodeKeyOf(values.length, (row) => values[row] ?? "");
}

/** The same for texts that are told row by row: a million of them need not be held together. */
export function encodeKeyOf(rowCount: number, valueAt: (row: number) => string): KeyColumn {
  const codes = new Int32Array(rowCount);
  const codeOf = new Map<string, number>();
  const labels: string[] = [];
  for (let i = 0; i < rowCount; i += 1) {
    const value = valueAt(i);
    let code = codeOf.get(value);
    if (code === undefined) {
      code = labels.length;
      codeOf.set(value, code);
      labels.push(value);
    }
    codes[i] = code;
  }
  return { codes, labels };
}

/**
 * Groups rows by all keys together and sums each amount column (pence, one a row).
 * Throws PenceError when a column's amounts could leave the range in which a double counts whole pence exactly.
 */
export function groupColumns(keys: readonly KeyColumn[], amounts: readonly Float64Array[], rowCount: number): Grouped {
  for (const column of amounts) assertExact(column, rowCount);
  const { groupOf, firstRow, groupCount } = groupKeys(keys, rowCount);
  const counts = new Int32Array(groupCount);
  for (let i = 0; i < rowCount; i += 1) bump(counts, groupOf[i] ?? 0);
  const sums = amounts.map((column) => {
    const sum = new Float64Array(groupCount);
    for (let i = 0; i < rowCount; i += 1) {
      const g = groupOf[i] ?? 0;
      sum[g] = (sum[g] ?? 0) + (column[i] ?? 0);
    }
    return sum;
  });
  return { groupCount, groupOf, firstRow, counts, sums };
}

/** The rows of each group, in row order: group g holds rows[starts[g]] up to, not including, rows[starts[g + 1]]. */
export function rowsByGroup(grouped: Grouped): { readonly starts: Int32Array; readonly rows: Int32Array } {
  const starts = new Int32Array(grouped.groupCount + 1);
  for (let g = 0; g < grouped.groupCount; g += 1) starts[g + 1] = (starts[g] ?? 0) + (grouped.counts[g] ?? 0);
  const next = starts.slice(0, grouped.groupCount);
  const rows = new Int32Array(grouped.groupOf.length);
  for (let i = 0; i < rows.length; i += 1) {
    const g = grouped.groupOf[i] ?? 0;
    rows[next[g] ?? 0] = i;
    bump(next, g);
  }
  return { starts, rows };
}

interface Groups {
  readonly groupOf: Int32Array;
  readonly firstRow: Int32Array;
  readonly groupCount: number;
}

/** One number a row stands for all its keys (mixed radix); where that number would grow past exactness, the keys so far become codes first. */
function groupKeys(keys: readonly KeyColumn[], rowCount: number): Groups {
  const [first, second] = keys;
  if (first !== undefined && second !== undefined && keys.length === 2 && sizeOf(first) * sizeOf(second) <= DIRECT_LIMIT) return groupPair(first, second, rowCount);
  let packed = new Float64Array(rowCount);
  let radix = 1;
  for (const key of keys) {
    const size = sizeOf(key);
    if (radix * size > Number.MAX_SAFE_INTEGER) {
      const dense = groupPacked(packed, radix);
      packed = Float64Array.from(dense.groupOf);
      radix = Math.max(1, dense.groupCount);
    }
    const { codes } = key;
    for (let i = 0; i < rowCount; i += 1) packed[i] = (packed[i] ?? 0) * size + (codes[i] ?? 0);
    radix *= size;
  }
  return groupPacked(packed, radix);
}

function sizeOf(key: KeyColumn): number {
  return Math.max(1, key.labels.length);
}

/** Two keys of few values, as a view has: no column of packed keys is needed. */
function groupPair(first: KeyColumn, second: KeyColumn, rowCount: number): Groups {
  const size = sizeOf(second);
  const seen = new Int32Array(sizeOf(first) * size).fill(-1);
  const groupOf = new Int32Array(rowCount);
  const firstRow: number[] = [];
  for (let i = 0; i < rowCount; i += 1) {
    const key = (first.codes[i] ?? 0) * size + (second.codes[i] ?? 0);
    let g = seen[key] ?? -1;
    if (g < 0) {
      g = firstRow.length;
      seen[key] = g;
      firstRow.push(i);
    }
    groupOf[i] = g;
  }
  return { groupOf, firstRow: Int32Array.from(firstRow), groupCount: firstRow.length };
}

function groupPacked(packed: Float64Array, radix: number): Groups {
  return radix <= DIRECT_LIMIT ? groupDirect(packed, radix) : groupHashed(packed);
}

function groupDirect(packed: Float64Array, radix: number): Groups {
  const seen = new Int32Array(radix).fill(-1);
  const groupOf = new Int32Array(packed.length);
  const first: number[] = [];
  for (let i = 0; i < packed.length; i += 1) {
    const key = packed[i] ?? 0;
    let g = seen[key] ?? -1;
    if (g < 0) {
      g = first.length;
      seen[key] = g;
      first.push(i);
    }
    groupOf[i] = g;
  }
  return { groupOf, firstRow: Int32Array.from(first), groupCount: first.length };
}

/** Open addressing with linear steps; the table doubles before it is half full. */
function groupHashed(packed: Float64Array): Groups {
  const groupOf = new Int32Array(packed.length);
  let firstRow = new Int32Array(1024);
  let slots = new Int32Array(4096).fill(-1);
  let mask = slots.length - 1;
  let groupCount = 0;
  for (let i = 0; i < packed.length; i += 1) {
    const key = packed[i] ?? 0;
    let slot = hashOf(key) & mask;
    let g = slots[slot] ?? -1;
    while (g >= 0 && packed[firstRow[g] ?? 0] !== key) {
      slot = (slot + 1) & mask;
      g = slots[slot] ?? -1;
    }
    if (g < 0) {
      g = groupCount;
      groupCount += 1;
      slots[slot] = g;
      if (g === firstRow.length) firstRow = grown(firstRow);
      firstRow[g] = i;
      if (groupCount * 2 > slots.length) {
        slots = rehashed(packed, firstRow, groupCount, slots.length * 2);
        mask = slots.length - 1;
      }
    }
    groupOf[i] = g;
  }
  return { groupOf, firstRow: firstRow.slice(0, groupCount), groupCount };
}

function rehashed(packed: Float64Array, firstRow: Int32Array, groupCount: number, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size).fill(-1);
  for (let g = 0; g < groupCount; g += 1) {
    let slot = hashOf(packed[firstRow[g] ?? 0] ?? 0) & (size - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = g;
  }
  return slots;
}

function hashOf(key: number): number {
  const high = Math.floor(key / 4_294_967_296);
  let h = (key >>> 0) ^ Math.imul(high, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function bump(array: Int32Array, index: number): void {
  array[index] = (array[index] ?? 0) + 1;
}

/** When all sizes together stay in the exact range, every partial sum does too, in any order. */
function assertExact(column: Float64Array, rowCount: number): void {
  let size = 0;
  for (let i = 0; i < rowCount; i += 1) {
    const amount = column[i] ?? 0;
    if (!Number.isSafeInteger(amount)) throw new PenceError("An amount to be summed is not a whole number of pence in the exact range.");
    size += Math.abs(amount);
  }
  if (size > Number.MAX_SAFE_INTEGER) throw new PenceError("Amounts to be summed leave the exact range.");
}
