// The places that virements of a sheet may go to, as words in the workbook and as cells of a line.
import { columnLetters, parseAddress } from "../budget/cells";
import type { StatedTarget, TableMapping } from "../reading/types";
import { fold } from "../reading/words/cellText";
import { isFree, virementColumns } from "../reading/columns/virementColumns";

export const TARGET_KINDS = ["revised", "column", "journal"] as const;
/** Into the revised budget's own cells, added to a column of virements beside it, or to the journal alone. */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** As the drop-down on Purse Mapping says them. */
export const TARGET_WORDS: Readonly<Record<TargetKind, string>> = { revised: "Revised budget", column: "Virements column", journal: "Journal sheet only" };

/** A column of a sheet, by its place and its heading. */
export interface TargetColumn {
  readonly column: number;
  readonly heading: string;
}

/** What was chosen for a table; "unknown" where the words are none of ours, null while nobody has chosen. */
export function chosenKind(target: Pick<StatedTarget, "goesTo"> | undefined): TargetKind | "unknown" | null {
  const words = fold(target?.goesTo ?? "");
  return words === "" ? null : TARGET_KINDS.find((kind) => fold(TARGET_WORDS[kind]) === words) ?? "unknown";
}

/** 'F "Virements"': read back by targetColumn. */
export function columnWords({ column, heading }: TargetColumn): string {
  return `${columnLetters(column)} "${heading}"`;
}

/**
 * The column that the words name on the table as it is now, found by its heading wherever it has moved; without words the only one that
 * its heading names as virements. A sentence where there is none, or it holds something else.
 */
export function targetColumn(words: string, { sheet, columns }: Pick<TableMapping, "sheet" | "columns">): TargetColumn | string {
  const text = words.trim();
  if (text === "") {
    const [only, ...others] = virementColumns(columns);
    if (only !== undefined && others.length === 0) return { column: only.column, heading: only.heading };
    return `sheet "${sheet}" has ${only === undefined ? "no column" : "several columns"} headed as virements, so the column must be named under "Virements column" on Purse Mapping, for example F`;
  }
  const [, letters = "", heading] = /^([A-Z]{1,3}) "(.*)"$/s.exec(text) ?? /^([A-Z]{1,3})$/i.exec(text) ?? [];
  const at = parseAddress(`${letters}1`)?.column ?? -1;
  const headed = columns.filter((column) => (heading === undefined ? letters === "" && fold(column.heading) === fold(text) : column.heading === heading));
  const found = headed.length === 1 ? headed[0] : (headed.find(({ column }) => column === at) ?? (heading === undefined ? columns.find(({ column }) => column === at) : undefined));
  if (found === undefined) return `sheet "${sheet}" has no column ${text} any more, into which its virements were to go`;
  if (!isFree(found)) return `column ${columnWords(found)} of sheet "${sheet}", into which its virements were to go, is read as ${found.field}`;
  return { column: found.column, heading: found.heading };
}

const TERM = /([+-]?)(?:SUM\(([^()]*)\)|([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)|\d+(?:\.\d+)?)/gy;

/** True where the formula plainly adds the cell once: "=D7+E7", "=SUM(D7:E7)", also rounded. Other formulas are not judged. */
export function addsCell(formula: string, row: number, column: number): boolean {
  const bare = formula.replace(/^=/, "").replace(/[\s$]/g, "").toUpperCase();
  const text = /^ROUND\((.*),-?\d+\)$/.exec(bare)?.[1] ?? bare;
  let [at, times] = [0, 0];
  TERM.lastIndex = 0;
  for (let match = TERM.exec(text); match !== null; match = TERM.exec(text)) {
    at = TERM.lastIndex;
    const refs = match[2] === undefined ? [match[3] ?? ""] : match[2].split(",");
    const hits = refs.filter((ref) => covers(ref, row, column)).length;
    times += match[1] === "-" ? 2 * hits : hits;
    if (at >= text.length) break;
  }
  return at === text.length && times === 1;
}

function covers(ref: string, row: number, column: number): boolean {
  const [first = "", last = first] = ref.split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from === null || to === null) return false;
  return row >= Math.min(from.row, to.row) && row <= Math.max(from.row, to.row) && column >= Math.min(from.column, to.column) && column <= Math.max(from.column, to.column);
}
