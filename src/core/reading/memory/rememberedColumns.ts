// The columns of a table as tblMapping remembers them: one readable text, read back exactly.
import { columnLetters, parseAddress } from "../../budget/cells";
import { COLUMN_FIELDS } from "../corrections";
import type { RememberedColumn } from "../lineSteps";

/** 'A "Cost centre" = code; B "Service" = description'. */
export function columnsText(columns: readonly RememberedColumn[]): string {
  return columns.map((c) => `${columnLetters(c.column)} "${c.heading}" = ${c.field}`).join("; ");
}

/** Reads the text back; null when a part of it is not a column, so that nothing can be told by it. */
export function columnsOf(text: string): readonly RememberedColumn[] | null {
  const columns = text.split(/; (?=[A-Z]{1,3} ")/).map((part): RememberedColumn | null => {
    const [, letters = "", heading = "", named = ""] = /^([A-Z]{1,3}) "(.*)" = (\w+)$/s.exec(part) ?? [];
    const at = parseAddress(`${letters}1`);
    const field = COLUMN_FIELDS.find((known) => known === named);
    return at === null || field === undefined ? null : { column: at.column, heading, field };
  });
  const known = columns.filter((column) => column !== null);
  return known.length === columns.length ? known : null;
}
