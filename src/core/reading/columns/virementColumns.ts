// Columns in which a sheet keeps its virements: known by their headings, never read as a budget of their own.
import { fold } from "../words/cellText";
import type { ColumnMapping } from "../types";

const VIREMENTS = /\bvirements?\b|\b(budget|in year) (transfers?|adjustments?|movements?|changes)\b|^(net |total )?(adjustments?|transfers?|movements?)( (£|gbp|0+s?|k|m|p).*)?$/;
/** Words beside them: who, when, which and what is only asked for; and other years' or one month's. */
const BESIDE = /\b(ref|refs|reference|no|nos|number|date|by|reason|notes?|comments?|requested|pending|proposed|before|excluding|prior|previous|last|month|period|quarter)\b/;

/** True for "Virements", "Budget transfers", "Adjustments £000" and the like. */
export function isVirementHeading(heading: string): boolean {
  const words = fold(heading);
  return VIREMENTS.test(words) && !BESIDE.test(words);
}

/** A column of a table that nothing else is read from: a budget, a code or a note never takes virements. */
export function isFree({ field }: Pick<ColumnMapping, "field">): boolean {
  return field === "ignored" || field === "variance";
}

/** The columns that their headings name as the sheet's virements, in the sheet's order. */
export function virementColumns<C extends Pick<ColumnMapping, "heading" | "field">>(columns: readonly C[]): readonly C[] {
  return columns.filter((column) => isFree(column) && isVirementHeading(column.heading));
}
