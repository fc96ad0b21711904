// One-to-many virements: whether what is taken equals what is given, to the penny.
import { sumPence, type Pence } from "../money/pence";

export interface BalanceResult {
  readonly takenPence: Pence;
  readonly givenPence: Pence;
  /** taken − given: a virement that is not 0 is incomplete and can't be approved. */
  readonly differencePence: Pence;
  readonly complete: boolean;
}

/** Compares the amounts taken with the amounts given (both as positive pence). */
export function virementBalance(taken: readonly Pence[], given: readonly Pence[]): BalanceResult {
  const takenPence = sumPence(taken);
  const givenPence = sumPence(given);
  const differencePence = takenPence - givenPence;
  return { takenPence, givenPence, differencePence, complete: differencePence === 0 && takenPence > 0 };
}
