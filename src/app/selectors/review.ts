// The Review page as data: which virements wait, for whom, and what happens if all accepted ones are applied.
import type { AgencyId } from "../../core/budget/agency";
import type { BudgetLine } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { compareText } from "../../core/text";
import type { Virement } from "../../core/virement/life";
import type { LineFinder } from "./lines";

export interface ReviewItem {
  readonly virement: Virement;
  /** Null when the line is no longer on any sheet. */
  readonly from: BudgetLine | null;
  readonly to: BudgetLine | null;
}

export interface ReviewCounts {
  readonly waiting: number;
  readonly accepted: number;
  readonly refused: number;
  readonly applied: number;
  readonly reversed: number;
  /** Accepted, not yet applied. */
  readonly acceptedPence: Pence;
}

/**
 * Virements that touch the agency, or all of them for null, and that bear every word of the text: in the line, its code, heading, sheet or
 * note, in an approver or in who decided. Those that wait come first, then accepted ones, else in the sheet's order.
 */
export function reviewItems(virements: readonly Virement[], find: LineFinder, agency: AgencyId | null, text = ""): ReviewItem[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return virements
    .map((virement) => ({ virement, from: find.line(virement.from), to: find.line(virement.to) }))
    .filter((item) => agency === null || item.from?.agency === agency || item.to?.agency === agency)
    .filter((item) => wanted.length === 0 || bears(item, wanted))
    .sort((a, b) => turn(a.virement) - turn(b.virement));
}

function bears({ virement, from, to }: ReviewItem, wanted: readonly string[]): boolean {
  const ends = [from, to].flatMap((line) => (line === null ? [] : [line.id, line.code, line.description, ...line.sections, line.clientGroup, line.source.sheet, line.note]));
  const approvers = virement.agreements.flatMap(({ approver, by }) => [approver, by]);
  const words = [virement.id, virement.from, virement.to, ...ends, ...approvers].map((word) => (word ?? "").toLowerCase()).join("\n");
  return wanted.every((word) => words.includes(word));
}

/** Agencies that a virement takes from or gives to, in order of their names. */
export function agenciesConcerned(items: readonly ReviewItem[], find: LineFinder): AgencyId[] {
  const ids = new Set(items.flatMap((item) => [item.from?.agency, item.to?.agency]).filter((id) => id !== undefined));
  return [...ids].sort((a, b) => compareText(find.agencyName(a), find.agencyName(b)));
}

export function reviewCounts(items: readonly ReviewItem[]): ReviewCounts {
  const accepted = items.filter((item) => isReady(item.virement));
  return {
    waiting: items.filter((item) => isWaiting(item.virement)).length,
    accepted: accepted.length,
    refused: items.filter((item) => item.virement.decision === "refused" && item.virement.state === "suggested").length,
    applied: items.filter((item) => item.virement.state === "applied").length,
    reversed: items.filter((item) => item.virement.state === "reversed").length,
    acceptedPence: sumPenceBy(accepted, (item) => item.virement.amountPence),
  };
}

/** Pounds as people type them ("80,000" or "£80000.50") in pence; null for anything else. */
export function penceTyped(text: string): Pence | null {
  const bare = text.replace(/[£,\s]/g, "");
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(bare)) return null;
  return Math.round(Number(bare) * 100);
}

export function isWaiting(virement: Virement): boolean {
  return virement.state === "suggested" && virement.decision === "waiting";
}

/** Accepted and not yet applied. */
export function isReady(virement: Virement): boolean {
  return virement.state === "suggested" && virement.decision === "accepted";
}

function turn(virement: Virement): number {
  if (isWaiting(virement)) return 0;
  if (isReady(virement)) return 1;
  return virement.state === "suggested" ? 2 : 3;
}
