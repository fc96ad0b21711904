// How far a line's spending can move, in four parts that add up to it: freely, on conditions, not here because it is central, not at all.
import { asPence, sumPenceBy, type Pence } from "../money/pence";
import type { Flexibility, FlexPart } from "./types";

export interface Mobility {
  /** May go anywhere its body's powers lead, or to other budgets of its own agency. */
  readonly freePence: Pence;
  /** May go within its pool, ring-fence or programme alone. */
  readonly conditionalPence: Pence;
  /** Committed, at its statutory floor, forecast to be spent, or fixed by law. */
  readonly fixedPence: Pence;
  /** Controlled nationally: it may be spent alongside others' money, not moved. */
  readonly centralPence: Pence;
}

const CONDITIONAL: ReadonlySet<FlexPart["reach"]> = new Set(["inside pool", "inside ring", "programme only"]);
const FREE: ReadonlySet<FlexPart["reach"]> = new Set(["anywhere", "own agency"]);

/** `grossPence` is the line's spending (0 for income), the sum of the four parts. */
export function mobilityOf(flex: Flexibility, grossPence: Pence): Mobility {
  if (grossPence === 0) return { freePence: 0, conditionalPence: 0, fixedPence: 0, centralPence: 0 };
  const reaching = (reaches: ReadonlySet<FlexPart["reach"]>): Pence => sumPenceBy(flex.parts.filter((part) => reaches.has(part.reach)), (part) => part.pence);
  const freePence = reaching(FREE);
  const conditionalPence = reaching(CONDITIONAL);
  const rest = asPence(grossPence - freePence - conditionalPence);
  return flex.class === "F1" ? { freePence, conditionalPence, fixedPence: 0, centralPence: rest } : { freePence, conditionalPence, fixedPence: rest, centralPence: 0 };
}
