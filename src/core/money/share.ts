// Sharing a total exactly by weights: largest remainder with a fixed order, so that parts always re-add.
import { asPence, PenceError, type Pence } from "./pence";

/**
 * Splits a total by whole-number weights. Each part is floored, then left-over pennies go to the largest remainders; ties go to the
 * earlier weight (the fixed order of the agreement). A negative total is shared as its absolute value and re-signed.
 * Throws PenceError when no weight is positive or one is negative or not whole.
 */
export function shareByWeights(total: Pence, weights: readonly number[]): Pence[] {
  if (weights.some((w) => !Number.isSafeInteger(w) || w < 0)) throw new PenceError("A share weight is not a whole number of zero or more.");
  const sum = weights.reduce((a, w) => a + BigInt(w), 0n);
  if (sum === 0n) throw new PenceError("Shares need at least one positive weight.");
  const size = BigInt(Math.abs(asPence(total)));
  const parts = weights.map((w) => (size * BigInt(w)) / sum);
  const remainders = weights.map((w) => (size * BigInt(w)) % sum);
  let left = size - parts.reduce((a, p) => a + p, 0n);
  const order = weights.map((_, i) => i).sort((a, b) => compareBig(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
  for (const i of order) {
    if (left === 0n) break;
    parts[i] = (parts[i] ?? 0n) + 1n;
    left -= 1n;
  }
  const sign = total < 0 ? -1 : 1;
  return parts.map((p) => asPence(sign * Number(p)));
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
