// Amount columns that their headings don't tell apart: which figure counts was a guess, and where money would be lost or turned round by it an error.
import { cellAddress } from "../../budget/cells";
import type { Issue, Severity } from "../../issues/issue";
import { amountColumns } from "../lines/bodyRows";
import { valueAt } from "../grid";
import type { TableFacts } from "../tableFacts";
import type { ReadColumn } from "../tableSteps";

/** From so many columns of one heading on, most of them can't have been read. */
const MANY_ALIKE = 3;
const FEWEST_ROWS = 3;

/** Two amount columns with one heading: which is the original and which the revised budget was a guess. */
export function alikeColumns(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const alike = used.find((c, i) => used.some((other, j) => j < i && other.heading === c.heading));
  if (alike === undefined) return guessedBudgets(facts);
  const first = used.find((c) => c.heading === alike.heading);
  const left = facts.columns.filter((c) => c.heading === alike.heading && holdsMoney(facts, c));
  const lost = left.length >= MANY_ALIKE && left.length > used.length;
  return [doubt(facts, alike, lost ? "error" : "question", {
    heading: alike.heading, first: first?.field ?? "", second: alike.field, ...(lost ? { count: String(left.length) } : {}),
  })];
}

/** Two headings that both say budget: the left one was taken as the original, or the vaguer one. */
function guessedBudgets(facts: TableFacts): Issue[] {
  const used = amountColumns(facts.columns);
  const guess = used.find((c) => facts.guessedColumns.includes(c.column) && c.stage === "original");
  const other = used.find((c) => c.stage === "revised");
  if (guess === undefined || other === undefined) return rivalColumns(facts);
  const opposite = areOpposite(facts, guess, other);
  return [doubt(facts, guess, opposite ? "error" : "question", { heading: guess.heading, other: other.heading, first: guess.field, second: other.field, ...(opposite ? { opposite: "yes" } : {}) })];
}

/** Two headings of one stage ("Current budget", "Revised budget"): which of them counts was a guess. */
function rivalColumns(facts: TableFacts): Issue[] {
  const [pair] = facts.rivals;
  const read = facts.columns.find((c) => c.column === pair?.[0]);
  const left = facts.columns.find((c) => c.column === pair?.[1]);
  if (read === undefined || left === undefined) return [];
  return [doubt(facts, left, "question", { heading: read.heading, other: left.heading, first: read.field, second: "" })];
}

/** The same figures twice, once with a minus: a budget of −100 that was revised to 100 is none that anybody set. */
function areOpposite(facts: TableFacts, one: ReadColumn, other: ReadColumn): boolean {
  const pairs = facts.classes.lines.flatMap((index) => {
    const amounts = facts.rows[index]?.amounts ?? [];
    const left = amounts.find((a) => a?.column === one.column)?.pence ?? 0;
    const right = amounts.find((a) => a?.column === other.column)?.pence ?? 0;
    return left === 0 && right === 0 ? [] : [{ left, right }];
  });
  return pairs.length >= FEWEST_ROWS && pairs.every(({ left, right }) => left === -right);
}

function holdsMoney(facts: TableFacts, column: ReadColumn): boolean {
  return facts.rows.some((row) => valueAt(facts.grid, row.row, column.column) !== null);
}

function doubt(facts: TableFacts, column: ReadColumn, severity: Severity, said: Readonly<Record<string, string>>): Issue {
  const where = { file: facts.grid.file, sheet: facts.grid.sheet, address: cellAddress(facts.table.headerRows[0] ?? 0, column.column) };
  return { code: "column-unsure", severity, where, pence: null, facts: { sheet: facts.grid.sheet, ...said } };
}
