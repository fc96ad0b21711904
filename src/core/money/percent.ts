// A part of a whole as words in percent, rounded once from the exact amounts.
import type { Pence } from "./pence";

/** "73.86%", or "73.9%" with one decimal; halves away from zero. Null for a whole of nothing. */
export function percentWords(part: Pence, whole: Pence, decimals: 1 | 2 = 2): string | null {
  if (whole === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const [a, b] = [BigInt(Math.abs(part)) * 100n * scale, BigInt(Math.abs(whole))];
  const size = (2n * a + b) / (2n * b);
  const text = `${size / scale}.${String(size % scale).padStart(decimals, "0")}%`;
  return part < 0 !== whole < 0 && size !== 0n ? `−${text}` : text;
}
