// A draft while it is typed: which line is meant, what it takes and gives so far, and what would pass between bodies.
import type { AgencyId } from "../../core/budget/agency";
import type { BudgetLine } from "../../core/budget/line";
import { sumPenceBy, type Pence } from "../../core/money/pence";
import { foldLabel } from "../../core/text";
import { legsOf } from "../../core/virement/legs";
import type { Virement } from "../../core/virement/life";
import { penceTyped } from "./review";

/** One row of the form, as typed. */
export interface DraftRow {
  readonly side: "from" | "to";
  readonly line: string;
  readonly amount: string;
}

export interface DraftBalance {
  readonly takenPence: Pence;
  readonly givenPence: Pence;
  /** Each body that gives more than it takes, or less: the difference passes between bodies. */
  readonly between: readonly { readonly agency: AgencyId; readonly pence: Pence }[];
}

/** The line of that id, else the one line of that code or description; null for none or several. */
export function lineMeant(text: string, lines: readonly BudgetLine[]): BudgetLine | null {
  const wanted = foldLabel(text);
  if (wanted === "") return null;
  const [byId] = lines.filter(({ id }) => foldLabel(id) === wanted);
  if (byId !== undefined) return byId;
  const called = lines.filter(({ code, description }) => foldLabel(code ?? "") === wanted || foldLabel(description) === wanted);
  return called.length === 1 ? called[0] ?? null : null;
}

/** Lines that bear every word typed, for a list to choose from. */
export function linesLike(text: string, lines: readonly BudgetLine[], most: number): readonly BudgetLine[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const found: BudgetLine[] = [];
  for (const line of lines) {
    if (found.length === most) break;
    const words = `${line.id} ${line.code ?? ""} ${line.description} ${line.agency}`.toLowerCase();
    if (wanted.every((word) => words.includes(word))) found.push(line);
  }
  return found;
}

export function draftBalance(rows: readonly DraftRow[], lines: readonly BudgetLine[]): DraftBalance {
  const amounts = rows.map((row) => ({ ...row, pence: penceTyped(row.amount) ?? 0, agency: lineMeant(row.line, lines)?.agency ?? null }));
  const side = (which: DraftRow["side"], of: typeof amounts): Pence => sumPenceBy(of.filter((row) => row.side === which), ({ pence }) => pence);
  const agencies = [...new Set(amounts.flatMap(({ agency }) => agency ?? []))];
  const between = agencies.map((agency) => {
    const own = amounts.filter((row) => row.agency === agency);
    return { agency, pence: side("from", own) - side("to", own) };
  });
  return { takenPence: side("from", amounts), givenPence: side("to", amounts), between: agencies.length < 2 ? [] : between.filter(({ pence }) => pence !== 0) };
}

/** The rows of a draft that stands in the workbook, for changing it; a row with both its lines becomes two. */
export function draftRows(virement: Virement): DraftRow[] {
  return legsOf(virement).flatMap(({ from, to, amountPence }): DraftRow[] => {
    const amount = (amountPence / 100).toFixed(2).replace(/\.00$/, "");
    return [...(from === "" ? [] : [{ side: "from" as const, line: from, amount }]), ...(to === "" ? [] : [{ side: "to" as const, line: to, amount }])];
  });
}
