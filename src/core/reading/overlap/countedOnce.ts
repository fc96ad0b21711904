// No money of an agency is read from two of its sheets: other months' papers, summaries and other analyses of the same money are set aside and named.
import { describeCell, type CellRef } from "../../budget/cells";
import { STAGES } from "../../budget/line";
import type { Control } from "../../checks/control";
import type { Issue, Severity } from "../../issues/issue";
import { formatPounds } from "../../money/format";
import { asPence, type Pence } from "../../money/pence";
import { listSome } from "../../text";
import { sheetControls } from "../sheetControls";
import { showsAgain } from "./repeats";
import { addedUp, type AddedUp } from "./addedUp";
import { joinStages } from "./joinStages";
import { sameLines } from "./sameLines";
import { factsOf, likeness, named, stagesOf, type SheetFacts } from "./sheetFacts";
import type { SheetDraft, LineDraft, TableReading } from "../lineSteps";

/** Of a sheet's lines: above it the sheet is a summary, below it a line may be another sheet's total by chance. */
const SUMMARY_SHARE = 0.5;
/** Of a sheet's spending: a line that may be there twice is worth a question. */
const WORTH_ASKING = 0.1;

/**
 * The drafts in their order, each agency's sheets held against one another, and sheets that may be the partnership's own summary against
 * all agencies' totals. `ownerOf` gives each sheet's agency by its place.
 */
export function countedOnce(drafts: readonly SheetDraft[], ownerOf: ReadonlyMap<number, string>): readonly SheetDraft[] {
  const byAgency = new Map<string, SheetFacts[]>();
  const mixed: SheetFacts[] = [];
  drafts.forEach((draft, at) => {
    const agency = ownerOf.get(at);
    if (draft.kind !== "budget") return;
    const facts = factsOf(draft, at);
    const ofMany = facts.lines.some((line) => line.agencyText !== null);
    if (ofMany) mixed.push(facts);
    else if (agency !== undefined && facts.lines.length > 0) byAgency.set(agency, [...(byAgency.get(agency) ?? []), facts]);
  });
  const changed = acrossAgencies([...byAgency.values()], mixed);
  for (const sheets of byAgency.values()) {
    const joined = joinStages(sheets.filter(({ at }) => !changed.has(at)));
    for (const found of [joined.changed, once(joined.left)]) for (const [at, draft] of found) changed.set(at, draft);
  }
  return changed.size === 0 ? drafts : drafts.map((draft, at) => changed.get(at) ?? draft);
}

function once(sheets: readonly SheetFacts[]): Map<number, SheetDraft> {
  const changed = new Map<number, SheetDraft>();
  const gone = new Set<number>();
  const trimmed = new Set<number>();
  const aside = (sheet: SheetFacts, other: string, why: string, severity: Severity, controls: readonly Control[] = []): void => {
    gone.add(sheet.at);
    changed.set(sheet.at, showsAgain(sheet.draft, other, why, controls, severity));
  };
  const left = (): SheetFacts[] => sheets.filter(({ at }) => !gone.has(at));
  for (const [i, a] of sheets.entries()) {
    for (const b of sheets.slice(i + 1)) {
      const same = gone.has(a.at) || gone.has(b.at) ? null : sameLines(a, b);
      if (same !== null) aside(same.aside, named(same.keep), same.why, same.unsure ? "question" : "warning");
    }
  }
  // The fewest lines first: a summary has fewer than what it adds up.
  for (const sheet of left().sort((a, b) => a.lines.length - b.lines.length || a.at - b.at)) {
    const found = addedUp(sheet, left().filter((other) => other.at !== sheet.at));
    const sure = found.filter((match) => match.sure);
    if (sure.length === sheet.lines.length && sure.length > 1) aside(sheet, namedAll(sure), `each of its lines is the total of another sheet or part`, "warning", sure.map((match) => shownTotal(sheet, match)));
    else if (sure.length > 1 && sure.length >= sheet.lines.length * SUMMARY_SHARE) {
      trimmed.add(sheet.at);
      changed.set(sheet.at, withoutLines(sheet, sure));
    } else changedByQuestion(sheet, found, changed);
  }
  const whole = (): SheetFacts[] => left().filter(({ at }) => !trimmed.has(at));
  for (const sheet of whole().sort((a, b) => a.lines.length - b.lines.length || b.at - a.at)) {
    const others = whole().filter((other) => other.at !== sheet.at);
    const again = analysedAgain(sheet, others);
    if (again !== null) aside(sheet, again.map((other) => named(other)).join(", "), "another analysis of the same money, with the same total", "question");
  }
  return changed;
}

/** The partnership's own summary, which names each partner beside the total of that partner's sheet; two named totals at least. */
function acrossAgencies(agencies: readonly (readonly SheetFacts[])[], mixed: readonly SheetFacts[]): Map<number, SheetDraft> {
  const changed = new Map<number, SheetDraft>();
  for (const own of [...agencies, mixed]) {
    for (const sheet of own) {
      const others = agencies.flatMap((sheets) => (sheets === own ? [] : sheets)).filter(({ at }) => !changed.has(at));
      const found = addedUp(sheet, others).filter((match) => match.named && match.total.whole);
      if (found.length > 1 && found.length === sheet.lines.length) changed.set(sheet.at, showsAgain(sheet.draft, namedAll(found), "each of its lines is the total of a partner's sheet", found.map((match) => shownTotal(sheet, match)), "warning"));
      else if (found.length > 1 && found.length >= sheet.lines.length * SUMMARY_SHARE) changed.set(sheet.at, withoutLines(sheet, found));
    }
  }
  return changed;
}

/** The sheet, or all other sheets together, whose total this sheet's lines make too in two different amounts or more. */
function analysedAgain(sheet: SheetFacts, others: readonly SheetFacts[]): readonly SheetFacts[] | null {
  const one = others.find((other) => (likeness(sheet.sum, other.sum, (sheet.step + other.step) / 2)?.distinct ?? 0) >= 2);
  if (one !== undefined && sheet.lines.length > 1 && one.lines.length > 1) return [one];
  if (others.length < 2 || sheet.lines.length < 2) return null;
  const together = Object.fromEntries(STAGES.flatMap((stage) => (others.every(({ sum }) => sum[stage] !== undefined) ? [[stage, others.reduce((all, { sum }) => all + (sum[stage] ?? 0), 0)]] : [])));
  const step = Math.max(sheet.step, ...others.map((other) => other.step));
  return (likeness(sheet.sum, together, step)?.distinct ?? 0) >= 2 ? others : null;
}

/** A sheet of its own lines too: those that add up other sheets are set aside, one by one. */
function withoutLines({ draft }: SheetFacts, matches: readonly AddedUp[]): SheetDraft {
  const gone = new Map(matches.map((match) => [match.line, match]));
  const controls = sheetControls(draft.grid.file === null ? draft.grid.sheet : `[${draft.grid.file}]${draft.grid.sheet}`, draft.tables);
  const tables = draft.tables.map((table): TableReading => ({
    ...table, lines: table.lines.filter((line) => !gone.has(line)),
    setAside: [...table.setAside, ...table.lines.flatMap((line) => {
      const match = gone.get(line);
      return match === undefined ? [] : [{ cell: cellOf(draft, line), text: line.description, why: `the total of ${named(match.of)}, whose lines were read`, pence: null, stages: stagesOf(line), inTotal: true }];
    })],
  }));
  return { ...draft, tables, controls, issues: [...draft.issues, lineIssue(draft, matches, "set aside and not counted again", "warning")] };
}

/** Figures equal by chance, perhaps: nothing is set aside, but where much is at stake it is asked. */
function changedByQuestion(sheet: SheetFacts, found: readonly AddedUp[], changed: Map<number, SheetDraft>): void {
  const size = sheet.lines.reduce((sum, line) => sum + most(line), 0);
  const worth = found.filter((match) => match.named && match.total.whole || most(match.line) >= size * WORTH_ASKING);
  if (worth.length > 0) changed.set(sheet.at, { ...sheet.draft, issues: [...sheet.draft.issues, lineIssue(sheet.draft, worth, "counted as well: if it is the same money, it counts twice", "question")] });
}

function lineIssue(draft: SheetDraft, matches: readonly AddedUp[], done: string, severity: Severity): Issue {
  const [first] = matches;
  return {
    code: "line-adds-sheet", severity, where: first === undefined ? draft.names.sheet : cellOf(draft, first.line), pence: matches.reduce((sum, { line }) => sum + most(line), 0),
    facts: { sheet: draft.grid.sheet, lines: listSome(matches.map(({ line, total, of }) => `"${line.description}" (${formatPounds(asPence(most(line)))}) is the total of ${total.whole ? named(of) : `"${total.label}" at ${describeCell(total.cell)}`}`), "; "), done },
  };
}

function shownTotal({ draft, step }: SheetFacts, { line, total, of }: AddedUp): Control {
  const stage = STAGES.find((s) => line.pence[s] !== null && total.pence[s] !== undefined) ?? "revised";
  const [expected, shown] = [total.pence[stage] ?? 0, line.pence[stage] ?? 0];
  return {
    id: "R1", title: "Sheet total", subject: `${draft.grid.sheet}, ${line.description}, ${stage}`, expectedPence: expected, foundPence: shown, differencePence: asPence(expected - shown),
    tolerancePence: Math.floor((step + of.step) / 2), result: "green", cells: [cellOf(draft, line), total.cell], note: `The summary's line is the total of ${named(of)}, within rounding.`,
  };
}

function most(line: LineDraft): Pence {
  return Math.max(...STAGES.map((stage) => Math.abs(line.pence[stage] ?? 0)));
}

function cellOf(draft: SheetDraft, line: LineDraft): CellRef {
  return { file: draft.grid.file, sheet: draft.grid.sheet, address: line.address };
}

function namedAll(matches: readonly AddedUp[]): string {
  return listSome([...new Set(matches.map(({ of }) => named(of)))], ", ");
}
