// Headings of a rule table that are not as they should be: rows under them would be passed over without a word.
import { cellAddress, columnLetters } from "../budget/cells";
import type { Issue } from "../issues/issue";
import { valueAt, type SheetGrid } from "../reading/grid";
import type { TableDef } from "../tables/table";
import { count, foldLabel } from "../text";

/** The sheet stands there, but not all of its headings do: the partners' own rows can't be read, so nothing is suggested by other rules. */
export function headingsMissing(grid: SheetGrid, table: string, required: readonly string[]): Issue {
  const { row, missing } = nearest(grid, required);
  const why = `its ${count(missing.length, "heading")} ${missing.map((heading) => `"${heading}"`).join(", ")} ${missing.length === 1 ? "was" : "were"} not found, so that none of its rows can be read`;
  return { code: "rule-missing", severity: "error", where: { file: grid.file, sheet: grid.sheet, address: cellAddress(row, 0) }, pence: null, facts: { table, why } };
}

/** A column of the partners' own is theirs; one whose heading is nearly one of ours was meant to be read. */
export function strangeHeadings<Row>(grid: SheetGrid, def: TableDef<Row>): Issue[] {
  const required = def.columns.filter((column) => column.optional !== true).map((column) => column.heading);
  const known = def.columns.map((column) => column.heading);
  const { row } = nearest(grid, required);
  const present = (grid.values[row] ?? []).map((value) => (typeof value === "string" ? value.trim() : ""));
  const missing = known.filter((heading) => !present.some((text) => foldLabel(text) === foldLabel(heading)));
  return present.flatMap((text, column): Issue[] => {
    const meant = text === "" || known.some((heading) => foldLabel(heading) === foldLabel(text)) ? undefined : missing.find((heading) => isNearly(text, heading));
    if (meant === undefined || !isFilled(grid, row, column)) return [];
    const why = `the heading "${text}" may be meant for "${meant}", and nothing under it is read`;
    return [{ code: "rule-missing", severity: "error", where: { file: grid.file, sheet: grid.sheet, address: cellAddress(row, column) }, pence: null, facts: { table: def.sheet, why } }];
  });
}

/** Faults found between rows, each at the very cell of the column that it names. */
export function atColumns(issues: readonly Issue[], grids: readonly SheetGrid[]): Issue[] {
  return issues.map((issue) => {
    const { where, facts } = issue;
    const grid = where === null ? undefined : grids.find((one) => one.sheet === where.sheet && one.file === where.file);
    const heading = foldLabel(facts["column"] ?? "");
    if (where === null || grid === undefined || heading === "") return issue;
    const row = grid.values.findIndex((values) => values.some((value) => typeof value === "string" && foldLabel(value) === heading));
    const column = (grid.values[row] ?? []).findIndex((value) => typeof value === "string" && foldLabel(value) === heading);
    return column < 0 ? issue : { ...issue, where: { ...where, address: `${columnLetters(column)}${where.address.replace(/^[A-Z]+/, "")}` } };
  });
}

/** The row that holds most of the headings, the first of several; and which it lacks. */
function nearest(grid: SheetGrid, required: readonly string[]): { readonly row: number; readonly missing: readonly string[] } {
  let best: { row: number; missing: readonly string[] } = { row: 0, missing: required };
  grid.values.forEach((values, row) => {
    const present = new Set(values.map((value) => (typeof value === "string" ? foldLabel(value) : "")));
    const missing = required.filter((heading) => !present.has(foldLabel(heading)));
    if (missing.length < best.missing.length) best = { row, missing };
  });
  return best;
}

function isFilled(grid: SheetGrid, header: number, column: number): boolean {
  return grid.values.some((_, row) => row > header && !["", "*"].includes(String(valueAt(grid, row, column) ?? "").trim()));
}

/** One begins with the other, or at most two letters differ. */
function isNearly(text: string, heading: string): boolean {
  const [a, b] = [letters(text), letters(heading)];
  return a.length >= 3 && (a.startsWith(b) || b.startsWith(a) || distance(a, b) <= 2);
}

function letters(text: string): string {
  return foldLabel(text).replace(/ /g, "");
}

/** Letters put in, taken out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
