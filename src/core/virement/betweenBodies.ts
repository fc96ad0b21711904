// What money between two bodies needs beside its entries: how value added tax falls on it, and the day on which it is paid.
import type { Agency, BodyType } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import { isBetweenBodies, pairsOf, type Legged } from "./legs";
import type { Virement } from "./life";

/** Said where nobody stated how value added tax falls on a payment. */
export const NOT_STATED = "not stated";

/** Who hosts a partnership decides what is recovered: Audit Commission, Working better together?, 2009, Table 10. */
const HOSTED: ReadonlySet<BudgetLine["arrangement"]> = new Set(["pooled", "lead", "integrated"]);
const NHS: ReadonlySet<BodyType> = new Set(["ICB", "NHS_TRUST"]);
const SOURCE = "(Audit Commission 2009, Table 10): agree it before cash moves";

/** The note to begin with; absent where the arrangement does not tell it. */
export function vatNoteOf(virement: Legged, lines: readonly BudgetLine[], agencies: readonly Agency[]): Pick<Virement, "vatNote"> {
  const pairs = pairsOf(virement, lines);
  const hosts = typeof pairs === "string" ? [] : pairs.filter(({ from, to }) => from.agency !== to.agency && HOSTED.has(to.arrangement)).map(({ to }) => to.agency);
  const notes = [...new Set(hosts)].flatMap((host) => {
    const body = agencies.find(({ id }) => id === host);
    if (body === undefined) return [];
    if (body.bodyType === "COUNCIL") return [`${body.name} hosts, a council: VAT on what it buys is recovered in full or in part ${SOURCE}`];
    return NHS.has(body.bodyType) ? [`${body.name} hosts, an NHS body: little or no VAT on what it buys is recovered ${SOURCE}`] : [];
  });
  return notes.length === 0 ? {} : { vatNote: notes.join("; ") };
}

/** Why money can't pass between the bodies yet, as a sentence, or null. */
export function missingCashDate(virement: Legged & Pick<Virement, "cashOn">, lines: readonly BudgetLine[]): string | null {
  if (virement.cashOn !== undefined || !isBetweenBodies(virement, lines)) return null;
  return `Virement ${virement.id} goes between two bodies and has no cash date: enter the day on which the money is to be paid, under Cash date on the sheet Virements or on the page Review.`;
}

/** Cash date and VAT note for the register; "" where nothing passes between bodies. */
export function paymentWords(virement: Legged & Pick<Virement, "cashOn" | "vatNote">, lines: readonly BudgetLine[]): string {
  return isBetweenBodies(virement, lines) ? `paid on ${virement.cashOn ?? NOT_STATED}; VAT ${virement.vatNote ?? NOT_STATED}` : "";
}
