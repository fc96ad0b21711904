// Maps a table's columns to fields: by the words of their headings first, then by what stands in them.
import type { MoneyUnit } from "../../money/unit";
import { readAmount, type NumberStyle } from "../words/amounts";
import { fold, isBlank, isYearCell, oneLine, yearOf } from "../words/cellText";
import { thousandsHidden, unitStored } from "../words/formatScale";
import { valueAt, type SheetGrid } from "../grid";
import { isAmount, meaningOf, namesRevised, unitNamed, type HeadingMeaning } from "../words/headingWords";
import { lookAtRow } from "../tables/rows";
import { sideOfHeading } from "../words/sideWords";
import type { ColumnField } from "../types";
import type { FoundTable, DraftColumn, Content, MappedColumn } from "../tableSteps";

const SAMPLE_ROWS = 2000;
const FEWEST_NUMBERED = 3;

/** The columns of a table with their headings joined and their contents counted; with `carry` words are taken to go on over the columns at their right. */
export function draftColumns(grid: SheetGrid, table: FoundTable, style: NumberStyle, carry = true): readonly DraftColumn[] {
  const filled = table.headerRows.filter((row) => !lookAtRow(grid.values[row] ?? [], row).numbering).map((row) => headerRow(grid, table, row, carry));
  const body = Array.from({ length: Math.max(0, table.area.bottom - table.area.top + 1) }, (_, i) => table.area.top + i);
  return table.columns.map((column) => {
    const parts = filled.map((row) => row.get(column) ?? "").filter((text) => text !== "");
    const distinct = parts.filter((text, i) => parts.indexOf(text) === i);
    const heading = distinct.join(" ");
    const worded = distinct.filter((text) => !isUnitAlone(text)).map(withoutUnit);
    const shown = unitOf(distinct, heading);
    const unit = shown === null ? null : unitStored(shown, thousandsHidden(grid, body, [column]));
    const content = contentOf(grid, table, column, style);
    const meaning = worded.length === 0 ? meaningOf(heading) : bestMeaning(...ownWords(worded), worded.join(" "));
    return { column, heading, meaning: ofFigures(meaning, worded, content), content, unit };
  });
}

/** "Support services" over figures alone, under the words of a budget: a part of that budget, no name of lines. */
function ofFigures(meaning: HeadingMeaning | null, worded: readonly string[], content: Content): HeadingMeaning | null {
  if (meaning === null || (meaning.field !== "description" && meaning.field !== "section") || content.texts > 0 || content.amounts === 0) return meaning;
  const over = meaningOf(worded.slice(0, -1).join(" "));
  return over !== null && isAmount(over) ? over : meaning;
}

/** "£000", "Figures in £ millions": nothing but a unit. */
export function isUnitAlone(text: string): boolean {
  return unitNamed(text) !== null && /^((all|figures|amounts|values|are|shown|expressed|stated|in|of|whole|nearest|the|to) ?)*(£s?|gbp|pounds?|sterling|pence| |0+s?|k|mn?|millions?|thousands?|czk|kč|mil|r|s)*$/.test(fold(text));
}

/** The words of a heading before the unit at their end: "Projected spend £000". */
function withoutUnit(text: string): string {
  const bare = text.replace(/\s*\(?\s*(?:(?:all )?figures in |in )?(?:£\s?['’]?\s?(?:000s?|k|mn?|millions?|thousands?|s)?|gbp|pounds( sterling)?)\s*\)?\s*$/i, "");
  return bare === "" ? text : bare;
}

/** The lowest words that name a unit; words cut in two over rows ("Figures in £", "millions") name one only together. */
function unitOf(parts: readonly string[], heading: string): MoneyUnit | null {
  const named = parts.map((text) => unitNamed(text)?.unit ?? null);
  const lowest = [...named].reverse().find((u) => u !== null) ?? null;
  const together = unitNamed(heading)?.unit ?? null;
  return lowest === "pounds" && together !== null && !named.includes(together) ? together : lowest ?? together;
}

/**
 * The lowest words of a heading that say what the column is, with what they say: a year alone says nothing, and "Opening" over "Budget" over
 * "2026/27" says more than its lower half. Words over a budget that speak of another figure ("Year end position") are not its own.
 */
function ownWords(parts: readonly string[]): readonly [string, HeadingMeaning | null] {
  let plain: string | null = null;
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const text = parts.slice(from).join(" ");
    const meaning = meaningOf(text);
    if (meaning === null || isYearCell(text)) continue;
    if (!meaning.plain) {
      const ofBudget = meaning.stage === null || meaning.stage === "original" || meaning.stage === "revised";
      return plain !== null && (!ofBudget || meaning.field === "ignored") ? [plain, meaningOf(plain)] : [text, meaning];
    }
    if (plain === null && /\b(budget|estimate|plan|allocation)s?\b/i.test(text)) plain = text;
  }
  const lowest = parts[parts.length - 1] ?? "";
  return [plain ?? lowest, meaningOf(plain ?? lowest)];
}

/** The column's own words decide what it is when they name a label; the words over it add stage and year to an amount. */
function bestMeaning(lowest: string, own: HeadingMeaning | null, whole: string): HeadingMeaning | null {
  const all = meaningOf(whole);
  if (own === null) return all;
  const isLabel = own.stage === null && own.part === "whole" && !own.plain && own.field !== "variance" && own.field !== "ignored";
  // "Budget after" over "virements" is the budget with them, not their amount.
  if (own.field === "ignored" && all !== null && all.stage === "revised" && all.part === "whole" && namesRevised(whole)) return all;
  if (isLabel || own.field === "variance" || own.field === "ignored" || all === null) return own;
  // "Actual" over "Budget" contradicts it; the budget's own word is nearer.
  if (own.plain && all.stage !== null && all.stage !== "original" && all.stage !== "revised" && /\b(budget|estimate|plan|allocation)\b/i.test(lowest)) return { ...own, year: own.year ?? all.year };
  if (all.field === "ignored" || all.field === "variance") return { ...own, field: all.field, stage: null, part: "whole", plain: false, year: all.year };
  // The words over several columns may name two stages; the column's own words are nearer.
  // "Estimated" over "Outturn" is a forecast: the final figure needs no such word.
  if (own.stage === "outturn" && all.stage === "forecast" && all.part === own.part) return all;
  // "Actual" under "Forecast outturn" or "Full year forecast" is what the year is expected to come to.
  if (own.stage === "actual" && /^actuals?$/i.test(lowest.trim()) && underForecast(whole)) return { ...own, field: "forecast", stage: "forecast", year: own.year ?? all.year };
  // So is "Expected year-end" over "spend": a bare word for money says nothing against the words it continues.
  if (own.stage === "actual" && all.stage !== null && /^(spend|spending|spent|paid)$/i.test(lowest.trim())) return all;
  if (own.stage !== null) return { ...own, year: own.year ?? all.year, part: own.part === "whole" ? all.part : own.part, field: all.part === "whole" || own.part !== "whole" ? own.field : all.part };
  return own.part !== "whole" ? { ...own, stage: all.stage, year: own.year ?? all.year } : all;
}

function underForecast(whole: string): boolean {
  return meaningOf(whole.replace(/\s*actuals?\s*$/i, ""))?.stage === "forecast";
}

/** One heading row's texts by column; a text over several columns is repeated over each of them. */
function headerRow(grid: SheetGrid, table: FoundTable, row: number, carry: boolean): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const merges = (grid.merges ?? []).filter((m) => m.top <= row && row <= m.bottom);
  const anyMerge = (grid.merges ?? []).some((m) => table.headerRows.includes(m.top) && m.right > m.left);
  // Years over groups of columns reach to the next of them, also over blank columns between.
  const byYears = table.columns.filter((column) => isYearCell(valueAt(grid, row, column))).length >= 2;
  let carried = "";
  let carriedFrom = -1;
  let last = -2;
  for (const column of table.columns) {
    // A blank column between two groups of columns ends the words over the first.
    if (!carry || (column !== last + 1 && !(byYears && isYearCell(carried)))) carried = "";
    last = column;
    const own = oneLine(valueAt(grid, row, column));
    const merge = merges.find((m) => m.left <= column && column <= m.right);
    if (own !== "") texts.set(column, own);
    else if (merge !== undefined) texts.set(column, oneLine(valueAt(grid, merge.top, merge.left)));
    else if (!anyMerge && carried !== "" && !isUpperHalf(grid, table, row, carriedFrom, carried, column) && mayStandUnder(grid, table, row, column, carried) && !hasTextAbove(grid, table, row, column)) texts.set(column, carried);
    if (own !== "" || merge !== undefined) carriedFrom = column;
    // Words with nothing below them are a heading of their own column, not of a group.
    carried = own !== "" && !hasTextBelow(grid, table, row, column) ? "" : texts.get(column) ?? "";
  }
  return texts;
}

/** Words that say of which time a group of columns speaks. */
const OF_TIME = /\b(january|february|march|april|may|june|july|august|september|october|november|december|year|years|annual|month|monthly|quarter|period|date|ytd|prior|previous|last|next|current|cumulative|full|to|m\d+|p\d+|q\d|(19|20)\d{2})\b/i;

const HALF_WORD = /^(prior|previous|last|next|current)$/i;

const ADJECTIVE = /^(approved|original|revised|latest|proposed|total|projected|estimated|opening|working|final|net)$/i;
const MONEY_NOUN = /^(budget|estimate|plan|outturn|actuals?|forecast|spend|allocation)\b/i;

/** "Approved" over "Budget" is the upper half of that heading: it does not go on over "Pay and prices" beside it. */
function isUpperHalf(grid: SheetGrid, table: FoundTable, row: number, from: number, carried: string, column: number): boolean {
  const below = (at: number): string => table.headerRows.filter((r) => r > row && !isBlank(valueAt(grid, r, at))).map((r) => oneLine(valueAt(grid, r, at))).join(" ");
  // "Actual" over "to P6" is cut in two as well.
  if (/^(up )?to\b|^as at\b/i.test(below(from)) && !/^(up )?to\b|^as at\b/i.test(below(column)) && meaningOf(below(column)) !== null) return true;
  return ADJECTIVE.test(carried.trim()) && MONEY_NOUN.test(below(from)) && !MONEY_NOUN.test(below(column));
}

const OF_ANOTHER_YEAR = /\b(prior|previous|last|next|(19|20)\d{2})\b/i;

/**
 * Words below that name a label ("Narrative") are no part of a group of amounts. Those that name an amount by themselves ("YTD Actual") may
 * stand under a time or under whose figures they are, not under half of another heading ("Phased" over "Budget").
 */
function mayStandUnder(grid: SheetGrid, table: FoundTable, row: number, column: number, carried: string): boolean {
  const texts = table.headerRows.filter((r) => r > row && !isBlank(valueAt(grid, r, column))).map((r) => oneLine(valueAt(grid, r, column)));
  if (!hasTextBelow(grid, table, row, column)) return false;
  // Last year's over its own budget does not go on over years that stand beside it.
  if (isYearCell(carried) && texts.some((text) => isYearCell(text) && yearOf(text) !== yearOf(carried))) return false;
  const own = withoutUnit(texts.join(" "));
  const whole = meaningOf(own);
  // "Previous" alone is the upper half of "Previous forecast", no name of a group.
  const cut = HALF_WORD.test(carried.trim());
  if ((cut || !OF_ANOTHER_YEAR.test(carried)) && whole !== null && isAmount(whole) && whole.part === "whole") {
    if ((cut || (!OF_TIME.test(carried) && !facesAnother(grid, table, row, carried))) && (whole.stage !== null || whole.field === "variance" || /\b(budget|plan|estimate)\b/i.test(own))) return false;
    // "Q1" over "Review forecast" says nothing of the "Full year forecast" beside it.
    if (OF_TIME.test(own) && /\b(full year|year end|annual|to date|ytd|month|m\d+|p\d+|q\d)\b/i.test(own)) return false;
  }
  // "Support services" over figures is a part of the budget, no name of a line.
  const figures = holdsFigures(grid, table, column);
  return !texts.map(meaningOf).some((meaning) => meaning !== null && !isAmount(meaning) && meaning.field !== "ignored" && !(figures && (meaning.field === "description" || meaning.field === "section")));
}

const COUNT = /\b(fte|wte|headcount|establishment)s?\b/i;

function holdsFigures(grid: SheetGrid, table: FoundTable, column: number): boolean {
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  const kinds = Array.from({ length: Math.min(40, table.area.bottom - first + 1) }, (_, i) => readAmount(valueAt(grid, first + i, column)).kind);
  return kinds.filter((kind) => kind === "number" || kind === "nil").length >= 2 && !kinds.includes("text");
}

/** "Receipts" over one group of columns, "Payments" over another on the same row. */
function facesAnother(grid: SheetGrid, table: FoundTable, row: number, carried: string): boolean {
  const side = sideOfHeading(carried);
  // "WTE" over "Budget", "Actual" and "Variance" counts people under all three.
  if (COUNT.test(carried)) return true;
  return side !== null && table.columns.some((column) => ![null, side].includes(sideOfHeading(oneLine(valueAt(grid, row, column)))));
}

function hasTextBelow(grid: SheetGrid, table: FoundTable, row: number, column: number): boolean {
  return table.headerRows.some((r) => r > row && !isBlank(valueAt(grid, r, column)) && !isUnitAlone(oneLine(valueAt(grid, r, column))));
}

function hasTextAbove(grid: SheetGrid, table: FoundTable, row: number, column: number): boolean {
  return table.headerRows.some((r) => r < row && !isBlank(valueAt(grid, r, column)) && !isUnitAlone(oneLine(valueAt(grid, r, column))));
}

function contentOf(grid: SheetGrid, table: FoundTable, column: number, style: NumberStyle): Content {
  let amounts = 0;
  let texts = 0;
  let codes = 0;
  const seen = new Set<string>();
  let counted = 0;
  const lengths = new Map<number, number>();
  const first = (table.headerRows[table.headerRows.length - 1] ?? table.area.top) + 1;
  const skip = new Set(table.repeatedHeaderRows);
  for (let row = first; row <= Math.min(table.area.bottom, first + SAMPLE_ROWS); row += 1) {
    const value = valueAt(grid, row, column);
    if (skip.has(row) || isBlank(value)) continue;
    const text = oneLine(value);
    if (/^[\p{L}\d][\p{L}\d./-]{0,17}$/u.test(text) && /\d/.test(text)) {
      codes += 1;
      lengths.set(text.length, (lengths.get(text.length) ?? 0) + (/^\d+\.\d+$/.test(text) ? 0 : 1));
    }
    const kind = readAmount(value, style).kind;
    if (kind === "number") {
      amounts += 1;
      if (Number(text) === counted + 1) counted += 1;
    }
    else if (kind === "text") {
      texts += 1;
      if (seen.size < 500) seen.add(text);
    }
  }
  // 1, 2, 3 down the column number the lines.
  if (counted === amounts && counted > FEWEST_NUMBERED) amounts = 0;
  return { amounts, texts, codes, alike: Math.max(0, ...lengths.values()) >= codes * 0.8, distinctTexts: seen.size };
}

/** Gives each drafted column its field; which amount columns are used is decided afterwards (stages.ts). */
export function mapColumns(drafts: readonly DraftColumn[]): readonly MappedColumn[] {
  const firstAmount = Math.min(...drafts.filter((d) => isAmount(d.meaning) && d.content.amounts > 0 && d.content.texts <= d.content.amounts).map((d) => d.column), Number.MAX_SAFE_INTEGER);
  const mapped = drafts.map((draft) => ({ draft, ...byContent(draft, firstAmount) }));
  return oneOfEach(withNames(mapped, firstAmount));
}

/** Names of lines that stand right of their amounts under no heading, or left of them under one of people ("Budget holder"): where no other column names the lines, or only sections do and less often. */
function withNames(given: readonly MappedColumn[], firstAmount: number): readonly MappedColumn[] {
  const mapped = withNarrative(given);
  if (mapped.some((m) => m.field === "description")) return mapped;
  const others = mapped.filter((m) => m.field === "section" || m.field === "agency");
  const best = pickDescription(mapped.filter((m) => (m.field === "note" || m.field === "holder") && (m.draft.meaning === null || m.draft.column < firstAmount) && m.draft.content.distinctTexts >= 2 && m.draft.content.distinctTexts * 2 > m.draft.content.texts));
  if (best === undefined || others.some((m) => m.draft.content.distinctTexts >= best.draft.content.distinctTexts)) return mapped;
  return mapped.map((m) => (m === best ? { ...m, field: "description" as const, reason: `${m.reason}; no other column names the lines` } : m));
}

/** "Narrative" in a ledger names the line: a column of distinct words on most rows, where nothing else names them. */
function withNarrative(mapped: readonly MappedColumn[]): readonly MappedColumn[] {
  if (mapped.some((m) => m.field === "description")) return mapped;
  const best = mapped.find((m) => m.field === "note" && /^narrative$/i.test(m.draft.heading.split(" ")[0] ?? "") && m.draft.content.distinctTexts >= 2 && m.draft.content.distinctTexts * 2 > m.draft.content.texts);
  return mapped.map((m) => (m === best ? { ...m, field: "description" as const, reason: `${m.reason}; no other column names the lines` } : m));
}

function byContent(draft: DraftColumn, firstAmount: number): { field: ColumnField; reason: string } {
  const { meaning, content, heading } = draft;
  const named = `the heading "${heading}"`;
  const wordy = content.texts > content.codes * 2 && content.texts > content.amounts;
  if (meaning !== null && isAmount(meaning)) {
    if (content.amounts === 0 && content.texts === 0) return { field: meaning.field, reason: named };
    if (wordy && content.amounts * 4 < content.texts) {
      return draft.column < firstAmount
        ? { field: "description", reason: `words stand under ${named}` }
        : { field: "note", reason: `words, not amounts, stand under ${named}` };
    }
    return { field: meaning.field, reason: named };
  }
  if (meaning !== null) {
    if ((meaning.field === "code" || meaning.field === "subjective") && wordy) return { field: meaning.field === "code" ? "description" : "section", reason: `words, not codes, stand under ${named}` };
    if (meaning.field === "description" && content.texts === 0 && content.amounts > 0 && /^activity$/i.test(heading)) return { field: "ignored", reason: `numbers, not names, stand under ${named}` };
    if (meaning.field === "description" && !wordy && content.codes > 0 && content.codes * 2 > content.texts) return content.alike || content.codes > content.amounts ? { field: "code", reason: `codes stand under ${named}` } : { field: "ignored", reason: `amounts, not names, stand under ${named}` };
    return { field: meaning.field, reason: named };
  }
  const unnamed = heading === "" ? "no heading" : `the heading "${heading}" is not one we know`;
  if (draft.column > firstAmount) return { field: content.texts > content.amounts && content.texts > 0 ? "note" : "ignored", reason: unnamed };
  if (wordy || content.texts > 0) return { field: "description", reason: `${unnamed}; words stand left of the amounts` };
  return { field: content.codes > 0 && content.codes >= content.amounts && (content.alike || content.codes > content.amounts) ? "code" : "ignored", reason: unnamed };
}

/** One description, one code, one subjective: the best-filled description stays, the others become sections. */
function oneOfEach(mapped: readonly MappedColumn[]): readonly MappedColumn[] {
  const descriptions = mapped.filter((m) => m.field === "description");
  const sections = mapped.filter((m) => m.field === "section");
  // A table of bodies and nothing else: their names describe its lines.
  const bodies = mapped.some((m) => m.field === "code") ? [] : mapped.filter((m) => m.field === "agency");
  const best = pickDescription(descriptions.length > 0 ? descriptions : sections.length > 0 ? sections : bodies);
  const codes = mapped.filter((m) => m.field === "code");
  return mapped.map((m) => {
    if (m === best) return m.field === "description" ? m : { ...m, field: "description" as const };
    if (m.field === "description") return { ...m, field: "section" as const, reason: `${m.reason}; another column describes the lines` };
    if (m.field === "code" && codes[0] !== m) return { ...m, field: "subjective" as const, reason: `${m.reason}; it tells apart lines of one code` };
    return m;
  });
}

/** The column with most different words; one that is headed as a description needs half as many, since sub-totals stand in the others. */
function pickDescription(candidates: readonly MappedColumn[]): MappedColumn | undefined {
  const words = (m: MappedColumn): number => m.draft.content.distinctTexts * (/\b(description|descr|desc)\b/i.test(m.draft.heading) ? 2 : 1);
  return candidates.reduce<MappedColumn | undefined>((best, m) => (best === undefined || words(m) > words(best) ? m : best), undefined);
}
