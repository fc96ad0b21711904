// How far a printed total may stand from the sum of its printed lines before it means something.
import type { ControlResult } from "./control";

export interface RoundingLimits {
  /** Up to here the difference is what rounding commonly makes. */
  readonly greenPence: number;
  /** Up to here rounding could make it if every figure were rounded the same way by a half. */
  readonly amberPence: number;
}

/**
 * Limits from the rounding place of every figure added and of the total itself, in pence (0 for a figure that is exact).
 * With n lines and a total all rounded to u: green up to 2u·√((n+1)/12), two standard deviations of n+1 even errors; amber up to (n+1)·u/2.
 */
export function roundingLimits(places: Iterable<number>): RoundingLimits {
  let squares = 0;
  let sum = 0;
  for (const place of places) {
    squares += place * place;
    sum += place;
  }
  return { greenPence: 2 * Math.sqrt(squares / 12), amberPence: sum / 2 };
}

/** Green, amber or red for a difference in pence. Where nothing was rounded, any difference is red. */
export function judgeDifference(differencePence: number, limits: RoundingLimits): Exclude<ControlResult, "none"> {
  const size = Math.abs(differencePence);
  if (size <= limits.greenPence) return "green";
  return size <= limits.amberPence ? "amber" : "red";
}
