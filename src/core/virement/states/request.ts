// Requests that come twice: the same one changes nothing; one with other content says which field differs.
import { formatPounds } from "../../money/format";
import type { Virement } from "../life";

const FIELDS = {
  from: "the line it takes from", to: "the line it gives to", amountPence: "the amount", recurrence: "one-off or recurrent", instrument: "the instrument", version: "the version",
} as const;
type Field = keyof typeof FIELDS;

/** What a request says of a virement; what it leaves out is not compared. */
export type Stated = { readonly id: string } & { readonly [F in Field]?: Virement[F] };

/** Null when the request speaks of the virement as it stands; else a sentence naming each field that differs. */
export function differsFrom(request: Stated, virement: Pick<Virement, "id" | Field>): string | null {
  const differing = (Object.keys(FIELDS) as Field[]).filter((field) => request[field] !== undefined && request[field] !== virement[field]);
  if (differing.length === 0) return null;
  const words = differing.map((field) => `${FIELDS[field]} (${text(field, virement)} in the workbook, ${text(field, request)} in the request)`);
  return `Virement ${virement.id} differs from the request in ${words.join(" and ")}.`;
}

function text(field: Field, holder: Stated): string {
  const value = holder[field];
  return typeof value === "number" && field === "amountPence" ? formatPounds(value) : String(value);
}
