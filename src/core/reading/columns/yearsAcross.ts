// Years across: a medium-term plan whose first year is absolute and whose later years are changes on the year before, told by its own totals.
import { cellAddress, type CellRef } from "../../budget/cells";
import type { LaterYear } from "../../budget/line";
import type { Control } from "../../checks/control";
import { judgeDifference, roundingLimits } from "../../checks/rounding";
import { asPence, isPence } from "../../money/pence";
import { pencePerUnit } from "../../money/unit";
import { count } from "../../text";
import { readAmount, type NumberStyle } from "../words/amounts";
import { isAmount } from "../words/headingWords";
import { valueAt, type SheetGrid } from "../grid";
import { totalWording } from "../words/totalWords";
import type { MappedColumn } from "../tableSteps";
import type { LineDraft, YearsAcross, YearColumn, LaterYears } from "../lineSteps";

const FEWEST_ROWS = 3;

/**
 * Null where there are no neighbouring years, no total, or where the totals bear out neither reading or both: then the years stay in
 * doubt and are asked about. `rows` are the rows under the headings.
 */
export function findYearsAcross(grid: SheetGrid, rows: readonly number[], mapped: readonly MappedColumn[], style: NumberStyle): YearsAcross | null {
  const years = yearColumns(mapped);
  const [first, ...later] = years;
  if (first === undefined || later.length === 0 || later.some((c, i) => c.year !== first.year + i + 1)) return null;
  const labels = mapped.filter((m) => m.field === "description" || m.field === "section" || m.field === "code").map((m) => m.draft.column);
  const parts: number[] = [];
  let places = 0;
  for (const row of rows) {
    const figures = years.map((c) => figureAt(grid, row, c.column, style));
    if (figures.every((f) => f === null)) continue;
    places = Math.max(places, ...figures.map((f) => f?.decimals ?? 0));
    if (totalWording(labels.map((c) => String(valueAt(grid, row, c) ?? "")).join(" ")) === null) {
      parts.push(row);
      continue;
    }
    if (parts.length < FEWEST_ROWS || figures.some((f) => f === null)) continue;
    const kind = kindOf(figures.map((f) => f?.value ?? 0), years.map((c) => parts.reduce((sum, r) => sum + (figureAt(grid, r, c.column, style)?.value ?? 0), 0)), 10 ** -places, parts.length);
    if (kind !== null) return { first, later, totalRow: row, laterAre: kind };
  }
  return null;
}

/** Columns of whole amounts, one a year and of one kind, in the order of their years. */
function yearColumns(mapped: readonly MappedColumn[]): readonly YearColumn[] {
  const found = mapped.flatMap(({ draft, field }): (YearColumn & { stage: string })[] => {
    const { meaning } = draft;
    if (meaning === null || meaning.year === null || meaning.part !== "whole" || !(isAmount(meaning) || meaning.field === "ignored") || field === "variance" || draft.content.amounts === 0) return [];
    return [{ column: draft.column, year: meaning.year, stage: meaning.stage ?? "" }];
  }).sort((a, b) => a.year - b.year || a.column - b.column);
  return new Set(found.map((c) => c.year)).size === found.length && found.every((c) => ["", "original", "revised", "forecast"].includes(c.stage)) ? found.map(({ column, year }) => ({ column, year })) : [];
}

function figureAt(grid: SheetGrid, row: number, column: number, style: NumberStyle): { readonly value: number; readonly decimals: number } | null {
  const reading = readAmount(valueAt(grid, row, column), style);
  if (reading.kind === "nil") return { value: 0, decimals: 0 };
  return reading.kind === "number" ? { value: reading.value, decimals: Math.min(reading.decimals, 6) } : null;
}

/** `totals` printed and `sums` of the rows above, by year. Every later year must agree with one reading and none with the other. */
function kindOf(totals: readonly number[], sums: readonly number[], place: number, rows: number): YearsAcross["laterAre"] | null {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= (place * (rows + 2)) / 2 + Math.abs(a) * 1e-12;
  if (!close(totals[0] ?? 0, sums[0] ?? 0)) return null;
  const years = totals.map((_, i) => i).slice(1);
  const changes = years.every((i) => close(totals[i] ?? 0, (totals[i - 1] ?? 0) + (sums[i] ?? 0)));
  const absolute = years.every((i) => close(totals[i] ?? 0, sums[i] ?? 0));
  return changes === absolute ? null : changes ? "changes" : "absolute";
}

/** A line with its later years: the change as printed where the plan prints changes, and the year's absolute figure. Pence, canonical sign. */
export function withLaterYears(line: LineDraft, grid: SheetGrid, years: YearsAcross, style: NumberStyle): LineDraft {
  let before: number | null = Object.values(line.pence).find((pence) => pence !== null) ?? null;
  const laterYears = years.later.map(({ column, year }): LaterYear => {
    const reading = readAmount(valueAt(grid, line.row, column), style);
    const value = reading.kind === "nil" ? 0 : reading.kind === "number" ? reading.value * (reading.unit === null ? line.pencePerUnit : pencePerUnit(reading.unit)) : null;
    const printed = value === null || !isPence(Math.round(value)) ? null : asPence(line.sign * Math.sign(value) * Math.round(Math.abs(value)));
    const absolute: number | null = years.laterAre === "absolute" ? printed : before === null || printed === null ? null : asPence(before + printed);
    before = absolute;
    return { year, pence: absolute, changePence: years.laterAre === "changes" ? printed : null, address: cellAddress(line.row, column) };
  });
  return { ...line, laterYears };
}

export function laterOf(grid: SheetGrid, years: YearsAcross, lines: readonly LineDraft[], style: NumberStyle): LaterYears {
  const said = count(years.later.length, "later year");
  return { words: years.laterAre === "changes" ? `${said} as changes on the year before` : said, controls: (subject) => laterControls(subject, grid, years, lines, style) };
}

/** R1 of each later year: the printed total beside the sum of the lines' absolute figures. */
function laterControls(subject: string, grid: SheetGrid, years: YearsAcross, lines: readonly LineDraft[], style: NumberStyle): readonly Control[] {
  return years.later.flatMap(({ column, year }, at): readonly Control[] => {
    const printed = figureAt(grid, years.totalRow, column, style);
    const [one] = lines;
    if (printed === null || one === undefined) return [];
    const found = asPence(lines.reduce((sum, line) => sum + (line.laterYears?.[at]?.pence ?? 0), 0));
    const size = Math.round(Math.abs(printed.value) * one.pencePerUnit);
    const expected = found < 0 ? -size : size;
    const limits = roundingLimits(Array.from({ length: (lines.length + 1) * (at + 2) }, () => one.pencePerUnit / 10 ** printed.decimals));
    const cell: CellRef = { file: grid.file, sheet: grid.sheet, address: cellAddress(years.totalRow, column) };
    return [{
      id: "R1", title: "Sheet total", subject: `${subject}, ${yearWords(year)}`, expectedPence: asPence(expected), foundPence: found, differencePence: asPence(expected - found),
      tolerancePence: Math.floor(limits.greenPence), result: judgeDifference(expected - found, limits), cells: [cell],
      note: years.laterAre === "changes" ? "The lines of the year before and this year's changes are compared with the printed total." : "The lines are compared with the printed total.",
    }];
  });
}

/** "2022/23" for the year that begins in 2022. */
export function yearWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
