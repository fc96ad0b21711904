// Before anything is applied: the rules themselves are asked who must agree, and whether the period is still open.
import { assessFlexibility } from "../core/flexibility/assessFlexibility";
import type { Flexibility } from "../core/flexibility/types";
import type { PartnershipReading } from "../core/reading/types";
import type { PriorMove } from "../core/rules/priorMoves";
import type { RuleBooks } from "../core/rules/types";
import type { RegisterRow, Virement } from "../core/virement/life";
import { withAgreed, type BesideBudget } from "../core/virement/besideBudgets";
import { missingCashDate } from "../core/virement/betweenBodies";
import { pairsOf } from "../core/virement/legs";
import { priorVirements } from "../core/virement/priorVirements";
import { closedPeriod, demandsOf, notAsked, type Demands } from "../core/virement/states/demands";

export interface DeskInput {
  readonly reading: Pick<PartnershipReading, "lines" | "agencies">;
  readonly books: RuleBooks;
  readonly virements: readonly Virement[];
  readonly register: readonly RegisterRow[];
  /** What was applied and the sheets' budgets do not show yet: it is counted into them. */
  readonly notFollowed?: readonly BesideBudget[];
}

/** Asks the rules of any day about any virement of the workbook; what is read is assessed once for each day that is asked about. */
export class RuleDesk {
  private readonly priors = new Map<string, readonly PriorMove[]>();
  private readonly flexibility = new Map<string, readonly Flexibility[]>();

  private readonly from: DeskInput;

  constructor(from: DeskInput) {
    this.from = { ...from, reading: { agencies: from.reading.agencies, lines: withAgreed(from.reading.lines, from.notFollowed ?? []) } };
  }

  /** `counted` says which other virements count towards limits of the year. */
  demands(virement: Virement, on: string, counted: (other: Virement) => boolean): Demands {
    const { reading, register, virements } = this.from;
    return this.asked(virement, on, priorVirements(virements.filter((other) => other.id !== virement.id && counted(other)), register, reading.lines));
  }

  /**
   * Why it may not be applied on the day, or null: an approver whom the rules of the day of its suggestion demand was never asked (its row was
   * changed by hand, or the rules were), a body's period is closed, it is incomplete, or money between bodies has no cash date. What was applied earlier counts towards limits of the year.
   */
  refusal(virement: Virement, on: string): string | null {
    const { books, reading } = this.from;
    const rulesOn = virement.suggestedOn.slice(0, 10);
    const demanded = this.asked(virement, rulesOn, this.earlier(rulesOn)).approvals;
    const missing = notAsked(virement, demanded, books);
    if (missing.length > 0) return `Virement ${virement.id} needs the approval of ${missing.join(" and of ")} under the rules of ${rulesOn}, who was not asked: its row or the rules were changed since.`;
    const pairs = pairsOf(virement, reading.lines);
    if (typeof pairs === "string") return pairs;
    const bodies = pairs.flatMap(({ from, to }) => [from.agency, to.agency]);
    const closed = closedPeriod(reading.agencies.filter((agency) => bodies.includes(agency.id)), virement.recurrence, on.slice(0, 10), books);
    return closed === null ? missingCashDate(virement, reading.lines) : `Virement ${virement.id} can't be applied on ${on.slice(0, 10)}: ${closed}.`;
  }

  private asked(virement: Virement, on: string, prior: readonly PriorMove[]): Demands {
    const { reading, books } = this.from;
    return demandsOf(virement, on, { lines: reading.lines, agencies: reading.agencies, books, flexibility: this.assessed(on), prior });
  }

  /** What was applied or reversed before a day; none of it is still open, so it is the same for every open virement. */
  private earlier(day: string): readonly PriorMove[] {
    const { reading, register, virements } = this.from;
    const before = new Set(register.filter((row) => row.on.slice(0, 10) < day).map((row) => row.virementId));
    const known = this.priors.get(day) ?? priorVirements(virements.filter((other) => other.state !== "suggested" && before.has(other.id)), register, reading.lines);
    this.priors.set(day, known);
    return known;
  }

  private assessed(on: string): readonly Flexibility[] {
    const { reading, books } = this.from;
    const known = this.flexibility.get(on) ?? assessFlexibility({ lines: reading.lines, agencies: reading.agencies, books, decisionDate: on });
    this.flexibility.set(on, known);
    return known;
  }
}
