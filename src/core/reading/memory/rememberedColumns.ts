// The columns of a table as tblMapping remembers them: one readable text, read back exactly.
import { columnLetters, parseAddress } from "../../budget/cells";
import { COLUMN_FIELDS } from "./corrections";
import type { RememberedColumn } from "../lineSteps";
import type { KnownFigure } from "../types";

/** 'A "Cost centre" = code; B "Budget" = original {A1: 120 | A2: 80}; C "Budget" = revised {A1: 125 | A2: 90}'. */
export function columnsText(columns: readonly RememberedColumn[]): string {
  return columns.map((c) => `${columnLetters(c.column)} "${c.heading}" = ${c.field}${figuresText(c.figures)}`).join("; ");
}

function figuresText(figures: readonly KnownFigure[] | undefined): string {
  return figures === undefined ? "" : ` {${figures.map(({ line, figure }) => `${line}: ${figure}`).join(" | ")}}`;
}

/** Reads the text back; null when a part of it is not a column, so that nothing can be told by it. */
export function columnsOf(text: string): readonly RememberedColumn[] | null {
  const columns = text.split(/; (?=[A-Z]{1,3} ")/).map((part): RememberedColumn | null => {
    const [, letters = "", heading = "", named = "", figures] = /^([A-Z]{1,3}) "(.*)" = (\w+)(?: \{([^{}"]*)\})?$/s.exec(part) ?? [];
    const at = parseAddress(`${letters}1`);
    const field = COLUMN_FIELDS.find((known) => known === named);
    return at === null || field === undefined ? null : { column: at.column, heading, field, ...(figures === undefined ? {} : { figures: figuresOf(figures) }) };
  });
  const known = columns.filter((column) => column !== null);
  return known.length === columns.length ? known : null;
}

function figuresOf(text: string): KnownFigure[] {
  return text.split(" | ").map((part): KnownFigure => {
    const at = part.indexOf(": ");
    return { line: at < 0 ? part : part.slice(0, at), figure: at < 0 ? "" : part.slice(at + 2) };
  });
}
