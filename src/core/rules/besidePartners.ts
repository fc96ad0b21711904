// What the rule books and the partnership do not know of each other: rules for a body that is no partner, money of a fund that no row describes.
import type { Agency } from "../budget/agency";
import type { BudgetLine } from "../budget/line";
import type { Issue } from "../issues/issue";
import { count, foldLabel } from "../text";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { isJurisdiction, JURISDICTIONS } from "../budget/jurisdictions";
import { DEFAULT_BOOKS } from "./defaultBooks";
import { ANOTHER_BODY } from "./evaluatePart";
import { fundRow, REVENUE } from "./purposes";
import type { Prohibition, RuleBooks, SchemeBand } from "./types";

/** Words of the rows as shipped, which are about lines that not every partnership has. */
const SHIPPED = [...DEFAULT_BOOKS.gateways.map((row) => row.toPurpose), ...DEFAULT_BOOKS.funds.flatMap((row) => row.purposes)].map(foldLabel);

/** The short id of the body that a row of the rule books names, however it is written (its name, another case); the text itself where it is no partner's. */
export function bodyNames(agencies: readonly Agency[]): (text: string) => string {
  const ids = new Map(agencies.flatMap((agency) => [agency.name, ...agency.aliases].map((name) => [foldLabel(name), agency.id] as const)));
  for (const { id } of agencies) ids.set(foldLabel(id), id);
  return (text) => ids.get(foldLabel(text)) ?? text;
}

/** An issue for every body, place and fund that one of the two does not know. The books name bodies by their short ids. */
export function besidePartners(books: RuleBooks, agencies: readonly Agency[], lines: readonly BudgetLine[]): Issue[] {
  const named = new Set(agencies.map((agency) => agency.id));
  const strange = (row: SchemeBand | Prohibition): boolean => row.agency !== "*" && !named.has(row.agency) && row.cell !== null;
  return [
    // A row still to be filled in says nothing of anybody.
    ...books.bands.filter((band) => band.approver !== "" && strange(band)).map((row) => stranger(row, PURSE_SHEETS.schemes, agencies)),
    ...books.prohibitions.filter(strange).map((row) => stranger(row, PURSE_SHEETS.prohibitions, agencies)),
    ...placesUnknown(agencies), ...refsTwice(lines), ...bodiesAsMoney(books, agencies, lines), ...fundsUnknown(books, agencies, lines), ...idleRows(books, lines),
  ];
}

function stranger(row: SchemeBand | Prohibition, table: string, agencies: readonly Agency[]): Issue {
  return {
    code: "rule-invalid", severity: "error", where: row.cell, pence: null,
    facts: { table, rule: row.id, column: "Agency", found: row.agency, why: `no partner is called so: the partners are ${agencies.map((agency) => agency.id).join(", ")}` },
  };
}

/** A partner in a place that no rule is about could only be refused everything, for no reason that anyone sees. */
function placesUnknown(agencies: readonly Agency[]): Issue[] {
  return agencies.filter((agency) => !isJurisdiction(agency.jurisdiction)).map((agency): Issue => ({
    code: "coding-invalid", severity: "question", where: agency.source, pence: null,
    facts: { field: `the jurisdiction of ${agency.name}`, value: agency.jurisdiction, allowed: JURISDICTIONS.join(", ") },
  }));
}

/** Two coding rows with one ref: a rule that names it would speak of one of them only, and nobody could tell which. */
function refsTwice(lines: readonly BudgetLine[]): Issue[] {
  const ids = new Set(lines.map((line) => line.id));
  return lines.flatMap((line): Issue[] => {
    const ref = /^([^/]+)#\d+$/.exec(line.id)?.[1];
    const cell = Object.values(line.evidence).find((evidence) => evidence.kind === "coding" && evidence.cell !== null)?.cell;
    if (ref === undefined || !ids.has(ref) || cell === undefined) return [];
    return [{ code: "coding-invalid", severity: "question", where: cell, pence: null, facts: { field: "Partnership ref", value: ref, allowed: "one line's alone" } }];
  });
}

/** A fund or pool that bears a body's name: no body is a fund of its own, nor an agreement with itself. A row of the table of funds settles it. */
function bodiesAsMoney(books: RuleBooks, agencies: readonly Agency[], lines: readonly BudgetLine[]): Issue[] {
  const names = new Map(agencies.flatMap((agency) => [agency.id, agency.name, ...agency.aliases].map((name) => [foldLabel(name), agency] as const)));
  const described = new Set(books.funds.map((row) => row.fund));
  return lines.flatMap((line): Issue[] => {
    const cell = line.evidence.funding?.cell ?? Object.values(line.evidence).find((evidence) => evidence.kind === "coding")?.cell ?? null;
    const say = (field: string, value: string, allowed: string): Issue[] =>
      (names.has(foldLabel(value)) ? [{ code: "coding-invalid", severity: "question", where: cell, pence: null, facts: { field: `${field} of ${line.id}`, value, allowed } }] : []);
    const funds = [...new Set(line.funding.map((split) => split.fund))].filter((fund) => fund !== "" && !described.has(fund));
    return [
      ...funds.flatMap((fund) => say("Fund", fund, `a fund, such as one that ${PURSE_SHEETS.funds} describes, and not the name of a body`)),
      ...(line.pool === null ? [] : say("Pool", line.pool, "the name of an agreement between bodies, and not of one body")),
    ];
  });
}

/** Words that rules know without any line. */
const ALWAYS: ReadonlySet<string> = new Set(["new", "programme", ANOTHER_BODY, REVENUE, "carry-forward"].map(foldLabel));

/** A row that names heads or purposes of which the partnership has none is kept, and speaks of nothing: one warning for each word. */
function idleRows(books: RuleBooks, lines: readonly BudgetLine[]): Issue[] {
  if (lines.length === 0) return [];
  const exact = new Set(lines.flatMap((line) => [line.id, line.outcome, line.clientGroup ?? "", ...line.sections, ...line.funding.flatMap((split) => [split.fund, split.ringFence ?? ""])]));
  const words = new Set<string>([...ALWAYS, ...[...exact].map(foldLabel)]);
  const purposes = new Set([...words, ...books.funds.flatMap((row) => [row.fund, row.ringFence ?? ""]).map(foldLabel), ...SHIPPED]);
  const named = new Set(books.funds.flatMap((row) => [row.fund, row.ringFence ?? ""]));
  // Purposes are asked letter by letter, so that another case is another word.
  const idle = (purpose: string): boolean => !purposes.has(foldLabel(purpose)) || (words.has(foldLabel(purpose)) && !ALWAYS.has(foldLabel(purpose)) && !exact.has(purpose) && !named.has(purpose));
  const say = (row: { readonly id: string; readonly cell: Issue["where"] }, table: string, column: string, found: string): Issue => ({
    code: "rule-missing", severity: "warning", where: row.cell, pence: null,
    facts: { table, column, why: `rule ${row.id} names "${found}" under ${column}, and no line is called so or stands under it: check its spelling and its case` },
  });
  return [
    ...books.bands.flatMap((row) => (row.cell === null ? [] : (row.heads ?? []).filter((head) => !words.has(foldLabel(head))).map((head) => say(row, PURSE_SHEETS.schemes, "Heads", head)))),
    ...books.gateways.filter((row) => row.cell !== null && row.toPurpose !== "*" && idle(row.toPurpose)).map((row) => say(row, PURSE_SHEETS.gateways, "To purpose", row.toPurpose)),
    ...books.funds.flatMap((row) => (row.cell === null || row.purposes === "*" ? [] : row.purposes.filter(idle).map((purpose) => say(row, PURSE_SHEETS.funds, "Purposes", purpose)))),
  ];
}

/** One warning for each fund that pays for some line and that no row describes at any time: its money is not moved. */
function fundsUnknown(books: RuleBooks, agencies: readonly Agency[], lines: readonly BudgetLine[]): Issue[] {
  const places = new Map(agencies.map((agency) => [agency.id, agency.jurisdiction]));
  const paid = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    for (const { fund } of line.funding) {
      if (fund === "" || fundRow(fund, books, places.get(line.agency) ?? "") !== undefined) continue;
      const own = paid.get(fund);
      if (own === undefined) paid.set(fund, [line]);
      else own.push(line);
    }
  }
  return [...paid].flatMap(([fund, own]): Issue[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { file, sheet, address } = first.source;
    return [{
      code: "rule-missing", severity: "warning", where: { file, sheet, address }, pence: null,
      facts: { table: PURSE_SHEETS.funds, why: `no row describes the fund ${fund}, which pays for ${count(own.length, "line")} (first ${first.id}), so that none of its money is moved` },
    }];
  });
}
