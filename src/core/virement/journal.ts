// The journal: what was applied, reversed or approved as entries for the bodies' ledgers, in the shape of councils' published virement logs.
import type { AgencyId } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Pence } from "../money/pence";
import type { IsoDate } from "../rules/types";
import { imbalance, isBetweenBodies } from "./legs";
import { agreementText, type RegisterRow, type Virement } from "./life";
import { fundEntries, unbalanced } from "./states/entries";
import { statusOf } from "./states/status";

/** One line of the journal. Lines of one reference add to 0 for each agency and each fund. */
export interface JournalLine {
  readonly reference: string;
  readonly state: "applied" | "reversed" | "approved";
  readonly on: IsoDate;
  /** Month of the financial year, April being 1. */
  readonly period: number;
  readonly agency: AgencyId;
  readonly lineId: string;
  /** The line's code as printed, or its id where it has none. */
  readonly costCentre: string;
  readonly description: string;
  readonly subjectiveGroup: number | null;
  readonly fund: string;
  /** Effect on the budget, canonical sign: more to spend +, less or more income −. */
  readonly pence: Pence;
  readonly recurrence: Virement["recurrence"];
  readonly virement: Virement;
  /** True where the virement is a payment between bodies, which has a VAT note and a cash date. */
  readonly betweenBodies: boolean;
}

export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Virements that can't be put into entries that balance, as sentences; none of their lines is in the journal. */
  readonly incomplete: readonly string[];
}

/**
 * What the register holds in its order, then what is approved on the day and not applied yet. Shape: date, reference, cost centre,
 * subjective, fund, debit and credit, as in Bath and North East Somerset Council's virement logs of 2002 to 2006.
 */
export function journalOf(virements: readonly Virement[], register: readonly RegisterRow[], lines: readonly BudgetLine[], on: IsoDate): Journal {
  const journal: JournalLine[] = [];
  const incomplete: string[] = [];
  for (const { virementId, action, day } of actionsOf(register)) {
    const virement = virements.find(({ id }) => id === virementId);
    if (virement === undefined) incomplete.push(`Virement ${virementId} is in the register and no longer on its sheet.`);
    else add(virement, action, day, action === "applied" ? 1 : -1);
  }
  for (const virement of virements) {
    const status = statusOf(virement, on);
    if (status === "approved") add(virement, "approved", on, 1);
    else if (status === "incomplete" && virement.state === "suggested") incomplete.push(imbalance(virement) ?? "");
  }
  return { lines: journal, incomplete };

  function add(virement: Virement, state: JournalLine["state"], day: IsoDate, direction: 1 | -1): void {
    const entries = fundEntries(virement, lines);
    if (typeof entries === "string") incomplete.push(entries);
    else if (unbalanced(entries).length > 0) incomplete.push(`Virement ${virement.id} is incomplete: its entries do not balance.`);
    else journal.push(...entries.map(({ agency, lineId, fund, pence }): JournalLine => {
      const line = lines.find(({ id }) => id === lineId);
      return {
        reference: virement.version === 1 ? virement.id : `${virement.id} v${virement.version}`, state, on: day, period: periodOf(day), agency, lineId,
        costCentre: line?.code ?? lineId, description: line?.description ?? "", subjectiveGroup: line?.subjectiveGroup ?? null, fund,
        pence: direction * pence, recurrence: virement.recurrence, virement, betweenBodies: isBetweenBodies(virement, lines),
      };
    }));
  }
}

/** Who approved it, in words. */
export function approvedBy(virement: Virement): string {
  return virement.agreements.map(agreementText).join("; ");
}

function actionsOf(register: readonly RegisterRow[]): { virementId: string; action: RegisterRow["action"]; day: IsoDate }[] {
  const actions: { virementId: string; action: RegisterRow["action"]; day: IsoDate }[] = [];
  for (const { virementId, action, on } of register) {
    // One action has a row for each cell: a virement is not applied twice without being reversed between.
    if (actions.filter((other) => other.virementId === virementId).at(-1)?.action !== action) actions.push({ virementId, action, day: on.slice(0, 10) });
  }
  return actions;
}

function periodOf(day: IsoDate): number {
  return ((Number(day.slice(5, 7)) + 8) % 12) + 1;
}
