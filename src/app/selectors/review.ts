// The Review page as data: which virements wait, for whom, and what happens if all accepted ones are applied.
import type { AgencyId } from "../../core/budget/agency";
import type { BudgetLine } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { compareText } from "../../core/text";
import { isBetweenBodies, legsOf } from "../../core/virement/legs";
import type { Virement } from "../../core/virement/life";
import { waitsOn } from "../../core/virement/states/status";
import type { LineFinder } from "./lines";

export interface ReviewItem {
  readonly virement: Virement;
  /** Lines of it that stand on a sheet. */
  readonly lines: readonly BudgetLine[];
  /** Who holds these budgets, as the sheets or the coding name them. */
  readonly holders: readonly string[];
  /** Money passes between bodies, so that it has a VAT note and a cash date. */
  readonly betweenBodies: boolean;
}

/** Null for all. */
export interface ReviewFilter {
  readonly agency: AgencyId | null;
  readonly holder: string | null;
  /** Whose decision is awaited next. */
  readonly waitsOn: string | null;
  readonly text: string;
}

export const NO_REVIEW_FILTER: ReviewFilter = { agency: null, holder: null, waitsOn: null, text: "" };

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
 * Virements that touch a budget of the agency and of the holder, that wait on the approver, and that bear every word of the text: in a line, its
 * code, heading, sheet, holder or note, in an approver or in who decided. Those that wait come first, then accepted ones, else in the sheet's order.
 */
export function reviewItems(virements: readonly Virement[], find: LineFinder, filter: ReviewFilter = NO_REVIEW_FILTER): ReviewItem[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return virements
    .map((virement) => itemOf(virement, find))
    .filter(({ lines }) => filter.agency === null || lines.some(({ agency }) => agency === filter.agency))
    .filter(({ holders }) => filter.holder === null || holders.includes(filter.holder))
    .filter(({ virement }) => filter.waitsOn === null || waitsOn(virement)[0]?.approver === filter.waitsOn)
    .filter((item) => wanted.length === 0 || bears(item, wanted))
    .sort((a, b) => turn(a.virement) - turn(b.virement));
}

function itemOf(virement: Virement, find: LineFinder): ReviewItem {
  const ids = [...new Set(legsOf(virement).flatMap(({ from, to }) => [from, to]))];
  const lines = ids.flatMap((id) => find.line(id) ?? []);
  const holders = [...new Set(lines.flatMap(({ holder }) => holder ?? []))].sort(compareText);
  return { virement, lines, holders, betweenBodies: isBetweenBodies(virement, lines) };
}

function bears({ virement, lines }: ReviewItem, wanted: readonly string[]): boolean {
  const ends = lines.flatMap((line) => [line.id, line.code, line.description, ...line.sections, line.clientGroup, line.source.sheet, line.holder, line.note]);
  const approvers = virement.agreements.flatMap(({ approver, by }) => [approver, by]);
  const words = [virement.id, virement.from, virement.to, ...ends, ...approvers].map((word) => (word ?? "").toLowerCase()).join("\n");
  return wanted.every((word) => words.includes(word));
}

/** Agencies that a virement takes from or gives to, in order of their names. */
export function agenciesConcerned(items: readonly ReviewItem[], find: LineFinder): AgencyId[] {
  const ids = new Set(items.flatMap(({ lines }) => lines.map(({ agency }) => agency)));
  return [...ids].sort((a, b) => compareText(find.agencyName(a), find.agencyName(b)));
}

/** Everyone who holds a budget that a virement touches. */
export function holdersConcerned(items: readonly ReviewItem[]): string[] {
  return [...new Set(items.flatMap(({ holders }) => holders))].sort(compareText);
}

/** Whoever is asked next by some virement, those with most waiting first. */
export function approversAwaited(items: readonly ReviewItem[]): { readonly approver: string; readonly waiting: number }[] {
  const waiting = new Map<string, number>();
  for (const { virement } of items) {
    const approver = waitsOn(virement)[0]?.approver ?? "";
    if (approver !== "") waiting.set(approver, (waiting.get(approver) ?? 0) + 1);
  }
  return [...waiting].map(([approver, number]) => ({ approver, waiting: number })).sort((a, b) => b.waiting - a.waiting || compareText(a.approver, b.approver));
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
