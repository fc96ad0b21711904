// A body that keeps its budgets on one sheet and the forecasts of the same lines on another: each line is read once, with its cells on both.
import type { CellRef } from "../../budget/cells";
import { STAGES, type Stage } from "../../budget/line";
import type { Issue } from "../../issues/issue";
import { count, listSome } from "../../text";
import { sheetControls } from "../sheetControls";
import { showsAgain } from "./repeats";
import { pairsOf, stagesApart } from "./sameLines";
import { factsOf, named, stagesOf, type SheetFacts } from "./sheetFacts";
import type { LineDraft, SheetDraft, TableReading } from "../lineSteps";

/** Stages of the year in hand. A final outturn is of a year that has ended, and is never set beside this year's budget unasked. */
const THIS_YEAR: ReadonlySet<Stage> = new Set<Stage>(["original", "revised", "forecast", "actual"]);

export interface Joined {
  /** The sheets with what was joined to their lines, without those whose lines were joined. */
  readonly left: readonly SheetFacts[];
  /** By the place among the drafts. */
  readonly changed: ReadonlyMap<number, SheetDraft>;
}

/** One agency's sheets. What can't be joined without a guess is refused: read apart, forecasts would count beside their budgets. */
export function joinStages(sheets: readonly SheetFacts[]): Joined {
  const now = new Map(sheets.map((sheet) => [sheet.at, sheet]));
  const changed = new Map<number, SheetDraft>();
  const joins = new Map<number, { readonly bases: readonly string[]; readonly lines: number }>();
  const put = (facts: SheetFacts): void => {
    now.set(facts.at, facts);
    changed.set(facts.at, facts.draft);
  };
  for (const { at } of sheets.filter(holdsBudgets).sort(revisedFirst)) {
    const apart = [...now.values()].filter((other) => other.at !== at && mayJoin(now.get(at), other));
    for (const other of apart) {
      const base = now.get(at);
      const rivals = apart.filter((rival) => rival !== other && sharesStage(rival, other));
      if (base === undefined || rivals.some(({ period }) => period === null || other.period === null || period === other.period)) continue;
      const later = rivals.find(({ period }) => (period ?? 0) > (other.period ?? 0));
      if (later !== undefined) {
        now.delete(other.at);
        changed.set(other.at, showsAgain(other.draft, named(later), "forecasts of an earlier month for the same lines", [], "warning"));
        continue;
      }
      const { withMore, taken, lines } = join(base, other);
      put(withMore);
      put(taken);
      const known = joins.get(other.at) ?? { bases: [], lines: 0 };
      joins.set(other.at, { bases: [...known.bases, named(base)], lines: known.lines + lines });
    }
  }
  const left = [...now.values()].filter(({ lines }) => lines.length > 0);
  for (const [i, a] of left.entries()) {
    for (const b of left.slice(i + 1)) {
      const alike = stagesApart(a, b);
      if (alike > 0) put({ ...b, draft: withIssue(now.get(b.at)?.draft ?? b.draft, { code: "stages-apart", severity: "error", where: b.draft.names.sheet, pence: null, facts: { sheet: b.draft.grid.sheet, other: named(a), count: String(alike) } }) });
    }
  }
  for (const [at, { bases, lines }] of joins) {
    const facts = now.get(at);
    if (facts !== undefined) put({ ...facts, draft: toldOf(facts, bases, lines) });
  }
  return { left: [...now.values()].filter(({ lines }) => lines.length > 0), changed };
}

/** The sheet with the words on what became of its lines. */
function toldOf(facts: SheetFacts, bases: readonly string[], lines: number): SheetDraft {
  const { draft, lines: alone } = facts;
  // The budgets that it does not print stand on the other sheets.
  const still = draft.issues.filter(({ code }) => code !== "stage-missing" || alone.length > 0 || holdsBudgets(facts));
  return withIssue({ ...draft, issues: still }, {
    code: "stages-joined", severity: alone.length === 0 ? "warning" : "question", where: draft.names.sheet, pence: null,
    facts: {
      sheet: draft.grid.sheet, other: listSome(bases, ", "), count: String(lines),
      alone: alone.length === 0 ? "none of its lines is left" : `${count(alone.length, "line of it is not among them and was read on its own", "lines of it are not among them and were read on their own")}: ${listSome(alone.map(({ description }) => `"${description}"`), ", ")}`,
    },
  });
}

/** Virements are written into the revised budget: its sheet is the one that the lines are said to stand on. */
function revisedFirst(a: SheetFacts, b: SheetFacts): number {
  return Number(b.sum.revised !== undefined) - Number(a.sum.revised !== undefined) || a.at - b.at;
}

function sharesStage(a: SheetFacts, b: SheetFacts): boolean {
  return STAGES.some((stage) => a.sum[stage] !== undefined && b.sum[stage] !== undefined);
}

function holdsBudgets({ sum }: SheetFacts): boolean {
  return sum.revised !== undefined || sum.original !== undefined;
}

function mayJoin(base: SheetFacts | undefined, other: SheetFacts): boolean {
  return base !== undefined && stagesApart(base, other) > 0 && (base.year === null || other.year === null || base.year === other.year) && [base, other].every(({ sum }) => STAGES.every((stage) => sum[stage] === undefined || THIS_YEAR.has(stage)));
}

/** The base with the other sheet's stages on its lines, and the other sheet without them; lines that only one has stay where they are. */
function join(base: SheetFacts, other: SheetFacts): { readonly withMore: SheetFacts; readonly taken: SheetFacts; readonly lines: number } {
  const pairs = pairsOf(base, other);
  const mine = new Map(pairs.map(([line, found]) => [line, found]));
  const theirs = new Map(pairs.map(([line, found]) => [found, line]));
  const { grid, tables, controls } = other.draft;
  const place = (address: string): CellRef => ({ file: grid.file, sheet: grid.sheet, address });
  const filled = base.draft.tables.map((table): TableReading => ({
    ...table, lines: table.lines.map((line) => {
      const found = mine.get(line);
      return found === undefined ? line : withStages(line, found, place);
    }),
  }));
  const emptied = tables.map((table): TableReading => ({
    ...table, lines: table.lines.filter((line) => !theirs.has(line)),
    setAside: [...table.setAside, ...table.lines.flatMap((line) => {
      const at = theirs.get(line);
      return at === undefined ? [] : [{ cell: place(line.address), text: line.description, why: `read with its line at ${base.draft.grid.sheet}!${at.address}`, pence: null, stages: stagesOf(line), inTotal: true }];
    })],
  }));
  // The other sheet's printed totals are held against all its lines, before any is read with another sheet's.
  const held = controls ?? sheetControls(grid.file === null ? grid.sheet : `[${grid.file}]${grid.sheet}`, tables);
  return {
    withMore: factsOf({ ...base.draft, tables: filled }, base.at), taken: factsOf({ ...other.draft, tables: emptied, controls: held }, other.at), lines: pairs.length,
  };
}

function withStages(line: LineDraft, other: LineDraft, place: (address: string) => CellRef): LineDraft {
  const pence = { ...line.pence };
  const apart: Partial<Record<Stage, CellRef>> = { ...line.apart };
  for (const stage of STAGES) {
    const address = other.cells[stage];
    if (pence[stage] !== null || other.pence[stage] === null || address === undefined) continue;
    pence[stage] = other.pence[stage];
    apart[stage] = place(address);
  }
  return { ...line, pence, apart };
}

function withIssue(draft: SheetDraft, issue: Issue): SheetDraft {
  return { ...draft, issues: [...draft.issues, issue] };
}
