// Integer pence: the only form in which money is held, with the guards that keep it exact.

/** An amount of money in whole pence. Expenditure is positive, income negative, unless a name says otherwise. */
export type Pence = number;

/** Raised when an amount is not a whole number of pence within the exact range of a double. Always a bug, never bad data. */
export class PenceError extends Error {
  override readonly name = "PenceError";
}

/** True when the value can be held exactly: a whole number up to 9,007,199,254,740,991 pence either way. */
export function isPence(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** Returns the amount itself (minus zero becomes zero), or throws PenceError. */
export function asPence(value: number): Pence {
  if (!isPence(value)) throw new PenceError("An amount is not a whole number of pence in the exact range.");
  return value === 0 ? 0 : value;
}

/** Adds any number of amounts exactly; throws PenceError when the sum leaves the exact range. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total = asPence(total + asPence(amount));
  return total;
}

/** Adds one figure of each item exactly. */
export function sumPenceBy<T>(items: Iterable<T>, figure: (item: T) => Pence): Pence {
  let total = 0;
  for (const item of items) total = asPence(total + asPence(figure(item)));
  return total;
}
