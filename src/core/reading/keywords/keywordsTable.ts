// The table of keywords (tblKeywords): the partners edit it, and it is read back row by row with an issue for every cell that can't be used.
import { BODY_TYPES } from "../../budget/agency";
import { NATURES } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import type { RuleRowReader } from "../../rules/ruleRow";
import { readRows } from "../../rules/ruleTables";
import { tableSheet, type TableDef } from "../../tables/table";
import { textCell } from "../../writing/cellText";
import { PURSE_SHEETS } from "../../writing/sheetNames";
import type { SheetSpec } from "../../writing/types";
import type { SheetGrid } from "../grid";
import { BUILT_IN_KEYWORDS, KEYWORD_ROWS } from "./defaultKeywords";
import { KEYWORD_KINDS, Keywords, type KeywordRow } from "./keywords";
import { readPhrases } from "./phrase";

const TABLE: TableDef<KeywordRow> = {
  sheet: PURSE_SHEETS.keywords, table: "tblKeywords", tabColour: "#605E5C",
  title: "Keywords: which words of a line tell what it is",
  subtitle: "Yours to edit; the first row of a kind that fits decides, and the coding decides before any. Phrases are parted by semicolons: a/b is either word, [a] may be left out, a* has any ending, … is any words.",
  columns: [
    { heading: "What", width: 18, cell: (row) => textCell(row.kind, "input"), choices: KEYWORD_KINDS, prompt: "What the words tell" },
    { heading: "Means", width: 32, cell: (row) => textCell(row.means, "input"), prompt: "An outcome's id, a nature or body type by its short name, a kind of spending by its number, or the name of a group" },
    { heading: "Words", width: 80, cell: (row) => textCell(row.words, "input") },
    { heading: "Unless", width: 44, cell: (row) => textCell(row.unless, "input") },
    { heading: "Source", width: 60, cell: (row) => textCell(row.source, "input") },
  ],
};

/** Natures that words alone may tell; payments between partners are told by the partners' names. */
const WORDED_NATURES = NATURES.filter((nature) => nature !== "IA_PAYMENT" && nature !== "IA_INCOME" && nature !== "EXT_INCOME");

export function keywordsSheet(): SheetSpec {
  return tableSheet(TABLE, KEYWORD_ROWS, "A kind of which no row stands here is told by the built-in rows. Funding and spending (GROSS_EXP) as natures are asked of negative amounts only.");
}

/** The partners' table over the built-in rows: for every kind that it names, its rows alone. A row with a fault is left out. */
export function readKeywords(grids: readonly SheetGrid[]): { readonly keywords: Keywords; readonly issues: readonly Issue[] } {
  if (grids.every((grid) => grid.sheet !== PURSE_SHEETS.keywords)) return { keywords: BUILT_IN_KEYWORDS, issues: [] };
  const named = new Set<string>();
  const { rows, issues, found } = readRows<KeywordRow>(grids, TABLE, [], (row) => {
    const kind = row.oneOf("What", KEYWORD_KINDS);
    named.add(row.text("What").toLowerCase());
    const words = row.required("Words");
    for (const column of ["Words", "Unless"] as const) {
      const { fault } = readPhrases(row.text(column));
      if (fault !== null) row.fault(column, `"${fault}" is not a phrase of words`);
    }
    return { kind, means: row.faults.some(({ column }) => column === "What") ? "" : meaning(row, kind), words, unless: row.text("Unless"), source: row.text("Source"), cell: row.cell("Words") };
  });
  if (!found) return { keywords: BUILT_IN_KEYWORDS, issues };
  return { keywords: new Keywords([...rows, ...KEYWORD_ROWS.filter((row) => !named.has(row.kind))]), issues };
}

function meaning(row: RuleRowReader, kind: KeywordRow["kind"]): string {
  if (kind === "nature") return row.oneOf("Means", WORDED_NATURES);
  if (kind === "body type") return row.oneOf("Means", BODY_TYPES);
  const text = row.required("Means");
  if (kind !== "kind of spending") return text;
  const group = /^(10|[1-9])\b/.exec(text)?.[0];
  if (group === undefined && text !== "") row.fault("Means", "it is not a kind of spending from 1 to 10");
  return group ?? text;
}
