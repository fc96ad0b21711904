// Reads a partnership's sheets as they stand: lines with their source cells, printed totals beside computed ones, and what is doubtful.
import type { BudgetLine } from "../budget/line";
import { gatherAlike } from "../issues/gatherAlike";
import type { Issue } from "../issues/issue";
import { compareText } from "../text";
import { PURSE_SHEETS } from "../writing/sheetNames";
import { Answers } from "./memory/answers";
import { buildLines, type PlacedDraft } from "./coding/buildLines";
import { idsOfTable, withNamedAgencies } from "./agencies/columnAgencies";
import { fewQuestions } from "./doubts/fewQuestions";
import type { SheetGrid } from "./grid";
import { countedOnce } from "./overlap/countedOnce";
import { assignOwners, type Ownership } from "./agencies/owners";
import { readKeywords } from "./keywords/keywordsTable";
import { layoutChanges } from "./memory/layoutChanges";
import { withTargets } from "./memory/statedTargets";
import { sheetControls } from "./sheetControls";
import { readForm } from "./expectedSigns";
import { setRepeatsAside } from "./overlap/repeats";
import { sheetSentence } from "./summary";
import type { PartnershipReading, SheetReading } from "./types";
import type { SheetDraft } from "./lineSteps";

export interface ReadingStep {
  /** The sheet just read, or about to be joined. */
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}

/** Reads every sheet at once. See readPartnershipSteps. */
export function readPartnership(grids: readonly SheetGrid[]): PartnershipReading {
  const steps = readPartnershipSteps(grids);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads sheet by sheet, yielding after each so that a caller can show progress or stop. Lines are ordered by agency, then by sheet and
 * place, so that one workbook and a folder of workbooks give the same lines in the same order. Never throws on data: what can't be read
 * is an issue.
 */
export function* readPartnershipSteps(grids: readonly SheetGrid[]): Generator<ReadingStep, PartnershipReading> {
  const drafts: SheetDraft[] = [];
  const answers = new Answers(grids);
  for (const grid of grids) {
    drafts.push(readForm(grid, answers));
    yield { sheet: grid.sheet, done: drafts.length, total: grids.length };
  }
  return assemble(setRepeatsAside(drafts), readKeywords(grids));
}

/** Joins what was read sheet by sheet into one partnership. */
function assemble(read: readonly SheetDraft[], { keywords, issues: badKeywords }: ReturnType<typeof readKeywords>): PartnershipReading {
  const drafts = countedOnce(read, assignOwners(read, keywords).ownerOf);
  // Anew, since a sheet that is left out belongs to nobody.
  const owners = assignOwners(drafts, keywords);
  const codings = drafts.flatMap((draft) => (draft.coding === null ? [] : [draft.coding]));
  const order = new Map(owners.agencies.map((agency, i) => [agency.id, i]));
  const placed = drafts.flatMap((draft, i) => placedDrafts(draft, owners.ownerOf.get(i) ?? null, owners))
    .map((p, at) => ({ p, at }))
    .sort((a, b) => (order.get(a.p.agency) ?? order.size) - (order.get(b.p.agency) ?? order.size) || compareText(a.p.agency, b.p.agency) || a.at - b.at)
    .map(({ p }) => p);
  const built = buildLines(placed, codings, owners.names);
  const sheets = withTargets(drafts.map((draft, i) => sheetReading(draft, owners.ownerOf.get(i) ?? null)), drafts.map((draft) => draft.grid));
  const mapping = drafts.find((draft) => draft.grid.sheet === PURSE_SHEETS.mapping);
  const issues = [
    ...oneQuestionAForm(drafts), ...unreadSheets(drafts), ...yearsDiffer(drafts), ...badKeywords, ...owners.issues, ...built.issues,
    ...(mapping === undefined ? [] : layoutChanges(mapping.grid, sheets, built.lines)),
  ];
  return {
    agencies: withColumnAgencies(drafts, owners, built.lines), lines: built.lines, sheets, outcomes: outcomesOf(codings, built.lines),
    controls: drafts.flatMap((draft) => (draft.controls !== undefined ? draft.controls : draft.kind === "budget" ? sheetControls(draft.grid.file === null ? draft.grid.sheet : `[${draft.grid.file}]${draft.grid.sheet}`, draft.tables) : [])),
    issues: byWeight(fewQuestions(gatherAlike(issues))),
  };
}

/** Budgets of different years cannot be pooled: asked for each sheet that names another year than most. */
function yearsDiffer(drafts: readonly SheetDraft[]): Issue[] {
  const told = drafts.flatMap((draft) => draft.tables.slice(0, 1).flatMap((table) => (table.year === null ? [] : [{ draft, year: table.year }])));
  const counts = new Map<number, number>();
  for (const { year } of told) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (most === undefined || counts.size === 1) return [];
  return told.filter(({ year }) => year !== most[0]).map(({ draft, year }): Issue => ({
    code: "years-differ", severity: "question", where: draft.names.sheet, pence: null,
    facts: { sheet: draft.grid.sheet, year: String(year), most: String(most[0]), count: String(most[1]) },
  }));
}

function placedDrafts(draft: SheetDraft, owner: string | null, owners: Ownership): PlacedDraft[] {
  return draft.tables.flatMap((table) => {
    const ids = idsOfTable(table, owners.names);
    return table.lines.map((line): PlacedDraft => ({
      draft: line, file: draft.grid.file, sheet: draft.grid.sheet,
      agency: (line.agencyText === null ? owner : ids.get(line.agencyText)) ?? "UNNAMED",
    }));
  });
}

function withColumnAgencies(drafts: readonly SheetDraft[], owners: Ownership, lines: readonly BudgetLine[]): PartnershipReading["agencies"] {
  const tables = drafts.flatMap((draft) => draft.tables.map((table) => ({ table, ids: idsOfTable(table, owners.names) })));
  return withNamedAgencies(owners.agencies, tables, new Set(lines.map((line) => line.agency)), owners.names);
}

function sheetReading(draft: SheetDraft, agency: string | null): SheetReading {
  return {
    file: draft.grid.file, sheet: draft.grid.sheet, kind: draft.kind, agency,
    tables: draft.tables.map((table) => ({ ...table.mapping, agency })),
    lineCount: draft.tables.reduce((sum, table) => sum + table.lines.length, 0),
    totals: draft.tables.flatMap((table) => table.totals), setAside: draft.tables.flatMap((table) => table.setAside),
    ...(draft.unreadPence === undefined ? {} : { unreadPence: draft.unreadPence }), sentence: sheetSentence(draft),
  };
}

function outcomesOf(codings: readonly { readonly outcomes: PartnershipReading["outcomes"] }[], lines: readonly BudgetLine[]): PartnershipReading["outcomes"] {
  const named = codings.flatMap((coding) => coding.outcomes);
  const known = new Set(named.map((o) => o.id));
  const rest = [...new Set(lines.map((line) => line.outcome))].filter((id) => !known.has(id)).sort(compareText);
  return [...named, ...rest.map((id) => ({ id, name: id === "O0" ? "Unallocated" : id }))];
}

/** Sheets with amounts on which no table was recognised. When nothing at all was read the whole reading is refused. */
function unreadSheets(drafts: readonly SheetDraft[]): Issue[] {
  const anyBudget = drafts.some((draft) => draft.kind === "budget");
  const candidates = drafts.filter((draft) => draft.kind === "ignored" && draft.controls === undefined);
  return candidates.map((draft): Issue => {
    const where = { file: draft.grid.file, sheet: draft.grid.sheet, address: "A1" };
    const facts = { sheet: draft.grid.sheet, rows: String(draft.rowsWithAmounts) };
    if (!anyBudget) return { code: "no-table", severity: "error", where, facts, pence: null };
    return draft.rowsWithAmounts >= 3
      ? { code: "no-table", severity: "question", where, facts, pence: null }
      : { code: "sheet-ignored", severity: "info", where, facts, pence: null };
  });
}

/** Sheets of one form in one file raise their unit once: one answer serves them all. */
function oneQuestionAForm(drafts: readonly SheetDraft[]): Issue[] {
  const asked = new Map<string, { sheets: string[]; pence: number }>();
  const keyed = drafts.flatMap((draft) => draft.issues.flatMap((issue): { issue: Issue; key: string | null }[] => {
    if (issue.code !== "unit-unknown") return [{ issue, key: null }];
    const key = `${draft.grid.file ?? ""}\u0001${draft.tables.map((t) => t.mapping.columns.map((c) => `${c.field} ${c.heading.replace(draft.grid.sheet, "")}`).join()).join()}`;
    const known = asked.get(key);
    if (known === undefined) {
      asked.set(key, { sheets: [draft.grid.sheet], pence: issue.pence ?? 0 });
      return [{ issue, key }];
    }
    known.sheets.push(draft.grid.sheet);
    known.pence += issue.pence ?? 0;
    return [];
  }));
  return keyed.map(({ issue, key }) => {
    const form = key === null ? undefined : asked.get(key);
    return form === undefined ? issue : { ...issue, pence: form.pence, facts: { ...issue.facts, others: String(form.sheets.length - 1) } };
  });
}

const WEIGHT = { error: 0, question: 1, warning: 2, info: 3 } as const;

/** Errors first, then questions, most money first; otherwise as found. */
function byWeight(issues: readonly Issue[]): Issue[] {
  return issues.map((issue, at) => ({ issue, at }))
    .sort((a, b) => WEIGHT[a.issue.severity] - WEIGHT[b.issue.severity] || (b.issue.pence ?? 0) - (a.issue.pence ?? 0) || a.at - b.at)
    .map(({ issue }) => issue);
}
