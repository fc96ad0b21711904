// Chooses which amount columns are read, and as which stage: one year, one column a stage, or gross and income side by side.
import type { Stage } from "../../budget/line";
import { readAmount, type NumberStyle } from "../words/amounts";
import { datedYears } from "../words/cellText";
import { addedColumns, totalsOfYears } from "./addedColumns";
import { differenceColumns, partsOfAnother } from "./differences";
import { valueAt, type SheetGrid } from "../grid";
import { grossIncomeNet, incomeBetween } from "./grossIncomeNet";
import { isAmount, type AmountPart } from "../words/headingWords";
import { isPeriod } from "../tables/rows";
import { inTheirSense } from "./stageSense";
import type { Candidate, MappedColumn, ReadColumn, StageChoice } from "../tableSteps";

/** `context` is the text above the table: its year and its words ("outturn", "budget") decide what headings leave open. */
export function chooseStages(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], context: string, style: NumberStyle): StageChoice {
  const read = inTheirSense(mapped.flatMap(candidateOf), mapped, context);
  // "Net budget" with neither gross nor income beside it is the sum of whatever stands there.
  const oneNet = read.some((c) => c.part === "gross" || c.part === "income") ? undefined : read.find((c) => c.part === "net");
  const whole = read.filter((c) => c.part === "whole" || c === oneNet).map(({ mapped: { draft }, stage, year }) => ({ column: draft.column, heading: draft.heading, kind: `${stage ?? ""} ${year ?? ""}` }));
  const unnamed = mapped.filter(({ draft, field }) => draft.meaning === null && draft.heading !== "" && draft.content.amounts > draft.content.texts && field !== "code").map(({ draft }) => ({ column: draft.column, heading: draft.heading, kind: null }));
  // Before differences: of two parts and their total each is the difference of the others.
  const added = addedColumns(grid, rows, [...whole, ...unnamed], style);
  const differences = differenceColumns(grid, rows, mapped.filter((m) => !added.has(m.draft.column)), style);
    const income = new Set(incomeBetween(grid, rows, mapped, read, style));
  const net = read.find((c) => c.part === "net");
  const ofYears = totalsOfYears(grid, rows, read.filter((c) => c.part === "whole").map((c) => ({ column: c.mapped.draft.column, heading: c.mapped.draft.heading, year: c.year })), style);
  const candidates = [...read.filter((c) => !differences.has(c.mapped.draft.column) && !income.has(c.mapped) && !ofYears.has(c.mapped.draft.column)), ...[...income].map((m): Candidate => ({ mapped: m, stage: net?.stage ?? null, part: "income", year: net?.year ?? null, plain: false }))]
    .sort((a, b) => a.mapped.draft.column - b.mapped.draft.column);
  const { year, inDoubt } = chooseYear(candidates, context);
  const ofYear = candidates.filter((c) => (c.year === null || year === null || c.year === year) && !added.has(c.mapped.draft.column));
  const { picks: chosen, guessed, rivals } = onePerStage(grid, rows, ofYear, context, style);
  const columns = mapped.map((m): ReadColumn => {
    const base = { column: m.draft.column, heading: m.draft.heading, unit: m.draft.unit };
    const pick = chosen.get(m.draft.column);
    if (pick !== undefined) {
      return { ...base, field: pick.part === "whole" ? pick.stage : pick.part, reason: pick.reason, stage: pick.stage, part: pick.part };
    }
    const left = candidates.find((c) => c.mapped === m);
    if (differences.has(m.draft.column)) return { ...base, field: "variance", reason: "it is one column less another on its rows", stage: null, part: "whole" };
    const sum = mapped.find((o) => o.draft.column === added.get(m.draft.column));
    if (ofYears.has(m.draft.column)) return { ...base, field: "ignored", reason: "it adds columns of several years", stage: null, part: "whole" };
    if (sum !== undefined) return { ...base, field: "ignored", reason: `it is a part of "${sum.draft.heading}"`, stage: null, part: "whole" };
    if (left === undefined) return { ...base, field: m.field, reason: m.reason, stage: null, part: "whole" };
    const why = ofYear.includes(left) ? `${m.reason}; another column is read instead` : `${m.reason}; another year`;
    return { ...base, field: "ignored", reason: why, stage: null, part: "whole" };
  });
  const others = partsOfAnother(grid, rows, mapped.filter((m) => !differences.has(m.draft.column)), [...chosen.keys()], style);
  const parts = new Set([...others, ...added.keys()]);
  // Income alone is no budget: whatever stands beside it may be what it is spent on.
  const onlyIncome = chosen.size > 0 && [...chosen.values()].every(({ part }) => part === "income");
  const unknown = mapped.filter((m) => m.draft.meaning === null && m.draft.content.amounts > 0 && !differences.has(m.draft.column) && !parts.has(m.draft.column)
    && ((onlyIncome && m.field === "ignored") || isAsLarge(grid, rows, m.draft.column, [...chosen.keys()], style)));
  return { columns, guessed, rivals, yearsInDoubt: inDoubt, year, parts, unknown: unknown.map((m) => m.draft.column) };
}

/** The column as one that may be read as an amount, or nothing. */
function candidateOf(m: MappedColumn): Candidate[] {
  const { meaning } = m.draft;
  if (meaning === null || !isAmount(meaning) || m.field !== meaning.field || m.field === "variance" || m.draft.content.amounts === 0) return [];
  return [{ mapped: m, stage: meaning.stage, part: meaning.part, year: meaning.year, plain: meaning.plain }];
}

/** Holds amounts of the size of those that are read: no codes, shares or counts. */
function isAsLarge(grid: SheetGrid, rows: readonly number[], column: number, read: readonly number[], style: NumberStyle): boolean {
  const sizes = (at: number): number[] => rows.slice(0, 500).flatMap((row) => {
    const reading = readAmount(valueAt(grid, row, at), style);
    return reading.kind === "number" ? [Math.abs(reading.value)] : [];
  });
  const sum = (all: readonly number[]): number => all.reduce((s, n) => s + n, 0);
  const own = sizes(column);
  return own.length >= 2 && column > Math.min(...read) && read.some((at) => {
    const theirs = sizes(at);
    return own.length * 2 >= theirs.length && sum(own) >= sum(theirs) * 0.3 && sum(own) <= sum(theirs) * 3;
  });
}

/** The year that is read: the one with the forecast or the revised budget, else the one in the title, else the one with most columns. */
function chooseYear(candidates: readonly Candidate[], context: string): { year: number | null; inDoubt: readonly number[] } {
  const years = [...new Set(candidates.flatMap((c) => (c.year === null ? [] : [c.year])))].sort((a, b) => a - b);
  const [only] = years;
  if (only === undefined) return { year: null, inDoubt: [] };
  const latest = years[years.length - 1] ?? only;
  const undated = candidates.filter((c) => c.year === null);
  if (undated.length > 0) {
    const later = years.some((year) => context.includes(String(year))) ? null : titleNamesLater(latest, context);
    if (later !== null) return { year: later, inDoubt: [] };
    if (looksBack(candidates)) return context.includes(String(latest)) && years.length === 1 ? { year: latest, inDoubt: [] } : { year: latest + 1, inDoubt: years };
  }
  if (years.length === 1) return { year: only, inDoubt: contradicts(only, context) ? years : [] };
  // The second half of "2026/2027" names no year of its own.
  const begun = context.replace(/\b((?:19|20)\d{2})\s?[/–-]\s?(?:19|20)\d{2}\b/g, "$1");
  const told = years.filter((y) => begun.includes(String(y)));
  // "2026/27 to 2029/30" is a plan that begins with the first of them.
  const span = SPAN.exec(context);
  if (span !== null && told.length > 1 && years.includes(Number(span[1])) && Number(span[1]) < Number(span[2])) return { year: Number(span[1]), inDoubt: [] };
  if (told.length === 1) return { year: told[0] ?? null, inDoubt: [] };
  // "Base 2025/26", what changes, "Budget 2026/27": the sheet builds the budget of the later year from the earlier one's.
  const [before, after] = years;
  const ofFirst = candidates.filter((c) => c.year === before);
  const fromBase = years.length === 2 && after === (before ?? 0) + 1 && ofFirst.every((c) => FROM_BASE.test(c.mapped.draft.heading)) && candidates.some((c) => c.year === after && SURELY_BUDGET.test(c.mapped.draft.heading.trim()));
  if (fromBase) return { year: after, inDoubt: [] };
  const live = years.filter((y) => candidates.some((c) => c.year === y && (c.stage === "forecast" || c.stage === "revised")));
  const isBudget = (c: Candidate): boolean => c.stage === "original" || c.stage === "revised" || c.plain;
  // Last year's forecast beside the budget of the year to come: the sheet sets a budget.
  const set = candidates.filter((c) => c.year !== null && isBudget(c)).map((c) => c.year ?? 0);
  if (live.length === 1 && set.length > 0 && !set.includes(live[0] ?? 0) && Math.max(...set) > (live[0] ?? 0)) return { year: Math.max(...set), inDoubt: [] };
  const later = [...new Set(set)].filter((y) => y > (live[0] ?? y));
  // This year's budgets and forecast, then the budget of one more year: most likely the one that is being set.
  if (live.length === 1 && later.length > 0 && told.length === 0) return { year: later.length === 1 ? later[0] ?? null : live[0] ?? null, inDoubt: [...live, ...later] };
  if (live.length === 1) return { year: live[0] ?? null, inDoubt: [] };
  const budgets = years.filter((y) => candidates.some((c) => c.year === y && c.stage !== "actual" && c.stage !== "outturn"));
  if (budgets.length === 1) return { year: budgets[0] ?? null, inDoubt: [] };
  const open = live.length > 1 ? live : budgets.length > 1 ? budgets : years;
  // The leftmost of them: a plan begins with its first year, a list of grants with the year it is for.
  return { year: candidates.find((c) => c.year !== null && open.includes(c.year))?.year ?? null, inDoubt: open };
}

const SPAN = /\b((?:19|20)\d{2})[/–-]\d{2,4} (?:to|until|through to|–|-) ((?:19|20)\d{2})[/–-]\d{2,4}\b/;

/** The title is for other years than the only one that the headings name. */
function contradicts(year: number, context: string): boolean {
  const named = financialYears(context);
  return named.length > 0 && (year < Math.min(...named) || year > Math.max(...named)) && !context.includes(String(year));
}

function financialYears(text: string): number[] {
  return [...text.matchAll(/\b((?:19|20)\d{2})\s?[/–-]\s?(?:(?:19|20)?\d{2})\b(?!\/)/g)].map((match) => Number(match[1]));
}

/** "2025/26 actual" beside columns without a year, under a title that says 2026/27 or a date in it: last year's figures beside this year's. */
function titleNamesLater(latest: number, context: string): number | null {
  const named = financialYears(context);
  return (named.length > 0 ? named : datedYears(context)).find((year) => year > latest) ?? null;
}

/** Every year that a column names is of an actual or an outturn left of the first budget, and the budgets name none: most likely last year's. */
function looksBack(candidates: readonly Candidate[]): boolean {
  const isPast = (c: Candidate): boolean => c.stage === "actual" || c.stage === "outturn";
  const budget = candidates.findIndex((c) => c.year === null && !isPast(c) && (c.stage === "original" || c.stage === "revised"));
  return budget >= 0 && candidates.every((c, i) => c.year === null || (isPast(c) && i < budget));
}

interface Pick {
  readonly stage: Stage;
  readonly part: AmountPart;
  readonly reason: string;
}

function onePerStage(grid: SheetGrid, rows: readonly number[], candidates: readonly Candidate[], context: string, style: NumberStyle): { readonly picks: ReadonlyMap<number, Pick>; readonly guessed: readonly number[]; readonly rivals: StageChoice["rivals"] } {
  const picks = new Map<number, Pick>();
  const take = (c: Candidate, stage: Stage, part: AmountPart, more = ""): void => {
    picks.set(c.mapped.draft.column, { stage, part, reason: `${c.mapped.reason}${more}` });
  };
  const whole = candidates.filter((c) => c.part === "whole");
  const parts = candidates.filter((c) => c.part !== "whole");
  const taken = new Set<Stage>();
  const rivals: (readonly [number, number])[] = [];
  const guessed: number[] = [];
  // Two approved budgets and no revised one: the left one was there first, the right one is what it became.
  const approved = whole.filter((c) => !c.plain && c.stage === "original");
  const became = approved.slice(1).find((c) => !NEVER_REVISED.test(c.mapped.draft.heading));
  if (became !== undefined && !whole.some((c) => c.stage === "revised")) {
    take(became, "revised", "whole", "; read as the revised budget, right of the first");
    guessed.push(approved[0]?.mapped.draft.column ?? 0);
    taken.add("revised");
    whole.splice(whole.indexOf(became), 1);
  }
  for (const c of whole) {
    if (c.plain || c.stage === null || taken.has(c.stage)) continue;
    taken.add(c.stage);
    const same = whole.filter((o) => !o.plain && o.stage === c.stage);
    const toDate = c.stage === "actual" ? same.filter((o) => TO_DATE.test(o.mapped.draft.heading)) : [];
    const best = toDate.length === 1 && toDate[0] !== undefined ? toDate[0] : same.reduce((a, b) => (periodOf(b) > periodOf(a) || (periodOf(b) === 0 && periodOf(a) > 0) ? b : a));
    take(best, c.stage, "whole");
    for (const left of same) if (left !== best && !(toDate.length === 1 && isPeriod(left.mapped.draft.heading.replace(/ (actuals?|spend)$/i, ""))) && (periodOf(left) === periodOf(best) || periodOf(best) === 0 || periodOf(left) === 0)) rivals.push([best.mapped.draft.column, left.mapped.draft.column]);
  }
  for (const stage of [...new Set(parts.map((c) => c.stage))]) {
    const own = parts.filter((c) => c.stage === stage);
    const as = stage ?? (own.some((c) => /\b(budget|estimate|plan)s?\b/i.test(c.mapped.draft.heading)) ? "revised" : stageInWords(context));
    if (taken.has(as)) continue;
    const { picked: triple, rival } = grossIncomeNet(grid, rows, own, style);
    if (rival !== null) rivals.push(rival);
    if (triple === null) {
      const single = own.find((c) => c.part === "net") ?? own[0];
      if (single !== undefined && (own.length === 1 || single.part === "net")) take(single, as, single.part === "income" ? "income" : "whole", stage === null ? `; read as ${as}` : "");
      else if (single !== undefined) own.filter((c, i) => own.findIndex((o) => o.part === c.part) === i).forEach((c) => take(c, as, c.part));
    } else {
      for (const c of triple) take(c, as, c.part, stage === null ? `; read as ${as}` : "");
    }
    if (own.length > 0) taken.add(as);
  }
  // A heading that only says "Budget" is the budget now managed against; beside a revised one it is the original.
  const plain = whole.filter((c) => c.plain);
  // Of two budgets that nothing tells apart the left one was there first: the original.
  const [first, second] = plain;
  const pair = first !== undefined && second !== undefined && plain.length === 2 && !taken.has("revised") && !taken.has("original")
    && stageInWords(first.mapped.draft.heading) === "revised" && stageInWords(second.mapped.draft.heading) === "revised";
  for (const c of pair ? [second, first] : plain) {
    const named = stageInWords(`${c.mapped.draft.heading} ${taken.size === 0 ? context : ""}`);
    const stage = taken.has(named) ? (named === "revised" && !taken.has("original") ? "original" : null) : named;
    if (stage === null) {
      const read = [...picks].find(([, pick]) => pick.stage === named && pick.part === "whole");
      if (read !== undefined) rivals.push([read[0], c.mapped.draft.column]);
      continue;
    }
    const revisedAt = whole.find((w) => w.stage === "revised" && !w.plain)?.mapped.draft.column ?? -1;
    if (pair || (stage === "original" && (NOT_FINAL.test(c.mapped.draft.heading) || (c.mapped.draft.column > revisedAt && !SURELY_BUDGET.test(c.mapped.draft.heading.trim()))))) guessed.push(c.mapped.draft.column);
    taken.add(stage);
    take(c, stage, "whole", `; read as the ${stage} ${stage === "outturn" ? "figure" : "budget"}`);
  }
  return { picks, guessed, rivals };
}

/** The month or quarter that a heading names ("P6 forecast", "Q2"), so that of two forecasts the later is read; 0 for none. */
function periodOf(c: Candidate): number {
  const match = /\b(?:p|m|period |month |q|quarter )(\d{1,2})\b/i.exec(c.mapped.draft.heading);
  return match === null ? 0 : Number(match[1]);
}

/** These name the budget that was there first, whatever stands beside it. */
const NEVER_REVISED = /\b(original|initial|opening|at 1 april|base)\b/i;

const TO_DATE = /\b(ytd|to date|cumulative)\b/i;

const FROM_BASE = /^(base|adjusted base|budget b\/?f|rolled forward)\b/i;

/** A budget that was never in force is no original one. */
const NOT_FINAL = /\b(draft|indicative|proposed|provisional)\b/i;

/** Beside a revised budget this can only be the one it was revised from. */
const SURELY_BUDGET = /^(the |annual |full year |net |total |approved )*(budget|estimates?|plan)( (19|20)\d{2}[/–-]\d{2,4})?( [(]?£.*)?$|^(19|20)\d{2}[/–-]\d{2,4} (budget|estimates?|plan)( [(]?£.*)?$/i;

function stageInWords(text: string): Stage {
  const words = text.toLowerCase();
  if (/\bbudget(s|ed)?\b|\bestimates?\b|\bplan(ned|ning)?\b|\ballocations?\b/.test(words) || /\b(forecast|projected|projection|anticipated|expected)/.test(words)) return "revised";
  return /\boutturn\b|\bactual\b|\bexpenditure (in|for|during)\b|\b(final|statement of|statements of|annual) accounts\b/.test(words) ? "outturn" : "revised";
}
